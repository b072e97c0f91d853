//! One sentence as a row of noun groups, verb groups, prepositions, conjunctions and marks.

use super::group::{Group, GroupId, Head};
use super::known::KnownKind;
use super::noun::noun_group;
use super::reader::Reader;
use super::verb::{VerbGroup, verb_group};
use super::words::Kinds;
use crate::lexicon::{
    Contraction, Determiner, Flags, Modifier, Negation, NounTrait, Number, Pronoun, Relative, VerbForm, WordClass,
};
use crate::token::Shape;
use crate::types::EntityKind;

/// One unit of the row.
#[derive(Debug)]
pub(super) enum Chunk {
    Group(GroupId),
    Verb(Box<VerbGroup>),
    Preposition(u16),
    Relative(Relative),
    Coordination,
    /// Whether it only supposes.
    Subordination {
        condition: bool,
    },
    Mark(Mark),
}

/// A punctuation mark by what it does to the syntax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Comma,
    Colon,
    Stop,
    Open,
    Close,
    Dash,
    Quote,
    Other,
}

/// The row, with the groups that it refers to.
#[derive(Debug, Default)]
pub(super) struct Chunks {
    pub groups: Vec<Group>,
    pub row: Vec<Chunk>,
}

/// Reads a sentence; `row` is an empty one, whose room is used again.
pub(super) fn chunk(reader: Reader<'_>, row: Vec<Chunk>) -> Chunks {
    let tokens = reader.end.saturating_sub(reader.start);
    // Most sentences have a group for three tokens.
    let out = Chunks { groups: Vec::with_capacity(tokens / 3 + 2), row };
    let mut chunker = Chunker { reader, at: reader.start, out, expected: 1, finite: 0, over: false };
    while chunker.at < reader.end {
        chunker.step();
    }
    chunker.out
}

struct Chunker<'a> {
    reader: Reader<'a>,
    at: usize,
    out: Chunks,
    /// How many clauses have begun since the last full boundary: each has one finite verb to come.
    expected: usize,
    /// How many finite verbs have come. Once all have, a doubtful word is rather a noun.
    finite: usize,
    /// An adverb just said that what follows is over.
    over: bool,
}

