use thiserror::Error;

/// How large an article may be to be read; see [`Extractor::extract_within`](crate::Extractor::extract_within).
///
/// ```
/// use depeche::{Article, Extractor, LimitError, Limits};
/// let limits = Limits { bytes: 20, ..Limits::default() };
/// let refused = Extractor::french().extract_within(&Article::new("Claire Petit rejoint Engie."), limits);
/// assert_eq!(refused, Err(LimitError::Bytes { found: 27, limit: 20 }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of text.
    pub bytes: usize,
    /// The most people, organizations, places and products.
    pub entities: usize,
}

impl Limits {
    /// No text of more bytes can be read: four gigabytes.
    pub const MOST_BYTES: usize = u32::MAX as usize;
}

impl Default for Limits {
    /// What the library can read at most.
    fn default() -> Self {
        Self { bytes: Self::MOST_BYTES, entities: usize::MAX }
    }
}

/// Why an article was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LimitError {
    /// Its text is too long.
    #[error("{found} bytes of text, more than {limit}")]
    Bytes {
        /// How many it has.
        found: usize,
        /// How many it may have.
        limit: usize,
    },
    /// It names too many.
    #[error("{found} entities, more than {limit}")]
    Entities {
        /// How many it names.
        found: usize,
        /// How many it may name.
        limit: usize,
    },
}
