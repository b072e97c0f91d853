//! The name of a round of funding.

use super::Context;
use super::draft::Draft;
use crate::relation::Slot;
use std::ops::Range;

/// Words that name a round, with the name that the contract uses. Longer ones first.
const NAMES: [(&str, &str); 9] = [
    ("pré-amorçage", "pre-seed"),
    ("pre-amorçage", "pre-seed"),
    ("préamorçage", "pre-seed"),
    ("pré-seed", "pre-seed"),
    ("pre-seed", "pre-seed"),
    ("preseed", "pre-seed"),
    ("amorçage", "seed"),
    ("seed", "seed"),
    ("seed money", "seed"),
];

/// The round that the sentence of a draft names: "série B", "un tour d'amorçage"; of several, the one nearest to the
/// amount.
pub(super) fn round_of(context: Context<'_>, draft: &Draft) -> Option<String> {
    let range = context.tokens.sentence(draft.sentence());
    let all = &context.values.tokens.amounts;
    let first = all.partition_point(|tokens| tokens.start < range.start);
    let amounts = || all.iter().skip(first).take_while(|tokens| tokens.start < range.end);
    let gap = |amount: &Range<usize>, at: usize| amount.start.saturating_sub(at) + at.saturating_sub(amount.end);
    let amount = draft.amount(Slot::Amount).and_then(|index| context.values.tokens.amounts.get(index));
    // Another amount may be nearer: that of an earlier round.
    let own = |at: usize| {
        let told = amount.filter(|amount| range.contains(&amount.start)).map(|amount| gap(amount, at));
        told.is_none_or(|own| amounts().all(|other| gap(other, at) >= own))
    };
    let named = range.clone().filter_map(|at| Some((at, round_at(context, at, range.end)?)));
    let nearest = named.filter(|(at, _)| own(*at)).min_by_key(|(at, _)| amount.map_or(0, |amount| gap(amount, *at)));
    nearest.map(|(_, name)| name)
}

fn round_at(context: Context<'_>, at: usize, end: usize) -> Option<String> {
    let word = context.tokens.str(at).to_lowercase();
    if matches!(word.as_str(), "série" | "serie" | "series") && at + 1 < end {
        let letter = context.tokens.str(at + 1);
        if letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Some(letter.to_uppercase());
        }
    }
    NAMES.iter().find(|(known, _)| *known == word).map(|(_, name)| (*name).to_owned())
}
