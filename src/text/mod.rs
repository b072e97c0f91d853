//! Stage 1: letters folded for matching.
//!
//! Two foldings serve the whole library. [`lower`] keeps accents, which tell "annonce" from "annoncé"; [`strip`]
//! drops them, so that "Elysée", "ELYSEE" and "Élysée" are one name. Both work on one word at a time, so that a span
//! never needs mapping back: it is taken from the original text before the word is folded.

mod fold;

pub use fold::{lower, strip};
