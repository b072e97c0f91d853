//! What a noun for an event tells, and the verbs around it.

use super::super::candidate::{Candidate, Fill, Filler};
use super::super::frame::Frame;
use super::super::silence::Silence;
use super::super::slot::{RelationKind, Slot};
use super::filling::Filling;
use super::{Reading, Told, children};
use crate::clause::{Analysis, Clause, Group, GroupId, Head};
use crate::lexicon::{Determiner, Modifier, NounTrait, Number};
use crate::types::{InvestmentKind, Status};

impl Reading<'_> {
    pub(super) fn event(&self, id: GroupId, group: &Group, event: u16, out: &mut Told<'_>) {
        let governors = self.governors(id);
        for call in self.frames.of_event(event) {
            let Some(frame) = self.frames.get(call.frame) else { continue };
            let candidate = self.called_by_event((id, group), call.frame, frame, &governors);
            out.add(self.analysis.sentence, call.frame, &group.core, candidate.map(Some));
        }
    }

    fn called_by_event(
        &self,
        (id, group): (GroupId, &Group),
        index: usize,
        frame: &Frame,
        governors: &[&Clause],
    ) -> Result<Candidate, Silence> {
        if let Some((preposition, other)) = self.barred_by(id, governors, frame) {
            return Err(Silence::Preposition(preposition, other));
        }
        let mut filling = Filling { analysis: self.analysis, frame, fills: Vec::new(), verbal: false, asset: false };
        // "a reçu une offre de X": what the verb says of its subject is surer than what "de" may mean.
        for clause in governors {
            self.governing_subject(id, clause, &mut filling);
        }
        // "l'OPA de X sur Y": what can mean one thing only goes first.
        let mut dependents: Vec<(GroupId, &Group)> = children(self.analysis, id).collect();
        dependents.sort_by_key(|(_, group)| group.preposition.map_or(0, |p| frame.choice(p)));
        for (child, dependent) in &dependents {
            if let Some(preposition) = dependent.preposition {
                filling.complement(preposition, *child);
                self.date(preposition, *child, &mut filling);
                // "pour un prix de 3 millions".
                if matches!(dependent.head, Head::Common(_)) && !self.has_trait(dependent, NounTrait::Valuation) {
                    filling.measures(*child, &[Slot::Amount]);
                }
            }
        }
        // "l'acquisition de 51 % de X".
        dependents.iter().for_each(|(child, _)| self.parts(*child, &mut filling));
        // "3 millions d'investissements".
        let measure = group.parent.filter(|parent| {
            self.analysis.groups.get(*parent).is_some_and(|group| matches!(group.head, Head::Amount(_)))
        });
        measure.into_iter().for_each(|amount| self.paid(amount, &mut filling));
        if group.determiner == Some(Determiner::Possessive) && !frame.reciprocal {
            if let Some(slot) = frame.possessor.first().filter(|slot| !filling.has(**slot)) {
                filling.fills.push(Fill { slot: *slot, filler: Filler::Possessor(id) });
            }
        }
        self.alone(frame, &mut filling);
        // "les investisseurs, dont X".
        if let Some(first) = self.dont(id).filter(|_| frame.fills(Slot::Investor)) {
            filling.assign_all(&[Slot::Investor], first);
        }
        // "cinq acquisitions": none in particular.
        let deal = frame.relation == RelationKind::Investment && frame.kind.is_some();
        if group.number == Number::Plural && deal && !filling.has(Slot::Target) {
            return Err(Silence::Slots(filling.fills));
        }
        let (status, governor) = self.through_governors(id, governors, frame, &mut filling)?;
        Ok(Candidate {
            relation: frame.relation,
            frame: index,
            sentence: self.analysis.sentence,
            tokens: governor.map_or(group.tokens.clone(), |clause| self.extent(clause)),
            fills: self.finish(filling)?,
            status: frame.status_of(self.status_under(id, status)),
            reason: frame.reason,
            kind: frame.kind,
        })
    }

    /// "Tour de table pour X, 9 millions à la clé": in a line without a verb, its one amount is that of the round.
    fn alone(&self, frame: &Frame, filling: &mut Filling<'_>) {
        let round = frame.kind == Some(InvestmentKind::FundingRound) && !filling.has(Slot::Amount);
        if !round || !self.analysis.clauses.is_empty() {
            return;
        }
        let groups = self.analysis.groups.iter().enumerate();
        let mut amounts = groups.filter(|(_, group)| matches!(group.head, Head::Amount(_)));
        if let Some((amount, _)) = amounts.next().filter(|_| amounts.next().is_none()) {
            self.paid(amount, filling);
        }
    }

    /// "une offre pour le défenseur X": a preposition, on the noun or on its verb, that shows that something else is told.
    fn barred_by(&self, id: GroupId, governors: &[&Clause], frame: &Frame) -> Option<(u16, GroupId)> {
        let own = children(self.analysis, id).filter_map(|(child, group)| Some((group.preposition?, child)));
        let around = governors.iter().flat_map(|clause| clause.complements.iter().copied());
        let is_date = |id: GroupId| self.analysis.groups.get(id).is_some_and(|g| matches!(g.head, Head::Date(_)));
        let mut all = own.chain(around);
        // "une offre pour X" is one where X may be had.
        let fits = |p: u16, id: GroupId| {
            let group = self.analysis.groups.get(id);
            let mut slots = frame.complements.iter().filter(|(known, _)| *known == p).flat_map(|(_, slots)| slots);
            slots.any(|slot| *slot == Slot::Target && group.is_some_and(|group| frame.accepts(*slot, group)))
        };
        all.find(|(p, other)| {
            *other != id && frame.excludes_prepositions.contains(p) && !is_date(*other) && !fits(*p, *other)
        })
    }

    /// "l'abandon du projet de rachat": what the nouns that the event hangs on make of its status.
    fn status_under(&self, id: GroupId, status: Status) -> Status {
        let mut status = status;
        let nouns = ancestors(self.analysis, id).filter(|group| matches!(group.head, Head::Common(_)));
        for group in nouns {
            status = match self.trait_of(group) {
                Some(NounTrait::Failure) => return Status::Denied,
                Some(NounTrait::Rumour) if status != Status::Denied => Status::Rumored,
                Some(NounTrait::Prospective) if status == Status::Completed => Status::Proposed,
                _ => status,
            };
        }
        status
    }

    /// "son successeur, X", "X, le remplaçant de Y": a noun that says of somebody what he comes to be.
    pub(super) fn described(&self, id: GroupId, group: &Group, out: &mut Told<'_>) {
        let calls = self.frames.of_describing(self.tokens.get(group.core.start).word);
        let Some(named) = group.describes.filter(|_| !calls.is_empty()) else { return };
        for call in calls {
            let Some(frame) = self.frames.get(call.frame) else { continue };
            let mut filling =
                Filling { analysis: self.analysis, frame, fills: Vec::new(), verbal: false, asset: false };
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
            let future = group.time == Some(Modifier::Future);
            let candidate = self.finish(filling).map(|fills| Candidate {
                relation: frame.relation,
                frame: call.frame,
                sentence: self.analysis.sentence,
                tokens: group.tokens.clone(),
                fills,
                status: frame.status_of(if future { Status::Planned } else { Status::Completed }),
                reason: frame.reason,
                kind: frame.kind,
            });
            out.add(self.analysis.sentence, call.frame, &group.core, candidate.map(Some));
        }
    }

    /// "Paul Martin, nouveau directeur général de Téréga": a hiring without a verb.
    pub(super) fn incoming(&self, id: GroupId, group: &Group, out: &mut Told<'_>) {
        let status = match group.time {
            Some(Modifier::Incoming) => Status::Completed,
            Some(Modifier::Future) => Status::Planned,
            _ => return,
        };
        let Some(person) = group.describes else { return };
        let Some(frame) = self.frames.find("hiring.nouveau") else { return };
        let Some(known) = self.frames.get(frame) else { return };
        let mut filling =
            Filling { analysis: self.analysis, frame: known, fills: Vec::new(), verbal: false, asset: false };
        filling.assign(&[Slot::Person], person);
        filling.assign(&[Slot::Role], id);
        let Ok(fills) = self.finish(filling) else { return };
        out.candidates.push(Candidate {
            relation: RelationKind::Hiring,
            frame,
            sentence: self.analysis.sentence,
            tokens: group.tokens.clone(),
            fills,
            status,
            reason: None,
            kind: None,
        });
    }
}

/// The groups that a group depends on, the nearest first.
fn ancestors(analysis: &Analysis, id: GroupId) -> impl Iterator<Item = &Group> {
    let parent = |id: GroupId| analysis.groups.get(id)?.parent;
    let above = std::iter::successors(parent(id), move |at| parent(*at)).take(8);
    above.filter_map(|id| analysis.groups.get(id))
}
