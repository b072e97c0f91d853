//! What a noun for an event tells, and the verbs around it.

use super::super::candidate::{Candidate, Fill, Filler};
use super::super::frame::{Frame, Polarity};
use super::super::silence::Silence;
use super::super::slot::{RelationKind, Slot};
use super::filling::Filling;
use super::{Reading, Told, children, employer_inside};
use crate::clause::{Analysis, Clause, ClauseLink, Group, GroupId, Head, Negated};
use crate::lexicon::{Determiner, Effect, Link, Modifier, NounTrait, Number, RoleKind};
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

    /// The clauses in which an event noun is subject, object or complement: "clôt un tour mené par X" has two.
    pub(super) fn governors(&self, id: GroupId) -> Vec<&Clause> {
        let outer = outermost(self.analysis, id);
        let near = |g: &GroupId| *g == id || *g == outer;
        let governs = |clause: &&Clause| {
            clause.subject.is_some_and(|s| near(&s))
                || clause.objects.iter().any(near)
                || clause.complements.iter().any(|(_, g)| near(g))
        };
        let mut governors: Vec<&Clause> = self.analysis.clauses.iter().filter(governs).collect();
        // "Lancée en mars, la levée s'est conclue jeudi": the main verb tells more than participles.
        governors.sort_by_key(|clause| clause.link == ClauseLink::Participle);
        governors
    }

    /// What the verbs around an event noun add: subject, date, and the status of the first that lets it tell anything.
    pub(super) fn through_governors<'c>(
        &self,
        id: GroupId,
        governors: &[&'c Clause],
        frame: &Frame,
        filling: &mut Filling<'_>,
    ) -> Result<(Status, Option<&'c Clause>), Silence> {
        // "si X annonçait le rachat de Y": supposed, not told.
        if governors.iter().any(|clause| self.is_supposed(clause)) {
            return Err(Silence::Supposed);
        }
        let alone = if frame.supported { Err(Silence::Alone) } else { Ok((Status::Completed, None)) };
        let mut first = None;
        let mut silence = None;
        for &clause in governors {
            let Some(subject) = self.subject_slots(id, clause, frame) else {
                silence = Some(Silence::Verb(clause.verb.predicate.verb));
                continue;
            };
            let renounced = frame.polarity == Polarity::Negative && self.status(clause) == Status::Denied;
            let negated = if renounced { Negated::Yes } else { clause.verb.modality.negation() };
            if !frame.polarity.fits(negated) {
                silence = Some(Silence::Polarity(frame.polarity));
                continue;
            }
            let status = self.through_governor(clause, (id, subject), filling);
            let status = self.status_without_negation(clause, frame, status);
            first.get_or_insert((status, Some(clause)));
        }
        first.map_or_else(|| silence.map_or(alone, Err), Ok)
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

    /// "après le rachat de X, Y veut grandir": what is wished for is not the event, which came before.
    fn beside(&self, event: GroupId, clause: &Clause, status: Status) -> Status {
        let name = |p: u16| self.lexicon.prepositions.name(p);
        let hangs = clause.complements.iter().find(|(_, id)| *id == event).map_or("", |(p, _)| name(*p));
        match (hangs, status) {
            ("après" | "depuis" | "lors de" | "à la suite de", _) => Status::Completed,
            ("avec" | "grâce à", Status::Proposed | Status::Denied) => Status::Completed,
            _ => status,
        }
    }

    /// "est en négociations pour la cession de X": proposed.
    fn aimed(&self, event: GroupId, clause: &Clause, status: Status) -> Status {
        let aim = |name: &str| self.id(name);
        let aims = clause.complements.iter().any(|(p, id)| {
            *id == event && (Some(*p) == aim("pour") || Some(*p) == aim("en vue de") || Some(*p) == aim("sur"))
        });
        let groups = clause.objects.iter().chain(clause.complements.iter().map(|(_, id)| id)).chain(&clause.subject);
        let negotiated = groups
            .filter_map(|id| self.analysis.groups.get(*id))
            .any(|group| self.has_trait(group, NounTrait::Prospective));
        if aims && negotiated && status == Status::Completed { Status::Proposed } else { status }
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

    /// What the subject of a verb around an event noun may fill.
    fn subject_slots<'f>(&'f self, id: GroupId, clause: &Clause, frame: &'f Frame) -> Option<&'f [Slot]> {
        if let Some(idiom) = self.idiom_frame(clause) {
            return Some(&idiom.subject);
        }
        let slots = frame.subject_of(clause.verb.predicate.verb);
        let through = clause.complements.iter().any(|(p, group)| *group == id && frame.through.contains(p));
        let pays = self.is_payment(clause) && clause.objects.iter().all(|object| *object != id);
        if slots.is_none_or(<[Slot]>::is_empty) && (through || slots.is_some() && pays) {
            return Some(&frame.possessor);
        }
        slots
    }

    /// "X annonce le rachat de Y", "X mène le tour": the subject of the verb around an event noun.
    fn governing_subject(&self, id: GroupId, clause: &Clause, filling: &mut Filling<'_>) {
        let frame = filling.frame;
        if !frame.polarity.fits(clause.verb.modality.negated) {
            return;
        }
        let Some(slots) = self.subject_slots(id, clause, frame) else { return };
        let arguments = self.arguments(clause);
        let event = |id: GroupId| self.analysis.groups.get(id).is_some_and(|g| matches!(g.head, Head::Event(_)));
        // "le conseil d'administration de X rejette l'offre": X does.
        let part = |id: GroupId| {
            let head = self.analysis.groups.get(id).map(|group| group.head);
            let body = matches!(head, Some(Head::Organization { part: true, .. } | Head::Role(RoleKind::Office)));
            employer_inside(self.analysis, id).first().copied().filter(|_| body).unwrap_or(id)
        };
        if let Some(subject) = arguments.subject.filter(|subject| !event(*subject)).map(part) {
            filling.assign_subject(slots, subject, self.id("avec"));
        }
    }

    /// "se porte candidat au rachat de X": an idiom that tells how sure the event is, and who does it.
    fn idiom_frame(&self, clause: &Clause) -> Option<&Frame> {
        let calls = self.frames.of_idiom(clause.verb.predicate.idiom?);
        let frames = calls.iter().filter_map(|call| self.frames.get(call.frame));
        frames.filter(|frame| frame.relation == RelationKind::Investment).find(|frame| frame.status.is_some())
    }

    pub(super) fn through_governor(
        &self,
        clause: &Clause,
        (event, slots): (GroupId, &[Slot]),
        filling: &mut Filling<'_>,
    ) -> Status {
        let arguments = self.arguments(clause);
        for &(preposition, id) in &arguments.complements {
            // "le rachat permettra à X de grandir": what "à" means there is the verb's.
            let of_verb = Some(preposition) == self.id("à") && !filling.group(id).is_some_and(Group::is_measure);
            if !of_verb && !self.is_outset(preposition, id, &arguments.complements) {
                filling.complement(preposition, id);
                self.date(preposition, id, filling);
            }
        }
        for &object in &arguments.objects {
            filling.assign(&[Slot::Date], object);
            // "le tour atteint 3 millions".
            if self.is_payment(clause) {
                self.paid(object, filling);
            }
            // "l'offre valorise X", "le tour réunit X et Y".
            let round = filling.frame.kind == Some(InvestmentKind::FundingRound) && !slots.is_empty();
            let own = if round { &[Slot::Investor] } else { slots };
            match filling.group(object).is_some_and(Group::is_measure) {
                true => filling.assign(slots, object),
                false => clause.subject == Some(event) && filling.assign(own, object),
            };
        }
        let effect = self.lexicon.effect(clause.verb.predicate.verb, false, false, Link::Bare);
        // "négocie avec X le rachat de Y": X sells.
        if effect == Some(Effect::Proposed) && filling.frame.fills(Slot::Seller) && !filling.has(Slot::Seller) {
            let with = arguments.complements.iter().find(|(p, _)| Some(*p) == self.id("avec"));
            with.into_iter().for_each(|(_, other)| {
                filling.assign(&[Slot::Seller], *other);
            });
        }
        let told = self.status(clause);
        let told = self.idiom_frame(clause).map_or(told, |idiom| idiom.status_of(told));
        let own = self.aimed(event, clause, self.beside(event, clause, told));
        // "renonce au rachat", "le rachat a échoué", not "échoue après le rachat".
        let event = outermost(self.analysis, event);
        let concerned = clause.subject == Some(event)
            || clause.objects.contains(&event)
            || clause
                .complements
                .iter()
                .any(|(p, id)| *id == event && (Some(*p) == self.id("à") || Some(*p) == self.id("de")));
        match effect.filter(|_| concerned) {
            Some(Effect::Denied) => Status::Denied,
            Some(Effect::Planned) if own == Status::Completed => Status::Planned,
            Some(Effect::Proposed | Effect::Tentative) if own == Status::Completed => Status::Proposed,
            _ => own,
        }
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

/// The outermost group that a group depends on.
fn outermost(analysis: &Analysis, id: GroupId) -> GroupId {
    let parent = |id: GroupId| analysis.groups.get(id)?.parent;
    std::iter::successors(parent(id), |at| parent(*at)).take(8).last().unwrap_or(id)
}
