//! Slots that the clause leaves open and its surroundings fill.

use super::Context;
use super::deal;
use super::draft::{Draft, role_words};
use super::employer::{self, employer_of, own_house, past_place};
use crate::clause::Head;
use crate::lexicon::{Modifier, RoleKind};
use crate::reference::{Affiliation, Post};
use crate::relation::{RelationKind, Slot, employer_inside};

pub(super) fn complete(context: Context<'_>, draft: &mut Draft) {
    match draft.relation {
        RelationKind::Hiring => hiring(context, draft),
        RelationKind::Departure => departure(context, draft),
        RelationKind::Investment => deal::complete(context, draft),
        RelationKind::Own(_) => {}
    }
}

fn is_ahead(affiliation: &Affiliation) -> bool {
    matches!(affiliation.time, Some(Modifier::Incoming | Modifier::Future))
}

fn hiring(context: Context<'_>, draft: &mut Draft) {
    enclosed(context, draft);
    new_post(context, draft);
    employer::fill(context, draft);
    let Some(person) = draft.entity(Slot::Person) else { return };
    let sentence = draft.sentence();
    let told: Vec<Affiliation> = context.resolver.affiliations().near(person.entity, sentence, 0).copied().collect();
    for affiliation in told.iter().filter(|affiliation| !is_ahead(affiliation)) {
        if !(affiliation.enclosed && affiliation.time.is_none()) {
            previous(context, draft, affiliation);
        }
    }
    if let Some(there) = past_place(context, draft) {
        draft.set_entity(Slot::PreviousEmployer, there);
    }
}

/// "Nominations : Odile Kermarrec (Banque Alizé)": where the event names no employer, the brackets do.
fn enclosed(context: Context<'_>, draft: &mut Draft) {
    let Some(person) = draft.entity(Slot::Person) else { return };
    let sentence = draft.sentence();
    let told = context.resolver.affiliations().near(person.entity, sentence, 0);
    let told: Vec<Affiliation> = told.filter(|a| a.enclosed).copied().collect();
    for affiliation in told.iter().filter(|affiliation| affiliation.time.is_none()) {
        let office = draft.role(Slot::Role).is_none_or(|words| !is_title(context, words));
        if let (true, Some(role)) = (office, affiliation.role) {
            draft.roles.retain(|(slot, _)| *slot != Slot::Role);
            draft.roles.push((Slot::Role, role_words(context, sentence, role)));
        }
        let Some(there) = employer_of(context, affiliation) else { continue };
        match draft.entity(Slot::Employer) {
            None => draft.set_entity(Slot::Employer, there),
            Some(known) if known.entity != there.entity => draft.set_entity(Slot::PreviousEmployer, there),
            Some(_) => {}
        }
    }
}

/// A post rather than a body: "directeur", not "comité exécutif".
fn is_title(context: Context<'_>, words: &super::draft::RoleWords) -> bool {
    let analysis = context.analyses.get(context.tokens.sentence_of(words.tokens.start));
    let group = analysis.and_then(|a| a.groups.iter().find(|group| group.core.start == words.tokens.start));
    group.is_some_and(|group| !matches!(group.head, Head::Role(RoleKind::Office)))
}

/// "le conseil a nommé la secrétaire générale, Claire Petit, directrice générale": the post behind the name is the new
/// one.
fn new_post(context: Context<'_>, draft: &mut Draft) {
    let Some(person) = draft.entity(Slot::Person).filter(|_| draft.role(Slot::Role).is_none()) else { return };
    let sentence = draft.sentence();
    let Some(analysis) = context.analyses.get(sentence) else { return };
    let roles =
        context.resolver.affiliations().near(person.entity, sentence, 0).filter(|a| a.time != Some(Modifier::Former));
    let roles: Vec<usize> = roles.filter_map(|affiliation| affiliation.role).collect();
    let bare = |id: &usize| analysis.groups.get(*id).is_some_and(|group| group.determiner.is_none());
    let behind = |id: &usize| {
        let group = analysis.groups.get(*id);
        group.is_some_and(|group| {
            group.describes.is_some_and(|named| named < *id) && group.tokens.start > person.tokens.0
        })
    };
    // "Nominations : Claire Petit directrice financière": without a verb, the post is the new one too.
    let told = roles.len() > 1 || analysis.clauses.is_empty();
    if let (true, Some(new)) = (told, roles.iter().copied().filter(bare).find(behind)) {
        draft.roles.push((Slot::Role, role_words(context, sentence, new)));
        return;
    }
    // "Lens recrute le défenseur X", "remplacé par l'actuel patron, X": what one is taken on as.
    let current = |id: &usize| analysis.groups.get(*id).is_some_and(|group| group.time == Some(Modifier::Current));
    let player = |id: &usize| {
        analysis.groups.get(*id).is_some_and(|group| {
            let post = Post::new(context.resolver.told(), group.core.clone());
            post.is_played() && employer_inside(analysis, *id).is_empty()
        })
    };
    if let Some(new) = roles.iter().copied().find(|id| current(id) || player(id)) {
        draft.roles.push((Slot::Role, role_words(context, sentence, new)));
    }
}

/// Takes a post held before, unless it is the new one or contradicts what is known.
pub(super) fn previous(context: Context<'_>, draft: &mut Draft, affiliation: &Affiliation) -> bool {
    let there = employer_of(context, affiliation);
    let own = draft.entity(Slot::Employer).map(|meant| meant.entity);
    let same_place = there.is_some() && there.map(|meant| meant.entity) == own;
    let known = draft.entity(Slot::PreviousEmployer);
    let agrees = known.is_none() || there.is_none() || known.map(|m| m.entity) == there.map(|m| m.entity);
    let words = affiliation.role.map(|role| role_words(context, affiliation.sentence, role));
    let new = draft.role(Slot::Role).zip(words.as_ref()).is_some_and(|(own, words)| {
        own.tokens == words.tokens || same_place && super::merge::is_same_post(context, own, words)
    });
    if !agrees || new || same_place && affiliation.time.is_none() && draft.role(Slot::Role).is_none() {
        return false;
    }
    if let Some(there) = there.filter(|_| !same_place) {
        draft.set_entity(Slot::PreviousEmployer, there);
    }
    // "la juriste Claire Petit": a profession is no post left.
    let profession = |words: &super::draft::RoleWords| {
        affiliation.time.is_none() && there.is_none() && {
            let post = Post::new(context.resolver.told(), words.tokens.clone());
            post.is_profession() || post.is_played()
        }
    };
    let words = words.filter(|words| !profession(words));
    if let (Some(words), None) = (words, draft.role(Slot::PreviousRole)) {
        draft.roles.push((Slot::PreviousRole, words));
    }
    true
}

fn departure(context: Context<'_>, draft: &mut Draft) {
    let Some(person) = draft.entity(Slot::Person) else { return };
    let told = context.resolver.affiliations().near(person.entity, draft.sentence(), 3);
    let left: Vec<Affiliation> = told.filter(|a| !is_ahead(a)).copied().collect();
    own_house(context, draft, &left);
    if let Some(there) = past_place(context, draft) {
        draft.set_entity(Slot::Employer, there);
    }
    for affiliation in &left {
        let there = employer_of(context, affiliation);
        if let (None, Some(there)) = (draft.entity(Slot::Employer), there) {
            let gone = draft.entity(Slot::Destination).is_some_and(|d| d.entity == there.entity);
            if !gone && affiliation.time != Some(Modifier::Former) {
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
    employer::fill(context, draft);
}
