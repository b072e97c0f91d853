//! What sentences tell of posts held: "Il était auparavant directeur de X", "Elle arrive de chez Y".

use super::affiliation::{Affiliation, is_over};
use super::discourse::Told;
use super::resolve::Resolver;
use super::words::words;
use crate::clause::{Analysis, Clause, ClauseLink, GroupId, Head, Negated};
use crate::lexicon::{Modifier, Mood, Relative, RoleKind, Tense};
use crate::relation::{Filler, Slot, employer_inside};
use crate::types::EntityKind;

/// The posts that clauses tell, with whom pronouns mean. Linear in the clauses.
pub fn careers(told: Told<'_>, resolver: &Resolver<'_>) -> Vec<Affiliation> {
    let mut out = Vec::new();
    for analysis in told.analyses {
        for clause in &analysis.clauses {
            let Some(held) = of_clause(told, resolver, analysis, clause) else { continue };
            // "X et Y dirigeaient Z": each of them.
            let persons = people(resolver, analysis, clause).into_iter();
            out.extend(persons.map(|person| Affiliation { person, ..held }));
        }
        out.extend(of_place(told, resolver, analysis));
        let groups = 0..analysis.groups.len();
        out.extend(groups.filter_map(|id| of_description(resolver, analysis, id)));
    }
    out
}

/// "Le patron de Y n'aura pas survécu": a post that stands for who was spoken of tells where that one is.
fn of_description(resolver: &Resolver<'_>, analysis: &Analysis, id: GroupId) -> Option<Affiliation> {
    let group = analysis.groups.get(id)?;
    let post = matches!(group.head, Head::Role(RoleKind::Head | RoleKind::Title)) && group.describes.is_none();
    if !post {
        return None;
    }
    let employer = employer_inside(analysis, id).first().copied()?;
    let person = resolver.meant(analysis.sentence, Slot::Person, Filler::Group(id), &[])?.entity;
    let (sentence, time) = (analysis.sentence, group.time);
    Some(Affiliation { person, sentence, role: Some(id), employer: Some(employer), time, enclosed: false })
}

fn of_clause(told: Told<'_>, resolver: &Resolver<'_>, analysis: &Analysis, clause: &Clause) -> Option<Affiliation> {
    let verb = told.lexicon.verbs.infinitive(clause.verb.predicate.verb);
    let class = ["state", "hold", "come"].into_iter().find(|class| words().has(class, verb))?;
    if clause.verb.modality.negated == Negated::Yes || !clause.verb.modality.effects.is_empty() {
        return None;
    }
    let person = person(resolver, analysis, clause)?;
    let (role, employer, over) = match class {
        "come" => (None, Some(origin(told, analysis, clause)?), true),
        _ => held(told, analysis, clause, class == "hold")?,
    };
    let time = over.then_some(Modifier::Former);
    Some(Affiliation { person, sentence: analysis.sentence, role, employer, time, enclosed: false })
}

fn person(resolver: &Resolver<'_>, analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let subject = clause.subject?;
    let head = analysis.groups.get(subject)?.head;
    if !matches!(head, Head::Entity(_, EntityKind::Person) | Head::Pronoun(_) | Head::Role(_) | Head::Person { .. }) {
        return None;
    }
    resolver.meant(analysis.sentence, Slot::Person, Filler::Group(subject), &[]).map(|meant| meant.entity)
}

/// All whom the subject names or means.
fn people(resolver: &Resolver<'_>, analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let Some(subject) = clause.subject else { return Vec::new() };
    let meant = resolver.all(analysis.sentence, Slot::Person, subject, &[]);
    let named =
        analysis.groups.iter().filter(|group| group.first == Some(subject)).filter_map(|group| match group.head {
            Head::Entity(entity, EntityKind::Person) => Some(entity),
            _ => None,
        });
    meant.into_iter().map(|meant| meant.entity).chain(named).collect()
}

fn is_organization(analysis: &Analysis, id: GroupId) -> bool {
    analysis.groups.get(id).is_some_and(|group| group.is_entity(EntityKind::Organization))
}

