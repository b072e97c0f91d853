use super::{DateSlot, EntitySlot, Evidence, MoneySlot, RoleSlot, Span, Stake, Status};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// An event of a type that a file of frames declares, with the slots declared there.
///
/// In JSON its slots stand beside `type`, `date`, `status`, `confidence` and `evidence`, as those of the other relations do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Generic {
    /// The name of its type.
    #[serde(rename = "type", deserialize_with = "declared")]
    pub type_name: String,
    /// The slots that the text fills.
    #[serde(flatten)]
    pub slots: Slots,
    /// When it takes effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateSlot>,
    /// Whether it happened, will, might, or was denied.
    pub status: Status,
    /// From 0 to 1.
    pub confidence: f32,
    /// Where it was read.
    pub evidence: Vec<Evidence>,
}

/// A type of the library is never read as a declared one, which would hide what is wrong with it.
fn declared<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    match name.as_str() {
        "hiring" | "departure" | "investment" => Err(D::Error::custom(format!("a {name} lacks what each must have"))),
        _ => Ok(name),
    }
}

/// Filled slots by name, in the order in which their type declares them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slots(Vec<(String, SlotValue)>);

impl Slots {
    /// What fills the slot of that name.
    pub fn get(&self, name: &str) -> Option<&SlotValue> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &SlotValue)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl FromIterator<(String, SlotValue)> for Slots {
    fn from_iter<I: IntoIterator<Item = (String, SlotValue)>>(slots: I) -> Self {
        Slots(slots.into_iter().collect())
    }
}

impl Serialize for Slots {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Slots {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Slots;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("slots by name")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Slots, A::Error> {
                let mut slots = Vec::new();
                while let Some(slot) = map.next_entry()? {
                    slots.push(slot);
                }
                Ok(Slots(slots))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// What fills a slot of a declared type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum SlotValue {
    /// A person, organization, place or product.
    Entity(EntitySlot),
    /// A post, or any other words.
    Words(RoleSlot),
    /// An amount of money.
    Money(MoneySlot),
    /// A percentage.
    Percentage(PercentageSlot),
    /// A date.
    Date(DateSlot),
    /// All that fill a slot declared for several.
    Several(Vec<SlotValue>),
}

impl SlotValue {
    /// What fills the slot, one by one.
    pub fn each(&self) -> &[SlotValue] {
        match self {
            SlotValue::Several(values) => values,
            one => std::slice::from_ref(one),
        }
    }

    /// Where, in bytes of the original text; of several, the first.
    pub fn span(&self) -> Option<Span> {
        match self {
            SlotValue::Entity(slot) => Some(slot.span),
            SlotValue::Words(slot) => Some(slot.span),
            SlotValue::Money(slot) => Some(slot.span),
            SlotValue::Percentage(slot) => Some(slot.span),
            SlotValue::Date(slot) => Some(slot.span),
            SlotValue::Several(values) => values.first().and_then(SlotValue::span),
        }
    }
}

/// A percentage that fills a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PercentageSlot {
    /// In hundredths, or `minority`, `majority`.
    pub percentage: Stake,
    /// Where, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
}
