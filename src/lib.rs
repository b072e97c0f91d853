//! depeche reads French news articles and returns typed facts: hirings, departures and investments.

pub mod clause;
pub mod entity;
pub mod evaluate;
pub mod event;
mod extractor;
pub mod gazetteer;
pub mod layout;
pub mod lexicon;
pub mod reference;
pub mod relation;
pub mod sentence;
pub mod text;
pub mod token;
pub mod types;
pub mod value;

pub use extractor::{BuildError, Extractor, ExtractorBuilder};
pub use gazetteer::{Gazetteer, GazetteerError};
pub use types::*;