impl Chunker<'_> {
    fn step(&mut self) {
        let at = self.at;
        if self.reader.known(at).is_some() {
            self.at = self.behind_count(at);
            return self.group(None);
        }
        if self.reader.is_mark(at) {
            self.at = self.behind_emphasis(at);
            if self.at == at {
                self.mark();
            }
            return;
        }
        if self.is_that_is(at) || self.is_date_edge(at) {
            self.at += 1;
            return;
        }
        if let Some(length) = self.ticker(at) {
            self.at += length;
            return;
        }
        if self.reader.is_open(at) {
            return self.open_word();
        }
        let reader = self.reader;
        if reader.is(at, Kinds::PREPOSITION) && self.is_verb_before_preposition(at) {
            return self.verb();
        }
        if self.conjunction_phrase()
            || reader.is(at, Kinds::RELATIVE.with(Kinds::CONTRACTION)) && self.relative()
            || reader.is(at, Kinds::PRONOUN.with(Kinds::NEGATION)) && self.verb_after_clitics()
            || self.function_phrase()
        {
            return;
        }
        if self.reader.determiner(at).is_some() && !self.is_pronoun_alone(at) {
            return self.group(None);
        }
        if self.is_generic_object(at) {
            self.at += 1;
            return;
        }
        if reader.is(at, Kinds::PRONOUN) && self.pronoun() {
            return;
        }
        if self.is_verb(at) {
            return self.verb();
        }
        if reader.is(at, Kinds::CONJUNCTION) && self.conjunction() {
            return;
        }
        match self.reader.adverb(at) {
            0 => self.group(None),
            length => self.adverb(length),
        }
    }

    /// "deux de ses adjointes": the people, not the number, are what is told of.
    fn behind_count(&self, at: usize) -> usize {
        let reader = self.reader;
        let number = reader.known(at).filter(|known| matches!(known.kind, KnownKind::Number(_)));
        let Some(de) = number.map(|known| known.tokens.end) else { return at };
        let noun = match reader.str(de) {
            "de" => de + 1 + usize::from(reader.determiner(de + 1).is_some()),
            "des" => de + 1,
            _ => return at,
        };
        let people = noun > de + 1 || reader.str(de) == "des";
        let named = reader.flags(noun).any(Flags::ROLE.with(Flags::PERSON_NOUN));
        if people && named && reader.known(noun).is_none() { noun - 1 } else { at }
    }

    /// "Claire Petit, elle, a quitté": the pronoun only stresses the name before it.
    fn behind_emphasis(&self, at: usize) -> usize {
        let reader = self.reader;
        let stressed = matches!(reader.str(at + 1), "lui" | "elle" | "eux" | "elles");
        let between = reader.str(at) == "," && reader.str(at + 2) == ",";
        let named = matches!(self.previous(), Some(Chunk::Group(_)));
        if stressed && between && named { at + 3 } else { at }
    }

    /// Passes an adverb; "auparavant", "jusque-là" say of the place or post behind them that it is over.
    fn adverb(&mut self, length: usize) {
        self.over = matches!(self.reader.modifier(self.at), Some((n, Modifier::Former)) if n == length);
        self.at += length;
    }

    /// "fin janvier": the date is the group.
    fn is_date_edge(&self, at: usize) -> bool {
        let next = self.reader.known(at + 1).map(|known| known.kind);
        matches!(next, Some(KnownKind::Date(_))) && matches!(self.reader.str(at), "fin" | "début" | "courant")
    }

    /// "Sanofi SASY.PA": how an exchange names the company just named.
    fn ticker(&self, at: usize) -> Option<usize> {
        let behind = matches!(self.previous(), Some(Chunk::Group(id)) if self.out.groups.get(*id)
            .is_some_and(|group| group.is_entity(EntityKind::Organization)));
        let caps = |at: usize| self.reader.token(at).shape.has(Shape::ALL_CAPS) && self.reader.known(at).is_none();
        let glued = |at: usize| !self.reader.token(at).shape.has(Shape::SPACED);
        let pair = caps(at) && self.reader.str(at + 1) == "." && caps(at + 2) && glued(at + 1) && glued(at + 2);
        (behind && pair).then_some(3)
    }

    /// "3 millions, soit 31 euros par titre", ", soit le double": a conjunction.
    fn is_that_is(&self, at: usize) -> bool {
        let next = self.reader.known(at + 1).map(|known| known.kind);
        let value = matches!(next, Some(KnownKind::Amount(_) | KnownKind::Percentage(_) | KnownKind::Share(_)));
        let apart = matches!(self.previous(), Some(Chunk::Mark(_)));
        let told = value && matches!(self.previous(), Some(Chunk::Group(_)))
            || apart && (value || self.reader.determiner(at + 1).is_some());
        told && self.reader.str(at) == "soit"
    }

    /// A word of no closed class, as most are: an adverb, a verb, or what begins a noun group.
    fn open_word(&mut self) {
        let at = self.at;
        match self.reader.adverb(at) {
            length @ 2.. => self.adverb(length),
            _ if self.is_verb(at) => self.verb(),
            0 => self.group(None),
            length => self.adverb(length),
        }
    }

    fn push(&mut self, chunk: Chunk) {
        if !matches!(chunk, Chunk::Preposition(_)) {
            self.over = false;
        }
        self.out.row.push(chunk);
    }

    fn previous(&self) -> Option<&Chunk> {
        self.out.row.last()
    }

    fn mark(&mut self) {
        let mark = match self.reader.str(self.at) {
            "," => Mark::Comma,
            ":" => Mark::Colon,
            ";" | "." | "!" | "?" | "…" | "..." | "|" | "•" | "●" | "■" | "→" => Mark::Stop,
            "(" | "[" => Mark::Open,
            ")" | "]" => Mark::Close,
            "–" | "—" | "-" => Mark::Dash,
            "«" | "»" | "\"" | "“" | "”" => Mark::Quote,
            _ => Mark::Other,
        };
        if matches!(mark, Mark::Stop | Mark::Colon) {
            (self.expected, self.finite) = (1, 0);
        }
        self.at += 1;
        self.push(Chunk::Mark(mark));
    }

    fn group(&mut self, contracted: Option<Determiner>) {
        match noun_group(self.reader, self.at, contracted) {
            Some((mut group, next)) => {
                self.at = next.max(self.at + 1);
                let placed =
                    matches!(group.head, Head::Role(_)) || matches!(self.previous(), Some(Chunk::Preposition(_)));
                if std::mem::take(&mut self.over) && placed {
                    group.time = group.time.or(Some(Modifier::Former));
                }
                if matches!(group.head, Head::Common(word) if self.reader.lexicon.noun_trait(word) == Some(NounTrait::Span))
                {
                    group.head = Head::Number;
                }
                self.out.groups.push(group);
                self.push(Chunk::Group(self.out.groups.len() - 1));
            }
            None => self.at += 1,
        }
    }

    fn relative(&mut self) -> bool {
        let at = self.at;
        let class = self.reader.classes(at).iter().find_map(|class| match class {
            WordClass::Relative(relative) => Some((None, *relative)),
            WordClass::Contraction(Contraction::ARelative) => Some((Some("à"), Relative::Lequel)),
            WordClass::Contraction(Contraction::DeRelative) => Some((None, Relative::Dont)),
            _ => None,
        });
        let Some((preposition, relative)) = class else { return false };
        let preposition = preposition.and_then(|name| self.reader.lexicon.prepositions.id(name));
        if let Some(preposition) = preposition {
            self.push(Chunk::Preposition(preposition));
        }
        self.at += 1;
        self.expected += 1;
        self.push(Chunk::Relative(relative));
        true
    }

    /// "ne", "se", "l'", "en", "y" before a verb.
    fn verb_after_clitics(&mut self) -> bool {
        let at = self.at;
        let ne = self.reader.is_class(at, WordClass::Negation(Negation::Particle));
        if !ne && !self.is_clitic_here(at) {
            return self.gerund();
        }
        self.take_verb(at)
    }

    fn take_verb(&mut self, at: usize) -> bool {
        let Some(group) = verb_group(self.reader, at, self.stands_apart()) else { return false };
        self.finite += usize::from(matches!(group.form, VerbForm::Finite(..)));
        let end = group.tokens.end.max(at + 1);
        let interposed = group.interposed.clone();
        self.push(Chunk::Verb(Box::new(group)));
        if let Some(date) = interposed {
            // "début mars": the date says it.
            self.at = date.start + usize::from(matches!(self.reader.str(date.start), "début" | "fin" | "courant"));
            while self.at < date.end.min(end) {
                self.step();
            }
        }
        self.at = end;
        true
    }

    fn stands_apart(&self) -> bool {
        matches!(self.previous(), None | Some(Chunk::Mark(Mark::Comma | Mark::Colon | Mark::Stop | Mark::Open)))
    }

    /// Whether a word that may be an article or a pronoun is a pronoun before its verb.
    fn is_clitic_here(&self, at: usize) -> bool {
        let reader = self.reader;
        let Some(pronoun) = reader.pronouns(at).find(|p| {
            matches!(p, Pronoun::Reflexive | Pronoun::Object(..) | Pronoun::Dative(_) | Pronoun::Y | Pronoun::En)
        }) else {
            return false;
        };
        let next = at + 1;
        match pronoun {
            Pronoun::Reflexive => true,
            Pronoun::En => reader.is_finite(next) && !self.noun_like(next) || self.clitic_then_verb(next),
            Pronoun::Y => !reader.readings(next).is_empty() || self.clitic_then_verb(next),
            Pronoun::Dative(_) => {
                (reader.is_finite(next) || reader.is_infinitive(next))
                    && (!self.noun_like(next) || self.after_subject())
                    || self.clitic_then_verb(next)
            }
            _ => self.object_clitic(at),
        }
    }

    /// "X nous a quittés": behind a subject, and before a verb in the third person.
    fn is_generic_object(&self, at: usize) -> bool {
        let generic = self.reader.pronouns(at).any(|p| matches!(p, Pronoun::Generic | Pronoun::Speaker(_)));
        let plural = matches!(self.reader.str(at), "nous" | "vous");
        generic && plural && self.after_subject() && self.reader.is_finite(at + 1)
    }

    fn clitic_then_verb(&self, at: usize) -> bool {
        self.reader.pronouns(at).any(|p| matches!(p, Pronoun::En | Pronoun::Y | Pronoun::Dative(_)))
            && self.reader.is_finite(at + 1)
    }

    fn object_clitic(&self, at: usize) -> bool {
        let (reader, next) = (self.reader, at + 1);
        if reader.is_infinitive(next) && !self.noun_like(next) || self.clitic_then_verb(next) {
            return true;
        }
        if reader.token(at).shape.has(Shape::ELIDED) && reader.is_auxiliary(next) && reader.is_finite(next) {
            return true;
        }
        reader.is_finite(next) && self.after_subject() && (!self.noun_like(next) || self.after_pronoun())
    }

    fn after_pronoun(&self) -> bool {
        match self.previous() {
            Some(Chunk::Relative(Relative::Qui)) => true,
            Some(Chunk::Group(id)) => self.out.groups.get(*id).is_some_and(|g| matches!(g.head, Head::Pronoun(_))),
            _ => false,
        }
    }

    /// "Claire Petit élue rectrice": behind a name, a participle that is also a noun is a participle.
    fn after_name(&self) -> bool {
        match self.previous() {
            Some(Chunk::Group(id)) => self.out.groups.get(*id).is_some_and(|g| matches!(g.head, Head::Entity(..))),
            _ => false,
        }
    }

    /// "Marc Durand, parti en mai".
    fn after_name_and_comma(&self) -> bool {
        match self.out.row.as_slice() {
            [.., Chunk::Group(id), Chunk::Mark(Mark::Comma)] => {
                self.out.groups.get(*id).is_some_and(|g| matches!(g.head, Head::Entity(..)))
            }
            _ => false,
        }
    }

    fn after_subject(&self) -> bool {
        matches!(self.previous(), Some(Chunk::Group(_) | Chunk::Relative(_)))
    }

    /// A word that the lexicon also knows as a noun.
    fn noun_like(&self, at: usize) -> bool {
        let nouns = Flags::COMMON
            .with(Flags::ROLE)
            .with(Flags::ORGANIZATION_NOUN)
            .with(Flags::PERSON_NOUN)
            .with(Flags::TRIGGER)
            .with(Flags::DEMONYM);
        self.reader.flags(at).any(nouns)
    }

    /// "en investissant".
    fn gerund(&mut self) -> bool {
        let at = self.at;
        if !self.reader.pronouns(at).any(|p| p == Pronoun::En) {
            return false;
        }
        // "en rachetant", "en s'offrant".
        let clitic = self.reader.pronouns(at + 1).any(|p| matches!(p, Pronoun::Reflexive | Pronoun::Object(..)));
        let verb = at + 1 + usize::from(clitic);
        if self.reader.reading(verb, |form| form == VerbForm::PresentParticiple).is_none() {
            return false;
        }
        let Some(mut group) = verb_group(self.reader, at + 1, false) else { return false };
        group.gerund = true;
        self.at = group.tokens.end;
        self.push(Chunk::Verb(Box::new(group)));
        true
    }

    /// Adverbs of several words and prepositions, the longer first; contractions open a group.
    fn function_phrase(&mut self) -> bool {
        let at = self.at;
        let adverb = self.reader.adverb(at);
        let contracted = self.reader.contraction(at).is_some();
        let preposition = self.reader.preposition(at).filter(|(n, _)| {
            *n >= adverb && (*n > 1 || !contracted) && !self.reader.noun_phrase_crosses(at + 1..at + n)
        });
        if let Some((length, id)) = preposition {
            self.at += length;
            self.push(Chunk::Preposition(id));
            let last = self.at - 1;
            if self.reader.contraction(last).is_some() {
                self.contracted_group();
            }
            return true;
        }
        if adverb > 1 {
            self.adverb(adverb);
            return true;
        }
        self.contraction()
    }

    fn contraction(&mut self) -> bool {
        let at = self.at;
        let usual = self.reader.lexicon.prepositions.usual();
        let id = match self.reader.contraction(at) {
            Some(Contraction::De) if self.reader.str(at).eq_ignore_ascii_case("des") && !self.after_group() => {
                return false;
            }
            Some(Contraction::De) => usual.de,
            Some(Contraction::A) => usual.a,
            _ => return false,
        };
        let Some(id) = id else { return false };
        self.at += 1;
        self.push(Chunk::Preposition(id));
        self.contracted_group();
        true
    }

    fn after_group(&self) -> bool {
        match self.previous() {
            Some(Chunk::Group(_)) => true,
            // "fait partie des effectifs": an idiom leaves its last preposition behind it.
            Some(Chunk::Verb(verb)) => verb.voice == super::Voice::Passive || verb.predicate.idiom.is_some(),
            _ => false,
        }
    }

    fn contracted_group(&mut self) {
        if self.reader.is_mark(self.at)
            || !self.reader.classes(self.at).is_empty()
                && self.reader.known(self.at).is_none()
                && self.reader.determiner(self.at).is_none()
        {
            return;
        }
        self.group(Some(Determiner::Definite));
    }

    /// "tous", "certains" without a noun.
    fn is_pronoun_alone(&self, at: usize) -> bool {
        let pronoun = self.reader.pronouns(at).any(|p| matches!(p, Pronoun::Indefinite | Pronoun::Neuter));
        let next = at + 1;
        let before_verb = !self.reader.readings(next).is_empty() && !self.noun_like(next)
            || self.reader.is_class(next, WordClass::Negation(Negation::Particle));
        pronoun && (before_verb || self.reader.is_mark(next))
    }

    fn pronoun(&mut self) -> bool {
        let at = self.at;
        let shape = self.reader.token(at).shape;
        if let Some(group) = self.event_again(at) {
            self.at += 1;
            self.out.groups.push(group);
            self.push(Chunk::Group(self.out.groups.len() - 1));
            return true;
        }
        let found = self.reader.pronouns(at).find(|p| {
            matches!(
                p,
                Pronoun::Subject(..)
                    | Pronoun::Generic
                    | Pronoun::Speaker(_)
                    | Pronoun::Demonstrative(..)
                    | Pronoun::Neuter
                    | Pronoun::Indefinite
                    | Pronoun::Dative(_)
            )
        });
        // "celui de l'obésité": any noun may be meant.
        let bound = matches!(self.reader.str(at + 1), "de" | "d'" | "d’" | "du" | "des");
        let Some(pronoun) = found.map(|pronoun| match pronoun {
            Pronoun::Demonstrative(..) if bound && !self.reader.str(at).contains('-') => Pronoun::Neuter,
            other => other,
        }) else {
            return false;
        };
        let mut group = Group::new(at..at + 1, Head::Pronoun(pronoun));
        match pronoun {
            Pronoun::Subject(gender, number) | Pronoun::Demonstrative(gender, number) => {
                group.gender = Some(gender);
                group.number = number;
            }
            Pronoun::Dative(number) | Pronoun::Speaker(number) => group.number = number,
            _ => group.number = Number::Singular,
        }
        self.at += 1;
        // "-t-il" behind its verb has been taken by the verb group; one left over says nothing.
        if !shape.has(Shape::CLITIC) {
            self.out.groups.push(group);
            self.push(Chunk::Group(self.out.groups.len() - 1));
        }
        true
    }

    /// "le départ de X et celui de Y": the noun that the pronoun stands for.
    fn event_again(&self, at: usize) -> Option<Group> {
        let demonstrative = matches!(self.reader.str(at), "celui" | "celle" | "ceux" | "celles");
        if !demonstrative || !matches!(self.reader.str(at + 1), "de" | "d'" | "d’" | "du" | "des") {
            return None;
        }
        let before = self.out.groups.iter().rev().find(|group| matches!(group.head, Head::Event(_)))?;
        let mut group = Group::new(at..at + 1, before.head);
        group.determiner = Some(Determiner::Definite);
        Some(group)
    }

    /// "ainsi que", "alors que".
    fn conjunction_phrase(&mut self) -> bool {
        let begins = self.reader.begins(self.at, Flags::BEGINS_CONJUNCTION);
        if !begins || !self.reader.flags(self.at).any(Flags::FUNCTION) {
            return false;
        }
        let (reader, at) = (self.reader, self.at);
        let Some((length, class)) = reader.lexicon.conjunctions.longest(|depth| reader.keys(at + depth)) else {
            return false;
        };
        self.at += length;
        let coordinates = *class == WordClass::Coordination;
        let condition = matches!(reader.str(at), "à" | "À" | "au" | "Au");
        self.push(if coordinates { Chunk::Coordination } else { Chunk::Subordination { condition } });
        true
    }

    fn conjunction(&mut self) -> bool {
        for class in self.reader.classes(self.at) {
            let chunk = match class {
                WordClass::Coordination => Chunk::Coordination,
                WordClass::Subordination => {
                    let condition = matches!(self.reader.str(self.at), "si" | "Si" | "s'" | "s’" | "S'" | "S’");
                    Chunk::Subordination { condition }
                }
                _ => continue,
            };
            self.at += 1;
            if matches!(chunk, Chunk::Subordination { .. }) {
                self.expected += 1;
            }
            self.push(chunk);
            return true;
        }
        false
    }

    /// "entre au capital": a word that is a preposition or a verb is a verb before another preposition.
    fn is_verb_before_preposition(&self, at: usize) -> bool {
        let function = self.reader.is_class(at, WordClass::Preposition) && self.reader.is_finite(at);
        let next = self.reader.contraction(at + 1) == Some(Contraction::A)
            || matches!(self.reader.str(at + 1), "à" | "dans" | "en" | "chez");
        let after_mark = matches!(self.previous(), Some(Chunk::Mark(Mark::Comma | Mark::Close)));
        function && next && (after_mark || matches!(self.previous(), Some(Chunk::Group(_) | Chunk::Relative(_))))
    }

    fn is_verb(&self, at: usize) -> bool {
        let readings = self.reader.readings(at);
        if readings.is_empty() {
            return false;
        }
        let finite = self.reader.is_finite(at);
        let infinitive = self.reader.is_infinitive(at);
        let after_preposition = matches!(self.previous(), Some(Chunk::Preposition(_)));
        if !self.noun_like(at) {
            return !after_preposition || infinitive || !finite || self.reader.is_auxiliary(at);
        }
        if infinitive {
            return true;
        }
        let strong = Flags::ROLE.with(Flags::ORGANIZATION_NOUN).with(Flags::PERSON_NOUN);
        if self.reader.flags(at).any(strong) && self.reader.noun_phrase(at).is_some() {
            let apart = !self.reader.flags(at).any(Flags::ROLE) && self.after_name_and_comma();
            // "promue directrice": behind a comma and without an article.
            let promoted = self.reader.flags(at).any(Flags::PERSON_NOUN)
                && matches!(self.previous(), Some(Chunk::Mark(Mark::Comma)))
                && self.opens_with_participle(at);
            let behind = self.is_participle(at) && (self.after_name() || apart || promoted);
            return behind
                || finite && self.after_pronoun()
                || self.previous().is_none() && self.opens_with_participle(at);
        }
        match self.previous() {
            Some(Chunk::Preposition(_)) => false,
            None | Some(Chunk::Mark(Mark::Colon | Mark::Stop | Mark::Open)) => self.opens_with_participle(at),
            Some(Chunk::Group(_) | Chunk::Relative(_)) => {
                finite && self.finite < self.expected || self.is_participle(at)
            }
            _ => self.is_participle(at) || finite && self.finite < self.expected,
        }
    }

    /// "Arrivée chez Suez en 2002, …", but "Arrivée de Claire Petit": with "de" behind it, the word is the noun.
    fn opens_with_participle(&self, at: usize) -> bool {
        let of = matches!(self.reader.str(at + 1), "de" | "d'" | "d’" | "du" | "des" | ":" | ",");
        self.is_participle(at) && !of && at + 1 < self.reader.end
    }

    fn is_participle(&self, at: usize) -> bool {
        self.reader.reading(at, |form| matches!(form, VerbForm::PastParticiple(..))).is_some()
    }

    fn verb(&mut self) {
        if !self.take_verb(self.at) {
            self.at += 1;
        }
    }
}
