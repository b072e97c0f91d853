//! What people were before, told in other sentences than the event.

use super::Context;
use super::complete::previous;
use super::draft::Draft;
use crate::lexicon::Modifier;
use crate::reference::Affiliation;
use crate::relation::{RelationKind, Slot};
use crate::types::Status;

/// How many sentences away a post held before may be told.
const REACH: usize = 8;

/// Gives each person's main hiring the posts that the article tells of elsewhere.
pub(super) fn complete(context: Context<'_>, events: &mut [Draft]) {
    for place in main_events(context, events, RelationKind::Hiring) {
        if let Some(event) = events.get_mut(place) {
            told_elsewhere(context, event);
        }
    }
}

/// The events of a kind that the article is about: of each person the first that is neither old nor denied.
pub(super) fn main_events(context: Context<'_>, events: &[Draft], kind: RelationKind) -> Vec<usize> {
    let mut seen: Vec<usize> = Vec::new();
    let mut out = Vec::new();
    for (place, event) in events.iter().enumerate() {
        let Some(person) = event.entity(Slot::Person).filter(|_| event.relation == kind) else { continue };
        if is_old(context, event) || event.status() == Status::Denied {
            continue;
        }
        if let Err(at) = seen.binary_search(&person.entity) {
            seen.insert(at, person.entity);
            out.push(place);
        }
    }
    out
}

/// Told as something of years ago.
pub(super) fn is_old(context: Context<'_>, event: &Draft) -> bool {
    let date = event.date.and_then(|index| context.values.dates.get(index));
    let published = context.values.published;
    date.zip(published).is_some_and(|(date, published)| date.value.year() < published.year() - 1)
}

fn told_elsewhere(context: Context<'_>, event: &mut Draft) {
    let Some(person) = event.entity(Slot::Person) else { return };
    let sentences: Vec<usize> = event.evidence.iter().map(|(sentence, _, _)| *sentence).collect();
    let last = sentences.iter().copied().max().unwrap_or(0);
    let first = sentences.iter().copied().min().unwrap_or(0);
    let ahead = |a: &&Affiliation| matches!(a.time, Some(Modifier::Incoming | Modifier::Future | Modifier::Outgoing));
    let near = context.resolver.affiliations().between(person.entity, first.saturating_sub(REACH), last + REACH);
    let told = near.filter(|a| !ahead(a));
    let mut told: Vec<Affiliation> = told.copied().collect();
    // What is said to be over is surer than what is said to be.
    told.sort_by_key(|a| (a.time != Some(Modifier::Former), distance(a.sentence, first, last)));
    for affiliation in told {
        let over = affiliation.time == Some(Modifier::Former);
        if over || affiliation.employer.is_some() && !affiliation.enclosed {
            previous(context, event, &affiliation);
        }
    }
}

fn distance(sentence: usize, first: usize, last: usize) -> usize {
    first.saturating_sub(sentence) + sentence.saturating_sub(last)
}
