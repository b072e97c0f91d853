//! Local stand-in while the pipeline is being put together.

use crate::types::{Article, Extraction};
use std::path::Path;

/// Reads articles.
#[derive(Clone, Debug)]
pub struct Extractor;

/// Builds an [`Extractor`].
#[derive(Debug, Default)]
pub struct ExtractorBuilder;

/// Names to know.
#[derive(Clone, Debug)]
pub struct Gazetteer;

/// Why an extractor cannot be built.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct BuildError(String);

/// Why a gazetteer cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct GazetteerError(String);

impl Extractor {
    /// French.
    pub fn french() -> Self {
        Extractor
    }

    /// A builder.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder
    }

    /// Reads.
    pub fn extract(&self, article: &Article<'_>) -> Extraction {
        Extraction { published: article.published_date(), ..Extraction::default() }
    }
}

impl ExtractorBuilder {
    /// Adds names.
    pub fn gazetteer(self, _gazetteer: Gazetteer) -> Self {
        self
    }

    /// Adds frames.
    pub fn frames(self, _path: impl AsRef<Path>) -> Self {
        self
    }

    /// Builds.
    pub fn build(self) -> Result<Extractor, BuildError> {
        Ok(Extractor)
    }
}

impl Gazetteer {
    /// Reads a file.
    pub fn from_path(path: impl AsRef<Path>) -> Result<Gazetteer, GazetteerError> {
        std::fs::read_to_string(path.as_ref())
            .map(|_| Gazetteer)
            .map_err(|error| GazetteerError(format!("{}: {error}", path.as_ref().display())))
    }
}
