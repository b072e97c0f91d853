//! Stage 6: numbers, money, percentages and dates.
//!
//! The words are data (`grammar/values/`, `gazetteers/currencies.tsv`); the engines are here: an accumulator that knows
//! which number words may follow which, phrases for units and hedges, a calendar, and the choice of a past or a future
//! day. Every number of a sentence is found first; then money, percentages, shares and dates each claim theirs, and what
//! is left over is a [`NumberMention`].

mod accumulate;
mod bare;
mod bound;
mod currency;
mod date;
mod error;
mod lexicon;
mod money;
mod noise;
mod number;
mod numeral;
mod percent;
mod phrase;
mod range;
mod read;
mod view;

pub use error::DataError;
pub use percent::ShareValue;
pub use read::ValueReader;

use crate::types::{Amount, Date, DateMention, NumberMention, Percentage, Span};
use std::ops::Range;

/// All values of a text, each kind in reading order.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Values {
    /// Amounts of money.
    pub amounts: Vec<Amount>,
    /// Numbers that are no part of anything else.
    pub numbers: Vec<NumberMention>,
    /// Percentages.
    pub percentages: Vec<Percentage>,
    /// Parts of a whole told in words.
    pub shares: Vec<Share>,
    /// Dates.
    pub dates: Vec<DateMention>,
    /// The publication date: the one given, or one found in the text.
    pub published: Option<Date>,
    /// The tokens that each value takes.
    pub tokens: ValueTokens,
}

/// A part of a whole told in words, such as a stake: "un tiers du capital", "une participation minoritaire".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Where, in bytes of the original text.
    pub span: Span,
    /// How large it is.
    pub value: ShareValue,
}

/// The tokens of each value of [`Values`], at the same index. They take in the words that hedge it ("plus de"), so that
/// a later stage can step over a value as over one word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueTokens {
    /// Of each amount.
    pub amounts: Vec<Range<usize>>,
    /// Of each number.
    pub numbers: Vec<Range<usize>>,
    /// Of each percentage.
    pub percentages: Vec<Range<usize>>,
    /// Of each share.
    pub shares: Vec<Range<usize>>,
    /// Of each date.
    pub dates: Vec<Range<usize>>,
}
