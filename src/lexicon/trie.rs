//! Phrases of words, found longest first.

use super::WordId;
use rustc_hash::FxHashMap;

/// Phrases by their words. Finding costs one look-up a word, whatever the number of phrases.
#[derive(Clone, Debug)]
pub struct Trie<T> {
    edges: FxHashMap<(u32, WordId), u32>,
    values: Vec<Option<T>>,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self { edges: FxHashMap::default(), values: vec![None] }
    }
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
    /// Adds a phrase. The first value given for a phrase is kept; tells whether this one was.
    pub fn insert(&mut self, words: impl IntoIterator<Item = WordId>, value: T) -> bool {
        let mut node = 0;
        for word in words {
            let fresh = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            node = *self.edges.entry((node, word)).or_insert(fresh);
            if node == fresh {
                self.values.push(None);
            }
        }
        match self.values.get_mut(node as usize) {
            Some(slot) if slot.is_none() && node != 0 => {
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
            let fresh = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            node = *self.edges.entry((node, word)).or_insert(fresh);
            if node == fresh {
                self.values.push(None);
            }
        }
        if node == 0 { None } else { self.values.get_mut(node as usize) }
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
        if word.is_known() { self.edges.get(&(node, word)) } else { None }
    }

    /// How many nodes it has; a measure of its size.
    pub fn node_count(&self) -> usize {
        self.values.len()
    }
}
