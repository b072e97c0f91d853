//! When two amounts of money count as the same.

use crate::types::{Bound, Decimal, Money, Quantity};

/// An amount of money as annotated.
#[derive(Clone, Debug, PartialEq)]
pub struct GoldAmount {
    /// The words that carry it; empty where it fills a slot.
    pub text: String,
    /// What it comes to. Its bound is [`Bound::Range`] exactly when its quantity is a range.
    pub money: Money,
}

/// Whether `money` comes to what `gold` does: the same currency, or none on both sides, and the same value or ends.
/// Bounds other than ranges are not compared, so that "plus de 10 millions" may be read as exact.
pub(super) fn same_amount(money: &Money, gold: &Money) -> bool {
    money.currency == gold.currency && money.quantity == gold.quantity
}

/// A decimal in plain or scientific writing.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    text.parse().ok().or_else(|| Decimal::from_scientific(text).ok())
}

/// Whether two shares of the capital are the same: the same words, or the same percentage ("12,5" is not a number).
pub(super) fn same_stake(stake: &str, gold: &str) -> bool {
    let bare = |text: &str| text.to_lowercase().trim_end_matches([' ', '%']).to_owned();
    let (ours, theirs) = (bare(stake), bare(gold));
    ours == theirs || decimal(&ours).is_some_and(|value| decimal(&theirs) == Some(value))
}

/// The bound that annotations call by `name`.
pub(super) fn bound(name: &str) -> Option<Bound> {
    Some(match name {
        "exact" => Bound::Exact,
        "approximate" => Bound::Approximate,
        "at_least" => Bound::AtLeast,
        "at_most" => Bound::AtMost,
        "range" => Bound::Range,
        _ => return None,
    })
}

/// A single value.
pub(super) fn single(value: Decimal) -> Quantity {
    Quantity::Single { value }
}

#[cfg(test)]
mod tests {
    use super::{decimal, same_amount, same_stake, single};
    use crate::types::{Bound, Currency, Money, Quantity};

    fn euros(value: &str, bound: Bound) -> Money {
        Money { quantity: single(decimal(value).unwrap()), currency: Some(Currency::EUR), bound }
    }

    #[test]
    fn amounts() {
        let ten = euros("10000000", Bound::Exact);
        assert!(same_amount(&ten, &euros("10000000.00", Bound::Exact)));
        assert!(same_amount(&ten, &euros("1e7", Bound::AtLeast)));
        assert!(!same_amount(&ten, &euros("10000001", Bound::Exact)));
        assert!(!same_amount(&ten, &Money { currency: None, ..ten }));
        assert!(!same_amount(&ten, &Money { currency: Some(Currency::USD), ..ten }));
        let range = |min: &str, max: &str| Money {
            quantity: Quantity::Range { min: decimal(min).unwrap(), max: decimal(max).unwrap() },
            currency: Some(Currency::EUR),
            bound: Bound::Range,
        };
        assert!(same_amount(&range("10", "15"), &range("10.0", "15")));
        assert!(!same_amount(&range("10", "15"), &range("10", "16")));
        assert!(!same_amount(&range("10", "15"), &euros("10", Bound::Exact)));
    }

    #[test]
    fn stakes() {
        for (one, other) in [("51", "51 %"), ("51.0", "51"), ("minority", "Minority"), ("12.5%", "12.50")] {
            assert!(same_stake(one, other), "{one} / {other}");
        }
        for (one, other) in [("51", "49"), ("minority", "majority"), ("51", "majority"), ("12,5", "12.5")] {
            assert!(!same_stake(one, other), "{one} / {other}");
        }
    }
}
