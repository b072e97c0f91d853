//! depeche reads French news articles and returns typed facts: hirings, departures and investments.
//!
//! No model, no network: data files say what words mean, engines apply them, and the same text always gives the same
//! answer.
//!
//! # Overview
//!
//! - [`Extractor`] reads articles. [`Extractor::french`] has the embedded data; [`Extractor::builder`] takes names and
//!   frames of one's own besides.
//! - [`Article`] is what goes in: a text and, if known, its date of publication.
//! - [`Extraction`] is what comes out: [`Sentence`]s, [`Entity`]s, [`Amount`]s, dates, and above all [`Relation`]s,
//!   each a [`Hiring`], [`Departure`] or [`Investment`], or a [`Generic`] of a type of one's own, with its [`Status`] and
//!   [`Evidence`].
//! - [`Span`] is a range of **bytes** of the text as given. [`Span::chars`] and [`Span::utf16`] count as others do.
//! - [`Gazetteer`] is a list of names.
//!
//! # Example
//!
//! ```
//! use depeche::{Article, Extractor, Relation, Status};
//!
//! let extractor = Extractor::french();
//! let text = "L'assureur Kalirose va recruter Claire Petit, ex-directrice financière d'Engie.";
//! let extraction = extractor.extract(&Article::new(text).published("2026-03-19".parse()?));
//! let [Relation::Hiring(hiring)] = extraction.relations.as_slice() else { panic!("one hiring") };
//! assert_eq!(hiring.person.as_ref().map(|person| person.name.as_str()), Some("Claire Petit"));
//! assert_eq!(hiring.employer.as_ref().map(|employer| employer.name.as_str()), Some("Kalirose"));
//! assert_eq!(hiring.status, Status::Planned);
//! // Every slot tells where it stands, every relation what it was read from.
//! let place = hiring.person.as_ref().map(|person| person.span.of(text));
//! assert_eq!(place, Some("Claire Petit"));
//! assert_eq!(hiring.evidence[0].frame, "hiring.recruter");
//! # Ok::<(), depeche::ParseDateError>(())
//! ```
//!
//! # Errors
//!
//! Errors depend on configuration, never on the text read. [`ExtractorBuilder::build`] and [`Gazetteer::from_path`] may
//! fail, and tell the file, the line, what was expected and what was found. [`Extractor::extract`] takes any `&str`,
//! cannot fail and does not panic; what it does not understand it leaves out.
//!
//! # Cost
//!
//! Reading is linear in the text. The first call of [`Extractor::french`] builds the data, in some tens of
//! milliseconds; clones share them, and threads need no lock. Compiling a list of one's own is linear in it.
//!
//! # Modules that are of use alone
//!
//! - [`sentence`]: boundaries of sentences in French news.
//! - [`value`]: numbers, money, percentages and dates of any French text.
//! - [`token`] and [`lexicon`]: words with all that they can be, and the conjugation of verbs.
//! - [`gazetteer`]: long lists of names, searched for on word edges.
//! - [`evaluate`]: extractions scored against annotated articles.
//!
//! The other modules are the stages of the pipeline, in the order of `ARCHITECTURE.md`: [`text`], [`layout`],
//! `sentence`, `token`, [`entity`], `value`, [`clause`], [`relation`], [`mod@reference`], [`event`]. They are public
//! for those who build on them or want to see how an answer came about; [`Extractor::explain`] prints it.
//!
//! # Features
//!
//! None: the crate has no cargo features.

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
mod explain;
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

/// The examples of the README, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
