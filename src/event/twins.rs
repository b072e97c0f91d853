//! Events that answer to each other: who leaves and who follows, where somebody leaves and where he goes.

use super::Context;
use super::career::{is_old, main_events};
use super::draft::Draft;
use super::merge::is_same_post;
use crate::reference::{How, Meant};
use crate::relation::{RelationKind, Slot};
use crate::types::{Reason, Status};

/// Fills in each event what its twin tells. No more than this many events are compared with one.
const LOOK: usize = 48;

pub(super) fn link(context: Context<'_>, events: &mut [Draft]) {
    for hired in 0..events.len() {
        let near = hired.saturating_sub(LOOK)..(hired + LOOK).min(events.len());
        for left in near {
            follow(context, events, hired, left);
        }
    }
    same_chair(context, events);
    same_person(context, events);
    for event in events.iter_mut().filter(|event| event.relation == RelationKind::Departure) {
        if event.entity(Slot::Destination).is_some() && event.reason.is_none() {
            event.reason = Some(Reason::NewJob);
        }
    }
}

fn pair(events: &[Draft], hired: usize, left: usize) -> Option<(&Draft, &Draft)> {
    let (hiring, departure) = (events.get(hired)?, events.get(left)?);
    let fits = hiring.relation == RelationKind::Hiring && departure.relation == RelationKind::Departure;
    fits.then_some((hiring, departure))
}

fn is(draft: &Draft, slot: Slot, meant: Option<Meant>) -> bool {
    let own = draft.entity(slot).map(|m| m.entity);
    own.is_some() && own == meant.map(|m| m.entity)
}

/// "X remplace Y" and "Y s'en va": one tells the successor, the date and the employer of the other.
fn follow(context: Context<'_>, events: &mut [Draft], hired: usize, left: usize) {
    let Some((hiring, departure)) = pair(events, hired, left) else { return };
    let replaced = is(hiring, Slot::Replaces, departure.entity(Slot::Person));
    let succeeded = is(departure, Slot::Successor, hiring.entity(Slot::Person));
    let here = hiring.entity(Slot::Employer);
    let there = departure.entity(Slot::Employer);
    // Where somebody went years ago is not where another one is followed now.
    if is_old(context, hiring) != is_old(context, departure) {
        return;
    }
    let supposed = |meant: Option<Meant>| meant.is_none_or(|m| m.how == How::Focus);
    let same_place = is(hiring, Slot::Employer, there);
    if !(replaced || succeeded) || !(same_place || supposed(here) || supposed(there)) {
        return;
    }
    join(context, events, hired, left, !same_place);
}

fn join(context: Context<'_>, events: &mut [Draft], hired: usize, left: usize, place: bool) {
    let Some((hiring, departure)) = pair(events, hired, left) else { return };
    let (new, old) = (hiring.entity(Slot::Person), departure.entity(Slot::Person));
    let (here, there) = (hiring.entity(Slot::Employer), departure.entity(Slot::Employer));
    let better = if here.is_none_or(|m| m.how == How::Focus) { there.or(here) } else { here };
    let date = date_for(context, hiring, departure);
    let back = date_for(context, departure, hiring);
    if let Some(event) = events.get_mut(hired) {
        set(event, Slot::Replaces, old);
        if place {
            replace(event, Slot::Employer, better);
        }
        if let (None, Some((index, years))) = (event.date, date) {
            (event.date, event.shift) = (Some(index), years);
        }
    }
    if let Some(event) = events.get_mut(left) {
        set(event, Slot::Successor, new);
        if place {
            replace(event, Slot::Employer, better);
        }
        if let (None, Some((index, years))) = (event.date, back) {
            (event.date, event.shift) = (Some(index), years);
        }
    }
}

/// The date that one of two twins takes from the other.
fn date_for(context: Context<'_>, to: &Draft, from: &Draft) -> Option<(usize, i16)> {
    let same = to.status() == from.status() && !is_old(context, from);
    from.date.filter(|_| same && to.date.is_none()).map(|index| (index, from.shift))
}

fn set(event: &mut Draft, slot: Slot, meant: Option<Meant>) {
    if let Some(meant) = meant.filter(|m| event.entities.iter().all(|(_, known)| known.entity != m.entity)) {
        event.set_entity(slot, meant);
    }
}

