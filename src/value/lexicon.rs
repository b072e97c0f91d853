//! The words that the value stage knows, one table row a word.

use super::accumulate::Step;
use super::error::{DataError, Row, Table};
use crate::lexicon::{Flags, Vocabulary, WordId};
use crate::text::lower;

/// Function words that the engines name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Key {
    #[default]
    None,
    De,
    Du,
    Des,
    A,
    Au,
    Aux,
    Et,
    Ou,
    Entre,
    Le,
    La,
    Les,
    Un,
    Une,
    En,
    Dans,
    Il,
    Y,
    Depuis,
    Jusqu,
    Ce,
    Ne,
    Pas,
    Pour,
    Plus,
    Moins,
    Soit,
    Avant,
    Apres,
    Par,
    Dont,
    Contre,
    Voila,
    Ici,
    Des1,
    Quelque,
    Quelques,
    Gros,
    Que,
    Percent,
    Compter,
    Partir,
    Tard,
    Tot,
    Publie,
    Chaque,
    Respectivement,
    Jour,
    Heure,
    Lors,
    Peu,
    Pres,
}

const KEYS: &[(&str, Key)] = &[
    ("de", Key::De),
    ("d'", Key::De),
    ("du", Key::Du),
    ("des", Key::Des),
    ("à", Key::A),
    ("au", Key::Au),
    ("aux", Key::Aux),
    ("et", Key::Et),
    ("ou", Key::Ou),
    ("entre", Key::Entre),
    ("le", Key::Le),
    ("l'", Key::Le),
    ("la", Key::La),
    ("les", Key::Les),
    ("un", Key::Un),
    ("une", Key::Une),
    ("en", Key::En),
    ("dans", Key::Dans),
    ("il", Key::Il),
    ("y", Key::Y),
    ("depuis", Key::Depuis),
    ("jusqu'", Key::Jusqu),
    ("jusque", Key::Jusqu),
    ("ce", Key::Ce),
    ("cet", Key::Ce),
    ("cette", Key::Ce),
    ("ne", Key::Ne),
    ("n'", Key::Ne),
    ("pas", Key::Pas),
    ("pour", Key::Pour),
    ("plus", Key::Plus),
    ("moins", Key::Moins),
    ("soit", Key::Soit),
    ("avant", Key::Avant),
    ("après", Key::Apres),
    ("par", Key::Par),
    ("dont", Key::Dont),
    ("contre", Key::Contre),
    ("voilà", Key::Voila),
    ("voici", Key::Voila),
    ("ici", Key::Ici),
    ("dès", Key::Des1),
    ("quelque", Key::Quelque),
    ("quelques", Key::Quelques),
    ("gros", Key::Gros),
    ("bon", Key::Gros),
    ("petit", Key::Gros),
    ("grosse", Key::Gros),
    ("bonne", Key::Gros),
    ("petite", Key::Gros),
    ("que", Key::Que),
    ("qu'", Key::Que),
    ("pourcent", Key::Percent),
    ("pourcents", Key::Percent),
    ("%", Key::Percent),
    ("compter", Key::Compter),
    ("partir", Key::Partir),
    ("tard", Key::Tard),
    ("tôt", Key::Tot),
    ("auparavant", Key::Tot),
    ("publié", Key::Publie),
    ("publiée", Key::Publie),
    ("paru", Key::Publie),
    ("jour", Key::Jour),
    ("chaque", Key::Chaque),
    ("respectivement", Key::Respectivement),
    ("heures", Key::Heure),
    ("heure", Key::Heure),
    ("h", Key::Heure),
    ("lors", Key::Lors),
    ("peu", Key::Peu),
    ("près", Key::Pres),
];

/// What a word does in or around a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberWord {
    #[default]
    None,
    Step(Step),
    /// "virgule".
    Point,
    /// "demi".
    Half,
    /// "quart", "quarts".
    Quarter,
    /// "dizaine": what it counts, and whether plural.
    About(u16),
}

/// A span of the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Unit {
    #[default]
    None,
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
}

/// All that one word can be for this stage; zero and `None` where it is not that.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    pub key: Key,
    pub number: NumberWord,
    pub unit: Unit,
    pub traits: u32,
    pub month: u8,
    /// Second month of a compound ("juin-août").
    pub to_month: u8,
    pub weekday: u8,
    pub ordinal: u8,
    pub season: u8,
    pub quarter: u8,
    pub half: u8,
    /// -1 for "dernier", 1 for "prochain".
    pub shift: i8,
    /// Days from today, plus 10.
    pub day: u8,
    /// Currency zone plus one.
    pub zone: u16,
}

