//! What a clause tells.

use super::super::candidate::{Candidate, Fill, Filler};
use super::super::frame::{Call, Frame, Polarity, VoiceWanted};
use super::super::silence::Silence;
use super::super::slot::{RelationKind, Slot};
use super::filling::Filling;
use super::{Reading, Told};
use crate::clause::{Analysis, Arguments, Clause, ClauseLink, Group, GroupId, Head, Negated, Voice};
use crate::lexicon::{Determiner, Modifier, NounTrait, Number, Pronoun};
use crate::types::{EntityKind, InvestmentKind, Status};

impl Reading<'_> {
    pub(super) fn clause(&self, clause: &Clause, out: &mut Told<'_>) {
        let calls = match clause.verb.predicate.idiom {
            Some(idiom) => self.frames.of_idiom(idiom),
            None => self.frames.of_verb(clause.verb.predicate.verb),
        };
        if calls.is_empty() {
            return;
        }
        let (told, arguments) = (self.status(clause), self.arguments(clause));
        for call in calls {
            let Some(frame) = self.frames.get(call.frame) else { continue };
            let candidate = self.called_by((clause, told, &arguments), *call, frame);
            out.add(self.analysis.sentence, call.frame, &clause.verb.tokens, candidate);
        }
    }

    /// What a frame makes of a clause, its status and its arguments.
    fn called_by(
        &self,
        (clause, told, arguments): (&Clause, Status, &Arguments),
        call: Call,
        frame: &Frame,
    ) -> Result<Vec<Candidate>, Silence> {
        if !fits_voice(clause, call) {
            return Err(Silence::Voice(call.voice));
        }
        let told = self.comes_to(clause).filter(|_| frame.begins).unwrap_or(told);
        // "renonce à briguer un mandat" is as much as "n'en brigue pas".
        let renounced = told == Status::Denied && frame.polarity == Polarity::Negative;
        let negated = if renounced { Negated::Yes } else { clause.verb.modality.negation() };
        if !frame.polarity.fits(negated) {
            return Err(Silence::Polarity(frame.polarity));
        }
        // "ne sera pas directeur" denies that it begins.
        let affirmed = || clause.verb.modality.affirmed().status(false);
        let comes =
            is_to_come(told) || self.comes_to(clause).is_some() || told == Status::Denied && is_to_come(affirmed());
        if frame.begins && !comes && !clause.verb.newly {
            return Err(Silence::State);
        }
        let candidate = |fills| Candidate {
            relation: frame.relation,
            frame: call.frame,
            sentence: self.analysis.sentence,
            tokens: self.extent(clause),
            fills,
            status: frame.status_of(self.status_without_negation(clause, frame, told)),
            reason: frame.reason,
            kind: frame.kind,
        };
        let fills = self.fill_clause(clause, arguments, frame)?;
        Ok(self.each_amount(clause, fills).into_iter().map(candidate).collect())
    }

    /// "X au capital de Y": a headline without a verb.
    pub(super) fn verbless(&self, out: &mut Told<'_>) {
        let Some(subject) = self.analysis.groups.first().filter(|group| group.preposition.is_none()) else { return };
        if !self.analysis.clauses.is_empty() || !out.candidates.is_empty() || !matches!(subject.head, Head::Entity(..))
        {
            return;
        }
        let frames = self.frames.all().iter().enumerate().filter(|(_, frame)| frame.verbless);
        for (index, frame) in frames {
            let mut filling = Filling { analysis: self.analysis, frame, fills: Vec::new(), verbal: true, asset: false };
            filling.assign_all(&frame.subject, 0);
            for (id, group) in self.analysis.groups.iter().enumerate().skip(1) {
                if let Some(preposition) = group.preposition.filter(|_| group.parent.is_none()) {
                    filling.complement(preposition, id);
                }
            }
            let candidate = self.finish(filling).map(|fills| Candidate {
                relation: frame.relation,
                frame: index,
                sentence: self.analysis.sentence,
                tokens: self.analysis.tokens.clone(),
                fills,
                status: frame.status_of(Status::Completed),
                reason: frame.reason,
                kind: frame.kind,
            });
            out.candidates.extend(candidate);
        }
    }

    /// "a levé 12 millions en 2023 et 30 millions en 2025": one event for each amount that has its own date. "X et Y ont
    /// levé 12 et 30 millions": the amounts stay together, one for each of those listed.
    fn each_amount(&self, clause: &Clause, fills: Vec<Fill>) -> Vec<Vec<Fill>> {
        let head = |id: GroupId| self.analysis.groups.get(id).map(|group| group.head);
        let amounts: Vec<GroupId> =
            clause.objects.iter().copied().filter(|id| matches!(head(*id), Some(Head::Amount(_)))).collect();
        let told = |id: &GroupId| fills.contains(&Fill { slot: Slot::Amount, filler: Filler::Group(*id) });
        if amounts.len() < 2 || !amounts.first().is_some_and(told) {
            return vec![fills];
        }
        let ends = amounts.iter().copied().skip(1).chain([usize::MAX]);
        let dates: Vec<GroupId> = amounts
            .iter()
            .zip(ends)
            .filter_map(|(start, end)| {
                let own = clause.complements.iter().map(|(_, id)| *id).filter(|id| start < id && *id < end);
                own.into_iter().find(|id| matches!(head(*id), Some(Head::Date(_))))
            })
            .collect();
        let rest: Vec<Fill> =
            fills.iter().copied().filter(|fill| !matches!(fill.slot, Slot::Amount | Slot::Date)).collect();
        let fill = |slot: Slot, id: GroupId| Fill { slot, filler: Filler::Group(id) };
        if dates.len() == amounts.len() {
            let pairs = amounts.into_iter().zip(dates);
            let own = |(amount, date)| [fill(Slot::Amount, amount), fill(Slot::Date, date)];
            return pairs.map(|pair| rest.iter().copied().chain(own(pair)).collect()).collect();
        }
        let listed = |id: GroupId| self.analysis.groups.iter().filter(|group| group.first == Some(id)).count();
        if clause.subject.is_some_and(|subject| listed(subject) + 1 == amounts.len()) {
            let more = amounts.into_iter().skip(1).map(|amount| fill(Slot::Amount, amount));
            return vec![fills.into_iter().chain(more).collect()];
        }
        vec![fills]
    }

    fn fill_clause(&self, clause: &Clause, arguments: &Arguments, frame: &Frame) -> Result<Vec<Fill>, Silence> {
        if self.is_supposed(clause) {
            return Err(Silence::Supposed);
        }
        let is_date = |id: &GroupId| self.analysis.groups.get(*id).is_some_and(|g| matches!(g.head, Head::Date(_)));
        let barred = |(p, id): &(u16, GroupId)| frame.excludes_prepositions.contains(p) && !is_date(id);
        let start = clause.verb.tokens.start;
        let behind = |(_, id): &&(u16, GroupId)| starts(self.analysis, *id) > start;
        let mut complements = arguments.complements.iter().filter(behind);
        if let Some((preposition, id)) = complements.find(|complement| barred(complement)) {
            return Err(Silence::Preposition(*preposition, *id));
        }
        if let Some(thing) = arguments.objects.iter().find(|id| frame.intransitive && self.is_thing(**id)) {
            return Err(Silence::Object(*thing));
        }
        let mut filling = Filling { analysis: self.analysis, frame, fills: Vec::new(), verbal: true, asset: false };
        // A subject that fits no slot shows that the verb means something else.
        let mut stranger = None;
        let subject = arguments.subject.map(|subject| self.meant_inside(subject));
        if let Some(subject) = subject.map(|subject| self.controller(clause, frame, subject).unwrap_or(subject)) {
            if filling.group(subject).is_some_and(is_nobody) {
                return Err(Silence::Nobody(subject));
            }
            let fits = filling.assign_subject(&frame.subject, subject, self.id("avec"));
            if frame.subject.contains(&Slot::Investor) {
                self.led(subject, &mut filling);
            }
            let telling = |group: &Group| is_telling(group) && !self.has_trait(group, NounTrait::Post);
            let strange = !fits && !frame.subject.is_empty() && filling.group(subject).is_some_and(telling);
            stranger = strange.then_some(subject);
        }
        if let Some(nobody) = arguments.objects.iter().find(|id| filling.group(**id).is_some_and(is_nobody)) {
            return Err(Silence::Nobody(*nobody));
        }
        let objects: Vec<GroupId> = arguments.objects.iter().map(|object| self.meant_inside(*object)).collect();
        for object in objects.iter().copied().filter(|object| !self.is_announced(&objects, *object)) {
            if !filling.assign_all(&frame.object, object) {
                filling.assign(&[Slot::Date], object);
            }
            filling.measures(object, &frame.object);
        }
        // What stands before the verb sets the scene; what stands behind it comes first.
        let start = clause.verb.tokens.start;
        let behind = |(_, id): &(u16, GroupId)| starts(self.analysis, *id) > start;
        let mut complements = arguments.complements.clone();
        complements.sort_by_key(|complement| !behind(complement));
        for (preposition, id) in complements {
            if self.is_outset(preposition, id, &arguments.complements) {
                continue;
            }
            let id = self.meant_inside(id);
            // "À la tête de X, Paul Martin succède à Y": with a predecessor, it is the new place.
            let new_place = frame.relation != RelationKind::Hiring || frame.needs(Slot::Replaces);
            let over = filling.group(id).is_some_and(|group| group.time == Some(Modifier::Former));
            let before = over && frame.relation == RelationKind::Hiring
                || !new_place && self.is_former_place(clause, preposition, id);
            if before {
                filling.assign(&[Slot::PreviousEmployer], id);
                continue;
            }
            filling.complement(preposition, id);
            self.led(id, &mut filling);
            self.date(preposition, id, &mut filling);
            if filling.group(id).is_some_and(|group| self.has_trait(group, NounTrait::Valuation)) {
                filling.measures(id, &[Slot::Valuation]);
            } else {
                filling.measures(id, &frame.measures);
            }
            self.parts(id, &mut filling);
        }
        for object in &arguments.objects {
            self.parts(*object, &mut filling);
            self.held(*object, &mut filling);
        }
        self.own_place(arguments, &mut filling);
        self.clitics(clause, &mut filling);
        self.price(clause, &mut filling);
        self.counterpart(clause, &mut filling);
        // Who makes it happen fills what the words leave open.
        if let Some(causer) = arguments.causer {
            filling.assign_all(&frame.causer, causer);
        }
        // "un décret nomme X préfet": with a person and a post, nothing else can be meant.
        let appoints = filling.has(Slot::Person) && filling.has(Slot::Role) && frame.relation == RelationKind::Hiring;
        // "3 millions seront investis": only the passive leaves out who spends them.
        let spent = frame.kind == Some(InvestmentKind::Spending) && clause.verb.voice != Voice::Passive;
        match stranger.filter(|_| !appoints) {
            Some(subject) => Err(Silence::Stranger(subject)),
            None if spent && !filling.has(Slot::Investor) => Err(Silence::Slots(filling.fills)),
            None => self.finish(filling),
        }
    }

    /// "Pour le remplacer, Y a choisi X": where the infinitive wants somebody, it is whom the house takes.
    fn controller(&self, clause: &Clause, frame: &Frame, subject: GroupId) -> Option<GroupId> {
        let kind = |id: GroupId, kind: EntityKind| self.analysis.groups.get(id).is_some_and(|g| g.is_entity(kind));
        let house = kind(subject, EntityKind::Organization)
            || self.analysis.groups.get(subject).is_some_and(|g| matches!(g.head, Head::Organization { .. }));
        let fits =
            self.analysis.groups.get(subject).is_some_and(|g| frame.subject.iter().any(|s| frame.accepts(*s, g)));
        let above = clause.parent.and_then(|parent| self.analysis.clauses.get(parent));
        let above = above.filter(|_| clause.link == ClauseLink::Infinitive && house && !fits)?;
        above.objects.iter().copied().find(|object| kind(*object, EntityKind::Person))
    }

    /// "recrute deux pointures : X et Y": who is named behind it.
    fn is_announced(&self, objects: &[GroupId], object: GroupId) -> bool {
        let group = |id: GroupId| self.analysis.groups.get(id);
        let several = group(object).is_some_and(|g| {
            matches!(g.head, Head::Person { .. }) && g.number == Number::Plural && g.describes.is_none()
        });
        several && objects.iter().any(|id| *id > object && group(*id).is_some_and(|g| g.is_entity(EntityKind::Person)))
    }

    /// "devient la première femme à diriger X": the state begins.
    fn comes_to(&self, clause: &Clause) -> Option<Status> {
        let above = clause.parent.and_then(|parent| self.analysis.clauses.get(parent))?;
        let becomes = self.lexicon.verbs.infinitive(above.verb.predicate.verb) == "devenir";
        (becomes && clause.link == ClauseLink::Infinitive).then(|| self.status(above))
    }

    /// "Son fauteuil revient à X": the place is that of whom X follows.
    fn own_place(&self, arguments: &Arguments, filling: &mut Filling<'_>) {
        if !filling.frame.needs(Slot::Replaces) || !filling.is_free(Slot::Replaces) {
            return;
        }
        let mut places = arguments.subject.iter().chain(&arguments.objects).copied();
        let own = places.find(|id| {
            let possessive = |group: &Group| group.determiner == Some(Determiner::Possessive);
            filling.group(*id).is_some_and(|group| possessive(group) && self.has_trait(group, NounTrait::Post))
        });
        if let Some(id) = own {
            filling.fills.push(Fill { slot: Slot::Replaces, filler: Filler::Possessor(id) });
        }
    }

    /// Whether a group is a true object rather than a measure or a date.
    pub(super) fn is_thing(&self, id: GroupId) -> bool {
        let group = self.analysis.groups.get(id);
        group.is_some_and(|group| group.is_nominal() && !matches!(group.head, Head::Amount(_) | Head::Share(_)))
    }

    pub(super) fn clitics(&self, clause: &Clause, filling: &mut Filling<'_>) {
        for pronoun in &clause.verb.clitics {
            let (slots, plural) = match pronoun {
                Pronoun::Dative(number) => (&filling.frame.dative, *number == Number::Plural),
                Pronoun::Object(_, number) => (&filling.frame.object, *number == Number::Plural),
                Pronoun::En => (&filling.frame.en, false),
                _ => continue,
            };
            let slot = slots
                .iter()
                .copied()
                .find(|slot| filling.is_free(*slot) && (slot.is_person() || slot.is_organization() || slot.is_party()));
            if let Some(slot) = slot {
                let filler = Filler::Clitic { token: clause.verb.tokens.start, plural };
                filling.fills.push(Fill { slot, filler });
            }
        }
    }

    /// "À la tête de X depuis 2018, Paul Martin rejoint Y": what stands before the subject is where it was until then.
    pub(super) fn is_former_place(&self, clause: &Clause, preposition: u16, id: GroupId) -> bool {
        let start = |id: GroupId| self.analysis.groups.get(id).map(|group| group.tokens.start);
        let before = clause.subject.and_then(start).zip(start(id)).is_some_and(|(subject, place)| place < subject);
        before && clause.link == ClauseLink::Main && self.lexicon.prepositions.name(preposition) == "à la tête de"
    }

    /// "si X quittait Y": supposed, in the clause or in one that it depends on.
    pub(super) fn is_supposed(&self, clause: &Clause) -> bool {
        let mut at = Some(clause);
        for _ in 0..6 {
            let Some(clause) = at else { return false };
            if clause.link == ClauseLink::Condition {
                return true;
            }
            at = clause.parent.and_then(|parent| self.analysis.clauses.get(parent));
        }
        false
    }
}

fn starts(analysis: &Analysis, id: GroupId) -> usize {
    analysis.groups.get(id).map_or(0, |group| group.tokens.start)
}

/// What a state must be told as, so that it begins: "dirigera", "est appelé à diriger".
fn is_to_come(status: Status) -> bool {
    matches!(status, Status::Planned | Status::Proposed)
}

fn fits_voice(clause: &Clause, call: Call) -> bool {
    match call.voice {
        VoiceWanted::Any => true,
        VoiceWanted::Reflexive => clause.verb.voice == Voice::Reflexive,
        VoiceWanted::Passive => clause.verb.voice == Voice::Passive,
        VoiceWanted::Plain => clause.verb.voice != Voice::Reflexive,
    }
}

/// Whether a subject says by itself what it is: an event or a post may stand for many things.
fn is_telling(group: &Group) -> bool {
    !matches!(group.head, Head::Event(_) | Head::Role(_))
}

/// "personne", "aucun": what they do is not done.
fn is_nobody(group: &Group) -> bool {
    matches!(group.head, Head::Pronoun(Pronoun::Indefinite))
}
