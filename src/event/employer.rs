//! The employer of an event whose clause names none, and where somebody was before.

use super::Context;
use super::draft::Draft;
use crate::clause::{Analysis, Clause, ClauseLink, GroupId, Head};
use crate::lexicon::Modifier;
use crate::reference::{Affiliation, How, Meant};
use crate::relation::{Filler, Slot};
use crate::types::{EntityKind, SentenceKind};
use std::ops::Range;

/// The employer of a post or affiliation, as an entity.
pub(super) fn employer_of(context: Context<'_>, affiliation: &Affiliation) -> Option<Meant> {
    let group = affiliation.employer?;
    context.resolver.meant(affiliation.sentence, Slot::Employer, Filler::Group(group), &[])
}

/// "Après dix ans (passés) chez Y, X s'en va", "X rejoint Z": where the sentence tells the one who moves to have been.
pub(super) fn past_place(context: Context<'_>, draft: &Draft) -> Option<Meant> {
    let analysis = context.analyses.get(draft.sentence())?;
    let person = draft.entity(Slot::Person)?;
    let is_person = |id: GroupId| analysis.groups.get(id).is_some_and(|group| group.core.start == person.tokens.0);
    let spans = |clause: &&Clause| {
        let subject = clause.subject.and_then(|id| analysis.groups.get(id));
        subject.is_some_and(|group| matches!(group.head, Head::Number))
    };
    let mut clauses = analysis.clauses.iter().zip(analysis.clauses.iter().skip(1).map(Some).chain([None]));
    clauses.find_map(|(clause, next)| {
        // "passés" is said of the years; whoever passed them is the subject that follows.
        let main = if spans(&clause) { next? } else { clause };
        main.subject.filter(|id| is_person(*id))?;
        let mut places = clause.complements.iter().filter_map(|(_, id)| analysis.groups.get(*id));
        let place = places.find(|group| group.time == Some(Modifier::Former) && group.parent.is_none())?;
        let Head::Entity(entity, EntityKind::Organization) = place.head else { return None };
        let free = draft.entities.iter().all(|(_, known)| known.entity != entity);
        free.then_some(Meant { entity, how: How::Description, tokens: (place.core.start, place.core.end) })
    })
}

/// "le gouvernement limoge le patron de Y, X": whoever dismisses is not where X was.
pub(super) fn own_house(context: Context<'_>, draft: &mut Draft, told: &[Affiliation]) {
    let Some(dismisses) = draft.entity(Slot::Employer).filter(|meant| meant.how == How::Name) else { return };
    let sentence = draft.sentence();
    let analysis = context.analyses.get(sentence);
    let bare = analysis.is_some_and(|analysis| {
        let mut groups = analysis.groups.iter();
        groups.any(|group| group.core.start == dismisses.tokens.0 && group.preposition.is_none())
    });
    let here = told.iter().filter(|a| a.sentence == sentence && a.time.is_none() && !a.enclosed && a.role.is_some());
    let house = here.filter_map(|affiliation| employer_of(context, affiliation)).next();
    if let Some(house) = house.filter(|house| bare && house.entity != dismisses.entity) {
        draft.entities.retain(|(slot, _)| *slot != Slot::Employer);
        draft.set_entity(Slot::Employer, house);
    }
}

/// The employer, if the clause names none: whom the agent works for, what the sentence is about, what the article is about.
pub(super) fn fill(context: Context<'_>, draft: &mut Draft) {
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
    let taken: Vec<usize> = draft.entities.iter().map(|(_, meant)| meant.entity).collect();
    let free = |meant: &Meant| !taken.contains(&meant.entity);
    let found = house_above(context, draft).filter(free).or_else(|| topic(context, draft.sentence()).filter(free));
    if let Some(meant) = found.or_else(|| setting(context, draft, &taken)) {
        draft.set_entity(Slot::Employer, meant);
    }
}