pub(super) const FUNCTION: u32 = 1;
pub(super) const MONEY_NOUN: u32 = 1 << 1;
pub(super) const COUNTED: u32 = 1 << 2;
pub(super) const CURRENCY: u32 = 1 << 3;
pub(super) const SCALE: u32 = 1 << 4;
pub(super) const SHORT: u32 = 1 << 5;
pub(super) const EDGE: u32 = 1 << 6;
pub(super) const PART_OF_DAY: u32 = 1 << 7;
pub(super) const PLURAL: u32 = 1 << 8;
pub(super) const FUTURE: u32 = 1 << 9;
pub(super) const PAST: u32 = 1 << 10;
pub(super) const NOT_FUTURE: u32 = 1 << 11;
pub(super) const SHARE: u32 = 1 << 12;
/// Begins the name of a coin.
pub(super) const COIN: u32 = 1 << 13;

impl Entry {
    /// Whether the word may carry a value: a number other than the article, a currency, a part of the calendar. What
    /// only stands around values (prepositions, hedges, nouns of money) does not count.
    pub fn may_tell(&self) -> bool {
        const TELLING: u32 = CURRENCY | SCALE | EDGE | PART_OF_DAY | SHARE | COIN;
        let article = matches!(self.key, Key::Un | Key::Une);
        let calendar =
            self.month | self.to_month | self.weekday | self.ordinal | self.season | self.quarter | self.half;
        self.number != NumberWord::None && !article
            || self.key == Key::Percent
            || self.unit != Unit::None
            || self.traits & TELLING != 0
            || calendar | self.day != 0
            || self.shift != 0
    }

    /// Whether a value may begin with the word.
    fn may_begin(&self) -> bool {
        let leads = matches!(self.key, Key::Ce | Key::Il | Key::Voila | Key::Dans);
        leads || self.number != NumberWord::None || self.may_tell()
    }
}

/// One row a word; reading a row costs two array accesses.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    rows: Vec<u16>,
    entries: Vec<Entry>,
    /// The words of the entries.
    words: Vec<WordId>,
    /// Takes what is told of words beyond the 65,535 that rows can number; nothing reads it.
    spare: Entry,
}

const EMPTY: Entry = Entry {
    key: Key::None,
    number: NumberWord::None,
    unit: Unit::None,
    traits: 0,
    month: 0,
    to_month: 0,
    weekday: 0,
    ordinal: 0,
    season: 0,
    quarter: 0,
    half: 0,
    shift: 0,
    day: 0,
    zone: 0,
};

impl Lexicon {
    /// What is known of a word; an empty entry if nothing is.
    pub fn entry(&self, word: WordId) -> &Entry {
        self.row(word).unwrap_or(&EMPTY)
    }

    /// As [`entry`](Self::entry), for words that this stage knows.
    pub fn row(&self, word: WordId) -> Option<&Entry> {
        let row = *self.rows.get(word.index())?;
        if row == 0 { None } else { self.entries.get(usize::from(row)) }
    }

    /// The entry of a word, to be added to; the word is marked in the vocabulary.
    pub fn edit(&mut self, vocabulary: &mut Vocabulary, word: &str, flags: Flags) -> &mut Entry {
        let id = vocabulary.mark(&folded(word), flags);
        if self.entries.is_empty() {
            self.entries.push(EMPTY);
            self.words.push(WordId::UNKNOWN);
        }
        if self.rows.len() <= id.index() {
            self.rows.resize(id.index() + 1, 0);
        }
        let fresh = self.entries.len();
        let row = match self.rows.get_mut(id.index()) {
            Some(row) if *row == 0 => {
                *row = u16::try_from(fresh).unwrap_or(0);
                self.entries.push(EMPTY);
                self.words.push(id);
                *row
            }
            row => row.copied().unwrap_or(0),
        };
        self.entries.get_mut(usize::from(row)).unwrap_or(&mut self.spare)
    }

    pub fn mark(&mut self, vocabulary: &mut Vocabulary, word: &str, traits: u32) {
        self.edit(vocabulary, word, Flags::VALUE).traits |= traits;
    }

    /// Tells the vocabulary which words carry or begin values, once all files are read.
    pub fn flag(&self, vocabulary: &mut Vocabulary) {
        for (entry, word) in self.entries.iter().zip(&self.words) {
            if entry.may_tell() {
                vocabulary.add_flags(*word, Flags::TELLS_VALUE);
            }
            if entry.may_begin() {
                vocabulary.add_flags(*word, Flags::BEGINS_VALUE);
            }
        }
    }

    /// The words of `grammar/values/` that stand alone.
    pub fn load(vocabulary: &mut Vocabulary) -> Result<Self, DataError> {
        let mut lexicon = Self::default();
        for (word, key) in KEYS {
            lexicon.edit(vocabulary, word, Flags::VALUE).key = *key;
        }
        for row in NUMBERS.rows() {
            number_row(&mut lexicon, vocabulary, &row)?;
        }
        for row in DATES.rows() {
            date_row(&mut lexicon, vocabulary, &row)?;
        }
        month_pairs(&mut lexicon, vocabulary);
        for (table, traits) in [(FUNCTION_WORDS, FUNCTION), (MONEY_NOUNS, MONEY_NOUN), (COUNTED_NOUNS, COUNTED)] {
            for row in table.rows() {
                lexicon.mark(vocabulary, row.get(0), traits);
            }
        }
        for row in TENSE.rows() {
            let traits = match row.get(1) {
                "ahead" | "future" => FUTURE,
                "past" => PAST,
                "not_future" => NOT_FUTURE,
                _ => return Err(row.error("ahead, future, past or not_future")),
            };
            lexicon.mark(vocabulary, row.get(0), traits);
        }
        Ok(lexicon)
    }
}

