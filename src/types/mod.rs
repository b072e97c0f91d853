//! Vocabulary types shared by every stage.

mod span;

pub use span::Span;
