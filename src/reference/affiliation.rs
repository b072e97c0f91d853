//! Who is told to hold which post where: "Paul Martin, PDG de Y".

use super::discourse::Told;
use super::words::words;
use crate::clause::{Analysis, Group, GroupId, Head};
use crate::lexicon::Modifier;
use crate::relation::{Candidate, Filler, RelationKind, Slot, employer_inside};
use crate::types::EntityKind;

/// A post that a person is told to hold, or to have held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Affiliation {
    /// The person.
    pub person: usize,
    /// The sentence that tells it.
    pub sentence: usize,
    /// The post, a group of that sentence; `None` for "ex-Doctolib".
    pub role: Option<GroupId>,
    /// The organization, a group of that sentence.
    pub employer: Option<GroupId>,
    /// "ancien", "futur", "nouveau".
    pub time: Option<Modifier>,
    /// Whether it follows the name in brackets.
    pub enclosed: bool,
}

/// All that an article tells of posts, by person, then in reading order.
#[derive(Clone, Debug, Default)]
pub struct Affiliations {
    list: Vec<Affiliation>,
}

impl Affiliations {
    /// Reads the appositions of an article.
    pub fn new(told: Told<'_>) -> Self {
        let mut list = Vec::new();
        for analysis in told.analyses {
            for id in 0..analysis.groups.len() {
                let found = described(told, analysis, id).or_else(|| enclosed(analysis, id));
                list.extend(found.or_else(|| beside(analysis, id)));
            }
        }
        Self::of_list(list)
    }

    fn of_list(mut list: Vec<Affiliation>) -> Self {
        list.sort_by_key(|affiliation| (affiliation.person, affiliation.sentence));
        Self { list }
    }

    /// The same, with more that the article tells otherwise.
    #[must_use]
    pub fn with(&self, more: impl IntoIterator<Item = Affiliation>) -> Self {
        let mut list = self.list.clone();
        list.extend(more);
        Self::of_list(list)
    }

    /// What is told of a person, in reading order.
    pub fn of(&self, person: usize) -> impl Iterator<Item = &Affiliation> {
        let start = self.list.partition_point(|affiliation| affiliation.person < person);
        let own = self.list.get(start..).unwrap_or(&[]).iter();
        own.take_while(move |affiliation| affiliation.person == person)
    }

    /// What is told of a person no more than so many sentences before or after one.
    pub fn near(&self, person: usize, sentence: usize, reach: usize) -> impl Iterator<Item = &Affiliation> {
        self.between(person, sentence.saturating_sub(reach), sentence.saturating_add(reach))
    }

    /// What is told of a person from one sentence to another.
    pub fn between(&self, person: usize, first: usize, last: usize) -> impl Iterator<Item = &Affiliation> {
        let start = self.list.partition_point(|known| (known.person, known.sentence) < (person, first));
        let own = self.list.get(start..).unwrap_or(&[]).iter();
        own.take_while(move |known| known.person == person && known.sentence <= last)
    }

    /// All of them.
    pub fn all(&self) -> &[Affiliation] {
        &self.list
    }
}

fn person_of(analysis: &Analysis, group: GroupId) -> Option<usize> {
    match analysis.groups.get(group)?.head {
        Head::Entity(entity, EntityKind::Person) => Some(entity),
        _ => None,
    }
}

/// "jusqu'ici directrice des opérations": a post that is over.
pub(super) fn is_over(told: Told<'_>, analysis: &Analysis, group: &Group) -> bool {
    let start = group.tokens.start.saturating_sub(4).max(analysis.tokens.start);
    words().stands_in("past", told.tokens.span(start..group.tokens.start).of(told.tokens.text()))
}

/// "Paul Martin, PDG de Y", "le PDG de Y, Paul Martin".
fn described(told: Told<'_>, analysis: &Analysis, id: GroupId) -> Option<Affiliation> {
    let group = analysis.groups.get(id)?;
    if !matches!(group.head, Head::Role(_) | Head::Person { .. }) {
        return None;
    }
    let person = person_of(analysis, group.describes?)?;
    let employer = employer_inside(analysis, id).first().copied();
    let role = matches!(group.head, Head::Role(_)).then_some(id);
    let over = is_over(told, analysis, group);
    let time = if over { Some(Modifier::Former) } else { group.time };
    Some(Affiliation { person, sentence: analysis.sentence, role, employer, time, enclosed: false })
}

/// "Paul Martin, ex-Doctolib,".
fn beside(analysis: &Analysis, id: GroupId) -> Option<Affiliation> {
    let group = analysis.groups.get(id)?;
    let former = group.time == Some(Modifier::Former) && group.is_entity(EntityKind::Organization);
    let before = id.checked_sub(1)?;
    let named = analysis.groups.get(before)?;
    let close = group.tokens.start <= named.tokens.end + 1;
    if !former || group.preposition.is_some() || !close {
        return None;
    }
    let person = person_of(analysis, before)?;
    let (sentence, time) = (analysis.sentence, group.time);
    Some(Affiliation { person, sentence, role: None, employer: Some(id), time, enclosed: false })
}

/// "Paul Martin (Wavestone)", "(ex-Doctolib)".
fn enclosed(analysis: &Analysis, id: GroupId) -> Option<Affiliation> {
    let group = analysis.groups.get(id)?;
    let outer = group.parent.filter(|_| group.preposition.is_none())?;
    let inside = analysis.groups.get(outer).is_some_and(|o| o.enclosure != group.enclosure)
        || group.time == Some(Modifier::Former);
    // "SuperSafe Intelligence (SSI)": a name told again, not a place.
    let again = id.checked_sub(1).and_then(|before| analysis.groups.get(before)).is_some_and(|b| b.head == group.head);
    if !inside || again {
        return None;
    }
    let person = person_of(analysis, outer)?;
    let role = matches!(group.head, Head::Role(_)).then_some(id);
    let employer = match group.head {
        Head::Entity(_, EntityKind::Organization) => Some(id),
        Head::Role(_) => employer_inside(analysis, id).first().copied(),
        _ => return None,
    };
    Some(Affiliation { person, sentence: analysis.sentence, role, employer, time: group.time, enclosed: true })
}

/// The posts that relations tell of people whom they name. Linear in the candidates.
pub fn posts(told: Told<'_>, candidates: &[Candidate]) -> Vec<Affiliation> {
    let moves = candidates.iter().filter(|candidate| candidate.relation != RelationKind::Investment);
    moves.filter_map(|candidate| post(told, candidate)).collect()
}

fn post(told: Told<'_>, candidate: &Candidate) -> Option<Affiliation> {
    let analysis = told.analyses.get(candidate.sentence)?;
    let group = |slot: Slot| match candidate.get(slot)? {
        Filler::Group(id) => Some(id),
        _ => None,
    };
    let person = person_of(analysis, group(Slot::Person)?)?;
    let role = group(Slot::Role)?;
    let time = (candidate.relation == RelationKind::Hiring).then_some(Modifier::Incoming);
    let (sentence, employer) = (candidate.sentence, group(Slot::Employer));
    Some(Affiliation { person, sentence, role: Some(role), employer, time, enclosed: false })
}
