//! What a noun for an event tells, and the verbs around it.

use super::super::candidate::{Candidate, Fill, Filler};
use super::super::frame::Frame;
use super::super::slot::{RelationKind, Slot};
use super::filling::Filling;
use super::{Reading, children};
use crate::clause::{Analysis, Clause, Group, GroupId, Head};
use crate::lexicon::{Determiner, Effect, Link, Modifier};
use crate::types::Status;

impl Reading<'_> {
    pub(super) fn event(&self, id: GroupId, group: &Group, event: u16, out: &mut Vec<Candidate>) {
        let governors = self.governors(id);
        for call in self.frames.of_event(event) {
            let Some(frame) = self.frames.get(call.frame) else { continue };
            let mut filling = Filling { analysis: self.analysis, frame, fills: Vec::new() };
            for (child, dependent) in children(self.analysis, id) {
                if let Some(preposition) = dependent.preposition {
                    filling.complement(preposition, child);
                    self.date(preposition, child, &mut filling);
                    // "l'acquisition de 51 % de X".
                    self.parts(child, &mut filling);
                }
            }
            if group.determiner == Some(Determiner::Possessive) {
                if let Some(slot) = frame.possessor.first().filter(|slot| filling.is_free(**slot)) {
                    filling.fills.push(Fill { slot: *slot, filler: Filler::Possessor(id) });
                }
            }
            let Some((status, governor)) = self.through_governors(id, &governors, frame, &mut filling) else {
                continue;
            };
            let Some(fills) = self.finish(filling) else { continue };
            out.push(Candidate {
                relation: frame.relation,
                frame: call.frame,
                sentence: self.analysis.sentence,
                tokens: governor.map_or(group.tokens.clone(), |clause| self.extent(clause)),
                fills,
                status: frame.status_of(status),
                reason: frame.reason,
                kind: frame.kind,
                confidence: frame.confidence - 0.1,
            });
        }
    }

    /// The clauses in which an event noun is subject, object or complement: "clôt un tour mené par X" has two.
    pub(super) fn governors(&self, id: GroupId) -> Vec<&Clause> {
        let outer = outermost(self.analysis, id);
        let near = |g: &GroupId| *g == id || *g == outer;
        let governs = |clause: &&Clause| {
            clause.subject.is_some_and(|s| near(&s))
                || clause.objects.iter().any(near)
                || clause.complements.iter().any(|(_, g)| near(g))
        };
        self.analysis.clauses.iter().filter(governs).collect()
    }

    /// What the verbs around an event noun add: subject, date, and the status of the first that lets it tell anything.
    pub(super) fn through_governors<'c>(
        &self,
        id: GroupId,
        governors: &[&'c Clause],
        frame: &Frame,
        filling: &mut Filling<'_>,
    ) -> Option<(Status, Option<&'c Clause>)> {
        // "si X annonçait le rachat de Y": supposed, not told.
        if governors.iter().any(|clause| self.is_supposed(clause)) {
            return None;
        }
        let mut first = None;
        for &clause in governors {
            let Some(subject) = frame.subject_of(clause.verb.predicate.verb) else { continue };
            if !frame.polarity.fits(clause.verb.modality.negated) {
                continue;
            }
            let status = self.through_governor(clause, (id, subject), filling);
            first.get_or_insert((status, Some(clause)));
        }
        first.or((governors.is_empty() && !frame.supported).then_some((Status::Completed, None)))
    }

    pub(super) fn through_governor(
        &self,
        clause: &Clause,
        (event, slots): (GroupId, &[Slot]),
        filling: &mut Filling<'_>,
    ) -> Status {
        let arguments = clause.arguments(self.analysis, self.id("par"), self.id("à"));
        if let Some(subject) = arguments.subject {
            let event = filling.group(subject).is_some_and(|g| matches!(g.head, Head::Event(_)));
            if !event {
                filling.assign_all(slots, subject);
            }
        }
        for &(preposition, id) in &arguments.complements {
            filling.complement(preposition, id);
            self.date(preposition, id, filling);
        }
        for &object in &arguments.objects {
            filling.assign(&[Slot::Date], object);
        }
        let own = self.status(clause);
        // "renonce au rachat", "le rachat a échoué", not "échoue après le rachat".
        let event = outermost(self.analysis, event);
        let concerned = clause.subject == Some(event)
            || clause.objects.contains(&event)
            || clause.complements.iter().any(|(p, id)| *id == event && Some(*p) == self.id("à"));
        let effect = self.lexicon.effect(clause.verb.predicate.verb, false, false, Link::Bare);
        match effect.filter(|_| concerned) {
            Some(Effect::Denied) => Status::Denied,
            Some(Effect::Planned) if own == Status::Completed => Status::Planned,
            Some(Effect::Proposed | Effect::Tentative) if own == Status::Completed => Status::Proposed,
            _ => own,
        }
    }

    /// "son successeur, X", "X, le remplaçant de Y": a noun that says of somebody what he comes to be.
    pub(super) fn described(&self, id: GroupId, group: &Group, out: &mut Vec<Candidate>) {
        let calls = self.frames.of_describing(self.tokens.get(group.core.start).word);
        let Some(named) = group.describes.filter(|_| !calls.is_empty()) else { return };
        for call in calls {
            let Some(frame) = self.frames.get(call.frame) else { continue };
            let mut filling = Filling { analysis: self.analysis, frame, fills: Vec::new() };
            filling.assign(&frame.named, named);
            for (child, dependent) in children(self.analysis, id) {
                if let Some(preposition) = dependent.preposition {
                    filling.complement(preposition, child);
                }
            }
            if group.determiner == Some(Determiner::Possessive) {
                if let Some(slot) = frame.possessor.first().filter(|slot| filling.is_free(**slot)) {
                    filling.fills.push(Fill { slot: *slot, filler: Filler::Possessor(id) });
                }
            }
            let Some(fills) = self.finish(filling) else { continue };
            let future = group.time == Some(Modifier::Future);
            out.push(Candidate {
                relation: frame.relation,
                frame: call.frame,
                sentence: self.analysis.sentence,
                tokens: group.tokens.clone(),
                fills,
                status: frame.status_of(if future { Status::Planned } else { Status::Completed }),
                reason: frame.reason,
                kind: frame.kind,
                confidence: frame.confidence,
            });
        }
    }

    /// "Paul Martin, nouveau directeur général de Téréga": a hiring without a verb.
    pub(super) fn incoming(&self, id: GroupId, group: &Group, out: &mut Vec<Candidate>) {
        let status = match group.time {
            Some(Modifier::Incoming) => Status::Completed,
            Some(Modifier::Future) => Status::Planned,
            _ => return,
        };
        let Some(person) = group.describes else { return };
        let Some(frame) = self.frames.all().iter().position(|f| &*f.id == "hiring.nouveau") else { return };
        let Some(known) = self.frames.get(frame) else { return };
        let mut filling = Filling { analysis: self.analysis, frame: known, fills: Vec::new() };
        filling.assign(&[Slot::Person], person);
        filling.assign(&[Slot::Role], id);
        let Some(fills) = self.finish(filling) else { return };
        out.push(Candidate {
            relation: RelationKind::Hiring,
            frame,
            sentence: self.analysis.sentence,
            tokens: group.tokens.clone(),
            fills,
            status,
            reason: None,
            kind: None,
            confidence: 0.75,
        });
    }
}

/// The outermost group that a group depends on.
fn outermost(analysis: &Analysis, id: GroupId) -> GroupId {
    let mut at = id;
    for _ in 0..8 {
        match analysis.groups.get(at).and_then(|group| group.parent) {
            Some(next) if next != at => at = next,
            _ => break,
        }
    }
    at
}
