//! What earlier stages found in a sentence.

use crate::entity::Entities;
use crate::lexicon::Gender;
use crate::token::Tokens;
use crate::types::EntityKind;
use crate::value::Values;
use std::cmp::Reverse;
use std::ops::Range;

/// A name or value that an earlier stage found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: KnownKind,
}

/// What a known stretch of tokens is, with its index in the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownKind {
    /// A name, with what the entity is.
    Entity(usize, EntityKind, Option<Gender>),
    /// An amount of money.
    Amount(usize),
    /// A percentage.
    Percentage(usize),
    /// A share in words.
    Share(usize),
    /// A date.
    Date(usize),
    /// A number.
    Number(usize),
}

/// Names and values in one row, by token. Where they overlap, the one that begins first stays, the longer of two that
/// begin together, a value before a name of the same length.
pub fn known(tokens: &Tokens<'_>, entities: &Entities, values: &Values) -> Vec<Known> {
    let mut all = Vec::with_capacity(entities.mentions.len() + values.amounts.len() + values.dates.len());
    let mut add = |ranges: &[Range<usize>], kind: fn(usize) -> KnownKind| {
        all.extend(ranges.iter().enumerate().map(|(i, range)| Known { tokens: range.clone(), kind: kind(i) }));
    };
    add(&values.tokens.amounts, KnownKind::Amount);
    add(&values.tokens.percentages, KnownKind::Percentage);
    add(&values.tokens.shares, KnownKind::Share);
    add(&values.tokens.dates, KnownKind::Date);
    add(&values.tokens.numbers, KnownKind::Number);
    for mention in &entities.mentions {
        if let Some(entity) = entities.list.get(mention.entity) {
            let kind = KnownKind::Entity(mention.entity, entity.kind, entity.gender);
            all.push(Known { tokens: mention.tokens.clone(), kind });
        }
    }
    all.retain(|known| !known.tokens.is_empty() && known.tokens.end <= tokens.all().len());
    all.sort_by_key(|known| (known.tokens.start, Reverse(known.tokens.end)));
    let mut end = 0;
    all.retain(|known| {
        let free = known.tokens.start >= end;
        if free {
            end = known.tokens.end;
        }
        free
    });
    all
}
