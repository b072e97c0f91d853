//! Words that hedge an amount, and what it is counted by.

use super::error::{DataError, Table};
use super::lexicon::{Key, Lexicon};
use super::phrase::Phrases;
use super::view::View;
use crate::lexicon::Vocabulary;
use crate::types::{Bound, Per};

const BOUNDS: Table = Table::new(
    "grammar/values/bounds.tsv",
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/values/bounds.tsv")),
);
const PER: Table =
    Table::new("grammar/values/per.tsv", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/values/per.tsv")));

/// The cues of `bounds.tsv` and `per.tsv`.
#[derive(Clone, Debug)]
pub(super) struct Cues {
    before: Phrases<Bound>,
    after: Phrases<Bound>,
    per: Phrases<Per>,
}

impl Cues {
    /// No cue at all.
    pub fn empty() -> Self {
        Self { before: Phrases::backward(), after: Phrases::forward(), per: Phrases::forward() }
    }

    pub fn load(lexicon: &mut Lexicon, vocabulary: &mut Vocabulary) -> Result<Self, DataError> {
        let mut out = Self::empty();
        for row in BOUNDS.rows() {
            let bound = match row.get(2) {
                "approximate" => Bound::Approximate,
                "at_least" => Bound::AtLeast,
                "at_most" => Bound::AtMost,
                _ => return Err(row.error("approximate, at_least or at_most in the third column")),
            };
            let table = match row.get(1) {
                "before" => &mut out.before,
                "after" => &mut out.after,
                _ => return Err(row.error("before or after in the second column")),
            };
            table.add(lexicon, vocabulary, (row.get(0), false), 0, bound);
        }
        for row in PER.rows() {
            let per = match row.get(1) {
                "share" => Per::Share,
                "year" => Per::Year,
                "month" => Per::Month,
                "unit" => Per::Unit,
                _ => return Err(row.error("share, year, month or unit in the second column")),
            };
            out.per.add(lexicon, vocabulary, (row.get(0), false), 0, per);
        }
        Ok(out)
    }

    /// How the words before a token hedge what begins there, and where they begin.
    pub fn before(&self, view: &View, start: usize) -> (Option<Bound>, usize) {
        let (mut bound, mut from) = (None, start);
        for _ in 0..2 {
            let Some((found, at)) = self.one_before(view, from) else { break };
            // "jusqu'à environ 10 millions": the limit says more than the doubt about it.
            bound = match bound {
                Some(Bound::Approximate) | None => Some(found),
                known => known,
            };
            from = at;
        }
        (bound, from)
    }

    fn one_before(&self, view: &View, start: usize) -> Option<(Bound, usize)> {
        let mut at = start.wrapping_sub(1);
        for _ in 0..3 {
            if let Some((bound, length)) = self.before.at(view, at) {
                let from = (at + 1).saturating_sub(length);
                return Some(negated(view, bound, from));
            }
            let skipped = matches!(view.key(at), Key::Le | Key::La | Key::Les | Key::Pas) || view.is_quote(at);
            if !skipped {
                return None;
            }
            at = at.wrapping_sub(1);
        }
        None
    }

    /// How the words after an amount hedge it, and where they end.
    pub fn after(&self, view: &View, end: usize) -> Option<(Bound, usize)> {
        let (bound, length) = self.after.at(view, end)?;
        let to = end + length;
        // "10 millions, au moins 20 …": the words may open the next amount.
        if view.is_number(to) { None } else { Some((bound, to)) }
    }

    /// What an amount is counted by, and where those words end.
    pub fn per(&self, view: &View, end: usize) -> Option<(Per, usize)> {
        let (per, length) = self.per.at(view, end)?;
        // "12 millions l'an passé" tells when, not how often.
        (view.entry(end + length).shift == 0).then_some((per, end + length))
    }
}

/// "ne dépasse pas 10 millions": what was the least is the most.
fn negated(view: &View, bound: Bound, from: usize) -> (Bound, usize) {
    let near = |steps: usize| view.key(from.wrapping_sub(steps));
    let denied = near(1) == Key::Ne || near(1) == Key::Pas && (2..5).any(|steps| near(steps) == Key::Ne);
    match bound {
        Bound::AtLeast if denied => (Bound::AtMost, from),
        _ => (bound, from),
    }
}
