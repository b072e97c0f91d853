//! Slots that the clause leaves open and its surroundings fill.

use super::Context;
use super::deal;
use super::draft::{Draft, role_words};
use crate::clause::{Analysis, Clause, ClauseLink, GroupId, Head};
use crate::lexicon::{Modifier, RoleKind};
use crate::reference::{Affiliation, How, Meant, Post};
use crate::relation::{Filler, RelationKind, Slot, employer_inside};
use crate::types::{EntityKind, SentenceKind};
use std::ops::Range;

pub(super) fn complete(context: Context<'_>, draft: &mut Draft) {
    match draft.relation {
        RelationKind::Hiring => hiring(context, draft),
        RelationKind::Departure => departure(context, draft),
        RelationKind::Investment => deal::complete(context, draft),
        RelationKind::Own(_) => {}
    }
}

/// The employer of a post or affiliation, as an entity.
pub(super) fn employer_of(context: Context<'_>, affiliation: &Affiliation) -> Option<Meant> {
    let group = affiliation.employer?;
    context.resolver.meant(affiliation.sentence, Slot::Employer, Filler::Group(group), &[])
}

fn is_ahead(affiliation: &Affiliation) -> bool {
    matches!(affiliation.time, Some(Modifier::Incoming | Modifier::Future))
}

fn hiring(context: Context<'_>, draft: &mut Draft) {
    enclosed(context, draft);
    new_post(context, draft);
    employer(context, draft);
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
    employer(context, draft);
}

/// "Après dix ans (passés) chez Y, X s'en va", "X rejoint Z": where the sentence tells the one who moves to have been.
fn past_place(context: Context<'_>, draft: &Draft) -> Option<Meant> {
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
fn own_house(context: Context<'_>, draft: &mut Draft, told: &[Affiliation]) {
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
