//! One table of words for the whole pipeline.

use super::WordKey;
use crate::text::strip;
use std::ops::Range;

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

    /// The word of a row of such a table.
    pub(super) fn from_index(index: u32) -> WordId {
        WordId(index)
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
    LOWER_NAME = 19;
    /// May carry a value by itself: a number other than the article, a currency, a part of the calendar.
    TELLS_VALUE = 20;
    /// A value may begin with it: what carries one, articles, "il" of "il y a".
    BEGINS_VALUE = 21;
    /// "le", "la", "les", "l'".
    ARTICLE = 22;
    /// "de", "du", "des", "d'".
    DE = 23;
    /// A word that colours posts begins with it, see [`Lexicon::modifiers`](super::Lexicon::modifiers).
    BEGINS_MODIFIER = 24;
    /// An adverb of several words begins with it.
    BEGINS_ADVERB = 25;
    /// A preposition, single or compound, begins with it.
    BEGINS_PREPOSITION = 26;
    /// A conjunction of several words begins with it.
    BEGINS_CONJUNCTION = 27;
}

impl Flags {
    /// No class.
    pub const NONE: Flags = Flags(0);

    /// Words that are not names by themselves, whatever their capital.
    pub const ORDINARY: Flags = Flags::COMMON
        .with(Flags::VERB)
        .with(Flags::FUNCTION)
        .with(Flags::ADVERB)
        .with(Flags::NUMBER)
        .with(Flags::VALUE)
        .with(Flags::ROLE)
        .with(Flags::ORGANIZATION_NOUN)
        .with(Flags::PERSON_NOUN)
        .with(Flags::DEMONYM)
        .with(Flags::TITLE);

    /// Whether some list holds the word as a word, rather than as the beginning of something longer.
    pub const fn is_listed(self) -> bool {
        self.0 & (Flags::BEGINS_MODIFIER.0 - 1) != 0
    }

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
///
/// Memory: the letters of the words, 32 bytes a word, and a table of 8 bytes for each of one and a half to three words.
/// All that is asked of a word stands in its row, so that a token costs one line of the caches, or two.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// The letters of all words, one after another.
    letters: String,
    /// One row a word.
    rows: Vec<Row>,
    /// Open addressing over the rows; a power of two long.
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    key: WordKey,
    /// Where the letters of the word end; they begin where those of the row before end.
    end: u32,
    base: WordId,
    flags: Flags,
    /// For a base, the first word that differs from it by accents alone; for such a word, the next one.
    accented: WordId,
}

/// A word and its hash, which spares most comparisons of letters; empty if the word is [`WordId::UNKNOWN`].
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    word: WordId,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::with_capacity(0)
    }
}

impl Vocabulary {
    /// An empty vocabulary with room for so many words.
    pub fn with_capacity(words: usize) -> Self {
        let mut rows = Vec::with_capacity(words + 1);
        let unknown = WordId::UNKNOWN;
        rows.push(Row { key: WordKey::NONE, end: 0, base: unknown, flags: Flags::NONE, accented: unknown });
        let slots = vec![Slot::default(); slots_for(words)];
        Self { letters: String::with_capacity(words * 9), rows, slots }
    }

    /// The id of a word already folded by [`lower`](crate::text::lower), adding the word and its accentless base.
    pub fn intern(&mut self, folded: &str) -> WordId {
        let key = WordKey::of(folded.as_bytes());
        let known = self.find_keyed(key, folded.as_bytes());
        if known.is_known() {
            return known;
        }
        let id = self.push(folded, key);
        if folded.is_ascii() {
            return id;
        }
        let mut base = String::with_capacity(folded.len());
        strip(folded, &mut base);
        if base != folded {
            let base_id = self.intern_base(&base);
            if let Some(row) = self.rows.get_mut(id.index()) {
                row.base = base_id;
            }
            self.chain(base_id, id);
        }
        id
    }

    fn intern_base(&mut self, base: &str) -> WordId {
        let key = WordKey::of(base.as_bytes());
        let known = self.find_keyed(key, base.as_bytes());
        if known.is_known() { known } else { self.push(base, key) }
    }

    /// Hangs a word behind the others with its base. French has a handful of them at most.
    fn chain(&mut self, base: WordId, word: WordId) {
        let mut last = base;
        while let Some(next) = self.rows.get(last.index()).map(|row| row.accented).filter(|next| next.is_known()) {
            last = next;
        }
        if let Some(row) = self.rows.get_mut(last.index()) {
            row.accented = word;
        }
    }

    fn push(&mut self, folded: &str, key: WordKey) -> WordId {
        let (Ok(id), Ok(end)) = (u32::try_from(self.rows.len()), u32::try_from(self.letters.len() + folded.len()))
        else {
            return WordId::UNKNOWN;
        };
        let word = WordId(id);
        self.letters.push_str(folded);
        self.rows.push(Row { key, end, base: word, flags: Flags::NONE, accented: WordId::UNKNOWN });
        if self.slots.len() < slots_for(self.rows.len()) {
            self.grow();
        }
        enter(&mut self.slots, Slot { hash: key.hash(), word });
        word
    }

