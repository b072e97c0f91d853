//! What a post is called, so that two mentions of one post are known to be one.

use super::discourse::Told;
use super::words::words;
use crate::lexicon::{Keys, NounPhrase, WordId};
use std::ops::Range;

/// A post by its class and words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post<'a> {
    class: Option<&'a str>,
    words: Vec<WordId>,
    anaphoric: bool,
}

/// Words beyond these do not tell posts apart.
const LONGEST: usize = 8;

impl<'a> Post<'a> {
    /// The post that some tokens name.
    pub fn new(told: Told<'a>, tokens: Range<usize>) -> Post<'a> {
        let start = tokens.start;
        let keys = |depth: usize| {
            let token = told.tokens.get(start + depth);
            let word = if token.word.is_known() { token.word } else { token.base };
            Keys { word, alternative: token.base }
        };
        let (class, anaphoric) = match told.lexicon.nouns.longest(keys) {
            Some((_, NounPhrase::Role(role))) => (Some(&*role.class), role.anaphoric),
            _ => (None, false),
        };
        Post { class, anaphoric, words: tokens.take(LONGEST).map(|at| told.tokens.get(at).base).collect() }
    }

    /// Whether both name one post: "directeur général" and "PDG" do, "directeur financier" and "directeur" do not.
    pub fn is(&self, other: &Post<'_>) -> bool {
        let narrow = self.class.is_some_and(|class| !words().has("broad", class));
        let told = self.words.first().is_some_and(|word| word.is_known());
        narrow && self.class == other.class || told && self.words == other.words
    }

    /// Whether it is what somebody plays or coaches, rather than a post that others had: "défenseur".
    pub fn is_played(&self) -> bool {
        self.class.is_some_and(|class| words().has("played", class))
    }

    /// Whether the noun alone can mean a person named before: "l'animateur", "le dirigeant".
    pub fn is_anaphoric(&self) -> bool {
        let office = self.class.is_some_and(|class| words().has("office", class));
        self.anaphoric && !office || self.is_profession()
    }

    /// Whether it is what somebody has learnt rather than a post: "la juriste".
    pub fn is_profession(&self) -> bool {
        self.class.is_some_and(|class| words().has("profession", class))
    }
}
