//! Verb groups: clitics, auxiliaries, carrying verbs, and the verb that tells the event.

use super::known::KnownKind;
use super::reader::Reader;
use super::status::{Modality, Negated};
use crate::lexicon::{
    Auxiliary, Effect, Gender, Link, Negation, Number, Pronoun, Reading, VerbForm, VerbId, WordClass,
};
use std::ops::Range;

/// A verb group as one unit.
#[derive(Clone, Debug)]
pub struct VerbGroup {
    /// All its tokens, from the first clitic to the last verb or idiom word.
    pub tokens: Range<usize>,
    /// What it tells.
    pub predicate: Predicate,
    /// Verbs above the one that tells: "propose" in "propose d'acquérir".
    pub carriers: Vec<VerbId>,
    /// The form of its first verb.
    pub form: VerbForm,
    /// Active, passive or reflexive.
    pub voice: Voice,
    /// "fait entrer": the object is who enters.
    pub causative: bool,
    /// "se voit confier": the subject is to whom.
    pub dative_subject: bool,
    /// How sure it is.
    pub modality: Modality,
    /// Object, dative, "en", "y" before the verb.
    pub clitics: Vec<Pronoun>,
    /// The subject behind its hyphen, with its token: "a-t-il".
    pub inverted: Option<(usize, Pronoun)>,
    /// Introduced by "en": a gerund.
    pub gerund: bool,
    /// "préside désormais": what the verb tells has begun.
    pub newly: bool,
    /// A date between the verb and the rest of its idiom: "prend en mai la tête de".
    pub interposed: Option<Range<usize>>,
    /// "ne" without "pas" or the like: a "que" behind it restricts.
    pub restricted: bool,
}

/// The verb, or verb of several words, that tells the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Predicate {
    /// The verb.
    pub verb: VerbId,
    /// The idiom that it begins.
    pub idiom: Option<u16>,
}

/// The voice of the verb that tells the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The subject does it.
    Active,
    /// The subject undergoes it.
    Passive,
    /// With "se".
    Reflexive,
}

/// Reads the verb group that begins at a token. `None` where no verb follows the clitics. `apart`: a mark stands before it, so that a form that is finite or a participle is a participle before a preposition.
pub(super) fn verb_group(reader: Reader<'_>, at: usize, apart: bool) -> Option<VerbGroup> {
    let mut parser = Parser {
        reader,
        at,
        apart,
        negation: false,
        restricts: false,
        newly: false,
        clitics: Vec::new(),
        reflexive: false,
    };
    parser.proclitics();
    parser.restricts = parser.negation;
    let first = parser.first_verb()?;
    let mut group = parser.start(at, first);
    parser.compound(&mut group);
    while !parser.idiom(&mut group) && parser.carried(&mut group) {}
    group.tokens.end = parser.at;
    group.newly = parser.newly;
    group.restricted = parser.restricts && group.modality.negated == Negated::No;
    group.clitics = parser.clitics;
    Some(group)
}

struct Parser<'a> {
    reader: Reader<'a>,
    at: usize,
    apart: bool,
    /// "ne" has been seen, and no "que" after it.
    negation: bool,
    restricts: bool,
    newly: bool,
    clitics: Vec<Pronoun>,
    reflexive: bool,
}

