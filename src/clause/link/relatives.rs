//! Relative pronouns, and what only looks like one.

use super::super::ClauseLink;
use super::super::attach;
use super::super::group::{Group, GroupId, Head};
use super::{Before, Linker, Open};
use crate::lexicon::{Pronoun, Relative, Trait};

impl Linker<'_> {
    pub(super) fn relative(&mut self, relative: Relative) {
        let restricted = self.top_clause().and_then(|c| self.clauses.get(c)).is_some_and(|c| c.verb.restricted);
        if relative == Relative::Que && restricted && self.before == Before::Verb {
            return;
        }
        let preposition = self.preposition.take();
        let parent = self.top_clause();
        if self.is_complementizer(relative) {
            self.open(Open::new(ClauseLink::Reported, parent));
            return;
        }
        // "n'a pas dit où il ira": asked, not told.
        if relative == Relative::Ou && self.before == Before::Verb {
            self.open(Open::new(ClauseLink::Condition, parent));
            return;
        }
        if relative == Relative::Que && preposition.is_some() {
            self.open(Open::new(ClauseLink::Subordinate, parent));
            return;
        }
        let apart = matches!(self.before, Before::Comma | Before::Other)
            || self.before == Before::Preposition && self.after_comma;
        let parallel = self.stack.iter().rev().find(|open| matches!(open.link, ClauseLink::Relative(_)));
        let parallel = parallel.filter(|_| self.before == Before::Coordination).and_then(|open| open.antecedent);
        let antecedent = match self.last {
            // "dont le mandat expire et qui s'en va": both say something of one.
            _ if parallel.is_some() => parallel,
            Some(last) if apart => Some(self.cleft(relative).unwrap_or_else(|| attach::anchor(&self.groups, last))),
            last => last,
        };
        let mut open = Open::new(ClauseLink::Relative(relative), parent);
        open.antecedent = antecedent;
        open.preposition = preposition;
        self.open(open);
    }

    /// "c'est X, jusqu'ici responsable chez Y, qui": the one whom "c'est" singles out.
    fn cleft(&self, relative: Relative) -> Option<GroupId> {
        let clause = self.top_clause().and_then(|clause| self.clauses.get(clause))?;
        let neuter =
            |id: GroupId| self.groups.get(id).is_some_and(|group| matches!(group.head, Head::Pronoun(Pronoun::Neuter)));
        let named = |id: &GroupId| self.groups.get(*id).is_some_and(|group| matches!(group.head, Head::Entity(..)));
        let singles = relative == Relative::Qui && clause.subject.is_some_and(neuter);
        clause.objects.iter().copied().find(named).filter(|_| singles)
    }

    pub(super) fn is_complementizer(&self, relative: Relative) -> bool {
        if relative != Relative::Que {
            return false;
        }
        let Some(clause) = self.top().and_then(|open| open.clause).and_then(|c| self.clauses.get(c)) else {
            return self.last.is_none();
        };
        let speech = self.lexicon.verbs.get(clause.verb.predicate.verb).is_some_and(|v| v.traits.has(Trait::Speech));
        let dated = self.last.and_then(|last| self.groups.get(last)).is_some_and(|g| matches!(g.head, Head::Date(_)));
        if dated && self.before == Before::Group {
            return true;
        }
        let object = clause.objects.iter().any(|id| self.groups.get(*id).is_some_and(Group::is_nominal));
        self.before == Before::Verb || speech && !object || self.before == Before::Coordination
    }
}
