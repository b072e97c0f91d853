//! Types of relations: those of the library, and those that files of frames declare.

use super::holds::Holds;
use super::place::{FrameError, Place, closest, list};
use super::slot::{OwnSlot, RelationKind, Slot};
use std::collections::BTreeMap;
use toml::{Spanned, Table, Value};

/// A type of relation with its slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationType {
    /// Its name in frames and in the JSON.
    pub name: Box<str>,
    /// Its slots by name, in the order in which they are written.
    pub slots: Vec<(Box<str>, Slot)>,
}

impl RelationType {
    /// The slot of that name.
    pub fn slot(&self, name: &str) -> Option<Slot> {
        self.slots.iter().find(|(known, _)| **known == *name).map(|(_, slot)| *slot)
    }

    /// The name of a slot; empty if it has no such slot.
    pub fn name_of(&self, slot: Slot) -> &str {
        self.slots.iter().find(|(_, known)| *known == slot).map_or("", |(name, _)| name)
    }

    fn new(name: &str, slots: &[(&str, Slot)]) -> Self {
        Self { name: name.into(), slots: slots.iter().map(|(name, slot)| ((*name).into(), *slot)).collect() }
    }
}

/// Every type, by its [`RelationKind`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RelationTypes(Vec<RelationType>);

/// How many types the library has of its own.
const BUILT_IN: usize = 3;

impl Default for RelationTypes {
    fn default() -> Self {
        let person = ("person", Slot::Person);
        let (employer, role, date, agent) =
            (("employer", Slot::Employer), ("role", Slot::Role), ("date", Slot::Date), ("agent", Slot::Agent));
        let before = [("previous_employer", Slot::PreviousEmployer), ("previous_role", Slot::PreviousRole)];
        let [place, post] = before;
        let hiring = [person, employer, role, place, post, ("replaces", Slot::Replaces), date, agent];
        let (destination, successor) = (("destination", Slot::Destination), ("successor", Slot::Successor));
        let departure = [person, employer, role, date, destination, successor, agent];
        let parties = [("investor", Slot::Investor), ("target", Slot::Target), ("seller", Slot::Seller)];
        let [investor, target, seller] = parties;
        let (amount, stake) = (("amount", Slot::Amount), ("stake", Slot::Stake));
        let investment = [investor, target, seller, amount, stake, ("valuation", Slot::Valuation), date];
        RelationTypes(vec![
            RelationType::new("hiring", &hiring),
            RelationType::new("departure", &departure),
            RelationType::new("investment", &investment),
        ])
    }
}

impl RelationTypes {
    /// The type of a kind.
    pub fn get(&self, kind: RelationKind) -> Option<&RelationType> {
        self.0.get(match kind {
            RelationKind::Hiring => 0,
            RelationKind::Departure => 1,
            RelationKind::Investment => 2,
            RelationKind::Own(number) => BUILT_IN + usize::from(number),
        })
    }

    /// The type of that name.
    pub fn find(&self, name: &str) -> Option<(RelationKind, &RelationType)> {
        let index = self.0.iter().position(|known| *known.name == *name)?;
        let kind = match index {
            0 => RelationKind::Hiring,
            1 => RelationKind::Departure,
            2 => RelationKind::Investment,
            _ => RelationKind::Own(u16::try_from(index - BUILT_IN).ok()?),
        };
        self.0.get(index).map(|known| (kind, known))
    }

    /// The names of all types.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|known| &*known.name)
    }

    /// Adds the type that `[relation.NAME]` declares.
    pub fn declare(&mut self, place: &Place<'_>, name: &Spanned<String>, raw: &RawType) -> Result<(), FrameError> {
        check_name(place, name)?;
        if self.find(name.get_ref()).is_some() {
            let expected = "a type of relation that is declared nowhere else";
            return Err(place.error(name.span().start, "", expected, name.get_ref(), None));
        }
        let mut slots: Vec<(&Spanned<String>, &Spanned<Value>)> = raw.iter().collect();
        slots.sort_by_key(|(name, _)| name.span().start);
        let mut own = RelationType { name: name.get_ref().as_str().into(), slots: Vec::new() };
        for (index, (name, raw)) in slots.into_iter().enumerate() {
            check_name(place, name)?;
            let index = u16::try_from(index).unwrap_or(u16::MAX);
            own.slots.push((name.get_ref().as_str().into(), Slot::Own(declared(place, index, raw)?)));
        }
        if own.slots.is_empty() {
            return Err(place.error(name.span().start, "", "at least one slot", "none", None));
        }
        own.slots.push(("date".into(), Slot::Date));
        self.0.push(own);
        Ok(())
    }
}

/// The slots of a type as its file declares them.
pub(super) type RawType = BTreeMap<Spanned<String>, Spanned<Value>>;

fn declared(place: &Place<'_>, index: u16, raw: &Spanned<Value>) -> Result<OwnSlot, FrameError> {
    let at = raw.span().start;
    let fault = |expected, found| Err(place.error(at, "", expected, found, None));
    let (names, several) = match raw.get_ref() {
        Value::Table(table) => full(place, at, table)?,
        names => (names, false),
    };
    let mut holds = Holds::default();
    for name in kinds(names).ok_or_else(|| place.error(at, "", DECLARED, names.type_str(), None))? {
        let unknown = || place.error(at, "", list(Holds::names(), "or"), name, closest(name, Holds::names()));
        holds = holds | Holds::parse(name).ok_or_else(unknown)?;
    }
    if several && !holds.is_within(Holds::NAME) {
        return fault("names only in a slot that holds several", &list(holds.named(), "and"));
    }
    Ok(OwnSlot { index, holds, several })
}

const DECLARED: &str = "kinds of fillers, or { holds = kinds, several = true }";

/// `{ holds = "person", several = true }`.
fn full<'v>(place: &Place<'_>, at: usize, table: &'v Table) -> Result<(&'v Value, bool), FrameError> {
    const KEYS: [&str; 2] = ["holds", "several"];
    if let Some(key) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(place.error(at, "", list(KEYS.into_iter(), "or"), key, closest(key, KEYS.into_iter())));
    }
    let several = match table.get("several") {
        None => false,
        Some(Value::Boolean(several)) => *several,
        Some(other) => return Err(place.error(at, "", "true or false for several", &other.to_string(), None)),
    };
    let holds = table.get("holds").ok_or_else(|| place.error(at, "", "holds, with kinds of fillers", "none", None))?;
    Ok((holds, several))
}

/// "person, organization", or a list of them.
fn kinds(names: &Value) -> Option<Vec<&str>> {
    match names {
        Value::String(names) => Some(names.split(',').map(str::trim).collect()),
        Value::Array(names) if !names.is_empty() => names.iter().map(Value::as_str).collect(),
        _ => None,
    }
}

/// What every relation has beside its slots.
const RESERVED: [&str; 5] = ["type", "date", "status", "confidence", "evidence"];

fn check_name(place: &Place<'_>, name: &Spanned<String>) -> Result<(), FrameError> {
    let (at, name) = (name.span().start, name.get_ref());
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    if !plain {
        return Err(place.error(at, "", "a name of letters, digits and underscores", name, None));
    }
    if RESERVED.contains(&name.as_str()) {
        let expected = "a name other than type, date, status, confidence and evidence, which every relation has";
        return Err(place.error(at, "", expected, name, None));
    }
    Ok(())
}
