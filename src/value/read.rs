//! The reader: from tokens to values.

use super::bare;
use super::bound::Cues;
use super::currency::Currencies;
use super::date;
use super::error::DataError;
use super::lexicon::Lexicon;
use super::money::{self, Item, Raw, Unit, Use};
use super::noise;
use super::percent::{Shares, percentages};
use super::view::View;
use super::{Share, Values};
use crate::lexicon::Vocabulary;
use crate::token::{Tokens, tokenize};
use crate::types::{Amount, Bound, Currency, Date, Money, NumberMention, Percentage, Quantity, Span};
use once_cell::unsync::OnceCell;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// Reads numbers, money, percentages and dates.
///
/// ```
/// use depeche::value::ValueReader;
/// let reader = ValueReader::french();
/// let values = reader.read("Elle a levé plus de 10 M€ mardi.", "2025-07-04".parse().ok());
/// assert_eq!(values.amounts[0].text, "10 M€");
/// assert_eq!(values.dates[0].value.to_string(), "2025-07-01");
/// ```
#[derive(Clone, Debug)]
pub struct ValueReader {
    lexicon: Lexicon,
    currencies: Currencies,
    cues: Cues,
    shares: Shares,
    /// Of a reader that stands alone.
    vocabulary: Vocabulary,
}

/// What is gathered over the sentences of a text.
#[derive(Default)]
struct Gathered {
    raws: Vec<Told>,
    values: Values,
    /// Where values may begin in the sentence being read.
    places: Vec<usize>,
    /// The numbers of that sentence.
    items: Vec<Item>,
}

/// An amount with the paragraph that it stands in.
struct Told {
    raw: Raw,
    paragraph: usize,
}

