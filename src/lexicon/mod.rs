//! French words: their ids, what they can be, and how verbs are conjugated.
//!
//! Not a stage but what the stages share: every token is looked up once in the [`Vocabulary`], and all that follows
//! compares ids.

pub mod conjugation;
mod vocabulary;

pub use vocabulary::{Flags, Vocabulary, WordId};
