//! What is wrong with a list of names.

use thiserror::Error;

/// One faulty place of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// The list's name or path.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// What the place accepts.
    pub expected: String,
    /// What it holds.
    pub found: String,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}: expected {}, found {:?}", self.file, self.line, self.column, self.expected, self.found)?;
        match &self.suggestion {
            Some(suggestion) => write!(f, " (did you mean {suggestion:?}?)"),
            None => Ok(()),
        }
    }
}

/// Why a list of names cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum GazetteerError {
    /// The file cannot be read.
    #[error("{path}: {source}")]
    Read {
        /// The path as given.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// Lines of the list are faulty: all of them, in order.
    #[error("{}", listed(.0))]
    Faults(Vec<Fault>),
}

impl GazetteerError {
    /// The faulty places, in order; empty if the file could not be read at all.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Self::Read { .. } => &[],
            Self::Faults(faults) => faults,
        }
    }
}

/// How many faults a message shows: the first ones tell what is wrong with the others.
const SHOWN: usize = 20;

fn listed(faults: &[Fault]) -> String {
    let mut out = faults.iter().take(SHOWN).map(ToString::to_string).collect::<Vec<_>>().join("\n");
    if faults.len() > SHOWN {
        out.push_str(&format!("\n… and {} more", faults.len() - SHOWN));
    }
    out
}

/// The choice closest to `word`, if it is close enough to be a slip of the pen.
pub(super) fn closest<'c>(word: &str, choices: &[&'c str]) -> Option<&'c str> {
    let word: Vec<char> = word.chars().take(24).flat_map(char::to_lowercase).collect();
    let scored = choices.iter().map(|choice| (distance(&word, choice), *choice));
    let (least, choice) = scored.min_by_key(|(edits, _)| *edits)?;
    (least <= 1 + choice.len() / 4).then_some(choice)
}

/// Letters to add, drop or change (Levenshtein), with words as short as here.
fn distance(from: &[char], to: &str) -> usize {
    let mut row: Vec<usize> = (1..=from.len()).collect();
    let mut before = 0;
    for wanted in to.chars().flat_map(char::to_lowercase) {
        let mut diagonal = before;
        before += 1;
        let mut left = before;
        for (cell, &have) in row.iter_mut().zip(from) {
            let best = (diagonal + usize::from(have != wanted)).min(left + 1).min(*cell + 1);
            diagonal = std::mem::replace(cell, best);
            left = best;
        }
    }
    row.last().copied().unwrap_or(before)
}
