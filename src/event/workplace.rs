//! Where somebody works, as the rest of the article tells it, for events that name no employer.
//!
//! An event whose clause names nobody was given the organization that the article is about there. What the article says
//! of those who move is surer than that: where the one who leaves was, where the predecessor or successor is.

use super::Context;
use super::career::is_old;
use super::draft::Draft;
use super::employer::employer_of;
use crate::lexicon::Modifier;
use crate::reference::{Affiliation, How, Meant};
use crate::relation::{RelationKind, Slot};
use crate::types::Date;

/// No more events than these are looked through for one, so that the cost stays linear.
const LOOK: usize = 48;

/// Replaces supposed employers by those that the article tells.
pub(super) fn correct(context: Context<'_>, events: &mut [Draft]) {
    for place in 0..events.len() {
        let Some(event) = events.get(place).filter(|event| is_open(event)) else { continue };
        let found = told(context, events, place, event).filter(|meant| is_free(event, *meant));
        if let (Some(meant), Some(event)) = (found, events.get_mut(place)) {
            event.entities.retain(|(slot, _)| *slot != Slot::Employer);
            event.entities.push((Slot::Employer, meant));
        }
    }
}

fn is_open(event: &Draft) -> bool {
    let supposed = event.entity(Slot::Employer).is_none_or(|meant| meant.how == How::Focus);
    supposed && event.relation != RelationKind::Investment
}

fn is_free(event: &Draft, meant: Meant) -> bool {
    event.entities.iter().all(|(slot, known)| *slot == Slot::Employer || known.entity != meant.entity)
}

fn told(context: Context<'_>, events: &[Draft], place: usize, event: &Draft) -> Option<Meant> {
    let person = event.entity(Slot::Person)?.entity;
    let held = |person: usize| workplace(context, events, place, person);
    // Somebody who took a post long ago holds it still.
    let (before, after) = match event.relation {
        RelationKind::Departure => (Some(person), event.entity(Slot::Successor).map(|meant| meant.entity)),
        _ => (event.entity(Slot::Replaces).map(|meant| meant.entity), Some(person)),
    };
    let old = is_old(context, event);
    let told = before.and_then(held).or_else(|| after.filter(|_| old).and_then(held));
    told.or_else(|| beside(events, place, event))
}

/// Where the other events of the sentence take place, if they agree.
fn beside(events: &[Draft], place: usize, event: &Draft) -> Option<Meant> {
    let near = events.iter().enumerate().skip(place.saturating_sub(LOOK)).take(2 * LOOK);
    let others = near.filter(|(at, other)| {
        let moves = other.relation != RelationKind::Investment;
        let who = |draft: &Draft| draft.entity(Slot::Person).map(|meant| meant.entity);
        *at != place && moves && who(other) != who(event) && other.sentence() == event.sentence()
    });
    let mut places = others.filter_map(|(_, other)| other.entity(Slot::Employer).filter(|m| m.how != How::Focus));
    let first = places.next()?;
    places.all(|meant| meant.entity == first.entity).then_some(first)
}

/// Where the article tells a person to be.
fn workplace(context: Context<'_>, events: &[Draft], place: usize, person: usize) -> Option<Meant> {
    let held = context.resolver.affiliations().of(person).filter(|a| is_present(a));
    let held = held.filter_map(|affiliation| employer_of(context, affiliation)).next();
    held.or_else(|| left(events, place, person)).or_else(|| joined(context, events, place, person))
}

/// "X quitte Y": the place that another event tells a person to leave.
fn left(events: &[Draft], place: usize, person: usize) -> Option<Meant> {
    let near = events.iter().enumerate().skip(place.saturating_sub(LOOK)).take(2 * LOOK);
    let mut own = near.filter(|(at, event)| {
        let same = event.entity(Slot::Person).is_some_and(|meant| meant.entity == person);
        *at != place && same && event.relation == RelationKind::Departure
    });
    own.find_map(|(_, event)| event.entity(Slot::Employer).filter(|meant| meant.how != How::Focus))
}

fn is_present(affiliation: &Affiliation) -> bool {
    !matches!(affiliation.time, Some(Modifier::Former | Modifier::Incoming | Modifier::Future))
}

/// How many months a hiring must lie back so that it is not the news.
const MONTHS: i32 = 2;

fn is_earlier(context: Context<'_>, event: &Draft) -> bool {
    let date = event.date.and_then(|index| context.values.dates.get(index)).map(|date| date.value);
    let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month().unwrap_or(12));
    let months = date.zip(context.values.published).map(|(date, published)| month(published) - month(date));
    months.is_some_and(|months| months >= MONTHS)
}

/// "arrivé chez X en 2019": where a person went before.
fn joined(context: Context<'_>, events: &[Draft], place: usize, person: usize) -> Option<Meant> {
    let near = events.iter().enumerate().skip(place.saturating_sub(LOOK)).take(2 * LOOK);
    let own = near.filter(|(at, event)| {
        let same = event.entity(Slot::Person).is_some_and(|meant| meant.entity == person);
        *at != place && same && event.relation == RelationKind::Hiring && is_earlier(context, event)
    });
    let mut told = own.filter_map(|(_, event)| event.entity(Slot::Employer).filter(|meant| meant.how != How::Focus));
    told.next_back()
}
