use super::Span;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// An amount of money where the text states it.
///
/// ```json
/// {"start": 12, "end": 35, "text": "14 milliards de dollars", "value": "14000000000", "currency": "USD", "bound": "exact"}
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Amount {
    /// Where, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
    /// The words that carry it.
    pub text: String,
    /// What it comes to.
    #[serde(flatten)]
    pub money: Money,
    /// Set when it is a price for each of something, not a total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<Per>,
    /// Index, among the amounts, of the same amount told in another currency just before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equivalent_to: Option<usize>,
}

impl Amount {
    /// An amount that stands alone: a total, with no equivalent.
    pub fn new(span: Span, text: impl Into<String>, money: Money) -> Self {
        Self { span, text: text.into(), money, per: None, equivalent_to: None }
    }
}

/// What an amount comes to: an exact decimal in units of a currency, never a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// One value, or the two ends of a range.
    #[serde(flatten)]
    pub quantity: Quantity,
    /// `None` where the text does not state it.
    pub currency: Option<Currency>,
    /// How the text hedges the value.
    pub bound: Bound,
}

/// One value, or a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Quantity {
    /// "14 milliards".
    Single {
        /// In units of the currency.
        #[serde(with = "rust_decimal::serde::str")]
        value: Decimal,
    },
    /// "entre 10 et 15 millions".
    Range {
        /// The lower end, in units of the currency.
        #[serde(with = "rust_decimal::serde::str")]
        min: Decimal,
        /// The upper end, in units of the currency.
        #[serde(with = "rust_decimal::serde::str")]
        max: Decimal,
    },
}

/// How a text hedges an amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// "environ", "près de", "quelque", "une centaine de".
    Approximate,
    /// "plus de", "au moins".
    AtLeast,
    /// "jusqu'à", "moins de".
    AtMost,
    /// "entre … et …".
    Range,
}

/// What a price is counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// "31,25 euros par action".
    Share,
    /// "450 millions par an".
    Year,
    /// "8 millions par mois".
    Month,
    /// Per person, tonne, barrel, hour or anything else.
    Unit,
}

/// A currency, by its three ISO 4217 letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");
    /// The dollar of the United States.
    pub const USD: Currency = Currency(*b"USD");

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text that is not three capital letters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected the three capital letters of an ISO 4217 currency, found {found:?}")]
pub struct ParseCurrencyError {
    found: String,
}

impl FromStr for Currency {
    type Err = ParseCurrencyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.as_bytes() {
            &[a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(Currency([a, b, c])),
            _ => Err(ParseCurrencyError { found: text.chars().take(20).collect() }),
        }
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
