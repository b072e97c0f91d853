use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A range of **bytes** of the original text, always on `char` boundaries of that text.
///
/// ```
/// use depeche::Span;
/// let text = "L’Élysée";
/// let span = Span::new(4, text.len());
/// assert_eq!(span.of(text), "Élysée");
/// assert_eq!(span.chars(text), 2..8);
/// assert_eq!(span.utf16(text), 2..8);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset just past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to, but not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// As a standard range of byte offsets.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The words themselves; empty if the span does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same place counted in `char`s, as Python does. Linear in the text before the span.
    pub fn chars(self, text: &str) -> Range<usize> {
        let count = |to: usize| text.get(..to).map_or(0, |before| before.chars().count());
        count(self.start)..count(self.end)
    }

    /// The same place counted in UTF-16 units, as browsers do. Linear in the text before the span.
    pub fn utf16(self, text: &str) -> Range<usize> {
        let count = |to: usize| text.get(..to).map_or(0, |before| before.encode_utf16().count());
        count(self.start)..count(self.end)
    }
}
