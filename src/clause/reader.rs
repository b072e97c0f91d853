//! Looking at the tokens of one sentence.

use super::known::Known;
use super::triggers::Triggers;
use super::words::{self, Kinds, Word};
use crate::lexicon::{
    Contraction, Determiner, Flags, Keys, Lexicon, Modifier, NounPhrase, Pronoun, Reading, VerbForm, WordClass,
};
use crate::token::{Shape, Token, Tokens};
use std::ops::Range;

/// One sentence with all that helps to read it. Copying it is cheap.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub tokens: &'a Tokens<'a>,
    pub start: usize,
    pub end: usize,
    words: &'a [Word<'a>],
    pub lexicon: &'a Lexicon,
    pub triggers: &'a Triggers,
}

impl<'a> Reader<'a> {
    pub fn new(
        tokens: &'a Tokens<'a>,
        range: Range<usize>,
        words: &'a [Word<'a>],
        lexicon: &'a Lexicon,
        triggers: &'a Triggers,
    ) -> Self {
        Self { tokens, start: range.start, end: range.end, words, lexicon, triggers }
    }

    /// The token at a place; an empty one outside the sentence.
    pub fn token(&self, at: usize) -> Token {
        if at < self.end { self.tokens.get(at) } else { self.tokens.get(usize::MAX) }
    }

    pub fn str(&self, at: usize) -> &'a str {
        if at < self.end { self.tokens.str(at) } else { "" }
    }

    /// What is known of a token; nothing outside the sentence.
    fn word(&self, at: usize) -> &'a Word<'a> {
        self.words.get(at.wrapping_sub(self.start)).unwrap_or(&words::NONE)
    }

    /// The name or value that begins at a token.
    pub fn known(&self, at: usize) -> Option<&'a Known> {
        self.word(at).known
    }

    pub fn flags(&self, at: usize) -> Flags {
        self.word(at).flags
    }

    /// Whether phrases of a class begin with the token.
    pub fn begins(&self, at: usize, class: Flags) -> bool {
        self.word(at).begins.any(class)
    }

    /// Whether a token belongs to one of some closed classes.
    pub fn is(&self, at: usize, kinds: Kinds) -> bool {
        self.word(at).kinds.any(kinds)
    }

    pub fn classes(&self, at: usize) -> &'a [WordClass] {
        self.word(at).classes
    }

    /// Whether a word belongs to no closed class, and to no phrase of function words. "A" may be a preposition.
    pub fn is_open(&self, at: usize) -> bool {
        let word = self.word(at);
        word.classes.is_empty() && !word.flags.any(Flags::FUNCTION) && self.str(at) != "A"
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).shape.has(Shape::WORD)
    }

    pub fn is_mark(&self, at: usize) -> bool {
        self.token(at).shape.has(Shape::MARK)
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.token(at).shape.has(Shape::CAPITAL)
    }

    /// How the token may continue a phrase: contractions also count as their preposition, "A" as "à".
    pub fn keys(&self, at: usize) -> Keys {
        self.word(at).keys
    }

    pub fn contraction(&self, at: usize) -> Option<Contraction> {
        if !self.is(at, Kinds::CONTRACTION) {
            return None;
        }
        self.classes(at).iter().find_map(|class| match class {
            WordClass::Contraction(contraction) => Some(*contraction),
            _ => None,
        })
    }

    pub fn determiner(&self, at: usize) -> Option<Determiner> {
        if !self.is(at, Kinds::DETERMINER) {
            return None;
        }
        self.classes(at).iter().find_map(|class| match class {
            WordClass::Determiner(determiner) => Some(*determiner),
            _ => None,
        })
    }

    pub fn pronouns(&self, at: usize) -> impl Iterator<Item = Pronoun> + 'a {
        self.classes(at).iter().filter_map(|class| match class {
            WordClass::Pronoun(pronoun) => Some(*pronoun),
            _ => None,
        })
    }

    pub fn is_class(&self, at: usize, wanted: WordClass) -> bool {
        self.classes(at).contains(&wanted)
    }

    /// What the token can be as a verb; nothing inside names.
    pub fn readings(&self, at: usize) -> &'a [Reading] {
        self.word(at).readings
    }

    pub fn reading(&self, at: usize, wanted: impl Fn(VerbForm) -> bool) -> Option<Reading> {
        self.readings(at).iter().copied().find(|reading| wanted(reading.form))
    }

    pub fn is_finite(&self, at: usize) -> bool {
        self.reading(at, |form| matches!(form, VerbForm::Finite(..))).is_some()
    }

    pub fn is_infinitive(&self, at: usize) -> bool {
        self.reading(at, |form| form == VerbForm::Infinitive).is_some()
    }

    pub fn is_auxiliary(&self, at: usize) -> bool {
        self.readings(at).iter().any(|r| self.lexicon.verbs.is_auxiliary(r.verb))
    }

    /// A noun phrase of the lexicon: a post, an organization, a person.
    pub fn noun_phrase(&self, at: usize) -> Option<(usize, &'a NounPhrase)> {
        let nominal = Flags::ROLE.with(Flags::ORGANIZATION_NOUN).with(Flags::PERSON_NOUN);
        if !self.flags(at).any(nominal) {
            return None;
        }
        self.lexicon.nouns.longest(|depth| self.keys(at + depth))
    }

    /// Whether a noun of several words begins in a range and ends behind it: "au conseil | d'administration".
    pub fn noun_phrase_crosses(&self, range: Range<usize>) -> bool {
        let end = range.end;
        range.into_iter().any(|at| self.noun_phrase(at).is_some_and(|(length, _)| at + length > end))
    }

    /// A noun for an event.
    pub fn event(&self, at: usize) -> Option<(usize, u16)> {
        if !self.flags(at).any(Flags::TRIGGER) {
            return None;
        }
        self.triggers.event(|depth| self.keys(at + depth))
    }

    pub fn modifier(&self, at: usize) -> Option<(usize, Modifier)> {
        if !self.begins(at, Flags::BEGINS_MODIFIER) {
            return None;
        }
        self.lexicon.modifiers.longest(|depth| self.keys(at + depth)).map(|(n, m)| (n, *m))
    }

    /// How many tokens an adverb takes here; 0 if none stands here.
    pub fn adverb(&self, at: usize) -> usize {
        if at >= self.end || self.known(at).is_some() {
            return 0;
        }
        if self.begins(at, Flags::BEGINS_ADVERB) {
            if let Some((length, ())) = self.lexicon.adverbs.longest(|depth| self.keys(at + depth)) {
                return length;
            }
        }
        let flags = self.flags(at);
        let manner = !flags.any(Flags::VERB.with(Flags::COMMON).with(Flags::ORGANIZATION_NOUN))
            && self.str(at).len() > 6
            && self.str(at).ends_with("ment")
            && (!self.is_capital(at) || at == self.start);
        usize::from(flags.any(Flags::ADVERB) || manner)
    }

    /// The longest preposition here: tokens taken and its id.
    pub fn preposition(&self, at: usize) -> Option<(usize, u16)> {
        let begins = at < self.end && self.begins(at, Flags::BEGINS_PREPOSITION);
        if !begins || !self.flags(at).any(Flags::FUNCTION) && self.str(at) != "A" {
            return None;
        }
        let found = self.lexicon.prepositions.longest(|depth| self.keys(at + depth));
        found.filter(|(length, _)| *length > 1 || self.str(at) != "A")
    }
}