impl ValueReader {
    /// A reader with a vocabulary of its own, for [`read`](Self::read). Built from the data in the library, which its
    /// tests have checked; costs a few milliseconds.
    pub fn french() -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut reader = Self::register(&mut vocabulary);
        reader.vocabulary = vocabulary;
        reader
    }

    /// A reader for tokens that are looked up in `vocabulary`, which gains the words that this stage knows. A bad line
    /// of the data leaves a reader that finds nothing; [`try_register`](Self::try_register) tells which.
    pub fn register(vocabulary: &mut Vocabulary) -> Self {
        Self::try_register(vocabulary).unwrap_or_else(|_| Self::empty())
    }

    /// As [`register`](Self::register).
    ///
    /// # Errors
    /// The first line of a data file that does not fit its file's heading.
    pub fn try_register(vocabulary: &mut Vocabulary) -> Result<Self, DataError> {
        let mut lexicon = Lexicon::load(vocabulary)?;
        let currencies = Currencies::load(&mut lexicon, vocabulary)?;
        let cues = Cues::load(&mut lexicon, vocabulary)?;
        let shares = Shares::load(&mut lexicon, vocabulary)?;
        lexicon.flag(vocabulary);
        Ok(Self { lexicon, currencies, cues, shares, vocabulary: Vocabulary::default() })
    }

    fn empty() -> Self {
        Self {
            lexicon: Lexicon::default(),
            currencies: Currencies::empty(),
            cues: Cues::empty(),
            shares: Shares::empty(),
            vocabulary: Vocabulary::default(),
        }
    }

    /// The values of a text of which each line is taken for a sentence. Relative dates are resolved from `published`,
    /// or else from a publication date that the text tells. Linear in the text.
    pub fn read(&self, text: &str, published: Option<Date>) -> Values {
        let tokens = tokenize(text, &lines(text), &self.vocabulary);
        self.read_tokens(&tokens, published, None)
    }

    /// The values of a text already cut into sentences and tokens by the vocabulary given to
    /// [`register`](Self::register). `future` tells whether the clause of a token is told in the future; without it, verb
    /// forms near a date are looked at. Linear in the tokens.
    pub fn read_tokens(
        &self,
        tokens: &Tokens,
        published: Option<Date>,
        future: Option<&dyn Fn(usize) -> bool>,
    ) -> Values {
        let mut all = Gathered::default();
        let mut dates = date::Reader::new(future);
        let (mut paragraph, mut end, mut power) = (0, 0, 0);
        for range in tokens.sentences() {
            let view = View { tokens, lexicon: &self.lexicon, range: range.clone() };
            let span = tokens.span(range.clone());
            let gap = tokens.text().get(end..span.start).unwrap_or("");
            if gap.as_bytes().contains(&b'\n') {
                paragraph += 1;
            }
            end = span.end;
            if range.is_empty() {
                continue;
            }
            power = self.sentence(&view, paragraph, power, &mut all, &mut dates);
        }
        let mut values = all.values;
        dates.resolve(tokens, &self.lexicon, published, &mut values);
        self.settle(tokens, all.raws, &mut values);
        values
    }

    /// Reads one sentence; gives the scale of its last amount.
    fn sentence(&self, view: &View, paragraph: usize, power: u8, all: &mut Gathered, dates: &mut date::Reader) -> u8 {
        if view.is_quiet() { 0 } else { self.search(view, paragraph, power, all, dates) }
    }

    fn search(&self, view: &View, paragraph: usize, power: u8, all: &mut Gathered, dates: &mut date::Reader) -> u8 {
        view.places(&mut all.places);
        let mut items = std::mem::take(&mut all.items);
        money::items(view, &all.places, &self.currencies, &mut items);
        let mut shares = Vec::new();
        noise::sift(view, &mut items);
        let mut raws = money::amounts(view, &self.cues, &mut items);
        for (value, words, tokens) in percentages(view, &self.cues, &mut items) {
            all.values.percentages.push(Percentage { span: view.tokens.span(words), value: value.normalize() });
            all.values.tokens.percentages.push(tokens);
        }
        self.shares.read(view, &all.places, &mut items, &mut shares);
        for (value, tokens) in shares {
            all.values.shares.push(Share { span: view.tokens.span(tokens.clone()), value });
            all.values.tokens.shares.push(tokens);
        }
        dates.read(view, &all.places, paragraph, &mut items);
        bare::amounts(view, &self.cues, &mut items, &mut raws, power);
        for item in items.iter().filter(|item| item.use_ == Use::Free && noise::is_told(view, item)) {
            number(view, item, &mut all.values);
        }
        all.items = items;
        let last = raws.last().map_or(0, |raw| raw.power);
        all.raws.extend(raws.into_iter().map(|raw| Told { raw, paragraph }));
        last
    }

    /// The currency that each amount tells by itself. Places are counted once, and only if a name hangs on them.
    fn named(&self, tokens: &Tokens, raws: &[Told]) -> Vec<Option<Currency>> {
        let hits = OnceCell::new();
        let count = || self.currencies.count_zones(tokens, &self.lexicon);
        let named = |told: &Told| match told.raw.unit {
            Unit::Coin(currency) => Some(currency),
            Unit::Untold => None,
            Unit::Named(name) if self.currencies.is_shared(name) => {
                self.currencies.resolve(name, hits.get_or_init(count))
            }
            Unit::Named(name) => self.currencies.resolve(name, &[]),
        };
        raws.iter().map(named).collect()
    }

    /// Gives every amount its currency, links those told twice, and adds them to the values.
    fn settle(&self, tokens: &Tokens, raws: Vec<Told>, values: &mut Values) {
        let told = self.named(tokens, &raws);
        let twins = twins(&told, &raws);
        let mut last: Option<(usize, Currency)> = None;
        let mut before: Option<(std::ops::Range<usize>, Option<Currency>)> = None;
        for (currency, Told { raw, paragraph }) in told.into_iter().zip(raws) {
            let currency = match raw.unit {
                Unit::Untold => twin(&twins, &raw)
                    .or_else(|| last.filter(|(at, _)| paragraph - at <= 1).map(|(_, currency)| currency)),
                _ => currency,
            };
            last = currency.map(|currency| (paragraph, currency)).or(last);
            let index = values.amounts.len();
            let same = before.as_ref().is_some_and(|(words, other)| {
                currency.is_some()
                    && other.is_some()
                    && *other != currency
                    && retold(tokens, &self.lexicon, words, &raw)
            });
            before = Some((raw.words.clone(), currency));
            let span = tokens.span(raw.words.clone());
            let money = Money { quantity: normal(raw.quantity), currency, bound: raw.bound };
            let mut amount = Amount::new(span, span.of(tokens.text()), money);
            amount.per = raw.per;
            amount.equivalent_to = if same { index.checked_sub(1) } else { None };
            values.amounts.push(amount);
            values.tokens.amounts.push(raw.tokens);
        }
    }
}

