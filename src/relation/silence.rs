//! What became of each frame that a word called up.

use super::candidate::Fill;
use super::frame::{Polarity, VoiceWanted};
use super::slot::Slot;
use crate::clause::GroupId;
use crate::lexicon::VerbId;
use std::ops::Range;

/// A frame that a verb, idiom or noun called up.
#[derive(Clone, Debug, PartialEq)]
pub struct Called {
    /// Index of the frame.
    pub frame: usize,
    /// The sentence.
    pub sentence: usize,
    /// The tokens of the verb, idiom or noun.
    pub trigger: Range<usize>,
    /// Why it told nothing; `None` if it gave a candidate.
    pub silent: Option<Silence>,
}

/// Why a frame told nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Silence {
    /// The verb is in another voice.
    Voice(VoiceWanted),
    /// The verb is negated otherwise than the frame wants it.
    Polarity(Polarity),
    /// The verb tells a state, which is not told to begin.
    State,
    /// The clause is only supposed: "si".
    Supposed,
    /// A group behind this preposition shows that something else is told.
    Preposition(u16, GroupId),
    /// An object shows the same.
    Object(GroupId),
    /// "Personne", "aucun" do it.
    Nobody(GroupId),
    /// The subject fits none of its slots, which shows that the verb means something else.
    Stranger(GroupId),
    /// With this verb around it, the noun tells nothing.
    Verb(VerbId),
    /// Without a verb that supports it, the noun tells nothing.
    Alone,
    /// What is filled does not suffice, or a filled slot speaks against it.
    Slots(Vec<Fill>),
}

impl Silence {
    /// Whether a slot that must be filled is among those that are.
    pub fn has(&self, slot: Slot) -> bool {
        matches!(self, Silence::Slots(fills) if fills.iter().any(|fill| fill.slot == slot))
    }
}
