//! depeche reads French news articles and returns typed facts: hirings, departures and investments.

pub mod entity;
pub mod gazetteer;
pub mod lexicon;
pub mod text;
pub mod token;
pub mod types;

pub use types::*;
