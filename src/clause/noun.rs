//! Noun groups: determiner, adjectives, noun or name, and what follows it directly.

use super::group::{Group, Head};
use super::known::{Known, KnownKind};
use super::reader::Reader;
use crate::lexicon::{Determiner, Flags, Gender, Modifier, Negation, NounPhrase, Number, Pronoun, WordClass, WordId};
use crate::token::Shape;
use crate::types::EntityKind;

/// Reads the noun group that begins at a token, its determiner perhaps already inside a contraction. Gives the group
/// and the token after it.
pub(super) fn noun_group(reader: Reader<'_>, at: usize, contracted: Option<Determiner>) -> Option<(Group, usize)> {
    if let Some(group) = all_together(reader, at) {
        let next = group.tokens.end;
        return Some((group, next));
    }
    let mut parser = Parser { reader, start: at, at, determiner: contracted, gender: None, number: None, time: None };
    parser.before_core();
    if let Some(group) = parser.last_named() {
        return Some((group, parser.at));
    }
    let mut group = parser.core()?;
    parser.after_core(&mut group);
    group.tokens = parser.start..parser.at;
    Some((group, parser.at))
}

/// "tous deux", "toutes les trois": those named together.
fn all_together(reader: Reader<'_>, at: usize) -> Option<Group> {
    let gender = match reader.str(at) {
        "tous" | "Tous" => Gender::Masculine,
        "toutes" | "Toutes" => Gender::Feminine,
        _ => return None,
    };
    let number = at + 1 + usize::from(reader.str(at + 1) == "les");
    let next = number + 1;
    let noun = reader.is_word(next) && !reader.flags(next).any(Flags::FUNCTION.with(Flags::VERB).with(Flags::ADVERB))
        || reader.known(next).is_some();
    if !matches!(reader.str(number), "deux" | "trois" | "quatre") || noun {
        return None;
    }
    let mut group = Group::new(at..next, Head::Pronoun(Pronoun::Demonstrative(gender, Number::Plural)));
    group.gender = Some(gender);
    group.number = Number::Plural;
    Some(group)
}

struct Parser<'a> {
    reader: Reader<'a>,
    start: usize,
    at: usize,
    determiner: Option<Determiner>,
    gender: Option<Gender>,
    number: Option<Number>,
    time: Option<Modifier>,
}

/// Nouns that the lexicon tells to be posts, organizations, persons or events.
const NOMINAL: Flags = Flags::ROLE.with(Flags::ORGANIZATION_NOUN).with(Flags::PERSON_NOUN).with(Flags::TRIGGER);

