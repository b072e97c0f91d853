//! Events that another one implies: who leaves for somewhere is taken on there.

use super::draft::Draft;
use crate::reference::How;
use crate::relation::{RelationKind, Slot};

/// No more events than these are compared with one, so that the cost stays linear.
const LOOK: usize = 48;

/// "parti à Getafe", "quitte X pour Y": adds the hiring where only the departure is told.
pub(super) fn hirings(events: &mut Vec<Draft>) {
    let mut added = Vec::new();
    for (place, event) in events.iter().enumerate() {
        let near = events.iter().skip(place.saturating_sub(LOOK)).take(2 * LOOK);
        if let Some(hiring) = hiring(event).filter(|hiring| near.clone().all(|other| !is_same(other, hiring))) {
            added.push(hiring);
        }
    }
    events.extend(added);
}

fn hiring(departure: &Draft) -> Option<Draft> {
    if departure.relation != RelationKind::Departure {
        return None;
    }
    let person = departure.entity(Slot::Person)?;
    let there = departure.entity(Slot::Destination).filter(|there| there.how != How::Focus)?;
    let mut hiring = departure.clone();
    hiring.relation = RelationKind::Hiring;
    hiring.reason = None;
    hiring.entities = vec![(Slot::Person, person), (Slot::Employer, there)];
    let left = departure.entity(Slot::Employer).filter(|left| left.how != How::Focus);
    hiring.entities.extend(left.map(|left| (Slot::PreviousEmployer, left)));
    hiring.roles.iter_mut().for_each(|(slot, _)| *slot = Slot::PreviousRole);
    Some(hiring)
}

fn is_same(other: &Draft, hiring: &Draft) -> bool {
    let same =
        |slot: Slot| other.entity(slot).map(|meant| meant.entity) == hiring.entity(slot).map(|meant| meant.entity);
    let supposed = other.entity(Slot::Employer).is_none_or(|employer| employer.how == How::Focus);
    other.relation == RelationKind::Hiring && same(Slot::Person) && (same(Slot::Employer) || supposed)
}