    fn grow(&mut self) {
        let mut slots = vec![Slot::default(); slots_for(self.rows.len())];
        for slot in self.slots.iter().filter(|slot| slot.word.is_known()) {
            enter(&mut slots, *slot);
        }
        self.slots = slots;
    }

    /// Interns a word and adds classes to it.
    pub fn mark(&mut self, folded: &str, flags: Flags) -> WordId {
        let id = self.intern(folded);
        self.add_flags(id, flags);
        id
    }

    /// Adds classes to a word.
    pub fn add_flags(&mut self, word: WordId, flags: Flags) {
        if let Some(row) = self.rows.get_mut(word.index()).filter(|_| word.is_known()) {
            row.flags = row.flags.with(flags);
        }
    }

    /// The id of a folded word, or [`WordId::UNKNOWN`].
    pub fn find(&self, folded: &str) -> WordId {
        self.find_keyed(WordKey::of(folded.as_bytes()), folded.as_bytes())
    }

    /// The id of a folded word that its key tells alone; see [`WordKey::short`].
    pub(crate) fn find_short(&self, key: WordKey) -> WordId {
        self.find_keyed(key, &[])
    }

    fn find_keyed(&self, key: WordKey, folded: &[u8]) -> WordId {
        let mask = self.slots.len().wrapping_sub(1);
        let hash = key.hash();
        let mut at = hash as usize & mask;
        // Some slot is always empty.
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.word.is_known()) {
            if slot.hash == hash && self.rows.get(slot.word.index()).is_some_and(|row| row.key == key) {
                let same = key.is_short() || self.letters_of(slot.word) == folded;
                if same {
                    return slot.word;
                }
            }
            at = (at + 1) & mask;
        }
        WordId::UNKNOWN
    }

    /// The word without its accents, and what the word can be.
    pub(crate) fn base_and_flags(&self, word: WordId) -> (WordId, Flags) {
        self.rows.get(word.index()).map_or((WordId::UNKNOWN, Flags::NONE), |row| (row.base, row.flags))
    }

    /// The word without its accents.
    pub fn base(&self, word: WordId) -> WordId {
        self.rows.get(word.index()).map_or(WordId::UNKNOWN, |row| row.base)
    }

    /// What a word can be.
    pub fn flags(&self, word: WordId) -> Flags {
        self.rows.get(word.index()).map_or(Flags::NONE, |row| row.flags)
    }

    /// The folded form of a word.
    pub fn word(&self, word: WordId) -> &str {
        self.letters.get(self.place(word)).unwrap_or("")
    }

    /// The same as bytes, without a look at the edges of characters.
    fn letters_of(&self, word: WordId) -> &[u8] {
        self.letters.as_bytes().get(self.place(word)).unwrap_or(&[])
    }

    fn place(&self, word: WordId) -> Range<usize> {
        let end = |index: usize| self.rows.get(index).map_or(0, |row| row.end as usize);
        end(word.index().wrapping_sub(1))..end(word.index())
    }

    /// The words that differ from `base` by accents alone, in the order in which they were added.
    pub fn accented(&self, base: WordId) -> impl Iterator<Item = WordId> + '_ {
        // Such words have other words behind them in the chain, but are no bases.
        let first = if self.base(base) == base { base } else { WordId::UNKNOWN };
        let next = |word: &WordId| self.rows.get(word.index()).map(|row| row.accented).filter(|next| next.is_known());
        std::iter::successors(next(&first), next)
    }

    /// How many words it holds.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.rows.len() <= 1
    }
}

/// At least one and a half slots a word, so that a search looks at two or three of them.
fn slots_for(words: usize) -> usize {
    (words + words / 2 + 2).next_power_of_two()
}

fn enter(slots: &mut [Slot], entry: Slot) {
    let mask = slots.len().wrapping_sub(1);
    let mut at = entry.hash as usize & mask;
    while let Some(slot) = slots.get_mut(at) {
        if !slot.word.is_known() {
            *slot = entry;
            return;
        }
        at = (at + 1) & mask;
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
        assert_eq!(v.accented(noun).collect::<Vec<_>>(), [participle]);
        assert_eq!(v.accented(participle).count(), 0);
        assert!(v.flags(noun).any(Flags::COMMON) && !v.flags(noun).any(Flags::VERB));
    }

    #[test]
    fn every_word_is_found_after_growing() {
        let mut v = Vocabulary::default();
        let ids: Vec<_> = (0..5000).map(|n| v.intern(&format!("mot{n}"))).collect();
        for (n, id) in ids.iter().enumerate() {
            assert_eq!(v.find(&format!("mot{n}")), *id);
            assert_eq!(v.word(*id), format!("mot{n}"));
        }
        assert!(!v.find("mot5000").is_known() && !v.find("").is_known());
        assert_eq!(v.len(), 5001);
    }

    #[test]
    fn words_with_one_base_are_told_in_order() {
        let mut v = Vocabulary::default();
        let ids = ["côte", "cote", "côté", "cône"].map(|word| v.intern(word));
        let [first, base, second, _] = ids;
        assert_eq!(v.accented(base).collect::<Vec<_>>(), [first, second]);
    }
}
