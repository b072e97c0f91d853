//! Slots being filled.

use super::super::candidate::{Fill, Filler};
use super::super::frame::Frame;
use super::super::slot::{RelationKind, Slot};
use super::children;
use crate::clause::{Analysis, Group, GroupId, Head};
use crate::types::EntityKind;

/// Slots being filled.
pub(super) struct Filling<'a> {
    pub analysis: &'a Analysis,
    pub frame: &'a Frame,
    pub fills: Vec<Fill>,
    /// Whether a verb tells it, rather than a noun.
    pub verbal: bool,
    /// Whether what is bought is told by no name: "61 magasins", "son usine".
    pub asset: bool,
}

impl Filling<'_> {
    pub(super) fn group(&self, id: GroupId) -> Option<&Group> {
        self.analysis.groups.get(id)
    }

    pub(super) fn is_free(&self, slot: Slot) -> bool {
        slot.is_several() && !self.frame.reciprocal || !self.fills.iter().any(|fill| fill.slot == slot)
    }

    /// Gives a group to the first slot that is free and fits. Tells whether one did.
    pub(super) fn assign(&mut self, slots: &[Slot], id: GroupId) -> bool {
        let Some(group) = self.analysis.groups.get(id) else { return false };
        if self.fills.iter().any(|fill| fill.filler == Filler::Group(id) && slots.contains(&fill.slot)) {
            return true;
        }
        // A post fills the slot of a post before that of the person who holds it.
        let post = matches!(group.head, Head::Role(_));
        let posts = slots.iter().filter(|slot| post && slot.is_role());
        let mut ordered = posts.chain(slots.iter().filter(|slot| !(post && slot.is_role()))).copied();
        let Some(slot) = ordered.find(|slot| self.is_free(*slot) && self.frame.accepts(*slot, group)) else {
            self.asset |= slots.contains(&Slot::Target) && matches!(group.head, Head::Organization { .. });
            return self.extend(slots, id);
        };
        self.fills.push(Fill { slot, filler: Filler::Group(id) });
        true
    }

    /// "X cède 61 magasins à Y": who sells and who buys tell a deal, though nothing with a name changes hands.
    pub(super) fn is_asset_sale(&self) -> bool {
        self.asset && !self.has(Slot::Target) && self.has(Slot::Investor) && self.has(Slot::Seller)
    }

    /// A group of an enumeration goes where its first one went.
    pub(super) fn extend(&mut self, slots: &[Slot], id: GroupId) -> bool {
        // Of those who do something with each other, each has a slot of its own.
        let Some(first) = self.group(id).and_then(|group| group.first).filter(|_| !self.frame.reciprocal) else {
            return false;
        };
        let place = self.fills.iter().find(|fill| fill.filler == Filler::Group(first));
        let Some(slot) = place.map(|fill| fill.slot).filter(|slot| slots.contains(slot)) else { return false };
        if self.group(id).is_some_and(|group| self.frame.accepts(slot, group)) {
            self.fills.push(Fill { slot, filler: Filler::Group(id) });
            return true;
        }
        false
    }

    pub(super) fn assign_all(&mut self, slots: &[Slot], id: GroupId) -> bool {
        let fits = self.assign(slots, id);
        let members: Vec<GroupId> = self.members(id).collect();
        for member in members {
            self.assign(slots, member);
        }
        fits
    }

    /// "X et Y fusionnent": Y is whom X does it with.
    pub(super) fn assign_subject(&mut self, slots: &[Slot], id: GroupId, with: Option<u16>) -> bool {
        let partner = self.members(id).next().filter(|_| self.frame.reciprocal);
        match (partner, with) {
            (Some(partner), Some(with)) => {
                self.complement(with, partner);
                self.assign(slots, id)
            }
            _ => self.assign_all(slots, id),
        }
    }

    pub(super) fn members(&self, id: GroupId) -> impl Iterator<Item = GroupId> + '_ {
        let listed = self.analysis.groups.iter().enumerate();
        listed.filter(move |(other, group)| group.first == Some(id) && *other != id).map(|(other, _)| other)
    }

    /// Amounts, parts and dates inside a group: "une levée de 12 millions", "5 % du capital".
    pub(super) fn measures(&mut self, id: GroupId, slots: &[Slot]) {
        let inside: Vec<GroupId> = children(self.analysis, id).map(|(child, _)| child).collect();
        // "après un tour de 9 millions en 2024, lève": another event has its own date.
        let event = self.verbal && self.group(id).is_some_and(|group| matches!(group.head, Head::Event(_)));
        for child in inside {
            let own = |group: &Group| event && matches!(group.head, Head::Date(_));
            let measure = self.group(child).is_some_and(|group| group.is_measure() && !own(group));
            if measure {
                self.assign(slots, child);
            }
        }
    }

    pub(super) fn complement(&mut self, preposition: u16, id: GroupId) {
        let frame = self.frame;
        for (_, slots) in frame.complements.iter().filter(|(known, _)| *known == preposition) {
            // "le ministère nomme X à la tête de l'agence": the place told beats whoever appoints.
            let place = slots.first() == Some(&Slot::Employer) && self.named_by_subject(id);
            if place {
                self.fills.retain(|fill| fill.slot != Slot::Employer);
            }
            if self.assign(slots, id) || self.assign_inside(slots, id) {
                return;
            }
        }
    }

    /// Whether the employer so far is whoever does it, and this group names another.
    fn named_by_subject(&self, id: GroupId) -> bool {
        let told = self.fills.iter().find(|fill| fill.slot == Slot::Employer).map(|fill| fill.filler);
        let Some(Filler::Group(subject)) = told else { return false };
        let bare = self.group(subject).is_some_and(|group| group.preposition.is_none());
        let named = self.group(id).is_some_and(|group| group.is_entity(EntityKind::Organization));
        bare && named && subject != id
    }

    pub(super) fn uses(&self, id: GroupId) -> bool {
        self.fills.iter().any(|fill| fill.filler == Filler::Group(id))
    }

    /// "candidat à la reprise de X": what an event concerns stands for it.
    fn assign_inside(&mut self, slots: &[Slot], event: GroupId) -> bool {
        let investment = self.frame.relation == RelationKind::Investment;
        if !investment || !self.group(event).is_some_and(|group| matches!(group.head, Head::Event(_))) {
            return false;
        }
        let inside: Vec<GroupId> = children(self.analysis, event).map(|(child, _)| child).collect();
        let mut found = false;
        for child in inside {
            let organization = self.group(child).is_some_and(|group| !group.is_measure());
            found |= organization && self.assign(slots, child);
        }
        found
    }

    pub(super) fn has(&self, slot: Slot) -> bool {
        self.fills.iter().any(|fill| fill.slot == slot)
    }
}
