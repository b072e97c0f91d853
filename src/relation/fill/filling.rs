//! Slots being filled.

use super::super::candidate::{Fill, Filler};
use super::super::frame::Frame;
use super::super::slot::Slot;
use super::children;
use crate::clause::{Analysis, Group, GroupId, Head};

/// Slots being filled.
pub(super) struct Filling<'a> {
    pub analysis: &'a Analysis,
    pub frame: &'a Frame,
    pub fills: Vec<Fill>,
}

impl Filling<'_> {
    pub(super) fn group(&self, id: GroupId) -> Option<&Group> {
        self.analysis.groups.get(id)
    }

    pub(super) fn is_free(&self, slot: Slot) -> bool {
        slot.is_several() || !self.fills.iter().any(|fill| fill.slot == slot)
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
            return self.extend(slots, id);
        };
        self.fills.push(Fill { slot, filler: Filler::Group(id) });
        true
    }

    /// A group of an enumeration goes where its first one went.
    pub(super) fn extend(&mut self, slots: &[Slot], id: GroupId) -> bool {
        let Some(first) = self.group(id).and_then(|group| group.first) else { return false };
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

    pub(super) fn members(&self, id: GroupId) -> impl Iterator<Item = GroupId> + '_ {
        let listed = self.analysis.groups.iter().enumerate();
        listed.filter(move |(other, group)| group.first == Some(id) && *other != id).map(|(other, _)| other)
    }

    /// Amounts, parts and dates inside a group: "une levée de 12 millions", "5 % du capital".
    pub(super) fn measures(&mut self, id: GroupId, slots: &[Slot]) {
        let inside: Vec<GroupId> = children(self.analysis, id).map(|(child, _)| child).collect();
        for child in inside {
            let measure = self.group(child).is_some_and(|g| {
                matches!(g.head, Head::Amount(_) | Head::Percentage(_) | Head::Share(_) | Head::Date(_))
            });
            if measure {
                self.assign(slots, child);
            }
        }
    }

    pub(super) fn complement(&mut self, preposition: u16, id: GroupId) {
        let frame = self.frame;
        for (known, slots) in &frame.complements {
            if *known == preposition && self.assign(slots, id) {
                return;
            }
        }
    }

    pub(super) fn uses(&self, id: GroupId) -> bool {
        self.fills.iter().any(|fill| fill.filler == Filler::Group(id))
    }

    pub(super) fn has(&self, slot: Slot) -> bool {
        self.fills.iter().any(|fill| fill.slot == slot)
    }
}
