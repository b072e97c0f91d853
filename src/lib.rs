//! depeche reads French news articles and returns typed facts: hirings, departures and investments.

pub mod clause;
pub mod layout;
pub mod lexicon;
pub mod relation;
pub mod sentence;
pub mod text;
pub mod token;
pub mod types;
pub mod value;

pub use types::*;