/// "arrive de X", "venue de chez X".
fn origin(told: Told<'_>, analysis: &Analysis, clause: &Clause) -> Option<GroupId> {
    let from = |preposition: u16| words().has("origin", told.lexicon.prepositions.name(preposition));
    let named = |id: &GroupId| is_organization(analysis, *id);
    let mut complements = clause.complements.iter().filter(|(preposition, _)| from(*preposition)).map(|(_, id)| *id);
    let last = told.tokens.str(clause.verb.tokens.end.saturating_sub(1)).to_lowercase();
    let direct = matches!(last.as_str(), "de" | "du" | "d'" | "d’");
    let object = || clause.objects.iter().copied().filter(|_| direct).find(named);
    complements.find(named).or_else(object)
}

type Held = (Option<GroupId>, Option<GroupId>, bool);

/// The post and place that a clause tells somebody to hold, and whether that is over.
fn held(told: Told<'_>, analysis: &Analysis, clause: &Clause, objects: bool) -> Option<Held> {
    let modality = &clause.verb.modality;
    let imperfect = matches!(modality.mood, Some((Mood::Indicative, Tense::Imperfect)));
    let present = matches!(modality.mood, Some((Mood::Indicative, Tense::Present))) && !modality.past;
    let start = clause.verb.tokens.start.saturating_sub(6).max(analysis.tokens.start);
    let end = (clause.verb.tokens.end + 6).min(analysis.tokens.end);
    let adverb = words().stands_in("past", told.tokens.span(start..end).of(told.tokens.text()));
    let over = adverb || imperfect || modality.negated == Negated::NoLonger;
    if !over && !present {
        return None;
    }
    let role = role(told, analysis, clause);
    let inside = role.and_then(|id| employer_inside(analysis, id).first().copied());
    let object = clause.objects.iter().copied().find(|id| objects && is_organization(analysis, *id));
    let employer = inside.or(object).or_else(|| place(told, analysis, clause));
    (role.is_some() || employer.is_some() && over).then_some((role, employer, over))
}

fn role(told: Told<'_>, analysis: &Analysis, clause: &Clause) -> Option<GroupId> {
    let post = |id: &GroupId| {
        analysis.groups.get(*id).is_some_and(|group| matches!(group.head, Head::Role(RoleKind::Head | RoleKind::Title)))
    };
    let named = |preposition: u16| matches!(told.lexicon.prepositions.name(preposition), "comme" | "au poste de");
    let complements = clause.complements.iter().filter(|(preposition, _)| named(*preposition)).map(|(_, id)| *id);
    // "occupait le poste de directeur": the post is inside.
    let inside = || {
        let outer = clause.objects.first().copied()?;
        let found = analysis.groups.iter().enumerate().find(|(_, group)| group.parent == Some(outer));
        found.map(|(id, _)| id).filter(post)
    };
    clause.objects.iter().copied().chain(complements).find(post).or_else(inside)
}

fn place(told: Told<'_>, analysis: &Analysis, clause: &Clause) -> Option<GroupId> {
    let dont = clause.link == ClauseLink::Relative(Relative::Dont);
    let here = |preposition: u16| {
        let name = told.lexicon.prepositions.name(preposition);
        words().has("place", name) && (name != "de" || dont)
    };
    let mut found = clause.complements.iter().filter(|(preposition, _)| here(*preposition)).map(|(_, id)| *id);
    found.find(|id| is_organization(analysis, *id))
}

/// "Précédemment chez Lazard, elle…", "Paul Martin, jusqu'ici chez Engie, …".
fn of_place(told: Told<'_>, resolver: &Resolver<'_>, analysis: &Analysis) -> Option<Affiliation> {
    let chez = |group: &crate::clause::Group| {
        let name = group.preposition.map(|id| told.lexicon.prepositions.name(id));
        matches!(name, Some("chez" | "au sein de" | "dans les rangs de"))
    };
    let mut groups = analysis.groups.iter().enumerate();
    let (id, _) = groups.find(|(_, group)| {
        group.is_entity(EntityKind::Organization) && chez(group) && is_over(told, analysis, group)
    })?;
    let named = analysis.groups.iter().take(id).rev().find_map(|before| match before.head {
        Head::Entity(entity, EntityKind::Person) => Some(entity),
        _ => None,
    });
    let subject = || analysis.clauses.iter().find_map(|clause| person(resolver, analysis, clause));
    let person = named.or_else(subject)?;
    let time = Some(Modifier::Former);
    Some(Affiliation { person, sentence: analysis.sentence, role: None, employer: Some(id), time, enclosed: false })
}
