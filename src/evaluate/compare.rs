//! How far a relation that was read is the annotated one.

use super::amount::{same_amount, same_stake};
use super::gold::{GoldRelation, GoldValue};
use super::name::{same_name, same_role};
use super::predicted::{Filler, filler};
use super::slot::{RelationType, Shape, Slot};
use crate::types::Relation;

/// Fillers of one slot: how many are right, how many are annotated, how many were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) right: usize,
    pub(super) gold: usize,
    pub(super) predicted: usize,
}

/// How many fillers of `slot` are annotated.
pub(super) fn in_gold(slot: Slot, gold: &GoldRelation) -> usize {
    match gold.slots.get(&slot) {
        None => 0,
        Some(GoldValue::Each(lists)) => lists.len(),
        Some(_) => 1,
    }
}

/// How many fillers of `slot` were read.
pub(super) fn in_prediction(slot: Slot, relation: &Relation) -> usize {
    match filler(relation, slot) {
        Filler::Absent => 0,
        Filler::Many(names) => names.len(),
        Filler::One(_) | Filler::Money(_) => 1,
    }
}

/// Compares one slot of two relations of one type.
pub(super) fn count(slot: Slot, gold: &GoldRelation, relation: &Relation) -> Counts {
    let right = match (gold.slots.get(&slot), filler(relation, slot)) {
        (Some(GoldValue::Each(lists)), Filler::Many(names)) => shared_names(names, lists),
        (Some(GoldValue::Amount(amount)), Filler::Money(money)) => usize::from(same_amount(money, &amount.money)),
        (Some(value), Filler::One(text)) => usize::from(same_text(slot, &text, value)),
        _ => 0,
    };
    Counts { right, gold: in_gold(slot, gold), predicted: in_prediction(slot, relation) }
}

/// How many of the annotated names are among those read, each of which serves once.
fn shared_names(mut names: Vec<&str>, lists: &[Vec<String>]) -> usize {
    let mut right = 0;
    for accepted in lists {
        if let Some(at) = names.iter().position(|name| same_name(name, accepted)) {
            names.remove(at);
            right += 1;
        }
    }
    right
}

fn same_text(slot: Slot, text: &str, value: &GoldValue) -> bool {
    match (slot.shape(), value) {
        (Shape::Name, GoldValue::AnyOf(accepted)) => same_name(text, accepted),
        (Shape::Role, GoldValue::AnyOf(accepted)) => same_role(text, accepted),
        (Shape::Date, GoldValue::AnyOf(accepted)) => accepted.iter().any(|date| date == text),
        (Shape::Stake, GoldValue::Word(word)) => same_stake(text, word),
        (_, GoldValue::Word(word)) => text.to_lowercase() == word.to_lowercase(),
        _ => false,
    }
}

/// The slots of `gold` that are scored.
pub(super) fn scored_slots(gold: &GoldRelation) -> impl Iterator<Item = Slot> {
    gold.kind.slots().iter().copied().filter(|slot| !gold.ignore.contains(slot))
}

/// Whether the who and the where are right: what makes it the same event at all.
pub(super) fn core_right(gold: &GoldRelation, relation: &Relation) -> bool {
    if gold.kind == RelationType::Investment {
        return investment_core_right(gold, relation);
    }
    let employer = count(Slot::Employer, gold, relation);
    count(Slot::Person, gold, relation).right == 1 && (employer.right == 1 || employer.gold == 0)
}

fn investment_core_right(gold: &GoldRelation, relation: &Relation) -> bool {
    let target = count(Slot::Target, gold, relation);
    let investor = count(Slot::Investor, gold, relation);
    let amount_right = || count(Slot::Amount, gold, relation).right == 1;
    if target.gold > 0 && target.right == 0 {
        return false;
    }
    if target.gold == 0 && target.predicted > 0 && !gold.ignore.contains(&Slot::Target) {
        return false;
    }
    if investor.gold > 0 && investor.right == 0 && (target.gold == 0 || investor.predicted > 0) {
        return false;
    }
    if target.gold > 0 && investor.gold > 0 && investor.right == 0 {
        // The target alone, with its amount right, still tells the event of a funding round.
        return is_funding_round(gold) && amount_right();
    }
    target.gold > 0 || investor.gold > 0 || amount_right()
}

fn is_funding_round(gold: &GoldRelation) -> bool {
    matches!(gold.slots.get(&Slot::Kind), Some(GoldValue::Word(kind)) if kind == "funding_round")
}

/// Whether every scored slot is right, and no other is filled.
pub(super) fn exact_right(gold: &GoldRelation, relation: &Relation) -> bool {
    scored_slots(gold).all(|slot| {
        let Counts { right, gold, predicted } = count(slot, gold, relation);
        right == gold && gold == predicted
    })
}

/// What alignment makes as large as it can: a right core counts more than all slots, and the slots that tell events
/// apart count more than the others.
pub(super) fn likeness(gold: &GoldRelation, relation: &Relation) -> i64 {
    let slots = gold.kind.slots().iter().map(|&slot| {
        let weight = match slot {
            Slot::Person | Slot::Target | Slot::Investor | Slot::Employer | Slot::Amount => 5,
            _ => 1,
        };
        weight * i64::try_from(count(slot, gold, relation).right).unwrap_or(i64::MAX / 8)
    });
    slots.sum::<i64>() + if core_right(gold, relation) { 100 } else { 0 }
}

/// Whether the two may be the same event at all: they share the person, or a party or the amount of an investment.
pub(super) fn anchored(gold: &GoldRelation, relation: &Relation) -> bool {
    let anchors: &[Slot] = match gold.kind {
        RelationType::Investment => &[Slot::Target, Slot::Investor, Slot::Amount],
        _ => &[Slot::Person],
    };
    anchors.iter().any(|&slot| count(slot, gold, relation).right > 0)
}

#[cfg(test)]
mod tests;