impl Parser<'_> {
    fn proclitics(&mut self) {
        loop {
            if self.reader.is_class(self.at, WordClass::Negation(Negation::Particle)) {
                self.negation = true;
            } else if self.negated_infinitive() {
                // "ne pas quitter": the full word stands before the verb.
            } else if let Some(pronoun) = self.proclitic() {
                match pronoun {
                    Pronoun::Reflexive => self.reflexive = true,
                    other => self.clitics.push(other),
                }
            } else {
                return;
            }
            self.at += 1;
        }
    }

    fn negated_infinitive(&self) -> bool {
        self.negation
            && self.reader.is_class(self.at, WordClass::Negation(Negation::Full))
            && (self.reader.is_infinitive(self.at + 1) || self.is_clitic(self.at + 1))
    }

    fn is_clitic(&self, at: usize) -> bool {
        self.reader.pronouns(at).any(is_proclitic)
    }

    fn proclitic(&self) -> Option<Pronoun> {
        let pronoun = self.reader.pronouns(self.at).find(|p| is_proclitic(*p))?;
        let next = self.at + 1;
        let goes_on = self.is_clitic(next) || !self.reader.readings(next).is_empty();
        goes_on.then_some(pronoun)
    }

    fn first_verb(&mut self) -> Option<Reading> {
        let readings = self.reader.readings(self.at);
        let is_finite = |r: &&Reading| matches!(r.form, VerbForm::Finite(..));
        // "étaient" is of "être", not of "étayer".
        let auxiliary = |r: &&Reading| matches!(self.reader.lexicon.verbs.infinitive(r.verb), "être" | "avoir");
        let finite = readings.iter().filter(is_finite).find(auxiliary).or_else(|| readings.iter().find(is_finite));
        let other = readings.first();
        let chosen = if self.clitics.is_empty() && !self.negation && !self.reflexive {
            // "contraint à la démission" behind a comma; elsewhere a participle that is also finite ("dit") is finite.
            self.detached_participle().or(finite).or(other)
        } else {
            finite.or(readings.iter().find(|r| !matches!(r.form, VerbForm::PastParticiple(..)))).or(other)
        };
        chosen.copied()
    }

    fn detached_participle(&self) -> Option<&Reading> {
        let before_preposition =
            self.reader.contraction(self.at + 1).is_some() || self.reader.preposition(self.at + 1).is_some();
        let readings = self.reader.readings(self.at).iter();
        let mut participles = readings.filter(|r| matches!(r.form, VerbForm::PastParticiple(..)));
        participles.next().filter(|_| self.apart && before_preposition)
    }

    fn start(&mut self, from: usize, first: Reading) -> VerbGroup {
        self.at += 1;
        let mood = match first.form {
            VerbForm::Finite(mood, tense, _) => Some((mood, tense)),
            _ => None,
        };
        let voice = match first.form {
            VerbForm::PastParticiple(..) if !self.takes_etre(first.verb) => Voice::Passive,
            _ if self.reflexive => Voice::Reflexive,
            _ => Voice::Active,
        };
        let past = matches!(first.form, VerbForm::PastParticiple(..));
        let mut group = VerbGroup {
            tokens: from..self.at,
            predicate: Predicate { verb: first.verb, idiom: None },
            carriers: Vec::new(),
            form: first.form,
            voice,
            causative: false,
            dative_subject: false,
            modality: Modality { mood, past, ..Modality::default() },
            clitics: Vec::new(),
            inverted: None,
            gerund: false,
            restricted: false,
            newly: false,
            interposed: None,
        };
        group.inverted = self.enclitic_subject();
        group.modality.negated = self.adverbs();
        group
    }

    fn takes_etre(&self, verb: VerbId) -> bool {
        self.reader.lexicon.verbs.get(verb).is_some_and(|v| v.auxiliary != Auxiliary::Avoir)
    }

    fn enclitic_subject(&mut self) -> Option<(usize, Pronoun)> {
        if !self.reader.token(self.at).shape.has(crate::token::Shape::CLITIC) {
            return None;
        }
        let pronoun = self
            .reader
            .pronouns(self.at)
            .find(|p| matches!(p, Pronoun::Subject(..) | Pronoun::Generic | Pronoun::Speaker(_) | Pronoun::Neuter))?;
        self.at += 1;
        Some((self.at - 1, pronoun))
    }

    /// Passes adverbs and words of negation; tells how these negate the verb before.
    fn adverbs(&mut self) -> Negated {
        let mut negated = Negated::No;
        loop {
            let full = self.reader.is_class(self.at, WordClass::Negation(Negation::Full));
            if full && self.negation {
                negated = if self.reader.str(self.at) == "plus" { Negated::NoLonger } else { Negated::Yes };
                self.at += 1;
                continue;
            }
            match self.reader.adverb(self.at) {
                0 => return negated,
                length => {
                    self.newly |= matches!(self.reader.str(self.at), "désormais" | "dorénavant");
                    self.at += length;
                }
            }
        }
    }

    /// "a été nommé", "est parti", "ayant quitté".
    fn compound(&mut self, group: &mut VerbGroup) {
        loop {
            let verbs = &self.reader.lexicon.verbs;
            if !verbs.is_auxiliary(group.predicate.verb) {
                return;
            }
            let is_etre = verbs.is_etre(group.predicate.verb);
            let participle = |at: usize| self.reader.reading(at, |f| matches!(f, VerbForm::PastParticiple(..)));
            let behind = self.after_aside().filter(|at| participle(*at).is_some());
            let at = behind.unwrap_or(self.at);
            let Some(participle) = participle(at) else { return };
            group.predicate.verb = participle.verb;
            self.at = at + 1;
            if is_etre && !self.takes_etre_here(participle.verb) && !self.reflexive {
                group.voice = Voice::Passive;
            } else {
                group.modality.past = true;
                group.voice = if self.reflexive { Voice::Reflexive } else { Voice::Active };
            }
            let negated = self.adverbs();
            if group.modality.negated == Negated::No {
                group.modality.negated = negated;
            }
        }
    }

    /// Behind a few words between commas that name nobody: "a, lui aussi, quitté".
    fn after_aside(&self) -> Option<usize> {
        const WORDS: usize = 5;
        if self.reader.str(self.at) != "," {
            return None;
        }
        let within = |at: &usize| self.reader.known(*at).is_none() && *at < self.reader.end;
        let close = (self.at + 1..=self.at + 1 + WORDS).take_while(within).find(|at| self.reader.str(*at) == ",")?;
        Some(close + 1)
    }

    /// "est entré" is active; a verb with both auxiliaries is passive only before "par".
    fn takes_etre_here(&self, verb: VerbId) -> bool {
        match self.reader.lexicon.verbs.get(verb).map(|v| v.auxiliary) {
            Some(Auxiliary::Etre) => true,
            Some(Auxiliary::Both) => !self.reader.str(self.at + 1).eq_ignore_ascii_case("par"),
            _ => false,
        }
    }

    /// Goes down one carrying verb: "refuse | de quitter".
    fn carried(&mut self, group: &mut VerbGroup) -> bool {
        let before = self.at;
        let (link, at) = self.link();
        let passive = group.voice == Voice::Passive;
        let effect = self.reader.lexicon.effect(
            group.predicate.verb,
            self.reflexive && group.carriers.is_empty(),
            passive,
            link,
        );
        let Some(effect) = effect else { return false };
        self.at = at;
        let outer = std::mem::take(&mut self.negation);
        let reflexive = std::mem::take(&mut self.reflexive);
        self.proclitics();
        let Some(infinitive) = self.reader.reading(self.at, |form| form == VerbForm::Infinitive) else {
            self.at = before;
            self.negation = outer;
            self.reflexive = reflexive;
            return false;
        };
        let negated_inside = self.negation;
        self.at += 1;
        group.carriers.push(group.predicate.verb);
        group.predicate.verb = infinitive.verb;
        group.modality.effects.push(effect);
        if negated_inside {
            group.modality.negated_inside = Negated::Yes;
        }
        group.causative |= effect == Effect::Causative;
        group.dative_subject |= effect == Effect::Passive;
        group.voice = if self.reflexive { Voice::Reflexive } else { Voice::Active };
        self.adverbs();
        self.compound(group);
        true
    }

    fn link(&self) -> (Link, usize) {
        let at = self.at;
        match self.reader.str(at) {
            "de" | "d'" | "d’" => (Link::De, at + 1),
            "à" => (Link::A, at + 1),
            "par" => (Link::Par, at + 1),
            "pour" => (Link::Pour, at + 1),
            _ => (Link::Bare, at),
        }
    }

    /// Takes the words of an idiom that the verb begins, a date or the object passed over.
    fn idiom(&mut self, group: &mut VerbGroup) -> bool {
        let near = self.idiom_at(group, self.at);
        let behind = self.after_date().or_else(|| self.after_object()).filter(|_| near.is_none());
        let Some((length, idiom)) = near.or_else(|| self.idiom_at(group, behind?)) else { return false };
        if let Some(end) = behind {
            group.interposed = Some(self.at..end);
            self.at = end;
        }
        group.predicate.idiom = Some(idiom);
        self.at += length;
        true
    }

    fn idiom_at(&self, group: &VerbGroup, at: usize) -> Option<(usize, u16)> {
        let reader = self.reader;
        let word = reader.lexicon.verbs.get(group.predicate.verb)?.word;
        reader.triggers.idiom(
            word,
            |i| reader.keys(at + i),
            |i| reader.determiner(at + i).is_some(),
            |i| reader.contraction(at + i).is_some(),
        )
    }

    /// Behind the object, in "a fait entrer X au capital", "met 3 millions sur la table".
    fn after_object(&self) -> Option<usize> {
        let known = self.reader.known(self.at)?;
        matches!(known.kind, KnownKind::Entity(..) | KnownKind::Amount(_)).then_some(known.tokens.end)
    }

    /// Behind a date that stands here, with its preposition and the commas around it.
    fn after_date(&self) -> Option<usize> {
        let comma = usize::from(self.reader.str(self.at) == ",");
        let mut at = self.at + comma;
        if let Some((length, _)) = self.reader.preposition(at) {
            at += length;
        }
        at += usize::from(matches!(self.reader.str(at), "début" | "fin" | "courant"));
        let known = self.reader.known(at).filter(|known| matches!(known.kind, KnownKind::Date(_)))?;
        let end = known.tokens.end;
        if comma == 1 && self.reader.str(end) != "," {
            return None;
        }
        Some(end + comma)
    }
}

fn is_proclitic(pronoun: Pronoun) -> bool {
    matches!(pronoun, Pronoun::Reflexive | Pronoun::Object(..) | Pronoun::Dative(_) | Pronoun::Y | Pronoun::En)
}

/// Gender and number that a participle shows.
pub(super) fn agreement(form: VerbForm) -> Option<(Gender, Number)> {
    match form {
        VerbForm::PastParticiple(gender, number) => Some((gender, number)),
        _ => None,
    }
}
