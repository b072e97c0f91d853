//! Finding the names of a gazetteer among the tokens of a text.

use super::compile::{CompiledGazetteer, NameTraits};
use crate::lexicon::{Flags, Vocabulary};
use crate::token::{Shape, Tokens, pieces_of};
use crate::types::EntityKind;
use std::ops::Range;

/// A name found at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The tokens of the name.
    pub tokens: Range<usize>,
    /// Number of the first name that these words are; see [`CompiledGazetteer::names_of`].
    pub(crate) name: u32,
    /// Whether the words alone do not tell that a name is meant: an ordinary word, or one marked ambiguous.
    pub ambiguous: bool,
}

/// One thing that a name can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The entry's number.
    pub entry: u32,
    /// What it is.
    pub kind: EntityKind,
    /// Whether the list says that the name is an ordinary word, or something else, as well.
    pub ambiguous: bool,
}

/// The entries that one name can mean, in the order of their lists.
#[derive(Clone, Debug)]
pub struct Names<'g> {
    gazetteer: &'g CompiledGazetteer,
    next: u32,
}

impl Iterator for Names<'_> {
    type Item = Meaning;

    fn next(&mut self) -> Option<Self::Item> {
        let name = self.gazetteer.names.get(self.next as usize)?;
        self.next = name.next;
        Some(Meaning { entry: name.entry, kind: self.gazetteer.kind(name.entry)?, ambiguous: name.traits.ambiguous })
    }
}

impl CompiledGazetteer {
    /// The entries that a hit can mean.
    pub fn names_of(&self, hit: &Hit) -> Names<'_> {
        Names { gazetteer: self, next: hit.name }
    }

    /// Every name of a text that is not ambiguous, leftmost first, longest first, without overlaps. For uses outside
    /// the entity stage, which also weighs the ambiguous ones. Linear in the text.
    pub fn matches(&self, tokens: &Tokens<'_>, vocabulary: &Vocabulary) -> Vec<Hit> {
        let mut finder = Finder::new(self, vocabulary);
        let mut out = Vec::new();
        for sentence in tokens.sentences() {
            let mut at = sentence.start;
            while at < sentence.end {
                let hit = finder.longest(tokens, at, sentence.end).filter(|hit| !hit.ambiguous);
                at = hit.as_ref().map_or(at + 1, |hit| hit.tokens.end);
                out.extend(hit);
            }
        }
        out
    }
}

/// Searches one text; keeps a buffer between tokens.
#[derive(Debug)]
pub struct Finder<'g> {
    gazetteer: &'g CompiledGazetteer,
    vocabulary: &'g Vocabulary,
    folded: String,
}

/// Longer names do not exist; the bound keeps the search linear whatever the list.
const LONGEST: usize = 24;

impl<'g> Finder<'g> {
    /// For texts whose tokens were looked up in `vocabulary`.
    pub fn new(gazetteer: &'g CompiledGazetteer, vocabulary: &'g Vocabulary) -> Self {
        Self { gazetteer, vocabulary, folded: String::new() }
    }

    /// The longest name that begins at a token and ends before `end`, if its letters are those of a name.
    pub fn longest(&mut self, tokens: &Tokens<'_>, start: usize, end: usize) -> Option<Hit> {
        let token = tokens.get(start);
        let may_start = token.base_flags.any(Flags::NAME_START)
            || token.shape.has(Shape::HYPHEN)
            || token.shape.has(Shape::NUMBER) && tokens.get(start + 1).shape.has(Shape::CAPITAL.with(Shape::WORD));
        if !may_start {
            return None;
        }
        self.walk(tokens, start, end, 0)
    }

    /// The same for a name whose article a contraction holds: "du Monde", "aux Echos". The hit begins after it.
    pub fn longest_after_contraction(&mut self, tokens: &Tokens<'_>, at: usize, end: usize) -> Option<Hit> {
        let article = match tokens.str(at) {
            "du" | "au" | "Du" | "Au" => "le",
            "des" | "aux" | "Des" | "Aux" => "les",
            _ => return None,
        };
        let node = self.gazetteer.trie.step(0, self.vocabulary.find(article))?;
        self.walk(tokens, at + 1, end, node)
    }

    fn walk(&mut self, tokens: &Tokens<'_>, start: usize, end: usize, from: u32) -> Option<Hit> {
        let (mut node, mut best) = (from, None);
        for at in start..end.min(start + LONGEST) {
            let Some(next) = self.over(tokens, at, node) else { break };
            node = next;
            let Some(&name) = self.gazetteer.trie.value(node) else { continue };
            let traits = self.gazetteer.names.get(name as usize).map_or(NameTraits::default(), |n| n.traits);
            if let Some(ambiguous) = self.accepts(tokens, start..at + 1, name, traits, from != 0) {
                best = Some(Hit { tokens: start..at + 1, name, ambiguous });
            }
        }
        best
    }

    /// Follows the pieces of one token.
    fn over(&mut self, tokens: &Tokens<'_>, at: usize, node: u32) -> Option<u32> {
        let token = tokens.get(at);
        let trie = &self.gazetteer.trie;
        if !token.shape.has(Shape::HYPHEN.with(Shape::NUMBER)) {
            return trie.step(node, token.base);
        }
        let (vocabulary, mut reached) = (self.vocabulary, Some(node));
        pieces_of(tokens.str(at), token.shape, &mut self.folded, &mut |piece: &str| {
            reached = reached.and_then(|node| trie.step(node, vocabulary.find(piece)));
        });
        reached
    }

    /// Whether the letters are those of the name, and if so whether they may be ordinary words all the same.
    fn accepts(
        &self,
        tokens: &Tokens<'_>,
        range: Range<usize>,
        name: u32,
        traits: NameTraits,
        after_article: bool,
    ) -> Option<bool> {
        if traits.glued && !self.is_glued(tokens, range.clone()) {
            return None;
        }
        let content = range.clone().find(|&at| !tokens.get(at).flags.any(Flags::FUNCTION) || range.len() == 1)?;
        let first = tokens.get(content);
        let upper = Shape::CAPITAL.with(Shape::CAMEL).with(Shape::ALL_CAPS);
        if range.len() == 1 && traits.acronym && !first.shape.has(Shape::ALL_CAPS) {
            return None;
        }
        if traits.capital && !first.shape.has(upper.with(Shape::NUMBER)) {
            let later = content + 1..range.end;
            let institution = first.flags.any(Flags::ORGANIZATION_NOUN);
            if !institution || !later.clone().any(|at| tokens.get(at).shape.has(upper)) {
                return None;
            }
        }
        let single = content + 1 == range.end;
        let lists_say = Names { gazetteer: self.gazetteer, next: name }.all(|meaning| meaning.ambiguous);
        Some(lists_say || single && !after_article && first.flags.any(Flags::ORDINARY) && content == range.start)
    }

    fn is_glued(&self, tokens: &Tokens<'_>, range: Range<usize>) -> bool {
        let after = tokens.get(range.end);
        let unit = !after.shape.has(Shape::SPACED) && matches!(tokens.str(range.end), "€" | "$" | "£");
        let loose = |at: usize| tokens.get(at - 1).shape.has(Shape::NUMBER) && tokens.get(at).shape.has(Shape::SPACED);
        !unit && !range.skip(1).any(loose)
    }
}
