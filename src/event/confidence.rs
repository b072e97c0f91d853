//! How sure a relation is.

use super::Context;
use super::draft::Draft;
use crate::reference::How;
use crate::relation::{RelationKind, Slot};
use crate::types::{SentenceKind, Status};

/// What each way of meaning somebody costs, in a slot without which there is no event.
fn cost(how: How, slot: Slot) -> f32 {
    match (how, slot) {
        (How::Name, _) => 0.0,
        (How::Description, Slot::Person | Slot::Target) => 0.08,
        (How::Description, _) => 0.06,
        (How::Pronoun, _) => 0.12,
        (How::Focus, _) => 0.2,
    }
}

/// Rates events: the frame's own confidence, less what was found by words other than names, more if title and body agree.
pub(super) fn rate(context: Context<'_>, events: &mut [Draft]) {
    for event in events {
        let core: &[Slot] = match event.relation {
            RelationKind::Investment => &[Slot::Target, Slot::Investor],
            RelationKind::Hiring | RelationKind::Departure => &[Slot::Person, Slot::Employer],
            RelationKind::Own(_) => &[],
        };
        let costs = core.iter().filter_map(|slot| event.entity(*slot).map(|meant| cost(meant.how, *slot)));
        let mut lost: f32 = costs.sum();
        let place = core.contains(&Slot::Employer) && event.entity(Slot::Employer).is_none();
        lost += if place { 0.15 } else { 0.0 };
        lost += if event.status() == Status::Denied { 0.1 } else { 0.0 };
        event.confidence = event.confidence - lost + confirmed(context, event);
    }
}

/// Told in a title or standfirst, and told in the body.
fn confirmed(context: Context<'_>, event: &Draft) -> f32 {
    let kind = |sentence: usize| context.sentences.get(sentence).map(|s| s.kind);
    let above = |sentence: usize| matches!(kind(sentence), Some(SentenceKind::Title | SentenceKind::Lead));
    let titled = event.evidence.iter().any(|(sentence, _, _)| above(*sentence));
    let told = event.evidence.iter().any(|(sentence, _, _)| !above(*sentence));
    match (titled, told) {
        (true, true) => 0.1,
        (true, false) => 0.03,
        _ => 0.0,
    }
}
