//! What a frame read in one clause or noun group, before anybody is identified.

use super::slot::{RelationKind, Slot};
use crate::clause::GroupId;
use crate::types::{InvestmentKind, Reason, Status};
use std::ops::Range;

/// A relation as one construction tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What it tells.
    pub relation: RelationKind,
    /// Index of the frame.
    pub frame: usize,
    /// The sentence that it stands in.
    pub sentence: usize,
    /// The tokens of the clause.
    pub tokens: Range<usize>,
    /// What fills its slots.
    pub fills: Vec<Fill>,
    /// Whether it happened, will, might, or was denied.
    pub status: Status,
    /// Why somebody leaves.
    pub reason: Option<Reason>,
    /// Of which kind an investment is.
    pub kind: Option<InvestmentKind>,
}

/// A slot with what fills it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The slot.
    pub slot: Slot,
    /// By which words.
    pub filler: Filler,
}

/// The words that fill a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filler {
    /// A noun group of the sentence.
    Group(GroupId),
    /// Whoever "son", "leur" before that group means.
    Possessor(GroupId),
    /// Whatever that group is a part of, where the words do not say: "20 % du capital".
    Whole(GroupId),
    /// Whoever a pronoun before the verb means: "lui", "en".
    Clitic {
        /// The verb's first token.
        token: usize,
        /// More than one.
        plural: bool,
    },
}

impl Candidate {
    /// What fills a slot, the first if several do.
    pub fn get(&self, slot: Slot) -> Option<Filler> {
        self.fills.iter().find(|fill| fill.slot == slot).map(|fill| fill.filler)
    }

    /// Whether something fills a slot.
    pub fn has(&self, slot: Slot) -> bool {
        self.get(slot).is_some()
    }
}
