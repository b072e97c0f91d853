//! One line on a relation, for lists of mistakes.

use super::gold::{GoldRelation, GoldValue};
use super::predicted::{Filler, filler};
use super::slot::RelationType;
use crate::types::{Money, Quantity, Relation};

/// An annotated relation: the first of the accepted forms of each slot.
pub(super) fn of_gold(gold: &GoldRelation) -> String {
    line(gold.kind, |slot| match gold.slots.get(&slot)? {
        GoldValue::AnyOf(forms) => forms.first().cloned(),
        GoldValue::Each(lists) => listed(lists.iter().filter_map(|forms| forms.first()).map(String::as_str)),
        GoldValue::Amount(amount) => Some(money(&amount.money)),
        GoldValue::Word(word) => Some(word.clone()),
    })
}

/// A relation that was read.
pub(super) fn of_relation(kind: RelationType, relation: &Relation) -> String {
    line(kind, |slot| match filler(relation, slot) {
        Filler::Absent => None,
        Filler::One(text) => Some(text.into_owned()),
        Filler::Many(names) => listed(names.into_iter()),
        Filler::Money(value) => Some(money(value)),
    })
}

fn line(kind: RelationType, filler: impl Fn(super::Slot) -> Option<String>) -> String {
    let filled = kind.slots().iter().filter_map(|&slot| Some(format!("{}={}", slot.name(), filler(slot)?)));
    format!("{}({})", kind.name(), filled.collect::<Vec<_>>().join(", "))
}

fn listed<'n>(names: impl Iterator<Item = &'n str>) -> Option<String> {
    let names: Vec<String> = names.map(|name| format!("'{name}'")).collect();
    if names.is_empty() { None } else { Some(format!("[{}]", names.join(", "))) }
}

fn money(money: &Money) -> String {
    let value = match money.quantity {
        Quantity::Single { value } => value,
        Quantity::Range { min, .. } => min,
    };
    format!("{value} {}", currency(money))
}

/// The currency, or `None`.
pub(super) fn currency(money: &Money) -> String {
    money.currency.map_or_else(|| "None".into(), |currency| currency.to_string())
}
