//! Slots of relations as a person reads them.

use depeche::{Bound, EntitySlot, Generic, Money, Quantity, Relation, RoleSlot, SlotValue, Span, Stake};
use serde::Serialize;
use std::borrow::Cow;

/// One filled slot: what it is called, what fills it, and where.
pub struct Filled {
    /// In plain English; for a slot that a file of frames declares, its name there.
    pub label: Cow<'static, str>,
    /// What fills it.
    pub value: String,
    /// In bytes of the article.
    pub span: Option<Span>,
}

/// The filled slots of a relation, in the order in which they are best read.
pub fn filled(relation: &Relation) -> Vec<Filled> {
    let mut slots = match relation {
        Relation::Hiring(hiring) => vec![
            name("person", hiring.person.as_ref()),
            name("employer", hiring.employer.as_ref()),
            role("role", hiring.role.as_ref()),
            name("from", hiring.previous_employer.as_ref()),
            role("formerly", hiring.previous_role.as_ref()),
            name("replaces", hiring.replaces.as_ref()),
        ],
        Relation::Departure(departure) => vec![
            name("person", departure.person.as_ref()),
            name("employer", departure.employer.as_ref()),
            role("role", departure.role.as_ref()),
            name("destination", departure.destination.as_ref()),
            name("successor", departure.successor.as_ref()),
            departure.reason.map(|reason| plain("reason", words(&reason))),
        ],
        Relation::Investment(investment) => {
            let mut slots: Vec<_> =
                investment.investor.iter().map(|investor| name("investor", Some(investor))).collect();
            slots.extend([
                name("target", investment.target.as_ref()),
                investment.amount.as_ref().map(|slot| at("amount", money(&slot.money), slot.span)),
                Some(plain("kind", words(&investment.kind))),
                name("seller", investment.seller.as_ref()),
                investment.stake.map(|part| plain("stake", stake(part))),
                investment.round.clone().map(|round| plain("round", round)),
                investment.valuation.as_ref().map(|slot| at("valued at", money(&slot.money), slot.span)),
            ]);
            slots
        }
        Relation::Generic(generic) => declared(generic),
        _ => Vec::new(),
    };
    slots.push(relation.date().map(|date| at("date", date.value.to_string(), date.span)));
    slots.push(Some(plain("status", words(&relation.status()))));
    slots.into_iter().flatten().collect()
}

fn declared(generic: &Generic) -> Vec<Option<Filled>> {
    let each = generic.slots.iter().flat_map(|(name, value)| value.each().iter().map(move |one| (name, one)));
    let filled = each.map(|(name, value)| Filled {
        label: Cow::Owned(name.replace('_', " ")),
        value: declared_value(value),
        span: value.span(),
    });
    filled.map(Some).collect()
}

fn declared_value(value: &SlotValue) -> String {
    match value {
        SlotValue::Entity(slot) => slot.name.clone(),
        SlotValue::Words(slot) => with_class(slot),
        SlotValue::Money(slot) => money(&slot.money),
        SlotValue::Percentage(slot) => stake(slot.percentage),
        SlotValue::Date(slot) => slot.value.to_string(),
        _ => String::new(),
    }
}

fn plain(label: &'static str, value: String) -> Filled {
    Filled { label: Cow::Borrowed(label), value, span: None }
}

fn at(label: &'static str, value: String, span: Span) -> Filled {
    Filled { label: Cow::Borrowed(label), value, span: Some(span) }
}

fn name(label: &'static str, slot: Option<&EntitySlot>) -> Option<Filled> {
    slot.map(|slot| at(label, slot.name.clone(), slot.span))
}

fn role(label: &'static str, slot: Option<&RoleSlot>) -> Option<Filled> {
    slot.map(|slot| at(label, with_class(slot), slot.span))
}

fn with_class(slot: &RoleSlot) -> String {
    let class = slot.normalized.as_ref().map(|class| format!(" ({})", class.0)).unwrap_or_default();
    format!("{}{class}", slot.text)
}

/// The name that a value has in the JSON, as words.
fn words(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name.replace('_', " "),
        _ => String::new(),
    }
}

fn stake(stake: Stake) -> String {
    match stake {
        Stake::Percent(value) => format!("{} %", value.normalize()),
        Stake::Minority => "minority".into(),
        Stake::Majority => "majority".into(),
    }
}

/// "over 14,000,000 USD".
pub fn money(money: &Money) -> String {
    let value = match money.quantity {
        Quantity::Single { value } => grouped(&value.normalize().to_string()),
        Quantity::Range { min, max } => {
            format!("{} to {}", grouped(&min.normalize().to_string()), grouped(&max.normalize().to_string()))
        }
    };
    let hedge = match money.bound {
        Bound::Exact | Bound::Range => "",
        Bound::Approximate => "about ",
        Bound::AtLeast => "at least ",
        Bound::AtMost => "at most ",
    };
    let currency = money.currency.map_or_else(|| "(currency not told)".to_owned(), |currency| currency.to_string());
    format!("{hedge}{value} {currency}")
}

/// A decimal with a comma between thousands.
fn grouped(value: &str) -> String {
    let (whole, rest) = value.split_at(value.find('.').unwrap_or(value.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut out = sign.to_owned();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::{grouped, money};
    use depeche::Money;

    #[test]
    fn thousands_are_set_apart() {
        for (value, expected) in
            [("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.891", "-1,234,567.891"), ("100000", "100,000")]
        {
            assert_eq!(grouped(value), expected);
        }
    }

    #[test]
    fn amounts_tell_how_sure_they_are() {
        let read = |json: &str| money(&serde_json::from_str::<Money>(json).unwrap());
        assert_eq!(read(r#"{"value":"1200000.0","currency":"EUR","bound":"at_least"}"#), "at least 1,200,000 EUR");
        assert_eq!(read(r#"{"min":"10","max":"1500","currency":"USD","bound":"range"}"#), "10 to 1,500 USD");
        assert_eq!(read(r#"{"value":"3","currency":null,"bound":"exact"}"#), "3 (currency not told)");
    }
}
