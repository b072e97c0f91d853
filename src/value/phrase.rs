//! Phrases of several words, looked up by their first or last word, and scales that are written short.

use super::lexicon::{Lexicon, folded};
use super::view::View;
use crate::lexicon::{Flags, Vocabulary, WordId};
use crate::token::tokenize;
use crate::types::Span;
use rustc_hash::FxHashMap;

/// Phrases that each carry a value; the longest one wins.
#[derive(Clone, Debug)]
pub(super) struct Phrases<T> {
    by_word: FxHashMap<WordId, Vec<Phrase<T>>>,
    backward: bool,
}

#[derive(Clone, Debug)]
struct Phrase<T> {
    words: Vec<WordId>,
    /// Set for abbreviations, whose letters must be the very same.
    exact: Option<Box<[Box<str>]>>,
    value: T,
}

impl<T: Copy> Phrases<T> {
    /// Phrases read from their first word on.
    pub fn forward() -> Self {
        Self { by_word: FxHashMap::default(), backward: false }
    }

    /// Phrases read from their last word back.
    pub fn backward() -> Self {
        Self { by_word: FxHashMap::default(), backward: true }
    }

    /// Adds a phrase, cut into words the way texts are, and gives `traits` to the word that it is looked up by. `exact`
    /// asks for the very same letters.
    pub fn add(
        &mut self,
        lexicon: &mut Lexicon,
        vocabulary: &mut Vocabulary,
        (text, exact): (&str, bool),
        traits: u32,
        value: T,
    ) {
        let parts = parts(vocabulary, text);
        let mut words: Vec<WordId> = Vec::with_capacity(parts.len());
        for part in &parts {
            lexicon.mark(vocabulary, part, 0);
            words.push(vocabulary.find(&folded(part)));
        }
        let key = if self.backward { parts.last() } else { parts.first() };
        if let Some(key) = key {
            lexicon.mark(vocabulary, key, traits);
        }
        if self.backward {
            words.reverse();
        }
        let exact = exact.then(|| parts.into_iter().map(String::into_boxed_str).collect());
        let Some(first) = words.first().copied() else { return };
        let row = self.by_word.entry(first).or_default();
        if !row.iter().any(|p| p.words == words && p.exact == exact) {
            row.push(Phrase { words, exact, value });
            row.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
    }

    /// The longest phrase that begins (or, read backward, ends) at a token, with its number of tokens.
    pub fn at(&self, view: &View, at: usize) -> Option<(T, usize)> {
        let word = view.token(at).word;
        if !word.is_known() {
            return None;
        }
        let row = self.by_word.get(&word)?;
        let found = row.iter().find(|phrase| self.fits(view, at, phrase))?;
        Some((found.value, found.words.len()))
    }

    fn fits(&self, view: &View, at: usize, phrase: &Phrase<T>) -> bool {
        let place = |i: usize| if self.backward { at.wrapping_sub(i) } else { at + i };
        if !phrase.words.iter().enumerate().all(|(i, &word)| view.token(place(i)).word == word) {
            return false;
        }
        match &phrase.exact {
            Some(letters) => letters.iter().enumerate().all(|(i, letters)| view.str(place(i)) == &**letters),
            None => true,
        }
    }
}

fn parts(vocabulary: &Vocabulary, text: &str) -> Vec<String> {
    let tokens = tokenize(text, &[Span::new(0, text.len())], vocabulary);
    (0..tokens.all().len()).map(|i| tokens.str(i).trim_end_matches('-').to_owned()).map(keep_dash).collect()
}

fn keep_dash(part: String) -> String {
    if part.is_empty() { "-".to_owned() } else { part }
}

/// "M", "Mds", "k", and "ME", "MdE" with their currency.
#[derive(Clone, Debug, Default)]
pub(super) struct Scales {
    pub short: FxHashMap<Box<str>, u8>,
    pub glued: FxHashMap<Box<str>, (u8, u16)>,
}

impl Scales {
    pub fn abbreviation(&self, text: &str) -> Option<u8> {
        self.short.get(text).copied()
    }

    pub fn with_currency(&self, text: &str) -> Option<(u8, u16)> {
        self.glued.get(text).copied()
    }

    pub fn add(&mut self, lexicon: &mut Lexicon, vocabulary: &mut Vocabulary, text: &str, power: u8) {
        lexicon.edit(vocabulary, text, Flags::VALUE).traits |= super::lexicon::SCALE;
        self.short.insert(text.into(), power);
    }
}
