//! Noun groups: whose complement, apposition or argument each is.

use super::super::attach;
use super::super::group::{Group, GroupId, Head};
use super::super::verb::Voice;
use super::super::{Clause, ClauseLink};
use super::{Before, Linker};
use crate::lexicon::{Modifier, NounTrait, Number};
use crate::types::EntityKind;

impl Linker<'_> {
    pub(super) fn group(&mut self, id: GroupId) {
        let preposition = self.preposition.take();
        if let Some(group) = self.groups.get_mut(id) {
            group.preposition = preposition;
            group.enclosure = self.enclosure;
        }
        match preposition {
            Some(preposition) => self.complement(preposition, id),
            None => self.bare(id),
        }
        self.verb_since = false;
        let incidental = self.groups.get(id).is_some_and(|g| matches!(g.head, Head::Number | Head::Date(_)));
        if !incidental || self.last.is_none() {
            self.last = Some(id);
        }
    }

    pub(super) fn complement(&mut self, preposition: u16, id: GroupId) {
        self.past_place(id);
        if let Some(kind) = self.exemplified(preposition, id) {
            self.substitute(kind, id);
            return;
        }
        if let Some(first) = self.coordinated_with(preposition, id) {
            self.join(first, id);
            return;
        }
        let near = self.last.filter(|_| !self.verb_since);
        let host = near.and_then(|last| attach::host(&self.groups, (last, id), preposition, self.de, self.of_posts));
        let post = host.and_then(|h| self.groups.get(h)).filter(|h| matches!(h.head, Head::Role(_)));
        // "Directrice chez X, elle rejoint Y", "nomme Z, ex-directrice à X": the place is that of the post.
        let of_post = post.is_some_and(|post| !self.has_verb() || post.describes.is_some());
        let noun_only = host.is_some() && (Some(preposition) == self.de || of_post);
        if let (Some(host), Some(group)) = (host, self.groups.get_mut(id)) {
            if self.before == Before::Preposition && !self.after_comma {
                group.parent = Some(host);
                if noun_only {
                    return;
                }
            }
        }
        self.place_complement(preposition, id);
    }

    /// "après dix ans chez X": a place that is over.
    fn past_place(&mut self, id: GroupId) {
        let before = id.checked_sub(1).and_then(|before| self.groups.get(before));
        let over = before.is_some_and(|span| {
            let after = span.preposition.is_some_and(|p| self.lexicon.prepositions.name(p) == "après");
            after && matches!(span.head, Head::Number)
        });
        if let Some(group) = self.groups.get_mut(id).filter(|group| over && group.time.is_none()) {
            group.time = Some(Modifier::Former);
        }
    }

    /// "des start-up comme X et Y": the names stand for the noun before them.
    pub(super) fn exemplified(&self, preposition: u16, id: GroupId) -> Option<GroupId> {
        let named = self.groups.get(id).is_some_and(|group| matches!(group.head, Head::Entity(..)));
        if Some(preposition) != self.lexicon.prepositions.usual().comme || !named || self.verb_since {
            return None;
        }
        let kind = attach::outermost(&self.groups, self.last?);
        let noun = self.groups.get(kind)?;
        let plural = noun.number == Number::Plural;
        let thing = matches!(noun.head, Head::Common(_) | Head::Organization { .. } | Head::Person { .. });
        (plural && thing).then_some(kind)
    }

    /// "auprès de A et auprès de B": the group before with the same preposition, if the two are enumerated.
    pub(super) fn coordinated_with(&self, preposition: u16, id: GroupId) -> Option<GroupId> {
        if !self.enumerates || self.verb_since {
            return None;
        }
        let mut at = self.last?;
        for _ in 0..4 {
            let group = self.groups.get(at)?;
            let goes_on = self.goes_on(group.preposition, preposition);
            let same = group.preposition == Some(preposition) && attach::same_sort(group, self.groups.get(id)?);
            if same || goes_on && group.is_nominal() {
                return Some(group.first.unwrap_or(at));
            }
            at = group.parent?;
        }
        None
    }

    /// "auprès de X et de Y", "aux côtés de X et de Y": the last word of a preposition repeated for the whole.
    fn goes_on(&self, first: Option<u16>, preposition: u16) -> bool {
        let name = first.map_or("", |id| self.lexicon.prepositions.name(id));
        Some(preposition) == self.de && (name.ends_with(" de") || name == "avec")
    }

    pub(super) fn has_verb(&self) -> bool {
        self.top().is_some_and(|open| open.clause.is_some())
    }

    pub(super) fn place_complement(&mut self, preposition: u16, id: GroupId) {
        let Some(open) = self.stack.last_mut() else { return };
        match open.clause.and_then(|clause| self.clauses.get_mut(clause)) {
            Some(clause) => clause.complements.push((preposition, id)),
            None => open.waiting.push((preposition, id)),
        }
    }

    pub(super) fn bare(&mut self, id: GroupId) {
        let verb_before = self.top().is_some_and(|open| open.clause.is_some());
        if let (Some(event), Before::Colon) = (self.listed, self.before) {
            if let Some(group) = self.groups.get_mut(id).filter(|group| group.is_entity(EntityKind::Person)) {
                group.parent = Some(event);
                group.preposition = self.de;
                return;
            }
            self.topic = self.topic.or(Some(event));
            self.restart();
        }
        let last = self.last;
        if self.ends_opening(id) {
            self.stack.truncate(1);
            self.opening_over = false;
            return self.place_bare(id);
        }
        if let Some(first) = self.beside_participle(id) {
            self.stack.pop();
            self.join(first, id);
            return self.mark_fresh(id);
        }
        let last = last.filter(|_| !self.verb_since);
        if let Some(noun) = last.filter(|last| self.is_called(*last, id)) {
            if let Some(group) = self.groups.get_mut(id) {
                group.parent = Some(noun);
            }
            return;
        }
        match last.map_or(attach::Tie::None, |last| attach::tie(&self.groups, last, id, self.before, verb_before)) {
            attach::Tie::Describes(host) => {
                self.set_describes(id, host);
                return;
            }
            attach::Tie::Introduces(role) => {
                // "le cofondateur et PDG de Y, X": both posts are X's.
                let first = self.groups.get(role).and_then(|group| group.first).unwrap_or(role);
                self.set_describes(role, id);
                if self.groups.get(first).is_some_and(|group| group.is_entity(EntityKind::Person)) {
                    // "le directeur, X, et la secrétaire générale, Y": the enumeration is one of people.
                    self.join(first, id);
                    self.leave_out(role);
                } else {
                    self.set_describes(first, id);
                    self.substitute(first, id);
                    self.substitute(role, id);
                }
                self.mark_fresh(id);
                return;
            }
            attach::Tie::Enclosed(host) => {
                if let Some(group) = self.groups.get_mut(id) {
                    group.parent = Some(host);
                }
                return;
            }
            // "après l'éviction de X, Y rend les clés": an enumeration would end with a conjunction.
            attach::Tie::Joins(_) if self.before_verb && self.before == Before::Comma => {}
            attach::Tie::Joins(first) => {
                self.join(first, id);
                self.mark_fresh(id);
                return;
            }
            attach::Tie::None => {}
        }
        match self.resumes(id) {
            Some(first) => {
                self.join(first, id);
                self.mark_fresh(id);
            }
            None => self.place_bare(id),
        }
    }

    /// "Claire Petit, venue de Thales, et Paul Martin": behind a participle between commas, the enumeration goes on.
    fn beside_participle(&self, id: GroupId) -> Option<GroupId> {
        let open = self.top().filter(|open| open.link == ClauseLink::Participle && self.stack.len() > 1)?;
        let listed = self.before == Before::Coordination && self.after_comma && !self.before_verb;
        let subject = open.clause.and_then(|clause| self.clauses.get(clause))?.subject.filter(|_| listed)?;
        let person = |id: GroupId| self.groups.get(id).is_some_and(|group| group.is_entity(EntityKind::Person));
        (person(subject) && person(id))
            .then(|| self.groups.get(subject).and_then(|group| group.first).unwrap_or(subject))
    }

    /// "coopte X en droit fiscal et Y en droit social": the object that an enumeration goes on, across what stands between.
    fn resumes(&self, id: GroupId) -> Option<GroupId> {
        let group = self.groups.get(id).filter(|group| group.is_entity(EntityKind::Person))?;
        if self.before_verb {
            return None;
        }
        let clause = self.top_clause().and_then(|clause| self.clauses.get(clause))?;
        let last = clause.objects.last().copied()?;
        // "coopte trois associés : X en fiscalité, Y en social": announced, they may follow commas.
        let several = |id: &GroupId| {
            let announces =
                |g: &Group| matches!(g.head, Head::Role(_) | Head::Person { .. }) && g.number == Number::Plural;
            self.groups.get(*id).is_some_and(announces)
        };
        let listed = self.before == Before::Comma && clause.objects.iter().any(several);
        if self.before != Before::Coordination && !listed {
            return None;
        }
        let known = self.groups.get(last)?;
        (known.is_entity(EntityKind::Person) && known.enclosure == group.enclosure).then(|| known.first.unwrap_or(last))
    }

    /// "la famille X", "l'action X": something of that name, not X itself.
    fn is_called(&self, noun: GroupId, name: GroupId) -> bool {
        let (Some(noun), Some(name)) = (self.groups.get(noun), self.groups.get(name)) else { return false };
        match (noun.head, name.head) {
            (Head::Common(word), Head::Entity(..)) if self.before == Before::Group => {
                let called = self.lexicon.noun_trait(word);
                // "l'action X", but the parts of X.
                let share = called == Some(NounTrait::Partitive) && noun.number == Number::Singular;
                called == Some(NounTrait::Called) || share
            }
            _ => false,
        }
    }

    pub(super) fn place_bare(&mut self, id: GroupId) {
        let nominal = self.groups.get(id).is_some_and(Group::is_nominal);
        if nominal {
            self.mark_fresh(id);
        }
        let prospective = self.groups.get(id).is_some_and(|group| match group.head {
            Head::Common(word) => {
                group.determiner.is_none() && self.lexicon.noun_trait(word) == Some(NounTrait::Prospective)
            }
            _ => false,
        });
        if nominal && self.before == Before::Comma {
            self.leave_participle();
        }
        let Some(open) = self.stack.last_mut() else { return };
        match open.clause.and_then(|clause| self.clauses.get_mut(clause)) {
            Some(clause) => clause.objects.push(id),
            // "X prêt à": what X is, not another.
            None if nominal && open.candidate.is_some() && prospective => {}
            None if nominal => open.candidate = Some(id),
            None => {}
        }
    }

    /// "a signé avec X, fondé par Y, un accord": a comma ends a passive participle, which takes no object.
    fn leave_participle(&mut self) {
        let ends = |open: &super::Open, clauses: &[Clause]| {
            let clause = open.clause.and_then(|clause| clauses.get(clause));
            let passive = clause.is_some_and(|clause| clause.verb.voice == Voice::Passive);
            open.link == ClauseLink::Participle && passive
        };
        let below = |stack: &[super::Open]| stack.iter().rev().nth(1).is_some_and(|open| open.clause.is_some());
        while self.stack.last().is_some_and(|open| ends(open, &self.clauses)) && below(&self.stack) {
            self.stack.pop();
        }
    }

    pub(super) fn mark_fresh(&mut self, id: GroupId) {
        if self.fresh.is_none() {
            self.fresh = Some(id);
            self.fresh_after_comma = self.before == Before::Comma;
        }
    }

    pub(super) fn set_describes(&mut self, description: GroupId, named: GroupId) {
        if let Some(group) = self.groups.get_mut(description) {
            group.describes = Some(named);
        }
    }

    /// Takes a post out of an enumeration whose place the name behind it has taken.
    fn leave_out(&mut self, role: GroupId) {
        if let Some(group) = self.groups.get_mut(role) {
            group.first = None;
        }
        for open in &mut self.stack {
            open.waiting.retain(|(_, id)| *id != role);
        }
        for clause in self.clauses.iter_mut().rev().take(3) {
            clause.objects.retain(|id| *id != role);
            clause.complements.retain(|(_, id)| *id != role);
        }
    }

    /// Puts a name where the post that introduced it stood.
    pub(super) fn substitute(&mut self, role: GroupId, name: GroupId) {
        let preposition = self.groups.get(role).and_then(|group| group.preposition);
        let parent = self.groups.get(role).and_then(|group| group.parent);
        if let Some(group) = self.groups.get_mut(name) {
            group.preposition = preposition;
            group.parent = parent;
        }
        for open in &mut self.stack {
            if open.candidate == Some(role) {
                open.candidate = Some(name);
            }
            open.waiting.iter_mut().filter(|(_, id)| *id == role).for_each(|(_, id)| *id = name);
        }
        for clause in self.clauses.iter_mut().rev().take(3) {
            clause.objects.iter_mut().filter(|id| **id == role).for_each(|id| *id = name);
            clause.complements.iter_mut().filter(|(_, id)| *id == role).for_each(|(_, id)| *id = name);
            if clause.subject == Some(role) {
                clause.subject = Some(name);
            }
        }
    }

    /// Adds a group to the enumeration that `first` begins, wherever that one stands.
    pub(super) fn join(&mut self, first: GroupId, id: GroupId) {
        let (preposition, parent) =
            self.groups.get(first).map_or((None, None), |group| (group.preposition, group.parent));
        if let Some(group) = self.groups.get_mut(id) {
            group.first = Some(first);
            group.preposition = preposition;
            group.parent = parent;
        }
        for open in &mut self.stack {
            if let Some(place) = open.waiting.iter().find(|(_, other)| *other == first).copied() {
                open.waiting.push((place.0, id));
                return;
            }
        }
        for clause in self.clauses.iter_mut().rev().take(3) {
            if clause.objects.contains(&first) {
                clause.objects.push(id);
                return;
            }
            if let Some(place) = clause.complements.iter().find(|(_, other)| *other == first).copied() {
                clause.complements.push((place.0, id));
                return;
            }
        }
    }
}
