//! Tab-separated data files: lines of cells, with errors that name the place.

use thiserror::Error;

/// A fault in a data file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}:{line}: expected {expected}, found {found:?}")]
pub struct DataError {
    /// The file's name.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// What the place accepts.
    pub expected: String,
    /// What it holds.
    pub found: String,
}

/// One line of a data file, cut at its tabs.
#[derive(Clone, Debug)]
pub struct Row<'t> {
    file: &'t str,
    /// Counted from 1.
    pub line: usize,
    content: &'t str,
    /// Where the first columns end.
    ends: [u32; COLUMNS],
}

/// No data file has more columns; further ones would be read all the same.
const COLUMNS: usize = 8;

impl<'t> Row<'t> {
    /// The text of a column, counted from 0; empty where the line ends before.
    pub fn cell(&self, column: usize) -> &'t str {
        let Some(&end) = self.ends.get(column) else {
            return self.content.split('\t').nth(column).unwrap_or("").trim();
        };
        let start = match column.checked_sub(1).and_then(|before| self.ends.get(before)) {
            Some(&before) => before as usize + 1,
            None => 0,
        };
        self.content.get(start..end as usize).unwrap_or("").trim()
    }

    /// The parts of a column that `|` separates.
    pub fn parts(&self, column: usize) -> impl Iterator<Item = &'t str> {
        self.cell(column).split('|').map(str::trim).filter(|part| !part.is_empty())
    }

    /// An error at this line.
    pub fn error(&self, expected: impl Into<String>, found: impl Into<String>) -> DataError {
        DataError { file: self.file.to_owned(), line: self.line, expected: expected.into(), found: found.into() }
    }
}

/// The lines of a data file that are neither empty nor comments.
pub fn rows<'t>(file: &'t str, text: &'t str) -> impl Iterator<Item = Row<'t>> {
    let content = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    content.lines().enumerate().filter_map(move |(index, content)| {
        let content = content.trim_end_matches('\r');
        let carries = !content.trim().is_empty() && !content.starts_with('#');
        carries.then(|| Row { file, line: index + 1, content, ends: ends(content) })
    })
}

/// Where the first columns of a line end.
fn ends(content: &str) -> [u32; COLUMNS] {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let mut out = [place(content.len()); COLUMNS];
    let tabs = content.bytes().enumerate().filter(|(_, byte)| *byte == b'\t');
    for (slot, (at, _)) in out.iter_mut().zip(tabs) {
        *slot = place(at);
    }
    out
}