macro_rules! table {
    ($name:ident, $file:literal) => {
        const $name: Table = Table::new($file, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $file)));
    };
}

table!(NUMBERS, "grammar/values/numbers.tsv");
table!(DATES, "grammar/values/dates.tsv");
table!(FUNCTION_WORDS, "grammar/values/function.tsv");
table!(MONEY_NOUNS, "grammar/values/money_nouns.tsv");
table!(COUNTED_NOUNS, "grammar/values/counted.tsv");
table!(TENSE, "grammar/values/future.tsv");

/// A word as the vocabulary keeps it.
pub(super) fn folded(word: &str) -> String {
    let mut out = String::new();
    lower(word, &mut out);
    out
}

fn number_row(lexicon: &mut Lexicon, vocabulary: &mut Vocabulary, row: &Row) -> Result<(), DataError> {
    let value: u16 = row.parse(2, "a small number in the third column")?;
    let small = u8::try_from(value).map_err(|_| row.error("a number up to 255"));
    let (word, plural) = (row.get(0), row.get(0).ends_with('s'));
    let number = match row.get(1) {
        "unit" => NumberWord::Step(Step::Unit(small?)),
        "ten" => NumberWord::Step(Step::Ten(small?)),
        "vingts" => NumberWord::Step(Step::Vingts),
        "hundred" => NumberWord::Step(Step::Hundred),
        "hundreds" => NumberWord::Step(Step::Hundreds),
        "thousand" => NumberWord::Step(Step::Thousand),
        "scale" => NumberWord::Step(Step::Scale(small?)),
        "point" => NumberWord::Point,
        "half" => NumberWord::Half,
        "quarter" => NumberWord::Quarter,
        "about" => NumberWord::About(value),
        "and" => NumberWord::None,
        _ => return Err(row.error("a kind of number word in the second column")),
    };
    let entry = lexicon.edit(vocabulary, word, Flags::NUMBER.with(Flags::VALUE));
    entry.number = number;
    if plural && matches!(number, NumberWord::About(_) | NumberWord::Step(Step::Scale(_)) | NumberWord::Quarter) {
        entry.traits |= PLURAL;
    }
    Ok(())
}

fn date_row(lexicon: &mut Lexicon, vocabulary: &mut Vocabulary, row: &Row) -> Result<(), DataError> {
    let (word, kind, value) = (row.get(0), row.get(1), row.get(2));
    let number = value.parse::<i8>().unwrap_or(0);
    let small = number.unsigned_abs();
    let entry = lexicon.edit(vocabulary, word, Flags::VALUE);
    match kind {
        "month" => entry.month = small,
        "month_short" => (entry.month, entry.traits) = (small, entry.traits | SHORT),
        "weekday" => entry.weekday = small,
        "weekdays" => (entry.weekday, entry.traits) = (small, entry.traits | PLURAL),
        "weekday_short" => (entry.weekday, entry.traits) = (small, entry.traits | SHORT),
        "day" => entry.day = (number + 10).unsigned_abs(),
        "ordinal" => entry.ordinal = small,
        "edge" => entry.traits |= EDGE,
        "last" | "next" => entry.shift = number,
        "season" => entry.season = small,
        "quarter" => entry.quarter = small,
        "half" => entry.half = small,
        "part" => entry.traits |= PART_OF_DAY,
        "unit" => {
            entry.unit = match value {
                "day" => Unit::Day,
                "week" => Unit::Week,
                "month" => Unit::Month,
                "quarter" => Unit::Quarter,
                "half" => Unit::Half,
                "year" => Unit::Year,
                _ => return Err(row.error("day, week, month, quarter, half or year")),
            }
        }
        _ => return Err(row.error("a kind of date word in the second column")),
    }
    Ok(())
}

/// "juin-août" is one word to the tokenizer.
fn month_pairs(lexicon: &mut Lexicon, vocabulary: &mut Vocabulary) {
    let long = || DATES.rows().filter(|row| row.get(1) == "month");
    for first in long() {
        for last in long().filter(|last| last.get(2) != first.get(2)) {
            let word = format!("{}-{}", first.get(0), last.get(0));
            let entry = lexicon.edit(vocabulary, &word, Flags::VALUE);
            entry.month = first.get(2).parse().unwrap_or(0);
            entry.to_month = last.get(2).parse().unwrap_or(0);
        }
    }
}
