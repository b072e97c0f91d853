//! What can be wrong in the conjugation data. Text that is read never raises these.

/// A fault in the table of models or in the list of verbs.
///
/// Lines count from 1; the caller knows which file it gave.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConjugationError {
    /// A line does not have the columns of its table.
    #[error("line {line}: expected {expected} columns separated by tabs, found {found}")]
    Columns {
        /// Line in the file.
        line: usize,
        /// Columns that the table has.
        expected: usize,
        /// Columns on the line.
        found: usize,
    },
    /// A cell cannot be read.
    #[error("line {line}, column `{column}`: expected {expected}, found `{found}`")]
    Cell {
        /// Line in the file.
        line: usize,
        /// Name of the column.
        column: &'static str,
        /// What the column accepts.
        expected: &'static str,
        /// What it holds.
        found: String,
    },
    /// A model or a verb is given twice.
    #[error("line {line}: expected a name of its own, found `{found}`, already given on line {first}")]
    Duplicate {
        /// Line in the file.
        line: usize,
        /// The repeated name.
        found: String,
        /// Line of its first appearance.
        first: usize,
    },
    /// A verb names a model that the table of models does not have.
    #[error("line {line}: expected a model of the conjugation table for `{infinitive}`, found `{found}`")]
    UnknownModel {
        /// Line in the file.
        line: usize,
        /// The verb.
        infinitive: String,
        /// The name given as its model.
        found: String,
    },
    /// A verb does not end as its model does.
    #[error("line {line}: {source}")]
    Ending {
        /// Line in the file.
        line: usize,
        /// The verb, its model and the endings that the model has.
        source: EndingError,
    },
}

/// An infinitive that does not end as its model's does.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an infinitive in `{expected}` for the model `{model}`, found `{found}`")]
pub struct EndingError {
    /// Name of the model.
    pub model: String,
    /// The model's infinitive endings, as in its table.
    pub expected: String,
    /// The infinitive given.
    pub found: String,
}
