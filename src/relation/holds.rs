//! Kinds of fillers.

use crate::clause::{Group, Head};
use crate::lexicon::{Determiner, Number, Pronoun, RoleKind};
use crate::types::EntityKind;
use std::ops::BitOr;

/// What may fill a slot: a set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Holds(u16);

/// Kinds by the names that files of frames use; `name` is any of the first four.
const NAMES: [(&str, Holds); 10] = [
    ("person", Holds::PERSON),
    ("organization", Holds::ORGANIZATION),
    ("place", Holds::PLACE),
    ("product", Holds::PRODUCT),
    ("name", Holds::NAME),
    ("role", Holds::ROLE),
    ("amount", Holds::AMOUNT),
    ("percentage", Holds::PERCENTAGE),
    ("date", Holds::DATE),
    ("noun", Holds::NOUN),
];

impl Holds {
    /// A person, or words that mean one.
    pub const PERSON: Holds = Holds(1);
    /// An organization, or words that mean one.
    pub const ORGANIZATION: Holds = Holds(1 << 1);
    /// A place, by name.
    pub const PLACE: Holds = Holds(1 << 2);
    /// A product, by name.
    pub const PRODUCT: Holds = Holds(1 << 3);
    /// Any of these.
    pub const NAME: Holds = Holds(0b1111);
    /// A post.
    pub const ROLE: Holds = Holds(1 << 4);
    /// An amount of money.
    pub const AMOUNT: Holds = Holds(1 << 5);
    /// A percentage, or a share in words.
    pub const PERCENTAGE: Holds = Holds(1 << 6);
    /// A date.
    pub const DATE: Holds = Holds(1 << 7);
    /// Any noun that is no name, as words.
    pub const NOUN: Holds = Holds(1 << 8);

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Holds> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// The names of all kinds.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// The names of the kinds in this set.
    pub fn named(self) -> impl Iterator<Item = &'static str> {
        let single = NAMES.iter().filter(|(_, kind)| *kind != Holds::NAME);
        single.filter(move |(_, kind)| self.has(*kind)).map(|(name, _)| *name)
    }

    /// Whether one of these kinds is in the set.
    pub fn has(self, kinds: Holds) -> bool {
        self.0 & kinds.0 != 0
    }

    /// Whether every kind of the set is one of these.
    pub fn is_within(self, kinds: Holds) -> bool {
        self.0 & !kinds.0 == 0
    }

    /// Whether an entity of a kind is in the set.
    pub fn has_entity(self, kind: EntityKind) -> bool {
        self.has(match kind {
            EntityKind::Person => Holds::PERSON,
            EntityKind::Organization => Holds::ORGANIZATION,
            EntityKind::Place => Holds::PLACE,
            EntityKind::Product => Holds::PRODUCT,
        })
    }

    /// Whether a group may be of one of these kinds; what a pronoun means is asked later.
    pub fn accepts(self, group: &Group) -> bool {
        let own = match group.head {
            Head::Entity(_, kind) => self.has_entity(kind),
            Head::Role(_) => self.has(Holds::ROLE),
            Head::Amount(_) => self.has(Holds::AMOUNT),
            Head::Percentage(_) | Head::Share(_) => self.has(Holds::PERCENTAGE),
            Head::Date(_) => self.has(Holds::DATE),
            _ => false,
        };
        own || self.has(Holds::PERSON) && means_person(group)
            || self.has(Holds::ORGANIZATION) && means_organization(group)
            || self.has(Holds::NOUN) && is_noun(group)
    }
}

impl BitOr for Holds {
    type Output = Holds;

    fn bitor(self, other: Holds) -> Holds {
        Holds(self.0 | other.0)
    }
}

/// Words other than a name that mean a person.
fn means_person(group: &Group) -> bool {
    match group.head {
        Head::Pronoun(pronoun) => {
            !matches!(pronoun, Pronoun::Neuter | Pronoun::Generic | Pronoun::Speaker(Number::Plural))
        }
        Head::Role(kind) => kind != RoleKind::Office,
        Head::Person { .. } | Head::Demonym => true,
        _ => false,
    }
}

/// Words other than a name that mean an organization.
fn means_organization(group: &Group) -> bool {
    let own = group.determiner == Some(Determiner::Possessive);
    match group.head {
        // "son usine": a part of whoever owns it.
        Head::Organization { part: false, .. } if own => false,
        // "les centres": nobody in particular.
        Head::Organization { part: false, .. } if group.number == Number::Plural => false,
        Head::Pronoun(Pronoun::Speaker(number)) => number == Number::Plural,
        Head::Pronoun(pronoun) => !matches!(pronoun, Pronoun::Neuter | Pronoun::Generic | Pronoun::Indefinite),
        Head::Organization { .. } | Head::Demonym => true,
        _ => false,
    }
}

fn is_noun(group: &Group) -> bool {
    matches!(
        group.head,
        Head::Common(_) | Head::Event(_) | Head::Role(_) | Head::Organization { .. } | Head::Person { .. }
    )
}
