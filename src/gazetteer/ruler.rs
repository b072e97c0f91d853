//! Pattern files of spaCy's entity ruler, turned into lines of our own format.

use super::error::{Fault, GazetteerError, closest};
use super::json::{JsonFault, Value, object};

/// Labels of the usual French and English models, with the kinds that they mean.
const LABELS: [(&str, &str); 12] = [
    ("ORG", "organization"),
    ("ORGANIZATION", "organization"),
    ("NORP", "organization"),
    ("PER", "person"),
    ("PERS", "person"),
    ("PERSON", "person"),
    ("LOC", "place"),
    ("LOCATION", "place"),
    ("GPE", "place"),
    ("FAC", "place"),
    ("PRODUCT", "product"),
    ("MISC", "product"),
];

/// The attributes that tell one word of a pattern.
const WORDS: [&str; 4] = ["LOWER", "TEXT", "ORTH", "NORM"];

/// One output line for each input line, so that both number alike.
pub(super) fn to_lines(file: &str, text: &str) -> Result<String, GazetteerError> {
    let mut out = String::with_capacity(text.len());
    let mut faults = Vec::new();
    for (index, line) in text.trim_start_matches('\u{FEFF}').split('\n').enumerate() {
        if !line.trim().is_empty() {
            match entry(line) {
                Ok(row) => out.push_str(&row),
                Err((at, expected, found, suggestion)) => faults.push(Fault {
                    file: file.to_owned(),
                    line: index + 1,
                    column: line.get(..at).map_or(1, |before| before.chars().count() + 1),
                    expected,
                    found,
                    suggestion,
                }),
            }
        }
        out.push('\n');
    }
    if faults.is_empty() { Ok(out) } else { Err(GazetteerError::Faults(faults)) }
}

type Wrong = (usize, String, String, Option<String>);

fn entry(line: &str) -> Result<String, Wrong> {
    let fault = |JsonFault { at, expected }| {
        let found = line.get(at..).unwrap_or("").chars().take(12).collect();
        (at, expected.to_owned(), found, None)
    };
    let pairs = object(line.trim_end()).map_err(fault)?;
    let (mut kind, mut name, mut id) = (None, None, String::new());
    for (key, value, at) in pairs {
        match (key.as_str(), value) {
            ("label", Value::Text(label)) => kind = Some(kind_of(&label, at)?),
            ("pattern", Value::Text(phrase)) => name = Some(phrase),
            ("pattern", Value::Tokens(tokens)) => name = Some(phrase(&tokens, at)?),
            ("id", Value::Text(given) | Value::Other(given)) if given != "null" => id = given,
            ("label" | "pattern", _) => return Err((at, "a string".to_owned(), key, None)),
            _ => {}
        }
    }
    let missing = |key: &str| (0, format!("the key {key:?}"), "none".to_owned(), None);
    let name = name.ok_or_else(|| missing("pattern"))?;
    let kind = kind.ok_or_else(|| missing("label"))?;
    Ok(format!("{}\t{kind}\t\t\t{}", one_cell(&name), one_cell(&id)))
}

fn kind_of(label: &str, at: usize) -> Result<&'static str, Wrong> {
    let known = LABELS.iter().find(|(known, _)| known.eq_ignore_ascii_case(label));
    known.map(|(_, kind)| *kind).ok_or_else(|| {
        let labels = LABELS.map(|(known, _)| known);
        let suggestion = closest(label, &labels.map(|l| l)).map(str::to_owned);
        (at, labels.join(", "), label.to_owned(), suggestion)
    })
}

fn phrase(tokens: &[Vec<(String, String)>], at: usize) -> Result<String, Wrong> {
    let mut out = String::new();
    for token in tokens {
        let word = token.iter().find(|(key, _)| WORDS.contains(&key.as_str()));
        let Some((_, word)) = word.filter(|_| token.len() == 1) else {
            let found = token.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join(", ");
            return Err((at, "tokens told by LOWER, TEXT, ORTH or NORM alone".to_owned(), found, None));
        };
        if !out.is_empty() && !out.ends_with(['\'', '’']) {
            out.push(' ');
        }
        out.push_str(word);
    }
    Ok(out)
}

/// Tabs and line ends would break the line.
fn one_cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
