//! A group of a sentence with what is around it.

use crate::clause::{Analysis, Group, GroupId, Head};
use crate::lexicon::Determiner;
use crate::relation::{Candidate, Filler, RelationKind, Slot};
use crate::types::EntityKind;

/// No group is sought deeper inside another one.
const NESTED: usize = 4;

/// One group with what is around it.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    pub analysis: &'p Analysis,
    pub candidates: &'p [Candidate],
    pub id: GroupId,
    pub group: &'p Group,
}

impl Place<'_> {
    pub fn sentence(&self) -> usize {
        self.analysis.sentence
    }

    /// Whether a relation tells that this one is hired.
    pub fn is_hired(&self) -> bool {
        let own = Some(Filler::Group(self.id));
        self.candidates.iter().any(|c| c.relation == RelationKind::Hiring && c.get(Slot::Person) == own)
    }

    /// Whether a group stands inside one of several, by "de", in apposition, or itself.
    pub fn is_inside(&self, id: GroupId, around: &[GroupId]) -> bool {
        let outer = |id: &GroupId| self.analysis.groups.get(*id).and_then(|group| group.parent.or(group.describes));
        std::iter::successors(Some(id), outer).take(NESTED).any(|id| around.contains(&id))
    }

    /// The other places of the clauses that a group is the subject of, or stands in with another subject: nobody is told
    /// to be his own object, and "Engie nomme X directeur du groupe" tells of Engie again.
    pub fn beside(&self) -> Vec<GroupId> {
        let organization = matches!(self.group.head, Head::Organization { .. } | Head::Demonym);
        let part = matches!(self.group.head, Head::Organization { part: true, .. });
        // "la filiale de X" is not X.
        let mut out = if organization && !part { vec![self.id] } else { Vec::new() };
        for clause in &self.analysis.clauses {
            let complements = clause.complements.iter().map(|(_, id)| *id);
            let around: Vec<GroupId> = clause.objects.iter().copied().chain(complements).collect();
            let within =
                || if organization { clause.objects.contains(&self.id) } else { self.is_inside(self.id, &around) };
            match clause.subject {
                Some(subject) if subject == self.id => out.extend(around),
                Some(subject) if within() => out.push(subject),
                _ => {}
            }
        }
        out
    }

    /// "le groupe de recyclage X": the name that a description leads to.
    pub fn introduced(&self) -> Option<usize> {
        let mut end = self.group.tokens.end;
        for group in self.analysis.groups.get(self.id + 1..)?.iter().take(NESTED) {
            let name = match (self.group.head, group.head) {
                (Head::Organization { .. }, Head::Entity(entity, EntityKind::Organization)) => Some(entity),
                (Head::Role(_) | Head::Person { .. }, Head::Entity(entity, EntityKind::Person)) => Some(entity),
                _ => None,
            };
            let inside = group.preposition.is_some();
            match name {
                Some(name) if group.tokens.start == end && group.preposition.is_none() => return Some(name),
                _ if inside && group.tokens.start <= end + 2 => end = group.tokens.end,
                _ => return None,
            }
        }
        None
    }

    /// "Exit X : le directeur général de Y s'en va": whom the sentence is about.
    pub fn topic(&self) -> Option<usize> {
        let topic = self.analysis.topic.and_then(|id| self.analysis.groups.get(id))?;
        match topic.head {
            Head::Entity(entity, EntityKind::Person) if topic.tokens.end <= self.group.tokens.start => Some(entity),
            _ => None,
        }
    }

    /// "le premier", "la seconde".
    pub fn is_ordinal(&self) -> bool {
        matches!(self.group.head, Head::Pronoun(_)) && self.group.determiner == Some(Determiner::Definite)
    }

    /// "cette fille de tonnelier": somebody who was named.
    pub fn is_pointed_at(&self) -> bool {
        self.group.determiner == Some(Determiner::Demonstrative)
    }

    /// "le", "ce", "son".
    pub fn is_definite(&self) -> bool {
        use crate::lexicon::Determiner::{Definite, Demonstrative, Possessive};
        matches!(self.group.determiner, Some(Definite | Demonstrative | Possessive))
    }
}
