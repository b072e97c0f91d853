//! The tokens of one sentence, with what this stage knows of their words.

use super::lexicon::{Entry, Key, Lexicon};
use crate::lexicon::Flags;
use crate::token::{Shape, Token, Tokens};
use std::ops::Range;

/// One sentence. Reading outside it gives empty entries, so that no rule looks across a sentence's edge.
#[derive(Clone)]
pub(super) struct View<'a> {
    pub tokens: &'a Tokens<'a>,
    pub lexicon: &'a Lexicon,
    pub range: Range<usize>,
}

impl<'a> View<'a> {
    pub fn holds(&self, at: usize) -> bool {
        self.range.contains(&at)
    }

    /// Whether no token of the sentence may carry a value, so that there is nothing to read. What only stands around
    /// values (prepositions, hedges, nouns of money) does not count.
    pub fn is_quiet(&self) -> bool {
        !self.all().iter().any(|token| is_digits(token) || token.flags.any(Flags::TELLS_VALUE))
    }

    /// The tokens with which a value may begin, a sign before a number included.
    pub fn places(&self, out: &mut Vec<usize>) {
        out.clear();
        let mut sign = None;
        for (at, token) in self.range.clone().zip(self.all()) {
            if is_digits(token) || token.flags.any(Flags::BEGINS_VALUE) {
                out.extend(sign.take().filter(|before| out.last() != Some(before)));
                out.push(at);
            }
            sign = token.shape.has(Shape::MARK).then_some(at);
        }
    }

    fn all(&self) -> &'a [Token] {
        self.tokens.all().get(self.range.clone()).unwrap_or(&[])
    }

    pub fn token(&self, at: usize) -> Token {
        self.tokens.get(if self.holds(at) { at } else { usize::MAX })
    }

    pub fn str(&self, at: usize) -> &'a str {
        if self.holds(at) { self.tokens.str(at) } else { "" }
    }

    pub fn entry(&self, at: usize) -> &'a Entry {
        self.lexicon.entry(self.token(at).word)
    }

    pub fn key(&self, at: usize) -> Key {
        self.entry(at).key
    }

    pub fn has(&self, at: usize, traits: u32) -> bool {
        self.entry(at).traits & traits != 0
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.token(at).shape.has(Shape::NUMBER)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).shape.has(Shape::WORD)
    }

    pub fn is_mark(&self, at: usize) -> bool {
        self.token(at).shape.has(Shape::MARK)
    }

    /// Whether no white space stands before a token inside the sentence.
    pub fn is_glued(&self, at: usize) -> bool {
        self.holds(at) && !self.token(at).shape.has(Shape::SPACED)
    }

    /// What stands between a token and the one before it.
    pub fn gap(&self, at: usize) -> &'a str {
        let (before, here) = (self.token(at.wrapping_sub(1)), self.token(at));
        self.tokens.text().get(before.span().end..here.span().start).unwrap_or("")
    }

    /// Whether a token is one of `marks`.
    pub fn is_one_of(&self, at: usize, marks: &str) -> bool {
        if !self.is_mark(at) {
            return false;
        }
        match self.str(at).as_bytes() {
            [mark] => marks.as_bytes().contains(mark),
            [first, ..] => !first.is_ascii() && marks.contains(self.str(at)),
            [] => false,
        }
    }

    pub fn is_dash(&self, at: usize) -> bool {
        self.is_mark(at) && self.is_one_of(at, "-‐‑–—−")
    }

    pub fn is_quote(&self, at: usize) -> bool {
        self.is_mark(at) && self.is_one_of(at, "«»\"“”(’'")
    }
}

fn is_digits(token: &Token) -> bool {
    token.shape.has(Shape::NUMBER.with(Shape::DIGITS))
}
