//! Slots that the clause leaves open and the article fills elsewhere.

use super::Context;
use super::draft::{Draft, role_words};
use super::round::round_in;
use crate::clause::{Clause, Head};
use crate::lexicon::Modifier;
use crate::reference::{Affiliation, How, Meant};
use crate::relation::{Filler, RelationKind, Slot};
use crate::types::{EntityKind, InvestmentKind, SentenceKind};

pub(super) fn complete(context: Context<'_>, draft: &mut Draft) {
    match draft.relation {
        RelationKind::Hiring => hiring(context, draft),
        RelationKind::Departure => departure(context, draft),
        RelationKind::Investment => investment(context, draft),
    }
    date(context, draft);
    let weakest = draft.entities.iter().map(|(_, meant)| meant.how).max();
    draft.confidence -= match weakest {
        Some(How::Focus) => 0.2,
        Some(How::Pronoun) => 0.1,
        Some(How::Description) => 0.05,
        _ => 0.0,
    };
}

/// The employer of a post or affiliation, as an entity.
fn employer_of(context: Context<'_>, affiliation: &Affiliation) -> Option<Meant> {
    let group = affiliation.employer?;
    context.resolver.meant(affiliation.sentence, Slot::Employer, Filler::Group(group))
}

fn hiring(context: Context<'_>, draft: &mut Draft) {
    employer(context, draft);
    let Some(person) = draft.entity(Slot::Person) else { return };
    let own = draft.entity(Slot::Employer).map(|meant| meant.entity);
    let sentence = draft.sentence();
    let told: Vec<Affiliation> = context.resolver.affiliations().of(person.entity).copied().collect();
    for affiliation in told {
        if matches!(affiliation.time, Some(Modifier::Incoming | Modifier::Future)) {
            continue;
        }
        let there = employer_of(context, &affiliation).map(|meant| meant.entity);
        let same_place = there.is_some() && there == own;
        let new_post = affiliation.enclosed && affiliation.time.is_none();
        let near = affiliation.sentence == sentence;
        if same_place || new_post || !near && affiliation.time.is_none() && there.is_none() {
            continue;
        }
        previous(context, draft, &affiliation);
    }
}

fn previous(context: Context<'_>, draft: &mut Draft, affiliation: &Affiliation) {
    let there = employer_of(context, affiliation);
    let known = draft.entity(Slot::PreviousEmployer);
    let agrees = match (known, there) {
        (Some(known), Some(there)) => known.entity == there.entity,
        _ => true,
    };
    if !agrees {
        return;
    }
    if let Some(there) = there {
        draft.set_entity(Slot::PreviousEmployer, there);
    }
    if let (Some(role), None) = (affiliation.role, draft.role(Slot::PreviousRole)) {
        let words = role_words(context, affiliation.sentence, role);
        let same = draft.role(Slot::Role).is_some_and(|own| own.tokens == words.tokens);
        if !same {
            draft.roles.push((Slot::PreviousRole, words));
        }
    }
}

fn departure(context: Context<'_>, draft: &mut Draft) {
    let Some(person) = draft.entity(Slot::Person) else { return };
    let told: Vec<Affiliation> = context.resolver.affiliations().of(person.entity).copied().collect();
    for affiliation in &told {
        if matches!(affiliation.time, Some(Modifier::Incoming | Modifier::Future)) {
            continue;
        }
        let there = employer_of(context, affiliation);
        if draft.entity(Slot::Employer).is_none() {
            if let Some(there) = there {
                draft.set_entity(Slot::Employer, there);
            }
        }
        let same = match (draft.entity(Slot::Employer), there) {
            (Some(own), Some(there)) => own.entity == there.entity,
            _ => affiliation.sentence == draft.sentence(),
        };
        if let (true, Some(role), None) = (same, affiliation.role, draft.role(Slot::Role)) {
            draft.roles.push((Slot::Role, role_words(context, affiliation.sentence, role)));
        }
    }
    employer(context, draft);
}

