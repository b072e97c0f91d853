//! The words that sentence boundaries depend on, read from `grammar/sentence/`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

const ABBREVIATIONS: &str = include_str!("../../grammar/sentence/abbreviations.tsv");
const OPENERS: &str = include_str!("../../grammar/sentence/openers.tsv");
const LOST_BREAKS: &str = include_str!("../../grammar/sentence/lost_breaks.tsv");
const NAMES: &str = include_str!("../../grammar/sentence/names.tsv");

/// What the full stop of an abbreviation may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Never ends a sentence.
    Never,
    /// Ends one only before a word that opens sentences.
    Opener,
    /// Ends one before any capital.
    Capital,
}

/// The part of a word where a line break may have been lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// Opens the sentence.
    Head,
    /// Cannot stand before.
    Before,
    /// Cannot stand after.
    After,
}

/// The lists, indexed.
pub(super) struct Lexicon {
    abbreviations: FxHashMap<&'static str, Abbreviation>,
    openers: FxHashSet<&'static str>,
    names: FxHashSet<&'static str>,
    parts: FxHashSet<(Part, &'static str)>,
}

/// The embedded lists, indexed once.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::embedded);

impl Lexicon {
    fn embedded() -> Self {
        let abbreviations =
            rows(ABBREVIATIONS).filter_map(|mut cells| Some((cells.next()?, class(cells.next()?)?))).collect();
        let openers = rows(OPENERS).filter_map(|mut cells| cells.nth(1)).flat_map(str::split_whitespace).collect();
        let names = rows(NAMES).filter_map(|mut cells| cells.next()).collect();
        Self { abbreviations, openers, names, parts: rows(LOST_BREAKS).flat_map(parts).collect() }
    }

    /// The class of `form`, given without its last stop; a capital first letter is forgiven.
    pub(super) fn abbreviation(&self, form: &str) -> Option<Abbreviation> {
        if let Some(&class) = self.abbreviations.get(form) {
            return Some(class);
        }
        let mut chars = form.chars();
        let first = chars.next().filter(|c| c.is_uppercase())?;
        let rest = chars.as_str();
        if !rest.chars().any(char::is_lowercase) {
            return None;
        }
        let lower: String = first.to_lowercase().chain(rest.chars()).collect();
        self.abbreviations.get(lower.as_str()).copied()
    }

    /// Whether `word` (any case, either apostrophe) usually opens a sentence when it bears a capital.
    pub(super) fn opens(&self, word: &str) -> bool {
        let lower = word.to_lowercase().replace('’', "'");
        if self.openers.contains(lower.as_str()) {
            return true;
        }
        lower.find('\'').and_then(|at| lower.get(..=at)).is_some_and(|elided| self.openers.contains(elided))
    }

    /// Whether `word`, as it is written, may play `part` where a line break was lost.
    pub(super) fn plays(&self, part: Part, word: &str) -> bool {
        self.parts.contains(&(part, word))
    }

    /// Whether `word`, its mark included, is a name such as `Yahoo!`.
    pub(super) fn is_name(&self, word: &str) -> bool {
        self.names.contains(word)
    }
}

/// The lines of a data file, comments and blank lines left out, as iterators over their cells.
fn rows(data: &'static str) -> impl Iterator<Item = std::str::Split<'static, char>> {
    data.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).map(|line| line.split('\t'))
}

fn class(name: &str) -> Option<Abbreviation> {
    match name {
        "never" => Some(Abbreviation::Never),
        "opener" => Some(Abbreviation::Opener),
        "capital" => Some(Abbreviation::Capital),
        _ => None,
    }
}

fn parts(mut cells: std::str::Split<'static, char>) -> Vec<(Part, &'static str)> {
    let part = match cells.next() {
        Some("head") => Part::Head,
        Some("before") => Part::Before,
        Some("after") => Part::After,
        _ => return Vec::new(),
    };
    let words = cells.next().unwrap_or("").split_whitespace();
    words.map(|word| (part, word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lists_is_understood() {
        for mut cells in rows(ABBREVIATIONS) {
            let (form, name) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
            assert!(class(name).is_some(), "abbreviations.tsv: {form}: class {name:?}");
            assert!(!form.is_empty() && !form.ends_with('.'), "abbreviations.tsv: form {form:?}");
            assert!(cells.next().is_some(), "abbreviations.tsv: {form}: no meaning");
        }
        for mut cells in rows(OPENERS) {
            assert!(cells.nth(1).is_some_and(|words| !words.trim().is_empty()));
        }
        for cells in rows(LOST_BREAKS) {
            let line = parts(cells.clone());
            assert!(!line.is_empty(), "lost_breaks.tsv: {cells:?}");
            let heads = line.iter().filter(|(part, _)| *part == Part::Head);
            for (_, word) in heads {
                let first = word.bytes().next().unwrap_or(0);
                assert!(super::super::scan::CAPITALS.contains(&first), "{word}: add its letter to the scan");
            }
        }
        for mut cells in rows(NAMES) {
            assert!(cells.next().is_some_and(|name| name.ends_with(['!', '?', '.'])));
        }
    }

    #[test]
    fn a_capital_first_letter_is_forgiven_but_not_capitals_throughout() {
        assert_eq!(LEXICON.abbreviation("Art"), Some(Abbreviation::Opener));
        assert_eq!(LEXICON.abbreviation("ART"), None);
        assert_eq!(LEXICON.abbreviation("mme"), None);
    }

    #[test]
    fn openers_ignore_case_and_apostrophe() {
        for word in ["Le", "LE", "L’usine", "L'usine", "Aujourd’hui", "Qu’il"] {
            assert!(LEXICON.opens(word), "{word}");
        }
        for word in ["Paul", "Orléans", "D2"] {
            assert!(!LEXICON.opens(word), "{word}");
        }
    }
}
