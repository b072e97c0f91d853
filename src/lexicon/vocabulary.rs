//! One table of words for the whole pipeline.

use crate::text::strip;
use rustc_hash::FxHashMap;

/// The id of a folded word; [`WordId::UNKNOWN`] for words that no list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

impl WordId {
    /// Any word that no list holds.
    pub const UNKNOWN: WordId = WordId(0);

    /// Whether some list holds the word.
    pub fn is_known(self) -> bool {
        self.0 != 0
    }

    /// For tables with one row a word.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a word can be: a set of classes that stages test with one `and`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(u32);

macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        impl Flags { $($(#[$doc])* pub const $name: Flags = Flags(1 << $bit);)* }
    };
}

flags! {
    /// Part of a number in words ("trois", "cent", "virgule", "demi").
    NUMBER = 0;
    /// Anything else that the value stage looks at: months, weekdays, currencies, scales, date and bound cues.
    VALUE = 1;
    /// A first name.
    FIRST_NAME = 2;
    /// A first name that is as often something else.
    AMBIGUOUS_FIRST_NAME = 3;
    /// First word of a gazetteer name.
    NAME_START = 4;
    /// A post or profession, or the first word of one.
    ROLE = 5;
    /// A common noun for an organization.
    ORGANIZATION_NOUN = 6;
    /// A common noun for a person.
    PERSON_NOUN = 7;
    /// A nationality or the like.
    DEMONYM = 8;
    /// "M.", "Mme", "docteur".
    TITLE = 9;
    /// A legal form.
    LEGAL_FORM = 10;
    /// Has a verb reading.
    VERB = 11;
    /// A function word: determiner, preposition, pronoun, conjunction, negation.
    FUNCTION = 12;
    /// An adverb.
    ADVERB = 13;
    /// A plain common noun or adjective.
    COMMON = 14;
    /// Has a frame: a verb or a noun that may tell a relation.
    TRIGGER = 15;
    /// A particle inside names: "de", "van", "Ben".
    PARTICLE = 16;
    /// An abbreviation written with a final point.
    ABBREVIATION = 17;
    /// A plain adjective.
    ADJECTIVE = 18;
    /// First word of a gazetteer name that is written without capitals.
    LOWER_NAME = 18;
}

impl Flags {
    /// No class.
    pub const NONE: Flags = Flags(0);

    /// Both sets.
    pub const fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }

    /// Whether they share a class.
    pub const fn any(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }
}

/// Words by their folded forms. Built once; looking up never allocates.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    bases: Vec<WordId>,
    flags: Vec<Flags>,
    /// For each base, the first word that differs from it by accents alone.
    accented: FxHashMap<WordId, Vec<WordId>>,
    words: Vec<Box<str>>,
    scratch: String,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            ids: FxHashMap::default(),
            bases: vec![WordId::UNKNOWN],
            flags: vec![Flags::NONE],
            accented: FxHashMap::default(),
            words: vec!["".into()],
            scratch: String::new(),
        }
    }
}

impl Vocabulary {
    /// The id of a word already folded by [`lower`](crate::text::lower), adding the word and its accentless base.
    pub fn intern(&mut self, folded: &str) -> WordId {
        if let Some(&id) = self.ids.get(folded) {
            return id;
        }
        let id = self.push(folded);
        if folded.is_ascii() {
            return id;
        }
        let mut base = std::mem::take(&mut self.scratch);
        base.clear();
        strip(folded, &mut base);
        if base != folded {
            let base_id = match self.ids.get(base.as_str()) {
                Some(&known) => known,
                None => self.push(&base),
            };
            if let Some(slot) = self.bases.get_mut(id.index()) {
                *slot = base_id;
            }
            self.accented.entry(base_id).or_default().push(id);
        }
        self.scratch = base;
        id
    }

    fn push(&mut self, folded: &str) -> WordId {
        let id = WordId(u32::try_from(self.words.len()).unwrap_or(0));
        self.words.push(folded.into());
        self.bases.push(id);
        self.flags.push(Flags::NONE);
        self.ids.insert(folded.into(), id);
        id
    }

    /// Interns a word and adds classes to it.
    pub fn mark(&mut self, folded: &str, flags: Flags) -> WordId {
        let id = self.intern(folded);
        if let Some(slot) = self.flags.get_mut(id.index()) {
            *slot = slot.with(flags);
        }
        id
    }

    /// Adds classes to a word.
    pub fn add_flags(&mut self, word: WordId, flags: Flags) {
        if let Some(slot) = self.flags.get_mut(word.index()) {
            *slot = slot.with(flags);
        }
    }

    /// The id of a folded word, or [`WordId::UNKNOWN`].
    pub fn find(&self, folded: &str) -> WordId {
        self.ids.get(folded).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The word without its accents.
    pub fn base(&self, word: WordId) -> WordId {
        self.bases.get(word.index()).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// What a word can be.
    pub fn flags(&self, word: WordId) -> Flags {
        self.flags.get(word.index()).copied().unwrap_or(Flags::NONE)
    }

    /// The folded form of a word.
    pub fn word(&self, word: WordId) -> &str {
        self.words.get(word.index()).map_or("", |w| w)
    }

    /// The words that differ from `base` by accents alone.
    pub fn accented(&self, base: WordId) -> &[WordId] {
        self.accented.get(&base).map_or(&[], Vec::as_slice)
    }

    /// How many words it holds.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.words.len() <= 1
    }
}

#[cfg(test)]
mod tests {
    use super::{Flags, Vocabulary};

    #[test]
    fn accents_make_two_words_with_one_base() {
        let mut v = Vocabulary::default();
        let (noun, participle) = (v.mark("annonce", Flags::COMMON), v.mark("annoncé", Flags::VERB));
        assert_ne!(noun, participle);
        assert_eq!(v.base(participle), noun);
        assert_eq!(v.accented(noun), &[participle]);
        assert!(v.flags(noun).any(Flags::COMMON) && !v.flags(noun).any(Flags::VERB));
    }
}
