//! depeche reads French news articles and returns typed facts: hirings, departures and investments.

// No input can make the library panic: whatever may fail is handled where it stands. Tests may.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unreachable,
        clippy::todo,
        clippy::unimplemented
    )
)]

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
