//! What the verbs around a noun for an event add to it.

use super::super::frame::{Frame, Polarity};
use super::super::silence::Silence;
use super::super::slot::{RelationKind, Slot};
use super::filling::Filling;
use super::{Reading, employer_inside};
use crate::clause::{Analysis, Clause, ClauseLink, Group, GroupId, Head, Negated};
use crate::lexicon::{Effect, Link, NounTrait, RoleKind};
use crate::types::{InvestmentKind, Status};

impl Reading<'_> {
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
    pub(super) fn governing_subject(&self, id: GroupId, clause: &Clause, filling: &mut Filling<'_>) {
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
}

/// The outermost group that a group depends on.
fn outermost(analysis: &Analysis, id: GroupId) -> GroupId {
    let parent = |id: GroupId| analysis.groups.get(id)?.parent;
    std::iter::successors(parent(id), |at| parent(*at)).take(8).last().unwrap_or(id)
}
