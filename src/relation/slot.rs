//! The slots of relations, and what may fill each.

use super::holds::Holds;
use crate::clause::{Group, Head};
use crate::lexicon::Determiner;

/// A type of relation. [`RelationType`](super::RelationType) has its name and its slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RelationKind {
    /// A person takes up a post or joins an organization.
    Hiring,
    /// A person leaves a post or an organization.
    Departure,
    /// Money or securities go into an organization or a project.
    Investment,
    /// A type that a file of frames declares, by its number.
    Own(u16),
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
    /// A slot of a type that a file of frames declares.
    Own(OwnSlot),
}

/// A declared slot; its name stands with its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OwnSlot {
    /// Its place among the slots of its type.
    pub index: u16,
    /// What may fill it.
    pub holds: Holds,
    /// Whether several may.
    pub several: bool,
}

impl Slot {
    /// What may fill it.
    pub fn holds(self) -> Holds {
        match self {
            Slot::Person | Slot::Replaces | Slot::Successor | Slot::Agent => Holds::PERSON,
            // Towns and countries employ too: clubs and authorities go by their names.
            Slot::Employer | Slot::PreviousEmployer | Slot::Destination => Holds::ORGANIZATION | Holds::PLACE,
            Slot::Target => Holds::ORGANIZATION | Holds::PRODUCT,
            Slot::Investor | Slot::Seller => Holds::ORGANIZATION | Holds::PERSON,
            Slot::Role | Slot::PreviousRole => Holds::ROLE,
            Slot::Amount | Slot::Valuation => Holds::AMOUNT,
            Slot::Stake => Holds::PERCENTAGE,
            Slot::Date => Holds::DATE,
            Slot::Own(own) => own.holds,
        }
    }

    /// Whether more than one may fill it.
    pub fn is_several(self) -> bool {
        match self {
            Slot::Own(own) => own.several,
            _ => self == Slot::Investor,
        }
    }

    /// Whether a person fills it, and no organization.
    pub fn is_person(self) -> bool {
        self.holds().has(Holds::PERSON) && !self.holds().has(Holds::ORGANIZATION)
    }

    /// Whether an organization fills it, and no person.
    pub fn is_organization(self) -> bool {
        self.holds().has(Holds::ORGANIZATION) && !self.holds().has(Holds::PERSON)
    }

    /// Whether a person or an organization may fill it.
    pub fn is_party(self) -> bool {
        self.holds().has(Holds::ORGANIZATION) && self.holds().has(Holds::PERSON)
    }

    /// Whether a post fills it.
    pub fn is_role(self) -> bool {
        self.holds().has(Holds::ROLE)
    }

    /// Whether a group may fill it, by what the group means; what a pronoun means is asked later.
    pub fn accepts(self, group: &Group) -> bool {
        // "investit dans son usine": a part of whoever owns it.
        let deal = matches!(self, Slot::Target | Slot::Investor | Slot::Seller);
        !(deal && is_own_part(group)) && self.holds().accepts(group)
    }
}

fn is_own_part(group: &Group) -> bool {
    group.determiner == Some(Determiner::Possessive) && matches!(group.head, Head::Organization { .. })
}
