//! Classes of words that tell who is meant: `grammar/reference/words.tsv`.

use once_cell::sync::Lazy;

const FILE: &str = include_str!("../../grammar/reference/words.tsv");

/// The words of each class.
#[derive(Debug, Default)]
pub(crate) struct Words {
    lines: Vec<(&'static str, Vec<&'static str>)>,
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
        self.lines.iter().find(|(name, _)| *name == class).map_or(&[], |(_, list)| list)
    }

    /// Whether a word, in lower case, belongs to a class.
    pub(crate) fn has(&self, class: &str, word: &str) -> bool {
        self.class(class).contains(&word)
    }

    /// How many a number word counts, from two on.
    pub(crate) fn count(&self, word: &str) -> Option<usize> {
        self.class("count").iter().position(|known| *known == word).map(|place| place + 2)
    }

    /// Whether a word of a text, in lower case, begins with one of the words of a class.
    pub(crate) fn begins_in(&self, class: &str, text: &str) -> bool {
        self.class(class).iter().any(|word| {
            text.match_indices(word).any(|(at, _)| {
                let before = text.get(..at).and_then(|rest| rest.chars().next_back());
                !before.is_some_and(char::is_alphanumeric)
            })
        })
    }

    /// Whether one of the words of a class stands in a text, between other letters' ends. Linear in the text.
    pub(crate) fn stands_in(&self, class: &str, text: &str) -> bool {
        let plain = text.to_lowercase().replace('\u{2019}', "'");
        let list = self.class(class);
        let mut inside = false;
        plain.char_indices().any(|(at, letter)| {
            let begins = !std::mem::replace(&mut inside, letter.is_alphanumeric());
            let rest = if begins { plain.get(at..).unwrap_or("") } else { "" };
            let stands = |word: &&str| {
                let after = rest.strip_prefix(*word).map(|after| after.chars().next());
                after.is_some_and(|after| !after.is_some_and(char::is_alphanumeric))
            };
            begins && list.iter().any(stands)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_words() {
        let classes = [
            "generic",
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
