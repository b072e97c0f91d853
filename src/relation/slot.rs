//! The slots of relations, and what may fill each.

use crate::clause::{Group, Head};
use crate::lexicon::{Determiner, Number, Pronoun, RoleKind};
use crate::types::EntityKind;

/// The three types of relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RelationKind {
    /// A person takes up a post or joins an organization.
    Hiring,
    /// A person leaves a post or an organization.
    Departure,
    /// Money or securities go into an organization or a project.
    Investment,
}

/// A slot of some relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// Who is hired or leaves.
    Person,
    /// Who hires, or is left.
    Employer,
    /// The post.
    Role,
    /// Where the person comes from.
    PreviousEmployer,
    /// What the person was.
    PreviousRole,
    /// The predecessor.
    Replaces,
    /// Where the person goes.
    Destination,
    /// Who takes over.
    Successor,
    /// Who puts the money in.
    Investor,
    /// What the money goes into.
    Target,
    /// Who sells.
    Seller,
    /// How much.
    Amount,
    /// Which part of the capital.
    Stake,
    /// What the whole is worth.
    Valuation,
    /// When.
    Date,
    /// A person who hires or dismisses for an organization; fills no slot itself, but tells the employer.
    Agent,
}

/// Every slot by its name in frames and in the JSON.
const NAMES: [(&str, Slot); 16] = [
    ("person", Slot::Person),
    ("employer", Slot::Employer),
    ("role", Slot::Role),
    ("previous_employer", Slot::PreviousEmployer),
    ("previous_role", Slot::PreviousRole),
    ("replaces", Slot::Replaces),
    ("destination", Slot::Destination),
    ("successor", Slot::Successor),
    ("investor", Slot::Investor),
    ("target", Slot::Target),
    ("seller", Slot::Seller),
    ("amount", Slot::Amount),
    ("stake", Slot::Stake),
    ("valuation", Slot::Valuation),
    ("date", Slot::Date),
    ("agent", Slot::Agent),
];

impl Slot {
    /// The slot of that name.
    pub fn parse(name: &str) -> Option<Slot> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, slot)| *slot)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, slot)| *slot == self).map_or("", |(name, _)| name)
    }

    /// The names of all slots, for suggestions.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// Whether a person fills it.
    pub fn is_person(self) -> bool {
        matches!(self, Slot::Person | Slot::Replaces | Slot::Successor)
    }

    /// Whether it is a party to a deal.
    fn is_party(self) -> bool {
        matches!(self, Slot::Target | Slot::Investor | Slot::Seller)
    }

    /// Whether a post fills it.
    pub fn is_role(self) -> bool {
        matches!(self, Slot::Role | Slot::PreviousRole)
    }

    /// Whether an organization fills it.
    pub fn is_organization(self) -> bool {
        matches!(self, Slot::Employer | Slot::PreviousEmployer | Slot::Destination | Slot::Target)
    }

    /// Whether a group may fill it, by what the group means; what a pronoun means is asked later.
    pub fn accepts(self, group: &Group) -> bool {
        match self {
            Slot::Person | Slot::Replaces | Slot::Successor | Slot::Agent => accepts_person(group),
            Slot::Employer | Slot::PreviousEmployer | Slot::Destination => accepts_employer(group),
            // "son usine" is a part of whoever owns it.
            _ if self.is_party() && is_own_part(group) => false,
            Slot::Target => accepts_organization(group) || group.is_entity(EntityKind::Product),
            Slot::Investor | Slot::Seller => accepts_organization(group) || accepts_person(group),
            Slot::Role | Slot::PreviousRole => matches!(group.head, Head::Role(_)),
            Slot::Amount | Slot::Valuation => matches!(group.head, Head::Amount(_)),
            Slot::Stake => matches!(group.head, Head::Percentage(_) | Head::Share(_)),
            Slot::Date => matches!(group.head, Head::Date(_)),
        }
    }
}

fn is_own_part(group: &Group) -> bool {
    group.determiner == Some(Determiner::Possessive) && matches!(group.head, Head::Organization { .. })
}

fn accepts_person(group: &Group) -> bool {
    match group.head {
        Head::Entity(_, kind) => kind == EntityKind::Person,
        Head::Pronoun(pronoun) => !matches!(pronoun, Pronoun::Neuter | Pronoun::Generic),
        Head::Role(kind) => kind != RoleKind::Office,
        Head::Person { .. } | Head::Demonym => true,
        _ => false,
    }
}

fn accepts_organization(group: &Group) -> bool {
    let own = group.determiner == Some(Determiner::Possessive);
    match group.head {
        // "son usine": a part of whoever owns it.
        Head::Organization { part: false, .. } if own => false,
        // "les centres": nobody in particular.
        Head::Organization { .. } if group.number == Number::Plural => false,
        Head::Entity(_, kind) => kind == EntityKind::Organization,
        Head::Pronoun(pronoun) => !matches!(pronoun, Pronoun::Neuter | Pronoun::Generic | Pronoun::Indefinite),
        Head::Organization { .. } | Head::Demonym => true,
        _ => false,
    }
}

/// Towns and countries employ too: clubs and authorities go by their names.
fn accepts_employer(group: &Group) -> bool {
    accepts_organization(group) || group.is_entity(EntityKind::Place)
}