fn replace(event: &mut Draft, slot: Slot, meant: Option<Meant>) {
    if let Some(meant) = meant {
        event.entities.retain(|(known, _)| *known != slot);
        event.entities.push((slot, meant));
    }
}

/// One leaves a post and one takes it: each other's successor and predecessor, if nobody else comes into question.
fn same_chair(context: Context<'_>, events: &mut [Draft]) {
    let hirings = main_events(context, events, RelationKind::Hiring);
    let departures = main_events(context, events, RelationKind::Departure);
    let fits = |hired: usize, left: usize| {
        let Some((hiring, departure)) = pair(events, hired, left) else { return false };
        let free = hiring.entity(Slot::Replaces).is_none() && departure.entity(Slot::Successor).is_none();
        let place = is(hiring, Slot::Employer, departure.entity(Slot::Employer));
        let others = hiring.entity(Slot::Person).map(|m| m.entity) != departure.entity(Slot::Person).map(|m| m.entity);
        let posts = hiring.role(Slot::Role).zip(departure.role(Slot::Role));
        free && place && others && posts.is_some_and(|(x, y)| is_same_post(context, x, y))
    };
    let mut found = Vec::new();
    for &hired in hirings.iter().take(LOOK) {
        let mut leaving = departures.iter().take(LOOK).copied().filter(|left| fits(hired, *left));
        let Some(left) = leaving.next() else { continue };
        let alone =
            leaving.next().is_none() && hirings.iter().take(LOOK).filter(|other| fits(**other, left)).count() == 1;
        if alone {
            found.push((hired, left));
        }
    }
    for (hired, left) in found {
        join(context, events, hired, left, false);
    }
}

/// Somebody leaves one organization and joins another: the destination of the one, the former employer of the other.
fn same_person(context: Context<'_>, events: &mut [Draft]) {
    let hirings = main_events(context, events, RelationKind::Hiring);
    let departures = main_events(context, events, RelationKind::Departure);
    let person = |events: &[Draft], place: usize| {
        events.get(place).and_then(|event| event.entity(Slot::Person)).map(|m| m.entity)
    };
    let mut by_person: Vec<(Option<usize>, usize)> =
        departures.iter().map(|place| (person(events, *place), *place)).collect();
    by_person.sort_unstable();
    for hired in hirings {
        let who = person(events, hired);
        let at = by_person.partition_point(|(known, _)| *known < who);
        let left = by_person.get(at).filter(|(known, _)| *known == who).map(|(_, place)| *place);
        if let Some(left) = left {
            move_over(events, hired, left);
        }
    }
}

fn move_over(events: &mut [Draft], hired: usize, left: usize) {
    let Some((hiring, departure)) = pair(events, hired, left) else { return };
    let (here, there) = (hiring.entity(Slot::Employer), departure.entity(Slot::Employer));
    let (Some(here), Some(there)) = (here, there) else { return };
    let before = hiring.entity(Slot::PreviousEmployer);
    let near = hiring.sentence() == departure.sentence();
    let guessed = here.how == How::Focus || there.how == How::Focus && before.is_none() && !near;
    // What another sentence tells of a career may lie long before.
    let told_here =
        before.filter(|meant| hiring.evidence.iter().any(|(_, tokens, _)| tokens.contains(&meant.tokens.0)));
    let place = told_here.filter(|_| there.how == How::Focus).unwrap_or(there);
    let told = before.is_none() || before.map(|m| m.entity) == Some(place.entity);
    if here.entity == place.entity || guessed || !told || hiring.status() == Status::Rumored {
        return;
    }
    let role = departure.role(Slot::Role).cloned();
    // "quitte X pour prendre la tête de Y": the infinitive is as sure as its clause.
    let done = near && hiring.status() == Status::Planned && departure.status() == Status::Completed;
    if let Some(event) = events.get_mut(hired) {
        if done && event.evidence.len() == 1 {
            event.statuses = vec![(Status::Completed, 1)];
        }
        set(event, Slot::PreviousEmployer, Some(place));
        if let (None, Some(role)) = (event.role(Slot::PreviousRole), role) {
            event.roles.push((Slot::PreviousRole, role));
        }
    }
    if let Some(event) = events.get_mut(left) {
        replace(event, Slot::Employer, Some(place));
        set(event, Slot::Destination, Some(here));
    }
}