/// Without the zeros that scaling leaves behind a decimal point.
fn normal(quantity: Quantity) -> Quantity {
    match quantity {
        Quantity::Single { value } => Quantity::Single { value: value.normalize() },
        Quantity::Range { min, max } => Quantity::Range { min: min.normalize(), max: max.normalize() },
    }
}

/// The currency of each value that is told with one.
fn twins(told: &[Option<Currency>], raws: &[Told]) -> FxHashMap<Decimal, Currency> {
    let mut out = FxHashMap::default();
    for (currency, told) in told.iter().zip(raws) {
        if let (Some(currency), Quantity::Single { value }) = (currency, told.raw.quantity) {
            out.entry(value.normalize()).or_insert(*currency);
        }
    }
    out
}

fn twin(twins: &FxHashMap<Decimal, Currency>, raw: &Raw) -> Option<Currency> {
    match raw.quantity {
        Quantity::Single { value } => twins.get(&value.normalize()).copied(),
        Quantity::Range { .. } => None,
    }
}

/// Whether an amount tells the one before it again: "100 millions de dollars (85 millions d'euros)", "…, soit …".
fn retold(tokens: &Tokens, lexicon: &Lexicon, before: &std::ops::Range<usize>, raw: &Raw) -> bool {
    let view = View { tokens, lexicon, range: 0..tokens.all().len() };
    let from = raw.tokens.start.wrapping_sub(1);
    if from < before.end || from > before.end + 2 {
        return false;
    }
    let bracket = from == before.end && view.is_one_of(from, "(");
    let words = view.key(from) == super::lexicon::Key::Soit;
    bracket || words || view.is_one_of(before.end, "(") && raw.bound != Bound::Range && from == before.end + 1
}

fn number(view: &View, item: &Item, values: &mut Values) {
    let tokens = item.start..item.end;
    values.numbers.push(NumberMention { span: view.tokens.span(tokens.clone()), value: item.num.value.normalize() });
    values.tokens.numbers.push(tokens);
}

/// The lines of a text that hold anything.
fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            out.push(Span::new(at, at + line.trim_end().len()));
        }
        at += line.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn quiet_sentences_hold_no_value() {
        let reader = ValueReader::french();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
        let mut files: Vec<_> =
            folder.join("articles").read_dir().expect("it exists").flatten().map(|f| f.path()).collect();
        files.push(folder.join("headlines.jsonl"));
        let (mut quiet, mut others) = (0, 0);
        for file in files {
            let text = std::fs::read_to_string(file).expect("it is text").replace("\\n", "\n").replace(". ", ".\n");
            let tokens = tokenize(&text, &lines(&text), &reader.vocabulary);
            for range in tokens.sentences() {
                let view = View { tokens: &tokens, lexicon: &reader.lexicon, range: range.clone() };
                if !view.is_quiet() {
                    others += 1;
                    continue;
                }
                quiet += 1;
                let (mut all, mut dates) = (Gathered::default(), date::Reader::new(None));
                assert_eq!(reader.search(&view, 0, 9, &mut all, &mut dates), 0);
                dates.resolve(&tokens, &reader.lexicon, "2025-07-04".parse().ok(), &mut all.values);
                all.values.published = None;
                let found = format!("{:?}", all.values);
                assert!(all.raws.is_empty() && found == format!("{:?}", Values::default()), "{found}");
            }
        }
        assert!(quiet > 300 && others > 300, "{quiet} {others}");
    }
}
