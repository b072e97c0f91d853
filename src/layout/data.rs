//! The words and marks that lines are recognised by, read from `grammar/layout/`.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use regex::RegexSet;
use rustc_hash::{FxHashMap, FxHashSet};

use super::BlockKind;

const CUES: &str = include_str!("../../grammar/layout/cues.tsv");
const MARKERS: &str = include_str!("../../grammar/layout/markers.tsv");
const AGENCIES: &str = include_str!("../../grammar/layout/agencies.tsv");
const DATES: &str = include_str!("../../grammar/layout/dates.tsv");

/// Longer words have no shape of a date.
const LONGEST_SHAPE: usize = 16;

/// Where a cue must stand in its line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Whole,
    Any,
    End,
}

struct Cue {
    kind: BlockKind,
    place: Place,
    text: &'static str,
}

/// What a word may be in a line that holds a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateWord {
    Month,
    Weekday,
    /// A whole date in digits.
    Day,
    /// The number of a day or year.
    Number,
    Link,
    Stamp,
}

/// The cues by place, each with its rank in the file.
#[derive(Default)]
struct Cues {
    kinds: Vec<BlockKind>,
    /// By first byte.
    start: FxHashMap<u8, Vec<(usize, &'static str)>>,
    whole: FxHashMap<&'static str, usize>,
    end: Vec<(usize, &'static str)>,
    /// Finds those that may stand anywhere; none if the automaton cannot be built.
    any: Option<AhoCorasick>,
    any_ranks: Vec<usize>,
}

impl Cues {
    fn new(cues: impl Iterator<Item = Cue>) -> Self {
        let mut index = Self::default();
        let mut anywhere = Vec::new();
        for (rank, cue) in cues.enumerate() {
            index.kinds.push(cue.kind);
            match (cue.place, cue.text.bytes().next()) {
                (Place::Start, Some(first)) => index.start.entry(first).or_default().push((rank, cue.text)),
                (Place::Start, None) => {}
                (Place::Whole, _) => {
                    index.whole.entry(cue.text).or_insert(rank);
                }
                (Place::End, _) => index.end.push((rank, cue.text)),
                (Place::Any, _) => {
                    anywhere.push(cue.text);
                    index.any_ranks.push(rank);
                }
            }
        }
        index.any = AhoCorasick::new(anywhere).ok();
        index
    }

    /// The kind of the first cue of the file that the line satisfies.
    fn find(&self, head: &str, tail: &str, whole: bool) -> Option<BlockKind> {
        let first = head.bytes().next()?;
        let start = self.start.get(&first).into_iter().flatten();
        let start = start.filter(|(_, text)| starts_with_word(head, text)).map(|&(rank, _)| rank);
        let bare = head.trim_matches(|c: char| !c.is_alphanumeric());
        let exact = self.whole.get(bare).copied().filter(|_| whole);
        let end = self.end.iter().filter(|(_, text)| tail.ends_with(text)).map(|&(rank, _)| rank);
        let any = self.any.as_ref().into_iter().flat_map(|any| any.find_iter(head));
        let any = any.filter_map(|found| self.any_ranks.get(found.pattern().as_usize()).copied());
        let rank = start.chain(exact).chain(end).chain(any).min()?;
        self.kinds.get(rank).copied()
    }
}

/// All lists, indexed.
pub(super) struct Data {
    cues: Cues,
    /// Mark of a list item, and whether it may announce a section.
    markers: FxHashMap<char, bool>,
    agencies: FxHashSet<String>,
    dates: FxHashMap<&'static str, DateWord>,
    /// Shapes of words in digits, and what each one is.
    shapes: RegexSet,
    shape_kinds: Vec<DateWord>,
}

/// The embedded lists, indexed once.
pub(super) static DATA: LazyLock<Data> = LazyLock::new(Data::embedded);

impl Data {
    fn embedded() -> Self {
        let (patterns, shape_kinds): (Vec<String>, _) = rows(DATES).filter_map(|row| date_shape(&row)).unzip();
        Self {
            shapes: RegexSet::new(patterns).unwrap_or_default(),
            shape_kinds,
            cues: Cues::new(rows(CUES).filter_map(|row| cue(&row))),
            markers: rows(MARKERS).filter_map(|row| marker(&row)).collect(),
            agencies: rows(AGENCIES).filter_map(|row| row.first().map(|name| name.to_lowercase())).collect(),
            dates: rows(DATES).flat_map(|row| date_words(&row)).collect(),
        }
    }

    /// Whether some cue that closes a line ends with a letter, told without its accent.
    pub(super) fn may_close(&self, last: char) -> bool {
        let last = last.to_ascii_lowercase();
        self.cues.end.iter().any(|(_, text)| text.ends_with(last))
    }

    /// The kind that a cue gives to a line, whose folded beginning and end are given.
    ///
    /// `head` holds the first characters of the line, `tail` the last ones, `whole` tells whether `head` is all of it.
    pub(super) fn cue(&self, head: &str, tail: &str, whole: bool) -> Option<BlockKind> {
        self.cues.find(head, tail, whole)
    }

    /// Whether `c` marks a list item; `Some(true)` if it may also announce a section.
    pub(super) fn marker(&self, c: char) -> Option<bool> {
        self.markers.get(&c).copied()
    }

    /// Whether `name` (any case) is that of a press agency.
    pub(super) fn is_agency(&self, name: &str) -> bool {
        self.agencies.contains(name.to_lowercase().replace('’', "'").as_str())
    }

    /// What the folded `word` may be in a date.
    pub(super) fn date_word(&self, word: &str) -> Option<DateWord> {
        let digit = word.bytes().next().is_some_and(|b| b.is_ascii_digit());
        if !digit || word.len() > LONGEST_SHAPE {
            return self.dates.get(word).copied();
        }
        let shape = self.shapes.matches(word).iter().next()?;
        self.shape_kinds.get(shape).copied()
    }
}

/// Whether `line` begins with `cue`, which does not end inside a word.
fn starts_with_word(line: &str, cue: &str) -> bool {
    line.strip_prefix(cue)
        .is_some_and(|rest| !cue.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric))
}

fn rows(data: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    data.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn cue(row: &[&'static str]) -> Option<Cue> {
    let [kind, place, text] = row else {
        return None;
    };
    let kind = match *kind {
        "teaser" => BlockKind::Teaser,
        "notice" => BlockKind::Notice,
        "byline" => BlockKind::Byline,
        "caption" => BlockKind::Caption,
        _ => return None,
    };
    let place = match *place {
        "start" => Place::Start,
        "whole" => Place::Whole,
        "any" => Place::Any,
        "end" => Place::End,
        _ => return None,
    };
    Some(Cue { kind, place, text })
}

fn marker(row: &[&'static str]) -> Option<(char, bool)> {
    let [mark, kind] = row else {
        return None;
    };
    let section = match *kind {
        "section" => true,
        "item" => false,
        _ => return None,
    };
    mark.chars().next().map(|c| (c, section))
}

fn date_words(row: &[&'static str]) -> Vec<(&'static str, DateWord)> {
    let [class, words] = row else {
        return Vec::new();
    };
    let Some(class) = date_class(class) else { return Vec::new() };
    words.split_whitespace().map(|word| (word, class)).collect()
}

fn date_shape(row: &[&'static str]) -> Option<(String, DateWord)> {
    let [class, pattern] = row else {
        return None;
    };
    let class = date_class(class.strip_suffix("_pattern")?)?;
    Some((format!("^(?:{pattern})$"), class))
}

fn date_class(class: &str) -> Option<DateWord> {
    Some(match class {
        "month" => DateWord::Month,
        "weekday" => DateWord::Weekday,
        "day" => DateWord::Day,
        "number" => DateWord::Number,
        "link" => DateWord::Link,
        "stamp" => DateWord::Stamp,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::fold;

    #[test]
    fn every_line_of_the_lists_is_understood() {
        for row in rows(CUES) {
            let found = cue(&row).map(|cue| cue.text);
            assert!(found.is_some_and(|text| fold(text) == text.trim_end()), "cues.tsv: {row:?}");
        }
        for row in rows(MARKERS) {
            assert!(marker(&row).is_some(), "markers.tsv: {row:?}");
        }
        for row in rows(DATES) {
            assert!(!date_words(&row).is_empty() || date_shape(&row).is_some(), "dates.tsv: {row:?}");
        }
    }

    #[test]
    fn words_in_digits_are_told_by_their_shape() {
        assert_eq!(DATA.shapes.len(), DATA.shape_kinds.len());
        for (word, expected) in [
            ("4", Some(DateWord::Number)),
            ("1er", Some(DateWord::Number)),
            ("2021", Some(DateWord::Number)),
            ("04/06/2021", Some(DateWord::Day)),
            ("2021-06-04", Some(DateWord::Day)),
            ("9h30", Some(DateWord::Stamp)),
            ("18:05", Some(DateWord::Stamp)),
            ("9h", Some(DateWord::Link)),
            ("12345", None),
            ("1/2", None),
            ("4x4", None),
            ("mars", Some(DateWord::Month)),
        ] {
            assert_eq!(DATA.date_word(word), expected, "{word}");
        }
    }
}
