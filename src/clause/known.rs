//! What earlier stages found in a sentence.

use crate::lexicon::Gender;
use crate::types::EntityKind;
use std::ops::Range;

/// A name or value that an earlier stage found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: KnownKind,
}

/// What a known stretch of tokens is, with its index in the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownKind {
    /// A name, with what the entity is.
    Entity(usize, EntityKind, Option<Gender>),
    /// An amount of money.
    Amount(usize),
    /// A percentage.
    Percentage(usize),
    /// A share in words.
    Share(usize),
    /// A date.
    Date(usize),
    /// A number.
    Number(usize),
}
