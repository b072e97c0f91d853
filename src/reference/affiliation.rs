//! Who is told to hold which post where: "Paul Martin, PDG de Y".

use crate::clause::{Analysis, GroupId, Head};
use crate::lexicon::Modifier;
use crate::relation::employer_inside;
use crate::types::EntityKind;
use rustc_hash::FxHashMap;

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

/// All that an article tells of posts by apposition.
#[derive(Clone, Debug, Default)]
pub struct Affiliations {
    list: Vec<Affiliation>,
    /// For each person, the places of theirs in the list.
    by_person: FxHashMap<usize, Vec<usize>>,
}

/// No article tells more posts of one person; the bound keeps damaged input linear.
const POSTS: usize = 32;

impl Affiliations {
    /// Reads the appositions of an article.
    pub fn new(analyses: &[Analysis]) -> Self {
        let mut list = Vec::new();
        for analysis in analyses {
            for (id, group) in analysis.groups.iter().enumerate() {
                list.extend(described(analysis, id).or_else(|| enclosed(analysis, id)));
                let _ = group;
            }
        }
        let mut by_person: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (place, affiliation) in list.iter().enumerate() {
            let places = by_person.entry(affiliation.person).or_default();
            if places.len() < POSTS {
                places.push(place);
            }
        }
        Self { list, by_person }
    }

    /// What is told of a person, in reading order.
    pub fn of(&self, person: usize) -> impl Iterator<Item = &Affiliation> {
        let places = self.by_person.get(&person).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|place| self.list.get(*place))
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

/// "Paul Martin, PDG de Y", "le PDG de Y, Paul Martin".
fn described(analysis: &Analysis, id: GroupId) -> Option<Affiliation> {
    let group = analysis.groups.get(id)?;
    if !matches!(group.head, Head::Role(_) | Head::Person { .. }) {
        return None;
    }
    let person = person_of(analysis, group.describes?)?;
    let employer = employer_inside(analysis, id).first().copied();
    let role = matches!(group.head, Head::Role(_)).then_some(id);
    Some(Affiliation { person, sentence: analysis.sentence, role, employer, time: group.time, enclosed: false })
}

/// "Paul Martin (Wavestone)", "(ex-Doctolib)".
fn enclosed(analysis: &Analysis, id: GroupId) -> Option<Affiliation> {
    let group = analysis.groups.get(id)?;
    let outer = group.parent.filter(|_| group.preposition.is_none())?;
    let inside = analysis.groups.get(outer).is_some_and(|o| o.enclosure != group.enclosure);
    if !inside {
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
