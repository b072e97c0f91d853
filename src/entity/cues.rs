//! The words of `grammar/entity/cues.tsv` as sets that the stage tests with one look-up.

use crate::lexicon::{DataError, Lexicon, Reading, Trie, Vocabulary, WordId, rows};
use crate::text::strip;

/// A set of classes of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cue(u32);

macro_rules! cues {
    ($($name:ident = $bit:expr, $text:literal;)*) => {
        impl Cue {
            $(pub const $name: Cue = Cue(1 << $bit);)*

            fn named(name: &str) -> Option<Cue> {
                match name { $($text => Some(Cue::$name),)* _ => None }
            }
        }

        const NAMES: &str = concat!($($text, " "),*);
    };
}

cues! {
    IN_ORGANIZATION = 0, "inside-organization";
    IN_PLACE = 1, "inside-place";
    IN_EVENT = 2, "inside-event";
    INSTITUTION = 3, "institution";
    INSTITUTION_CAPITAL = 4, "institution-capital";
    OF_ORGANIZATION = 5, "of-organization";
    OF_PLACE = 6, "of-place";
    BEFORE_PRODUCT = 7, "before-product";
    BEFORE_PLACE = 8, "before-place";
    SUBJECT_ORGANIZATION = 9, "subject-organization";
    SUBJECT_PERSON = 10, "subject-person";
    SUBJECT_SPEECH = 11, "subject-speech";
    NEVER = 12, "never";
    SPORT = 13, "sport";
    ADJECTIVE_ENDING = 14, "adjective-ending";
    OBJECT_ORGANIZATION = 15, "object-organization";
    BEFORE_NOBODY = 16, "before-nobody";
    TO_ORGANIZATION = 17, "to-organization";
    STATE_BODY = 18, "state-body";
    OBJECT_PERSON = 19, "object-person";
}

impl Cue {
    pub const NONE: Cue = Cue(0);

    pub const fn with(self, other: Cue) -> Cue {
        Cue(self.0 | other.0)
    }

    pub const fn any(self, other: Cue) -> bool {
        self.0 & other.0 != 0
    }
}

/// The table by words, phrases, verbs and endings.
#[derive(Clone, Debug, Default)]
pub(super) struct Cues {
    /// One row a word, by the word without accents.
    words: Vec<Cue>,
    phrases: Trie<Cue>,
    /// One row a verb.
    verbs: Vec<Cue>,
    endings: Vec<Box<str>>,
}

impl Cues {
    /// Reads the table, entering its words in the vocabulary.
    pub fn load(lexicon: &mut Lexicon) -> Result<Cues, DataError> {
        let mut cues = Cues::default();
        let text = include_str!("../../grammar/entity/cues.tsv");
        for row in rows("grammar/entity/cues.tsv", text) {
            let Some(cue) = Cue::named(row.cell(0)) else { return Err(row.error(NAMES, row.cell(0))) };
            for words in row.parts(1) {
                cues.enter(words, cue, lexicon);
            }
        }
        Ok(cues)
    }

    fn enter(&mut self, words: &str, cue: Cue, lexicon: &mut Lexicon) {
        const OF_VERBS: Cue = Cue::SUBJECT_ORGANIZATION
            .with(Cue::SUBJECT_PERSON)
            .with(Cue::SUBJECT_SPEECH)
            .with(Cue::OBJECT_ORGANIZATION)
            .with(Cue::TO_ORGANIZATION)
            .with(Cue::OBJECT_PERSON);
        if cue == Cue::ADJECTIVE_ENDING {
            return self.endings.push(words.into());
        }
        if cue.any(OF_VERBS) {
            if let Some(verb) = lexicon.verbs.find(words) {
                if self.verbs.len() <= verb.index() {
                    self.verbs.resize(verb.index() + 1, Cue::NONE);
                }
                if let Some(slot) = self.verbs.get_mut(verb.index()) {
                    *slot = slot.with(cue);
                }
            }
            return;
        }
        let ids = phrase(words, &mut lexicon.vocabulary);
        match ids.as_slice() {
            [only] => self.mark(*only, cue),
            _ => self.mark_phrase(&ids, cue),
        }
    }

    fn mark(&mut self, word: WordId, cue: Cue) {
        if self.words.len() <= word.index() {
            self.words.resize(word.index() + 1, Cue::NONE);
        }
        if let Some(slot) = self.words.get_mut(word.index()) {
            *slot = slot.with(cue);
        }
    }

    fn mark_phrase(&mut self, ids: &[WordId], cue: Cue) {
        if let Some(slot) = self.phrases.slot(ids.iter().copied()) {
            *slot = Some(slot.unwrap_or_default().with(cue));
        }
    }

    /// The classes of a word, told without accents.
    pub fn word(&self, base: WordId) -> Cue {
        self.words.get(base.index()).copied().unwrap_or(Cue::NONE)
    }

    /// The longest phrase of two words or more: its length and classes.
    pub fn phrase(&self, base: impl Fn(usize) -> WordId) -> Option<(usize, Cue)> {
        let found = self.phrases.longest(|at| crate::lexicon::Keys { word: base(at), ..Default::default() });
        found.map(|(length, cue)| (length, *cue))
    }

    /// What a verb says of its subject and object.
    pub fn readings(&self, readings: &[Reading]) -> Cue {
        let found = readings.iter().filter_map(|reading| self.verbs.get(reading.verb.index()));
        found.fold(Cue::NONE, |all, cue| all.with(*cue))
    }

    /// Whether a word ends as adjectives inside names do.
    pub fn ends_as_adjective(&self, word: &str) -> bool {
        word.len() > 3 && self.endings.iter().any(|ending| word.ends_with(&**ending))
    }
}

/// The words of a phrase, without accents.
fn phrase(words: &str, vocabulary: &mut Vocabulary) -> Vec<WordId> {
    let mut folded = String::new();
    strip(words, &mut folded);
    folded.replace('\'', "' ").split_whitespace().map(|word| vocabulary.intern(word)).collect()
}
