//! Verbs of several words and nouns for events: what frames add to the lexicon.

use crate::lexicon::{Flags, Keys, Trie, Vocabulary, WordId};
use crate::text::lower;

/// The idioms and event nouns that frames name, found by the clause stage as single units.
#[derive(Clone, Debug, Default)]
pub struct Triggers {
    idioms: Trie<u16>,
    events: Trie<u16>,
    idiom_names: Vec<Box<str>>,
    event_names: Vec<Box<str>>,
    any_determiner: WordId,
}

impl Triggers {
    /// Enters a verb of several words, "prendre la tête de"; every determiner in it stands for any other. Gives its
    /// number, the same for the same words.
    pub fn add_idiom(&mut self, vocabulary: &mut Vocabulary, phrase: &str, determiners: &[WordId]) -> u16 {
        if let Some(known) = self.idiom_names.iter().position(|name| &**name == phrase) {
            return u16::try_from(known).unwrap_or(u16::MAX);
        }
        self.any_determiner = vocabulary.intern("·");
        let id = u16::try_from(self.idiom_names.len()).unwrap_or(u16::MAX);
        self.idiom_names.push(phrase.into());
        let words = phrase_words(vocabulary, &uncontracted(phrase), Flags::NONE)
            .into_iter()
            .map(|word| if determiners.contains(&word) { self.any_determiner } else { word });
        self.idioms.insert(words, id);
        id
    }

    /// Enters a noun for an event, singular or plural, of one or several words. Gives its number.
    pub fn add_event(&mut self, vocabulary: &mut Vocabulary, phrase: &str) -> u16 {
        let known = self.event_names.iter().position(|name| &**name == phrase);
        let id = u16::try_from(known.unwrap_or(self.event_names.len())).unwrap_or(u16::MAX);
        if known.is_none() {
            self.event_names.push(phrase.into());
        }
        let words = phrase_words(vocabulary, phrase, Flags::TRIGGER);
        self.events.insert(words, id);
        id
    }

    /// The words of an event noun.
    pub fn event_name(&self, id: u16) -> &str {
        self.event_names.get(usize::from(id)).map_or("", |name| name)
    }

    /// The words of an idiom.
    pub fn idiom_name(&self, id: u16) -> &str {
        self.idiom_names.get(usize::from(id)).map_or("", |name| name)
    }

    pub(super) fn event(&self, keys: impl Fn(usize) -> Keys) -> Option<(usize, u16)> {
        self.events.longest(keys).map(|(length, id)| (length, *id))
    }

    /// The idiom that `verb` begins and `keys` go on; the length counts the words after the verb.
    pub(super) fn idiom(
        &self,
        verb: WordId,
        keys: impl Fn(usize) -> Keys,
        is_determiner: impl Fn(usize) -> bool,
        is_contraction: impl Fn(usize) -> bool,
    ) -> Option<(usize, u16)> {
        let found = self.idioms.longest(|depth| match depth.checked_sub(1) {
            None => Keys { word: verb, alternative: WordId::UNKNOWN },
            Some(after) => {
                let mut key = keys(after);
                if is_contraction(after) {
                    key.word = key.alternative;
                } else if is_determiner(after) {
                    key.alternative = self.any_determiner;
                }
                key
            }
        });
        found.filter(|(length, _)| *length > 1).map(|(length, id)| (length - 1, *id))
    }
}

/// "entrer au capital" is looked up as "entrer à capital": texts may have "au", "à la", "à son".
fn uncontracted(phrase: &str) -> String {
    let words = phrase.split(' ').map(|word| match word {
        "au" | "aux" => "à",
        "du" | "des" => "de",
        other => other,
    });
    words.collect::<Vec<_>>().join(" ")
}

fn phrase_words(vocabulary: &mut Vocabulary, phrase: &str, first: Flags) -> Vec<WordId> {
    let mut folded = String::new();
    lower(phrase, &mut folded);
    let mut flags = first;
    let mut out = Vec::new();
    for word in folded.replace('\'', "' ").split_whitespace() {
        out.push(vocabulary.mark(word, flags));
        flags = Flags::NONE;
    }
    out
}
