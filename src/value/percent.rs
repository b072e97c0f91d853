//! Percentages, and shares told in words.

use super::accumulate::Step;
use super::bound::Cues;
use super::error::{DataError, Table};
use super::lexicon::{Key, Lexicon, NumberWord, SHARE};
use super::money::{Item, Use};
use super::phrase::Phrases;
use super::range::{Link, link};
use super::view::View;
use crate::lexicon::Vocabulary;
use rust_decimal::Decimal;
use std::ops::Range;

const SHARES: Table = Table::new(
    "grammar/values/shares.tsv",
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/values/shares.tsv")),
);

/// A part of a whole, told in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ShareValue {
    /// "la moitié", "un tiers": in hundredths, to two decimals.
    Percent(Decimal),
    /// "minoritaire".
    Minority,
    /// "majoritaire".
    Majority,
}

/// The phrases of `shares.tsv`.
#[derive(Clone, Debug)]
pub(super) struct Shares(Phrases<ShareValue>);

impl Shares {
    /// No phrase at all.
    pub fn empty() -> Self {
        Self(Phrases::forward())
    }

    pub fn load(lexicon: &mut Lexicon, vocabulary: &mut Vocabulary) -> Result<Self, DataError> {
        let mut out = Phrases::forward();
        for row in SHARES.rows() {
            let value = match row.get(1) {
                "minority" => ShareValue::Minority,
                "majority" => ShareValue::Majority,
                _ => ShareValue::Percent(row.parse(1, "hundredths, minority or majority in the second column")?),
            };
            out.add(lexicon, vocabulary, (row.get(0), false), SHARE, value);
        }
        Ok(Self(out))
    }

    /// The shares of a sentence; the numbers inside them are no numbers any more.
    pub fn read(&self, view: &View, places: &[usize], items: &mut [Item], out: &mut Vec<(ShareValue, Range<usize>)>) {
        let mut free = view.range.start;
        for &at in places {
            let found = (at >= free && view.has(at, SHARE)).then(|| self.0.at(view, at)).flatten();
            let Some((value, length)) = found else { continue };
            let tokens = at..at + length;
            let first = items.partition_point(|item| item.end <= tokens.start);
            for item in items.iter_mut().skip(first).take_while(|item| item.start < tokens.end) {
                item.use_ = if item.use_ == Use::Free { Use::Other } else { item.use_ };
            }
            out.push((value, tokens));
            free = at + length;
        }
    }
}

/// The percentages of a sentence: value, words, and tokens with what hedges them.
pub(super) fn percentages(view: &View, cues: &Cues, items: &mut [Item]) -> Vec<(Decimal, Range<usize>, Range<usize>)> {
    let mut out = Vec::new();
    for i in 0..items.len() {
        let Some(item) = items.get(i).copied().filter(|item| item.use_ == Use::Free) else { continue };
        let Some(end) = sign_end(view, item.end) else { continue };
        let from = if out.is_empty() { 0 } else { i.saturating_sub(1) };
        if let Some(left) = i.checked_sub(1).and_then(|left| items.get_mut(left)) {
            let linked = matches!(link(view, left.end, item.start), Some(Link::To | Link::And | Link::Or));
            let year = left.num.plain && view.key(left.start.wrapping_sub(1)) == Key::En;
            if linked && left.use_ == Use::Free && !year && !left.num.article && from <= i {
                left.use_ = Use::Percent;
                let (_, first) = cues.before(view, left.start);
                out.push((left.num.value, left.start..left.end, first..left.end));
            }
        }
        let (_, first) = cues.before(view, item.start);
        out.push((item.num.value, item.start..end, first..end));
        if let Some(item) = items.get_mut(i) {
            item.use_ = Use::Percent;
        }
        // The "cent" of "pour cent" is no number of its own.
        if let Some(next) = items.get_mut(i + 1).filter(|next| next.start < end) {
            next.use_ = Use::Other;
        }
    }
    out
}

/// Where "%", "pour cent" or "pourcent" ends, if it stands at a token.
fn sign_end(view: &View, at: usize) -> Option<usize> {
    if view.key(at) == Key::Percent {
        return Some(at + 1);
    }
    let hundred = view.entry(at + 1).number == NumberWord::Step(Step::Hundred);
    (view.key(at) == Key::Pour && hundred).then_some(at + 2)
}
