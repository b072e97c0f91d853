//! Finite verbs: which open clause each one serves, and its subject.

use super::super::group::{Group, GroupId, Head};
use super::super::verb::VerbGroup;
use super::super::{Clause, ClauseLink};
use super::{Before, Linker, Open};
use crate::lexicon::{Pronoun, Relative, Trait, VerbForm};

impl Linker<'_> {
    pub(super) fn verb(&mut self, verb: VerbGroup) {
        match verb.form {
            VerbForm::Finite(..) => self.finite(verb),
            VerbForm::PastParticiple(..) => self.past_participle(verb),
            VerbForm::PresentParticiple => self.present_participle(verb),
            VerbForm::Infinitive => self.infinitive(verb),
        }
    }

    pub(super) fn finite(&mut self, verb: VerbGroup) {
        if self.is_incise(&verb) {
            let clause = self.new_clause(verb, ClauseLink::Main, None, None);
            self.invert_pronoun(clause);
            return;
        }
        if self.begins_anew() {
            self.restart();
            if let Some(open) = self.stack.last_mut() {
                open.candidate = self.fresh;
            }
            self.fresh.into_iter().for_each(|id| self.detach(id));
            return self.serve(0, verb);
        }
        let depth = self.stack.len();
        let waiting = self.stack.iter().rposition(|open| open.clause.is_none());
        let with_candidate = self.stack.iter().rposition(|open| open.clause.is_none() && open.candidate.is_some());
        match (waiting, with_candidate) {
            (Some(top), Some(lower)) if top + 1 == depth && lower < top && self.stack_top_has_subject() => {
                self.serve(top, verb);
            }
            (Some(top), _) if top + 1 == depth && !self.leaves_list(top) => self.serve(top, verb),
            (_, Some(place)) => {
                let place = self.below_list(place);
                self.stack.truncate(place + 1);
                self.serve(place, verb);
            }
            (Some(place), None) if self.fresh.is_some() => {
                let fresh = self.fresh;
                fresh.into_iter().for_each(|id| self.detach(id));
                self.stack.truncate(place + 1);
                if let Some(open) = self.stack.get_mut(place) {
                    open.candidate = fresh;
                }
                self.serve(place, verb);
            }
            _ => self.join_clause(verb),
        }
    }

    /// "X évincé, Y assure l'intérim", "départ de X, Y lui succède": a name between a comma and its verb is the subject
    /// of that verb when what stood before the comma was told without one.
    pub(super) fn begins_anew(&self) -> bool {
        let Some(fresh) = self.fresh.filter(|_| self.fresh_after_comma && self.before == Before::Group) else {
            return false;
        };
        let Some(candidate) = self.stack.first().filter(|open| open.clause.is_none()).and_then(|o| o.candidate) else {
            return false;
        };
        let event = self.groups.get(candidate).is_some_and(|group| matches!(group.head, Head::Event(_)));
        let told = self.clauses.iter().any(|c| c.link == ClauseLink::Participle && c.subject == Some(candidate));
        let named = self.groups.get(fresh).is_some_and(|g| matches!(g.head, Head::Entity(..)));
        named && fresh != candidate && (event || told)
    }

    pub(super) fn stack_top_has_subject(&self) -> bool {
        self.top().is_some_and(|open| matches!(open.link, ClauseLink::Relative(Relative::Qui | Relative::Lequel)))
    }

    /// "dont A et B, rachète": the relative had no verb of its own, the comma closed it.
    pub(super) fn leaves_list(&self, top: usize) -> bool {
        let listed = self
            .stack
            .get(top)
            .is_some_and(|open| open.candidate.is_some() && matches!(open.link, ClauseLink::Relative(Relative::Dont)));
        let lower = self.stack.iter().take(top).any(|open| open.clause.is_none() && open.candidate.is_some());
        self.before == Before::Comma && listed && lower
    }

    pub(super) fn below_list(&self, place: usize) -> usize {
        if !self.leaves_list(place) {
            return place;
        }
        self.stack.iter().take(place).rposition(|o| o.clause.is_none() && o.candidate.is_some()).unwrap_or(place)
    }

    /// "a-t-il précisé", ", a annoncé X": told in passing, the sentence goes on around it.
    pub(super) fn is_incise(&self, verb: &VerbGroup) -> bool {
        let speech = self.lexicon.verbs.get(verb.predicate.verb).is_some_and(|v| v.traits.has(Trait::Speech));
        self.before == Before::Comma && speech && verb.inverted.is_some()
    }

    pub(super) fn new_clause(
        &mut self,
        verb: VerbGroup,
        link: ClauseLink,
        parent: Option<usize>,
        subject: Option<GroupId>,
    ) -> usize {
        self.clauses.push(Clause {
            verb,
            link,
            parent,
            subject,
            objects: Vec::new(),
            complements: Vec::new(),
            enclosure: self.enclosure,
            reported: false,
        });
        self.clauses.len() - 1
    }

    /// Gives its verb to a clause that waited for it.
    pub(super) fn serve(&mut self, place: usize, verb: VerbGroup) {
        let Some(open) = self.stack.get(place).cloned() else { return };
        let clause = self.new_clause(verb, open.link, open.parent, open.candidate);
        if let ClauseLink::Relative(relative) = open.link {
            self.bind(clause, relative, open.antecedent, open.preposition);
        }
        if let Some(made) = self.clauses.get_mut(clause) {
            made.complements.extend(open.waiting);
        }
        self.invert_pronoun(clause);
        let subject = self.clauses.get(clause).and_then(|c| c.subject);
        for orphan in open.orphans {
            if let Some(orphan) = self.clauses.get_mut(orphan) {
                orphan.subject = orphan.subject.or(subject);
                orphan.parent = orphan.parent.or(Some(clause));
            }
        }
        if let Some(open) = self.stack.get_mut(place) {
            open.clause = Some(clause);
            open.waiting = Vec::new();
            open.orphans = Vec::new();
        }
    }

    /// Gives the antecedent its function in the relative clause.
    pub(super) fn bind(
        &mut self,
        clause: usize,
        relative: Relative,
        antecedent: Option<GroupId>,
        preposition: Option<u16>,
    ) {
        let Some(antecedent) = antecedent else { return };
        let cleft = self.groups.get(antecedent).and_then(|group| group.preposition).filter(|_| self.is_cleft(clause));
        let (de, a) = (self.de, self.a);
        let Some(made) = self.clauses.get_mut(clause) else { return };
        match (relative, preposition) {
            (_, Some(preposition)) => made.complements.push((preposition, antecedent)),
            (Relative::Qui | Relative::Lequel, None) => made.subject = Some(antecedent),
            (Relative::Que, None) => match cleft {
                Some(preposition) => made.complements.push((preposition, antecedent)),
                None => made.objects.push(antecedent),
            },
            (Relative::Dont, None) => made.complements.extend(de.map(|de| (de, antecedent))),
            (Relative::Ou, None) => made.complements.extend(a.map(|a| (a, antecedent))),
        }
    }

    /// "c'est à X que": the relative goes on the sentence that "c'est" began.
    pub(super) fn is_cleft(&self, clause: usize) -> bool {
        let parent = self.clauses.get(clause).and_then(|c| c.parent).and_then(|p| self.clauses.get(p));
        let subject = parent.and_then(|p| p.subject).and_then(|s| self.groups.get(s));
        subject.is_some_and(|group| matches!(group.head, Head::Pronoun(Pronoun::Neuter)))
    }

    /// "sourit-il": the subject is the pronoun, unless a name or noun before takes it up ("X part-elle ?").
    pub(super) fn invert_pronoun(&mut self, clause: usize) {
        let Some(made) = self.clauses.get_mut(clause) else { return };
        let Some((token, pronoun)) = made.verb.inverted else { return };
        let subject = made.subject.and_then(|id| self.groups.get(id)).map(|group| group.head);
        if subject.is_some_and(|head| !matches!(head, Head::Common(_) | Head::Pronoun(_))) {
            return;
        }
        let mut group = Group::new(token..token + 1, Head::Pronoun(pronoun));
        if let Pronoun::Subject(gender, number) = pronoun {
            group.gender = Some(gender);
            group.number = number;
        }
        group.enclosure = self.enclosure;
        self.groups.push(group);
        made.subject = Some(self.groups.len() - 1);
    }

    /// No clause waits: the verb begins one beside the last, with a subject of its own or a shared one.
    pub(super) fn join_clause(&mut self, verb: VerbGroup) {
        let base = if self.after_comma { 0 } else { self.stack.len().saturating_sub(1) };
        let open = self.stack.get(base).cloned().unwrap_or_else(|| Open::new(ClauseLink::Main, None));
        let speech = self.lexicon.verbs.get(verb.predicate.verb).is_some_and(|v| v.traits.has(Trait::Speech));
        let own = self.fresh.filter(|id| self.groups.get(*id).is_some_and(|g| g.preposition.is_none()));
        let shared = open.clause.and_then(|c| self.clauses.get(c)).and_then(|c| c.subject);
        let joined = self.before == Before::Coordination || self.before == Before::Comma && !speech;
        let subject = match own {
            Some(id) => {
                self.detach(id);
                Some(id)
            }
            None if joined || self.before == Before::Group => shared,
            None => None,
        };
        let clause = self.new_clause(verb, open.link, open.parent, subject);
        self.invert_pronoun(clause);
        let mut next = Open::new(open.link, open.parent);
        next.clause = Some(clause);
        next.antecedent = open.antecedent;
        self.stack.truncate(base);
        self.stack.push(next);
    }

    /// Takes a group back from the clause before, whose object or enumeration it seemed to be.
    pub(super) fn detach(&mut self, id: GroupId) {
        for clause in self.clauses.iter_mut().rev().take(3) {
            clause.objects.retain(|other| *other != id);
            clause.complements.retain(|(_, other)| *other != id);
        }
        if let Some(group) = self.groups.get_mut(id) {
            group.first = None;
            group.parent = None;
            group.preposition = None;
        }
    }
}
