//! The name of the outlet that feeds append to a headline.

use crate::types::Span;

/// A dash before a short last part is taken for that of an outlet only after so many words.
const HEADLINE_WORDS: usize = 4;
/// The longest name of an outlet, in words.
const OUTLET_WORDS: usize = 5;

/// The last part of `title` (which begins at byte `at`) after " - ", " – ", " — " or " | ", if it may name an outlet.
pub(super) fn tail(title: &str, at: usize) -> Option<Span> {
    let (joint, mark) =
        [" - ", " – ", " — ", " | "].iter().filter_map(|&mark| title.rfind(mark).map(|found| (found, mark))).max()?;
    let start = joint + mark.len();
    let (head, name) = (title.get(..joint)?, title.get(start..)?.trim());
    let first = name.chars().next()?;
    let named = first.is_uppercase() || first.is_ascii_digit() || name.contains(['.', '\'']) && first.is_alphabetic();
    let words = name.split_whitespace().count();
    let plain = !name.contains([':', '?', '!', ',', '«', '»', '(', '"']) && !name.ends_with('.');
    let headline = mark == " | " || head.split_whitespace().count() >= HEADLINE_WORDS;
    let from = at + start + (title.get(start..)?.len() - title.get(start..)?.trim_start().len());
    (named && plain && headline && words <= OUTLET_WORDS).then(|| Span::new(from, from + name.len()))
}
