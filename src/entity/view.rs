//! What the stage asks about single tokens.

use super::cues::{Cue, Cues};
use crate::gazetteer::CompiledGazetteer;
use crate::lexicon::{Flags, Lexicon, Reading, VerbForm, WordId};
use crate::token::{Shape, Token, Tokens, pieces_of};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// A text with all that is known of its words.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub tokens: &'a Tokens<'a>,
    pub lexicon: &'a Lexicon,
    pub cues: &'a Cues,
    pub gazetteer: &'a CompiledGazetteer,
    pub topic: super::topic::Topic,
}

impl<'a> View<'a> {
    pub fn token(&self, at: usize) -> Token {
        self.tokens.get(at)
    }

    pub fn str(&self, at: usize) -> &'a str {
        self.tokens.str(at)
    }

    /// Classes of the word with its accents.
    pub fn flags(&self, at: usize) -> Flags {
        self.token(at).flags
    }

    /// Classes of the word without its accents: those of names.
    pub fn base_flags(&self, at: usize) -> Flags {
        self.token(at).base_flags
    }

    pub fn cue(&self, at: usize) -> Cue {
        self.cues.word(self.token(at).base)
    }

    pub fn is_capital(&self, at: usize) -> bool {
        let shape = self.token(at).shape;
        shape.has(Shape::WORD) && shape.has(Shape::CAPITAL.with(Shape::CAMEL)) && !shape.has(Shape::ADDRESS)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).shape.has(Shape::WORD)
    }

    pub fn is_ordinary(&self, at: usize) -> bool {
        self.flags(at).any(Flags::ORDINARY)
    }

    /// An ordinary word that is more than the form of a verb: names are spelt like verbs by chance.
    pub fn is_common(&self, at: usize) -> bool {
        const NOUNS: Flags = Flags::COMMON
            .with(Flags::FUNCTION)
            .with(Flags::ROLE)
            .with(Flags::ORGANIZATION_NOUN)
            .with(Flags::PERSON_NOUN)
            .with(Flags::DEMONYM);
        self.flags(at).any(NOUNS)
    }

    /// Told by the first part of a compound: "Jean-Pierre".
    pub fn first_name(&self, at: usize) -> Option<crate::gazetteer::FirstName> {
        let token = self.token(at);
        if self.flags(at).any(Flags::FUNCTION) {
            return None;
        }
        if token.base_flags.any(Flags::FIRST_NAME.with(Flags::AMBIGUOUS_FIRST_NAME)) {
            return self.gazetteer.first_name(token.base);
        }
        if !token.shape.has(Shape::HYPHEN) {
            return None;
        }
        let part = self.str(at).split(['-', '‐', '‑']).next()?;
        let mut folded = String::new();
        crate::text::strip(part, &mut folded);
        self.gazetteer.first_name(self.lexicon.vocabulary.find(&folded))
    }

    pub fn is_sure_first_name(&self, at: usize) -> bool {
        self.first_name(at).is_some_and(|name| !name.ambiguous)
    }

    /// A form that only a subject takes: "annonce", "a".
    pub fn is_finite(&self, at: usize) -> bool {
        self.readings(at).iter().any(|reading| matches!(reading.form, VerbForm::Finite(..)))
    }

    pub fn is_participle(&self, at: usize) -> bool {
        self.readings(at).iter().any(|reading| matches!(reading.form, VerbForm::PastParticiple(..)))
    }

    /// What a verb says of its subject and object; for a compound tense, what the participle says.
    pub fn verb_cue(&self, at: usize) -> Cue {
        self.cues.readings(self.readings(at))
    }

    fn readings(&self, at: usize) -> &'a [Reading] {
        let token = self.token(at);
        if token.flags.any(Flags::VERB) { self.lexicon.verbs.readings(token.word) } else { &[] }
    }

    /// Whether the token is this word, told in lower case.
    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        let text = self.str(at);
        text.len() <= 8 && words.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    /// "de", "du", "des", "d'".
    pub fn is_de(&self, at: usize) -> bool {
        self.is_own(at, Flags::DE)
    }

    pub fn is_article(&self, at: usize) -> bool {
        self.is_own(at, Flags::ARTICLE)
    }

    /// Whether the token is a word of a class by itself, neither an acronym nor behind the hyphen of a verb.
    fn is_own(&self, at: usize, class: Flags) -> bool {
        let token = self.token(at);
        token.flags.any(class) && !token.shape.has(Shape::CLITIC.with(Shape::DOTTED))
    }

    /// Hands on a number for each piece of a name: equal for words that differ by case or accents alone.
    pub fn pieces(&self, range: Range<usize>, folded: &mut String, mut each: impl FnMut(u64)) {
        let vocabulary = &self.lexicon.vocabulary;
        for at in range {
            let token = self.token(at);
            if token.base.is_known() && !token.shape.has(Shape::HYPHEN) {
                each(of_word(token.base));
                continue;
            }
            pieces_of(self.str(at), token.shape, folded, &mut |piece: &str| {
                let known = vocabulary.find(piece);
                each(if known.is_known() { of_word(known) } else { of_text(piece) });
            });
        }
    }
}

pub(super) fn of_word(word: WordId) -> u64 {
    mix(0x51_7cc1_b727_220a, word.index() as u64)
}

fn of_text(piece: &str) -> u64 {
    let mut hasher = FxHasher::default();
    piece.hash(&mut hasher);
    mix(1, hasher.finish())
}

/// One number out of two, in order.
pub(super) fn mix(so_far: u64, next: u64) -> u64 {
    (so_far.rotate_left(23) ^ next).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
