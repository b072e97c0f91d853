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

#[cfg(test)]
mod tests {
    use super::super::{Models, parse_verbs};
    use super::ConjugationError;

    /// Bad lines of the table of models, with what is said of them.
    const MODEL_LINES: &[(&str, &str)] = &[
        ("aimer\ter", "line 2: expected 10 columns separated by tabs, found 2"),
        (
            "aimer\ter\te,es,e\t=\t~a\ter\t=\t=\t=\té",
            "line 2, column `present`: expected six persons separated by commas, found `e,es,e`",
        ),
        (
            "aimer\ter\te,es,e,ons,ez,ent\t=\t~o\ter\t=\t=\t=\té",
            "line 2, column `past`: expected `-`, or a stem, `~` and one of the vowels a, i, u, in, ï, û, found `~o`",
        ),
        (
            "aimer\ter\te,es,e,ons,ez,ent\t=\t~a\ter[2]\t=\t=\t=\té",
            "line 2, column `future`: expected `[3]` or `[3s]` after a stem, found `er[2]`",
        ),
        (
            "être\ter\ta,a,a,sommes,a,sont\t=\t~a\ter\t=\t=\t=\té",
            "line 2, column `imperfect`: expected a stem, since the present does not end in -ons, -ent as `=` needs, found `=`",
        ),
        (
            "aimer\ter\te,es,e,ons,ez,ent\t=\t~a\tEr\t=\t=\t=\té",
            "line 2, column `future`: expected lower-case letters, with `C` for the consonants before the ending, found `Er`",
        ),
        (
            "aimer\ter\tCe,es,e,ons,ez,ent\t=\t~a\ter\t=\t=\t=\té",
            "line 2, column `present`: expected `C` as in the infinitive, or `CC`, found `Ce,es,e,ons,ez,ent`",
        ),
        (
            "aimer\ter\te,es,e,ons,ez,ent\t=\t~a\ter\t=\te,ons\t=\té",
            "line 2, column `imperative`: expected `-`, `=`, or three persons separated by commas: tu, nous, vous, found `e,ons`",
        ),
        (
            "\ter\te,es,e,ons,ez,ent\t=\t~a\ter\t=\t=\t=\té",
            "line 2, column `model`: expected the name of the model, found ``",
        ),
    ];

    /// Bad lines of the list of verbs, with what is said of them.
    const VERB_LINES: &[(&str, &str)] = &[
        ("recruter\taimer\tavoir", "line 1: expected 4 columns separated by tabs, found 3"),
        ("recruter\taimer\tavoir\ttransitive\tx", "line 1: expected 4 columns separated by tabs, found 5"),
        (
            "recruter\taime\tavoir\ttransitive",
            "line 1: expected a model of the conjugation table for `recruter`, found `aime`",
        ),
        (
            "recruter\tfinir\tavoir\ttransitive",
            "line 1: expected an infinitive in `ir` for the model `finir`, found `recruter`",
        ),
        (
            "recruter\tcéder\tavoir\ttransitive",
            "line 1: expected an infinitive in `éCer` for the model `céder`, found `recruter`",
        ),
        (
            "Recruter\taimer\tavoir\ttransitive",
            "line 1, column `infinitive`: expected an infinitive in lower case, without `se`, found `Recruter`",
        ),
        (
            "recruter\taimer\tetre\ttransitive",
            "line 1, column `auxiliary`: expected `avoir`, `être` or `avoir/être`, found `etre`",
        ),
        (
            "recruter\taimer\tavoir\ttransitif",
            "line 1, column `traits`: expected traits such as `transitive` or `speech`, separated by commas, found `transitif`",
        ),
        (
            "recruter\taimer\tavoir\ttransitive\nrecruter\taimer\tavoir\tspeech",
            "line 2: expected a name of its own, found `recruter`, already given on line 1",
        ),
    ];

    fn model_error(line: &str) -> String {
        Models::parse(&format!("# comment\n{line}\n")).map_or_else(|error| error.to_string(), |_| "no error".to_owned())
    }

    #[test]
    fn bad_model_lines() {
        const GOOD: &str = "aimer\ter\te,es,e,ons,ez,ent\t=\t~a\ter\t=\t=\t=\té";
        assert_eq!(model_error(GOOD), "no error");
        for (line, expected) in MODEL_LINES {
            assert_eq!(model_error(line), *expected, "{line}");
        }
        let twice = model_error(&format!("{GOOD}\n\n{GOOD}"));
        assert_eq!(twice, "line 4: expected a name of its own, found `aimer`, already given on line 2");
    }

    #[test]
    fn bad_verb_lines() {
        let models = Models::french().unwrap();
        for (text, expected) in VERB_LINES {
            let error: ConjugationError = parse_verbs(text, &models).unwrap_err();
            assert_eq!(error.to_string(), *expected);
        }
    }
}