/// The employer, if the clause names none: whom the agent works for, what the sentence is about, what the article is about.
fn employer(context: Context<'_>, draft: &mut Draft) {
    if let Some(agent) = draft.entity(Slot::Agent) {
        if draft.entity(Slot::Employer).is_none() {
            let places = context.resolver.affiliations().of(agent.entity);
            let place = places.filter_map(|affiliation| employer_of(context, affiliation)).next();
            if let Some(place) = place {
                draft.set_entity(Slot::Employer, place);
            }
        }
    }
    if draft.entity(Slot::Employer).is_some() {
        return;
    }
    let taken = [Slot::PreviousEmployer, Slot::Destination].map(|slot| draft.entity(slot).map(|m| m.entity));
    let found = topic(context, draft.sentence()).or_else(|| setting(context, draft));
    if let Some(meant) = found.filter(|meant| !taken.contains(&Some(meant.entity))) {
        draft.set_entity(Slot::Employer, meant);
    }
}

/// "Engie : …".
fn topic(context: Context<'_>, sentence: usize) -> Option<Meant> {
    let analysis = context.analyses.get(sentence)?;
    let group = analysis.groups.get(analysis.topic?)?;
    match group.head {
        Head::Entity(entity, EntityKind::Organization) => {
            Some(Meant { entity, how: How::Description, tokens: (group.core.start, group.core.end) })
        }
        _ => None,
    }
}

fn setting(context: Context<'_>, draft: &Draft) -> Option<Meant> {
    let (sentence, tokens, _) = draft.evidence.first()?;
    let analysis = context.analyses.get(*sentence)?;
    // An organization of the same sentence comes before the general subject of the article.
    let near = analysis.groups.iter().find_map(|group| match group.head {
        Head::Entity(entity, EntityKind::Organization) if group.enclosure == 0 => Some((entity, group.core.clone())),
        _ => None,
    });
    let headline = context.sentences.get(*sentence).is_some_and(|s| s.kind == SentenceKind::Title);
    match near {
        Some((entity, core)) if headline => Some(Meant { entity, how: How::Focus, tokens: (core.start, core.end) }),
        _ => context.resolver.setting(*sentence, tokens.start),
    }
}

fn investment(context: Context<'_>, draft: &mut Draft) {
    if draft.kind == Some(InvestmentKind::FundingRound) {
        draft.round = round_in(context, draft.sentence());
    }
    valuation(context, draft);
}

/// "sur la base d'une valorisation de 3 milliards", "qui la valorise 3 milliards".
fn valuation(context: Context<'_>, draft: &mut Draft) {
    let Some(analysis) = context.analyses.get(draft.sentence()) else { return };
    let text = context.tokens.text();
    let value_noun = |id: usize| {
        analysis
            .groups
            .get(id)
            .is_some_and(|group| context.tokens.span(group.core.clone()).of(text).starts_with("valoris"))
    };
    let by_noun = analysis.groups.iter().find_map(|group| match group.head {
        Head::Amount(index) if group.parent.is_some_and(value_noun) => Some(index),
        _ => None,
    });
    let valuing = |clause: &&Clause| context.lexicon.verbs.infinitive(clause.verb.predicate.verb) == "valoriser";
    let by_verb = || {
        let clause = analysis.clauses.iter().find(valuing)?;
        let groups = clause.objects.iter().chain(clause.complements.iter().map(|(_, id)| id));
        groups.filter_map(|id| analysis.groups.get(*id)).find_map(|group| match group.head {
            Head::Amount(index) => Some(index),
            _ => None,
        })
    };
    if let Some(index) = by_noun.or_else(by_verb) {
        draft.amounts.retain(|(_, known)| *known != index);
        draft.amounts.push((Slot::Valuation, index));
    }
}

/// The date of the clause around: "a annoncé vendredi que X partait".
fn date(context: Context<'_>, draft: &mut Draft) {
    if draft.date.is_some() {
        return;
    }
    let Some((sentence, tokens, _)) = draft.evidence.first() else { return };
    let Some(analysis) = context.analyses.get(*sentence) else { return };
    let inside = |clause: &&Clause| tokens.contains(&clause.verb.tokens.start);
    let mut at = analysis.clauses.iter().find(inside).and_then(|clause| clause.parent);
    for _ in 0..4 {
        let Some(clause) = at.and_then(|parent| analysis.clauses.get(parent)) else { return };
        let groups = clause.objects.iter().chain(clause.complements.iter().map(|(_, id)| id));
        let found = groups.filter_map(|id| analysis.groups.get(*id)).find_map(|group| match group.head {
            Head::Date(index) => Some(index),
            _ => None,
        });
        if found.is_some() {
            draft.date = found;
            return;
        }
        at = clause.parent;
    }
}