/// "a été choisi par Y pour en devenir le directeur", "Y a choisi X pour succéder à Z": whoever does what the infinitive
/// serves.
fn house_above(context: Context<'_>, draft: &Draft) -> Option<Meant> {
    let (sentence, tokens, _) = draft.evidence.first()?;
    let analysis = context.analyses.get(*sentence)?;
    let own = analysis.clauses.iter().find(|clause| tokens.contains(&clause.verb.tokens.start))?;
    let above = analysis.clauses.get(own.parent?).filter(|_| own.link == ClauseLink::Infinitive)?;
    let (par, a) = (context.lexicon.prepositions.id("par"), context.lexicon.prepositions.id("à"));
    let agent = above.arguments(analysis, par, a).subject?;
    let group = analysis.groups.get(agent)?;
    match group.head {
        Head::Entity(entity, EntityKind::Organization) => {
            Some(Meant { entity, how: How::Description, tokens: (group.core.start, group.core.end) })
        }
        _ => None,
    }
}

/// "Engie : …".
pub(super) fn topic(context: Context<'_>, sentence: usize) -> Option<Meant> {
    let analysis = context.analyses.get(sentence)?;
    let group = analysis.groups.get(analysis.topic?)?;
    match group.head {
        Head::Entity(entity, EntityKind::Organization) => {
            Some(Meant { entity, how: How::Description, tokens: (group.core.start, group.core.end) })
        }
        _ => None,
    }
}

pub(super) fn setting(context: Context<'_>, draft: &Draft, taken: &[usize]) -> Option<Meant> {
    let (sentence, tokens, _) = draft.evidence.first()?;
    let analysis = context.analyses.get(*sentence)?;
    let kind = context.sentences.get(*sentence).map(|s| s.kind);
    // In a headline, the organization that stands beside is the one.
    let near = analysis.groups.iter().find_map(|group| match group.head {
        Head::Entity(entity, EntityKind::Organization) if group.enclosure == 0 && !taken.contains(&entity) => {
            Some((entity, group))
        }
        _ => None,
    });
    let free = |group: &crate::clause::Group| group.time != Some(Modifier::Former) && group.parent.is_none();
    match near {
        Some((entity, group)) if kind == Some(SentenceKind::Title) && free(group) => {
            Some(Meant { entity, how: How::Focus, tokens: (group.core.start, group.core.end) })
        }
        _ => place(context, *sentence, tokens, taken)
            .or_else(|| context.resolver.setting(*sentence, tokens.start, taken)),
    }
}

/// "Au Quotidien du soir, le directeur s'en va", "le directeur s'en va chez Engie": the place that the sentence tells.
fn place(context: Context<'_>, sentence: usize, own: &Range<usize>, taken: &[usize]) -> Option<Meant> {
    let analysis = context.analyses.get(sentence)?;
    let name = |preposition: Option<u16>| preposition.map_or("", |id| context.lexicon.prepositions.name(id));
    let first = analysis.clauses.first().map_or(usize::MAX, |clause| clause.verb.tokens.start);
    let mut found = analysis.groups.iter().enumerate().filter_map(|(id, group)| {
        let Head::Entity(entity, kind) = group.head else { return None };
        let organization = kind == EntityKind::Organization;
        let here = match name(group.preposition) {
            // "Coup de balai à la tête de Dijon": a town, where its club or council is spoken of.
            "à la tête de" => group.tokens.start < first && (organization || kind == EntityKind::Place),
            _ if !organization => false,
            // What another clause says of its own place is not that of this one.
            "chez" | "au sein de" => id == 0 || own.contains(&group.tokens.start),
            "à" | "dans" => id == 0 && group.tokens.start <= analysis.tokens.start + 2,
            _ => false,
        };
        let free = group.parent.is_none() && group.time.is_none() && !taken.contains(&entity);
        // "X, que Y avait débauché chez Z, s'en va": the relative clause tells of its own place.
        let free = free && !analysis.clauses.iter().any(|clause| is_aside(analysis, clause, id, own));
        (here && free).then_some(Meant { entity, how: How::Description, tokens: (group.core.start, group.core.end) })
    });
    found.next()
}

/// Whether a group is a complement of a relative clause that stands inside the clause of the event.
fn is_aside(analysis: &Analysis, clause: &Clause, id: GroupId, own: &Range<usize>) -> bool {
    let inside = clause.complements.iter().any(|(_, other)| *other == id);
    let mut later = analysis.clauses.iter().map(|other| other.verb.tokens.start).filter(|verb| own.contains(verb));
    inside && matches!(clause.link, ClauseLink::Relative(_)) && later.any(|verb| verb >= clause.verb.tokens.end)
}
