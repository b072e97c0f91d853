//! Classes of words that tell who is meant: `grammar/reference/words.tsv`.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

const FILE: &str = include_str!("../../grammar/reference/words.tsv");

/// The words of each class.
#[derive(Debug, Default)]
pub(crate) struct Words {
    lines: FxHashMap<&'static str, Vec<&'static str>>,
}

static WORDS: Lazy<Words> = Lazy::new(|| Words::parse(FILE));

/// The embedded classes.
pub(crate) fn words() -> &'static Words {
    &WORDS
}

impl Words {
    fn parse(text: &'static str) -> Words {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let pairs = lines.filter_map(|line| line.split_once('\t'));
        Words { lines: pairs.map(|(class, list)| (class.trim(), list.trim().split('|').collect())).collect() }
    }

    fn class(&self, class: &str) -> &[&'static str] {
        self.lines.get(class).map_or(&[], Vec::as_slice)
    }

    /// Whether a word, in lower case, belongs to a class.
    pub(crate) fn has(&self, class: &str, word: &str) -> bool {
        self.class(class).contains(&word)
    }

    /// Whether a word, in any case, belongs to a class.
    pub(crate) fn has_in_any_case(&self, class: &str, word: &str) -> bool {
        let first = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
        let list = self.class(class);
        // Most words differ at once.
        list.iter().any(|known| first(known) == first(word)) && list.contains(&word.to_lowercase().as_str())
    }

    /// How many a number word counts, from two on.
    pub(crate) fn count(&self, word: &str) -> Option<usize> {
        self.class("count").iter().position(|known| *known == word).map(|place| place + 2)
    }

    /// Whether a word of a text, in lower case, begins with one of the words of a class.
    pub(crate) fn begins_in(&self, class: &str, text: &str) -> bool {
        let list = self.class(class);
        beginnings(text).any(|rest| list.iter().any(|word| rest.starts_with(word)))
    }

    /// Whether one of the words of a class stands in a text, between other letters' ends. Linear in the text.
    pub(crate) fn stands_in(&self, class: &str, text: &str) -> bool {
        let list = self.class(class);
        beginnings(text).any(|rest| list.iter().any(|word| opens(rest, word)))
    }
}

/// What stands in a text from each place on that no letter stands before.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    let places = text.char_indices().filter_map(move |(at, letter)| {
        let before = std::mem::replace(&mut inside, letter.is_alphanumeric());
        (!before).then_some(at)
    });
    places.filter_map(|at| text.get(at..))
}

/// Whether a text begins with a word in lower case that ends there.
fn opens(text: &str, word: &str) -> bool {
    // Most words differ at once.
    let first = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    if first(text) != first(word) {
        return false;
    }
    let mut letters = text.chars().flat_map(char::to_lowercase).map(|letter| if letter == '’' { '\'' } else { letter });
    word.chars().all(|letter| letters.next() == Some(letter)) && !letters.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_words() {
        let classes = [
            "generic",
            "authority",
            "founded",
            "past",
            "state",
            "hold",
            "come",
            "source",
            "place",
            "origin",
            "effective",
            "meet",
            "month",
            "shown",
            "speech",
            "profession",
            "broad",
            "played",
            "count",
            "impersonal",
            "human",
            "appoint",
            "corporate",
            "business",
            "unbusinesslike",
            "vague",
            "topic",
            "named",
            "office",
            "opening",
            "young",
            "first",
            "second",
        ];
        for class in classes {
            assert!(!words().class(class).is_empty(), "{class}");
        }
        assert_eq!(words().lines.len(), classes.len());
    }

    #[test]
    fn words_stand_alone() {
        assert!(words().stands_in("past", ", jusqu\u{2019}ici directrice"));
        assert!(!words().stands_in("past", "jusqu'icitte"));
    }
}
