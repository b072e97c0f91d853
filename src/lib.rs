//! depeche reads French news articles and returns typed facts: hirings, departures and investments.

pub mod evaluate;
pub mod extractor;
pub mod lexicon;
pub mod text;
pub mod token;
pub mod types;

pub use extractor::{BuildError, Extractor, ExtractorBuilder, Gazetteer, GazetteerError};
pub use types::*;
