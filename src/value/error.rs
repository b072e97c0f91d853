use thiserror::Error;

/// A line of a data file that does not say what its file's heading promises.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}, line {line}: expected {expected}, found {found:?}")]
pub struct DataError {
    /// The file, from the root of the library.
    pub file: &'static str,
    /// Counted from 1.
    pub line: usize,
    /// What the line should hold.
    pub expected: &'static str,
    /// What it holds.
    pub found: String,
}

/// A data file, read line by line.
pub(super) struct Table {
    pub file: &'static str,
    text: &'static str,
}

/// One line of a [`Table`], cut into its columns.
pub(super) struct Row {
    file: &'static str,
    line: usize,
    text: &'static str,
    columns: Vec<&'static str>,
}

impl Table {
    pub const fn new(file: &'static str, text: &'static str) -> Self {
        Self { file, text }
    }

    /// The lines that are neither blank nor comments.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        let file = self.file;
        let lines = self.text.lines().enumerate().filter(|(_, text)| !text.is_empty() && !text.starts_with('#'));
        lines.map(move |(i, text)| Row { file, line: i + 1, text, columns: text.split('\t').collect() })
    }
}

impl Row {
    /// A column, counted from 0; empty if the line is shorter.
    pub fn get(&self, column: usize) -> &'static str {
        self.columns.get(column).copied().unwrap_or("")
    }

    pub fn error(&self, expected: &'static str) -> DataError {
        DataError { file: self.file, line: self.line, expected, found: self.text.to_owned() }
    }

    pub fn parse<T: std::str::FromStr>(&self, column: usize, expected: &'static str) -> Result<T, DataError> {
        self.get(column).parse().map_err(|_| self.error(expected))
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn a_bad_line_is_told_with_its_place() {
        let table = Table::new("grammar/values/numbers.tsv", "# word\tkind\tvalue\n\nsept\tunit\tseven\n");
        let row = table.rows().next().expect("a row");
        let error = row.parse::<u8>(2, "a small number in the third column").unwrap_err();
        assert_eq!(
            error.to_string(),
            "grammar/values/numbers.tsv, line 3: expected a small number in the third column, found \"sept\\tunit\\tseven\""
        );
    }
}