impl Parser<'_> {
    /// Passes determiners, numbers, and adjectives that stand before a noun of the lexicon.
    fn before_core(&mut self) {
        // No noun has more words before it; the bound keeps damaged input linear.
        const LONGEST: usize = 12;
        for _ in 0..LONGEST {
            let reader = self.reader;
            // "nouvelles têtes": the adjective belongs to the noun.
            if reader.event(self.at).is_some_and(|(length, _)| length > 1) {
                return;
            }
            if let Some(determiner) = reader.determiner(self.at).filter(|_| reader.known(self.at).is_none()) {
                self.determiner.get_or_insert(determiner);
                let word = reader.token(self.at).word;
                self.agree(determiner_agreement(reader.lexicon.vocabulary.word(word)));
                self.at += 1;
            } else if self.is_title() {
                self.at += 1;
            } else if let Some((length, time)) = self.time_modifier() {
                self.time = Some(time);
                self.at += length;
            } else if let Some(length) = self.counted() {
                self.number = Some(Number::Plural);
                self.at += length;
            } else if self.is_adjective_before_noun() {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    fn agree(&mut self, (gender, number): (Option<Gender>, Option<Number>)) {
        self.gender = self.gender.or(gender);
        self.number = self.number.or(number);
    }

    fn time_modifier(&self) -> Option<(usize, Modifier)> {
        let (length, modifier) = self.reader.modifier(self.at)?;
        let participle = self.determiner.is_none() && !self.reader.readings(self.at).is_empty();
        let colours = !matches!(modifier, Modifier::Extension | Modifier::Interim) && !participle;
        (colours && self.goes_on(self.at + length)).then_some((length, modifier))
    }

    /// Whether a noun or name may stand here, so that the word before was not the head itself.
    fn goes_on(&self, at: usize) -> bool {
        let reader = self.reader;
        reader.known(at).is_some() || reader.is_word(at) && !reader.flags(at).any(Flags::FUNCTION)
    }

    /// "M.", "docteur" before a person's name, which does not count it in.
    fn is_title(&self) -> bool {
        let next = self.reader.known(self.at + 1);
        let person = next.is_some_and(|known| matches!(known.kind, KnownKind::Entity(_, EntityKind::Person, _)));
        person && self.reader.known(self.at).is_none() && self.reader.flags(self.at).any(Flags::TITLE)
    }

    /// "trois chercheurs": a number before a word.
    fn counted(&self) -> Option<usize> {
        let known = self.reader.known(self.at)?;
        let length = known.tokens.len();
        let number = matches!(known.kind, KnownKind::Number(_));
        let next = self.at + length;
        let word = self.reader.is_word(next)
            && !self.reader.flags(next).any(Flags::FUNCTION)
            && self.reader.known(next).is_none();
        (number && word && self.reader.adverb(next) == 0).then_some(length)
    }

    fn is_adjective_before_noun(&self) -> bool {
        let (reader, at) = (self.reader, self.at);
        if reader.known(at).is_some() || !reader.is_word(at) || reader.flags(at).any(Flags::FUNCTION) {
            return false;
        }
        if reader.noun_phrase(at).is_some() || reader.event(at).is_some() {
            return false;
        }
        let next_nominal = reader.known(at + 1).is_none() && reader.flags(at + 1).any(NOMINAL);
        let adverb = reader.adverb(at) == 1 && self.determiner.is_some() && reader.is_word(at + 1);
        adverb || next_nominal && (reader.readings(at).is_empty() || self.determiner.is_some())
    }

    /// "ce dernier", "cette dernière"; "le premier", "la seconde" of several.
    fn last_named(&mut self) -> Option<Group> {
        let of_several = match self.determiner? {
            Determiner::Demonstrative => false,
            Determiner::Definite => true,
            _ => return None,
        };
        let (gender, number) = match (self.reader.str(self.at), of_several) {
            ("dernier", false) | ("premier" | "second", true) => (Gender::Masculine, Number::Singular),
            ("dernière", false) | ("première" | "seconde", true) => (Gender::Feminine, Number::Singular),
            ("derniers", false) | ("premiers", true) => (Gender::Masculine, Number::Plural),
            ("dernières", false) | ("premières", true) => (Gender::Feminine, Number::Plural),
            _ => return None,
        };
        let next = self.at + 1;
        let modifies = self.reader.is_word(next)
            && !self.reader.flags(next).any(Flags::FUNCTION.with(Flags::VERB).with(Flags::ADVERB));
        let complement = of_several && matches!(self.reader.str(next), "de" | "du" | "des" | "d'" | "d’");
        if modifies || complement || self.reader.known(next).is_some() {
            return None;
        }
        self.at = next;
        let mut group = Group::new(self.start..next, Head::Pronoun(Pronoun::Demonstrative(gender, number)));
        group.determiner = self.determiner.filter(|_| of_several);
        group.gender = Some(gender);
        group.number = number;
        Some(group)
    }

    fn core(&mut self) -> Option<Group> {
        let reader = self.reader;
        let at = self.at;
        if let Some(known) = reader.known(at) {
            if let KnownKind::Entity(_, _, Some(gender)) = known.kind {
                self.gender = Some(gender);
            }
            return Some(self.take(known.tokens.len(), known_head(known.kind)));
        }
        let phrase = reader.noun_phrase(at);
        let event = reader.event(at);
        if let Some((length, event)) = event.filter(|(n, _)| phrase.is_none_or(|(m, _)| *n >= m)) {
            return Some(self.take(length, Head::Event(event)));
        }
        if let Some((length, phrase)) = phrase {
            self.agree(phrase_agreement(phrase));
            let head = self.company(phrase, at + length).unwrap_or_else(|| phrase_head(phrase));
            return Some(self.take(length, head));
        }
        if !reader.is_word(at) || at >= reader.end {
            return None;
        }
        if let Some((gender, number)) = reader.lexicon.demonym(reader.token(at).word) {
            if self.determiner == Some(Determiner::Definite) || reader.is_capital(at) {
                self.agree((Some(gender), Some(number)));
                return Some(self.take(1, Head::Demonym));
            }
        }
        self.common()
    }

    /// "l'éditeur", "le parfumeur": a company, unless a person's name follows.
    fn company(&self, phrase: &NounPhrase, next: usize) -> Option<Head> {
        let NounPhrase::Role(role) = phrase else { return None };
        role.organization.as_ref().filter(|noun| noun.anaphoric)?;
        let definite = matches!(self.determiner, Some(Determiner::Definite | Determiner::Demonstrative));
        let person = |at: usize| {
            let known = self.reader.known(at);
            known.is_some_and(|known| matches!(known.kind, KnownKind::Entity(_, EntityKind::Person, _)))
        };
        let alone = definite && self.time.is_none() && !(next..next + 3).any(person);
        alone.then_some(Head::Organization { anaphoric: true, part: false })
    }

    fn common(&mut self) -> Option<Group> {
        let reader = self.reader;
        let word = reader.token(self.at).word;
        let function = reader.flags(self.at).any(Flags::FUNCTION) && !reader.flags(self.at).any(Flags::COMMON);
        if function && !reader.is_capital(self.at) {
            return None;
        }
        if let Some((gender, number)) = reader.lexicon.gender(word) {
            self.agree((Some(gender), Some(number)));
        }
        Some(self.take(1, Head::Common(word)))
    }

    fn take(&mut self, length: usize, head: Head) -> Group {
        let core = self.at..self.at + length;
        self.at += length;
        let mut group = Group::new(core, head);
        group.determiner = self.determiner;
        group.gender = self.gender;
        group.number = self.number.unwrap_or(Number::Singular);
        group.time = self.time;
        group
    }

    /// Adjectives and extensions after the noun; a name that the noun introduces becomes the head.
    fn after_core(&mut self, group: &mut Group) {
        loop {
            let reader = self.reader;
            let unknown_trade = match group.head {
                Head::Common(word) => group.determiner == Some(Determiner::Definite) && self.before_name(word),
                _ => false,
            };
            let describes = matches!(group.head, Head::Organization { .. } | Head::Demonym) || unknown_trade;
            if let (true, Some(known)) = (describes, reader.known(self.at)) {
                if let KnownKind::Entity(entity, kind, gender) = known.kind {
                    group.head = Head::Entity(entity, kind);
                    group.gender = group.gender.or(gender);
                    group.core = known.tokens.clone();
                    self.at = known.tokens.end;
                    return;
                }
            }
            let part = matches!(group.head, Head::Percentage(_) | Head::Share(_));
            if part && self.is_adjective_after(self.at) {
                self.at += 1;
                return;
            }
            if !matches!(
                group.head,
                Head::Role(_)
                    | Head::Organization { .. }
                    | Head::Person { .. }
                    | Head::Common(_)
                    | Head::Demonym
                    | Head::Event(_)
            ) {
                return;
            }
            let before = self.at;
            self.extend(group);
            if self.at == before {
                return;
            }
        }
    }

    /// "l'aviateur Paul Martin", "le torréfacteur Kalirose": a trade that no list holds.
    fn before_name(&self, noun: WordId) -> bool {
        let listed = self.reader.lexicon.gender(noun).is_some();
        match self.reader.known(self.at).map(|known| known.kind) {
            Some(KnownKind::Entity(_, EntityKind::Person, _)) => true,
            Some(KnownKind::Entity(_, EntityKind::Organization, _)) => !listed,
            _ => false,
        }
    }

    fn extend(&mut self, group: &mut Group) {
        let reader = self.reader;
        if let Some((length, modifier)) = reader.modifier(self.at) {
            let role = matches!(group.head, Head::Role(_));
            // "directrice auparavant chez X", "la présidence du groupe X": the words belong to what follows.
            let named = |known: &Known| matches!(known.kind, KnownKind::Entity(_, EntityKind::Organization, _));
            let introduces = length > 1 && reader.known(self.at + length).is_some_and(named);
            if modifier == Modifier::Former && reader.adverb(self.at) > 0 || introduces {
                return;
            }
            if modifier == Modifier::Interim || modifier == Modifier::Outgoing {
                group.time = Some(modifier);
            }
            if role || length == 1 {
                self.at += length;
                if role && modifier != Modifier::Outgoing {
                    group.core.end = self.at;
                }
            }
            return;
        }
        if self.is_adjective_after(self.at) {
            self.at += 1;
            if matches!(group.head, Head::Role(_)) {
                group.core.end = self.at;
            }
        }
    }

    /// "la société ferme | son site": a word that is an adjective or a verb is a verb before what may be its object.
    fn takes_object(&self, at: usize) -> bool {
        let (reader, next) = (self.reader, at + 1);
        reader.known(next).is_some()
            || reader.determiner(next).is_some()
            || reader.is_class(next, WordClass::Negation(Negation::Full))
            || reader.is_infinitive(next)
    }

    /// A plain word behind a noun, neither verb, function word, nor the head of another group.
    fn is_adjective_after(&self, at: usize) -> bool {
        let reader = self.reader;
        if at >= reader.end || reader.known(at).is_some() || !reader.is_word(at) || reader.is_capital(at) {
            return false;
        }
        let flags = reader.flags(at);
        let shape = reader.token(at).shape;
        let adjective = flags.any(Flags::COMMON.with(Flags::DEMONYM)) && !flags.any(Flags::VERB)
            || flags.any(Flags::ADJECTIVE) && !self.takes_object(at);
        let unknown = flags == Flags::NONE && !shape.has(Shape::ELIDED.with(Shape::CLITIC).with(Shape::ADDRESS));
        (adjective || unknown || flags.any(Flags::DEMONYM))
            && !flags.any(Flags::FUNCTION)
            && reader.adverb(at) == 0
            && (!flags.any(NOMINAL) || flags.any(Flags::DEMONYM) && reader.noun_phrase(at).is_none())
            && reader.event(at).is_none()
            && !reader.is_class(at, WordClass::Coordination)
    }
}

fn known_head(kind: KnownKind) -> Head {
    match kind {
        KnownKind::Entity(index, kind, _) => Head::Entity(index, kind),
        KnownKind::Amount(index) => Head::Amount(index),
        KnownKind::Percentage(index) => Head::Percentage(index),
        KnownKind::Share(index) => Head::Share(index),
        KnownKind::Date(index) => Head::Date(index),
        KnownKind::Number(_) => Head::Number,
    }
}

fn phrase_head(phrase: &NounPhrase) -> Head {
    match phrase {
        NounPhrase::Role(role) => Head::Role(role.kind),
        NounPhrase::Organization(noun) => {
            Head::Organization { anaphoric: noun.anaphoric, part: matches!(&*noun.class, "board" | "unit" | "team") }
        }
        NounPhrase::Person(noun) => Head::Person { anaphoric: noun.anaphoric },
    }
}

fn phrase_agreement(phrase: &NounPhrase) -> (Option<Gender>, Option<Number>) {
    match phrase {
        NounPhrase::Role(role) => (role.gender, Some(role.number)),
        NounPhrase::Organization(noun) => (Some(noun.gender), Some(noun.number)),
        NounPhrase::Person(noun) => (Some(noun.gender), Some(noun.number)),
    }
}

/// What a determiner's form, in lower case, tells of its noun.
fn determiner_agreement(word: &str) -> (Option<Gender>, Option<Number>) {
    use Gender::{Feminine, Masculine};
    use Number::{Plural, Singular};
    match word {
        "le" | "un" | "ce" | "cet" | "mon" | "ton" | "certain" | "aucun" | "nul" => (Some(Masculine), Some(Singular)),
        "la" | "une" | "cette" | "sa" | "ma" | "ta" | "aucune" | "nulle" => (Some(Feminine), Some(Singular)),
        "les" | "des" | "ces" | "ses" | "leurs" | "quelques" | "plusieurs" | "nos" | "vos" => (None, Some(Plural)),
        _ => (None, None),
    }
}
