//! Phrases of words, found longest first.

use super::WordId;
use rustc_hash::FxHashMap;

/// Phrases by their words. Finding costs one look-up a word, whatever the number of phrases, and a test of one bit at
/// the words that begin none.
#[derive(Clone, Debug)]
pub struct Trie<T> {
    /// From a node over a word to the next node; see [`key`].
    edges: FxHashMap<u64, u32>,
    values: Vec<Option<T>>,
    /// One bit a word: whether a phrase begins with it.
    first: Vec<u64>,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self { edges: FxHashMap::default(), values: vec![None], first: Vec::new() }
    }
}

/// An edge's node and word in one number, which hashes in one step.
fn key(node: u32, word: WordId) -> u64 {
    u64::from(node) << 32 | word.index() as u64
}

/// The ways in which one token may continue a phrase: as itself, or as the preposition that it contracts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Keys {
    /// The word itself.
    pub word: WordId,
    /// What it may stand for ("du" for "de"); [`WordId::UNKNOWN`] if nothing else.
    pub alternative: WordId,
}

impl<T> Trie<T> {
    /// Room for so many words of phrases.
    pub fn reserve(&mut self, words: usize) {
        self.edges.reserve(words);
        self.values.reserve(words);
    }

    /// Adds a phrase. The first value given for a phrase is kept; tells whether this one was.
    pub fn insert(&mut self, words: impl IntoIterator<Item = WordId>, value: T) -> bool {
        match self.slot(words) {
            Some(slot) if slot.is_none() => {
                *slot = Some(value);
                true
            }
            _ => false,
        }
    }

    /// The place for the value of a phrase, which becomes known even while the place stays empty. `None` for no words.
    pub fn slot(&mut self, words: impl IntoIterator<Item = WordId>) -> Option<&mut Option<T>> {
        let mut node = 0;
        for word in words {
            if node == 0 {
                self.begin(word);
            }
            let fresh = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            node = *self.edges.entry(key(node, word)).or_insert(fresh);
            if node == fresh {
                self.values.push(None);
            }
        }
        if node == 0 { None } else { self.values.get_mut(node as usize) }
    }

    fn begin(&mut self, word: WordId) {
        let place = word.index() / 64;
        if self.first.len() <= place {
            self.first.resize(place + 1, 0);
        }
        if let Some(bits) = self.first.get_mut(place) {
            *bits |= 1 << (word.index() % 64);
        }
    }

    /// The words that phrases begin with.
    pub fn beginnings(&self) -> impl Iterator<Item = WordId> + '_ {
        let places = (0..self.first.len() * 64).filter_map(|place| u32::try_from(place).ok());
        places.map(WordId::from_index).filter(|word| self.begins(*word))
    }

    /// Whether a phrase begins with a word.
    pub fn begins(&self, word: WordId) -> bool {
        self.first.get(word.index() / 64).is_some_and(|bits| bits >> (word.index() % 64) & 1 == 1)
    }

    /// From one node, 0 at the start of a phrase, over a word to the next node.
    pub fn step(&self, node: u32, word: WordId) -> Option<u32> {
        self.edge(node, word).copied()
    }

    /// The value of the phrase that ends at a node.
    pub fn value(&self, node: u32) -> Option<&T> {
        self.values.get(node as usize)?.as_ref()
    }

    /// The longest phrase that begins with `keys(0)`, with its length in words.
    pub fn longest(&self, keys: impl Fn(usize) -> Keys) -> Option<(usize, &T)> {
        let (mut node, mut length, mut best) = (0, 0, None);
        loop {
            let key = keys(length);
            let Some(&next) = self.edge(node, key.word).or_else(|| self.edge(node, key.alternative)) else { break };
            node = next;
            length += 1;
            if let Some(Some(value)) = self.values.get(node as usize) {
                best = Some((length, value));
            }
        }
        best
    }

    fn edge(&self, node: u32, word: WordId) -> Option<&u32> {
        if !word.is_known() || node == 0 && !self.begins(word) {
            return None;
        }
        self.edges.get(&key(node, word))
    }

    /// How many nodes it has; a measure of its size.
    pub fn node_count(&self) -> usize {
        self.values.len()
    }
}
