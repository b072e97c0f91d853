//! From clauses and event nouns to candidates.

use super::candidate::{Candidate, Fill, Filler};
use super::frame::{Call, Frame, VoiceWanted};
use super::load::Frames;
use super::slot::{RelationKind, Slot};
use crate::clause::{Analysis, Clause, ClauseLink, Group, GroupId, Head, Voice};
use crate::lexicon::{Determiner, Effect, Lexicon, Link, Modifier, NounTrait, Number, Pronoun, RoleKind, Tense, Trait};
use crate::token::Tokens;
use crate::types::{EntityKind, Status};

/// The candidates that one sentence tells.
pub fn candidates(analysis: &Analysis, tokens: &Tokens<'_>, lexicon: &Lexicon, frames: &Frames) -> Vec<Candidate> {
    let filler = Reading { analysis, tokens, lexicon, frames };
    let mut out = Vec::new();
    for clause in &analysis.clauses {
        filler.clause(clause, &mut out);
    }
    for (id, group) in analysis.groups.iter().enumerate() {
        match group.head {
            Head::Event(event) => filler.event(id, group, event, &mut out),
            Head::Role(_) => filler.incoming(id, group, &mut out),
            _ => {}
        }
    }
    out
}

struct Reading<'a> {
    analysis: &'a Analysis,
    tokens: &'a Tokens<'a>,
    lexicon: &'a Lexicon,
    frames: &'a Frames,
}

/// Slots being filled.
struct Filling<'a> {
    analysis: &'a Analysis,
    frame: &'a Frame,
    fills: Vec<Fill>,
}

impl Filling<'_> {
    fn group(&self, id: GroupId) -> Option<&Group> {
        self.analysis.groups.get(id)
    }

    fn is_free(&self, slot: Slot) -> bool {
        slot == Slot::Investor || !self.fills.iter().any(|fill| fill.slot == slot)
    }

    /// Gives a group to the first slot that is free and fits. Tells whether one did.
    fn assign(&mut self, slots: &[Slot], id: GroupId) -> bool {
        let Some(group) = self.analysis.groups.get(id) else { return false };
        // A post fills the slot of a post before that of the person who holds it.
        let post = matches!(group.head, Head::Role(_));
        let posts = slots.iter().filter(|slot| post && slot.is_role());
        let mut ordered = posts.chain(slots.iter().filter(|slot| !(post && slot.is_role()))).copied();
        let Some(slot) = ordered.find(|slot| self.is_free(*slot) && self.frame.accepts(*slot, group)) else {
            return self.extend(slots, id);
        };
        self.fills.push(Fill { slot, filler: Filler::Group(id) });
        true
    }

    /// A group of an enumeration goes where its first one went.
    fn extend(&mut self, slots: &[Slot], id: GroupId) -> bool {
        let Some(first) = self.group(id).and_then(|group| group.first) else { return false };
        let place = self.fills.iter().find(|fill| fill.filler == Filler::Group(first));
        let Some(slot) = place.map(|fill| fill.slot).filter(|slot| slots.contains(slot)) else { return false };
        if self.group(id).is_some_and(|group| self.frame.accepts(slot, group)) {
            self.fills.push(Fill { slot, filler: Filler::Group(id) });
            return true;
        }
        false
    }

    fn assign_all(&mut self, slots: &[Slot], id: GroupId) -> bool {
        let fits = self.assign(slots, id);
        let members: Vec<GroupId> = self.members(id).collect();
        for member in members {
            self.assign(slots, member);
        }
        fits
    }

    fn members(&self, id: GroupId) -> impl Iterator<Item = GroupId> + '_ {
        let listed = self.analysis.groups.iter().enumerate();
        listed.filter(move |(other, group)| group.first == Some(id) && *other != id).map(|(other, _)| other)
    }

    /// Amounts, parts and dates inside a group: "une levée de 12 millions", "5 % du capital".
    fn measures(&mut self, id: GroupId, slots: &[Slot]) {
        let inside: Vec<GroupId> = children(self.analysis, id).map(|(child, _)| child).collect();
        for child in inside {
            let measure = self.group(child).is_some_and(|g| {
                matches!(g.head, Head::Amount(_) | Head::Percentage(_) | Head::Share(_) | Head::Date(_))
            });
            if measure {
                self.assign(slots, child);
            }
        }
    }

    fn complement(&mut self, preposition: u16, id: GroupId) {
        let frame = self.frame;
        for (known, slots) in &frame.complements {
            if *known == preposition && self.assign(slots, id) {
                return;
            }
        }
    }

    fn has(&self, slot: Slot) -> bool {
        self.fills.iter().any(|fill| fill.slot == slot)
    }
}

/// The groups that depend directly on a group.
pub(crate) fn children(analysis: &Analysis, id: GroupId) -> impl Iterator<Item = (GroupId, &Group)> {
    analysis.groups.iter().enumerate().filter(move |(_, group)| group.parent == Some(id))
}

const MEASURES: [Slot; 3] = [Slot::Amount, Slot::Stake, Slot::Date];

impl Reading<'_> {
    fn clause(&self, clause: &Clause, out: &mut Vec<Candidate>) {
        let calls = match clause.verb.predicate.idiom {
            Some(idiom) => self.frames.of_idiom(idiom),
            None => self.frames.of_verb(clause.verb.predicate.verb),
        };
        for call in calls.iter().filter(|call| fits_voice(clause, **call)) {
            let Some(frame) = self.frames.get(call.frame) else { continue };
            let told = self.status(clause);
            if !frame.polarity.fits(clause.verb.modality.negated)
                || frame.begins && !is_to_come(told) && !clause.verb.newly
            {
                continue;
            }
            if let Some(fills) = self.fill_clause(clause, frame) {
                out.push(Candidate {
                    relation: frame.relation,
                    frame: call.frame,
                    sentence: self.analysis.sentence,
                    tokens: self.extent(clause),
                    fills,
                    status: frame.status_of(told),
                    reason: frame.reason,
                    kind: frame.kind,
                    confidence: frame.confidence,
                });
            }
        }
    }

    fn fill_clause(&self, clause: &Clause, frame: &Frame) -> Option<Vec<Fill>> {
        if self.is_supposed(clause) {
            return None;
        }
        let arguments = clause.arguments(self.analysis, self.id("par"), self.id("à"));
        let is_date = |id: &GroupId| self.analysis.groups.get(*id).is_some_and(|g| matches!(g.head, Head::Date(_)));
        let barred = |(p, id): &(u16, GroupId)| frame.excludes_prepositions.contains(p) && !is_date(id);
        if arguments.complements.iter().any(barred) {
            return None;
        }
        if frame.intransitive && arguments.objects.iter().any(|id| self.is_thing(*id)) {
            return None;
        }
        let mut filling = Filling { analysis: self.analysis, frame, fills: Vec::new() };
        // A subject that fits no slot shows that the verb means something else.
        let mut stranger = false;
        if let Some(subject) = arguments.subject {
            if filling.group(subject).is_some_and(is_nobody) {
                return None;
            }
            let fits = filling.assign_all(&frame.subject, subject);
            stranger = !fits && !frame.subject.is_empty() && filling.group(subject).is_some_and(is_telling);
        }
        for object in arguments.objects.iter().map(|object| self.post_named(*object)) {
            if !filling.assign_all(&frame.object, object) {
                filling.assign(&[Slot::Date], object);
            }
            filling.measures(object, &frame.object);
            self.parts(object, &mut filling);
        }
        for &(preposition, id) in &arguments.complements {
            let id = self.post_named(id);
            // "À la tête de X, Paul Martin succède à Y": with a predecessor, it is the new place.
            let new_place = frame.relation != RelationKind::Hiring || frame.needs(Slot::Replaces);
            if !new_place && self.is_former_place(clause, preposition, id) {
                filling.assign(&[Slot::PreviousEmployer], id);
                continue;
            }
            filling.complement(preposition, id);
            self.date(preposition, id, &mut filling);
            if filling.group(id).is_some_and(|group| self.has_trait(group, NounTrait::Valuation)) {
                filling.measures(id, &[Slot::Valuation]);
            } else {
                filling.measures(id, &MEASURES);
            }
            self.parts(id, &mut filling);
        }
        self.clitics(clause, &mut filling);
        // Who makes it happen fills what the words leave open.
        if let Some(causer) = arguments.causer {
            filling.assign_all(&frame.causer, causer);
        }
        // "un décret nomme X préfet": with a person and a post, nothing else can be meant.
        let appoints = filling.has(Slot::Person) && filling.has(Slot::Role) && frame.relation == RelationKind::Hiring;
        if stranger && !appoints {
            return None;
        }
        self.finish(filling)
    }

    /// Whether a group is a true object rather than a measure or a date.
    fn is_thing(&self, id: GroupId) -> bool {
        let group = self.analysis.groups.get(id);
        group.is_some_and(|group| group.is_nominal() && !matches!(group.head, Head::Amount(_) | Head::Share(_)))
    }

    fn clitics(&self, clause: &Clause, filling: &mut Filling<'_>) {
        for pronoun in &clause.verb.clitics {
            let (slots, plural) = match pronoun {
                Pronoun::Dative(number) => (&filling.frame.dative, *number == Number::Plural),
                Pronoun::Object(_, number) => (&filling.frame.object, *number == Number::Plural),
                Pronoun::En => (&filling.frame.en, false),
                _ => continue,
            };
            let slot = slots.iter().copied().find(|slot| {
                filling.is_free(*slot) && (slot.is_person() || slot.is_organization() || *slot == Slot::Investor)
            });
            if let Some(slot) = slot {
                let filler = Filler::Clitic { token: clause.verb.tokens.start, plural };
                filling.fills.push(Fill { slot, filler });
            }
        }
    }

    /// "À la tête de X depuis 2018, Paul Martin rejoint Y": what stands before the subject is where it was until then.
    fn is_former_place(&self, clause: &Clause, preposition: u16, id: GroupId) -> bool {
        let start = |id: GroupId| self.analysis.groups.get(id).map(|group| group.tokens.start);
        let before = clause.subject.and_then(start).zip(start(id)).is_some_and(|(subject, place)| place < subject);
        before && clause.link == ClauseLink::Main && self.lexicon.prepositions.name(preposition) == "à la tête de"
    }

    /// "si X quittait Y": supposed, in the clause or in one that it depends on.
    fn is_supposed(&self, clause: &Clause) -> bool {
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

    /// "le poste de directeur général": the post itself.
    fn post_named(&self, id: GroupId) -> GroupId {
        let holds = self.analysis.groups.get(id).is_some_and(|group| self.has_trait(group, NounTrait::Post));
        let named = children(self.analysis, id).find(|(_, child)| matches!(child.head, Head::Role(_)));
        named.filter(|_| holds).map_or(id, |(child, _)| child)
    }

    /// "34 % du capital de X", "la majorité des parts de X": down to what the part is a part of.
    fn parts(&self, id: GroupId, filling: &mut Filling<'_>) {
        let mut at = id;
        for _ in 0..4 {
            let part = filling.group(at).is_some_and(|group| {
                matches!(group.head, Head::Percentage(_) | Head::Share(_))
                    || self.has_trait(group, NounTrait::Partitive)
            });
            if !part {
                return;
            }
            let Some((child, whole)) = children(self.analysis, at).find(|(_, group)| group.preposition.is_some())
            else {
                // "20 % de son capital": of whoever "son" means.
                let own = filling.group(at).is_some_and(|g| g.determiner == Some(Determiner::Possessive));
                if own && filling.is_free(Slot::Target) && filling.frame.fills(Slot::Target) {
                    filling.fills.push(Fill { slot: Slot::Target, filler: Filler::Possessor(at) });
                }
                return;
            };
            let slots = [Slot::Target, Slot::Stake];
            if Slot::Target.accepts(whole) && filling.frame.fills(Slot::Target) {
                filling.assign(&slots, child);
                return;
            }
            filling.measures(at, &slots);
            at = child;
        }
    }

    /// A date with a preposition that places the event rather than bounding something else.
    fn date(&self, preposition: u16, id: GroupId, filling: &mut Filling<'_>) {
        let name = self.lexicon.prepositions.name(preposition);
        if !matches!(name, "avant" | "après" | "jusqu'à" | "pour" | "entre" | "sur" | "contre") {
            filling.assign(&[Slot::Date], id);
        }
    }

    /// The employer or target inside other fillers, then the checks of the frame.
    fn finish(&self, mut filling: Filling<'_>) -> Option<Vec<Fill>> {
        self.inside_role(&mut filling);
        self.holder(&mut filling);
        self.topic(&mut filling);
        filling.frame.is_told_by(|slot| filling.has(slot)).then_some(filling.fills)
    }

    /// "Kalirose : le tribunal valide la reprise par Engie": what the sentence is about is what is bought.
    fn topic(&self, filling: &mut Filling<'_>) {
        let Some(topic) = self.analysis.topic else { return };
        let used = filling.fills.iter().any(|fill| fill.filler == Filler::Group(topic));
        let named = filling.group(topic).is_some_and(|group| group.is_entity(EntityKind::Organization));
        if named && !used && filling.frame.needs(Slot::Target) && filling.is_free(Slot::Target) {
            filling.fills.push(Fill { slot: Slot::Target, filler: Filler::Group(topic) });
        }
    }

    /// "limoge son directeur général": the post stands for who holds it.
    fn holder(&self, filling: &mut Filling<'_>) {
        if filling.has(Slot::Person) || !filling.frame.needs(Slot::Person) {
            return;
        }
        let role = filling.fills.iter().find(|fill| fill.slot == Slot::Role).map(|fill| fill.filler);
        let Some(Filler::Group(id)) = role else { return };
        let definite = filling
            .group(id)
            .is_some_and(|group| matches!(group.determiner, Some(Determiner::Definite | Determiner::Possessive)));
        if definite && filling.frame.object.contains(&Slot::Person) {
            filling.fills.push(Fill { slot: Slot::Person, filler: Filler::Group(id) });
        }
    }

    /// "PDG de Y": the employer is inside the post.
    fn inside_role(&self, filling: &mut Filling<'_>) {
        let pairs = [(Slot::Role, Slot::Employer), (Slot::PreviousRole, Slot::PreviousEmployer)];
        for (role, employer) in pairs {
            let roles: Vec<GroupId> = filling
                .fills
                .iter()
                .filter(|fill| fill.slot == role)
                .filter_map(|fill| match fill.filler {
                    Filler::Group(id) => Some(id),
                    _ => None,
                })
                .collect();
            for id in roles {
                let inside: Vec<GroupId> = employer_inside(self.analysis, id);
                // Named inside the post, the employer is surer than the subject that appoints.
                if let Some(place) = inside.first() {
                    filling.fills.retain(|fill| fill.slot != employer);
                    filling.fills.push(Fill { slot: employer, filler: Filler::Group(*place) });
                }
            }
        }
    }

    fn event(&self, id: GroupId, group: &Group, event: u16, out: &mut Vec<Candidate>) {
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
    fn governors(&self, id: GroupId) -> Vec<&Clause> {
        let outer = crate_anchor(self.analysis, id);
        let near = |g: &GroupId| *g == id || *g == outer;
        let governs = |clause: &&Clause| {
            clause.subject.is_some_and(|s| near(&s))
                || clause.objects.iter().any(near)
                || clause.complements.iter().any(|(_, g)| near(g))
        };
        self.analysis.clauses.iter().filter(governs).collect()
    }

    /// What the verbs around an event noun add: subject, date, and the status of the first that lets it tell anything.
    fn through_governors<'c>(
        &self,
        id: GroupId,
        governors: &[&'c Clause],
        frame: &Frame,
        filling: &mut Filling<'_>,
    ) -> Option<(Status, Option<&'c Clause>)> {
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

    fn through_governor(
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
        let event = crate_anchor(self.analysis, event);
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

    /// "Paul Martin, nouveau directeur général de Téréga": a hiring without a verb.
    fn incoming(&self, id: GroupId, group: &Group, out: &mut Vec<Candidate>) {
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

    fn id(&self, name: &str) -> Option<u16> {
        self.lexicon.prepositions.id(name)
    }

    fn extent(&self, clause: &Clause) -> std::ops::Range<usize> {
        let groups = clause.subject.iter().chain(&clause.objects).chain(clause.complements.iter().map(|(_, g)| g));
        let mut range = clause.verb.tokens.clone();
        for group in groups.filter_map(|id| self.analysis.groups.get(*id)) {
            range.start = range.start.min(group.tokens.start);
            range.end = range.end.max(group.tokens.end);
        }
        range
    }

    /// The status of a clause, its surroundings counted: reported speech, anonymous sources, questions.
    fn status(&self, clause: &Clause) -> Status {
        let status = clause.verb.modality.status(self.told_in_the_past(clause));
        let anonymous = self.analysis.groups.iter().any(|group| {
            let selon = group.preposition.is_some_and(|p| self.lexicon.prepositions.name(p) == "selon");
            selon && self.has_trait(group, NounTrait::Rumour)
        });
        let asked = self.tokens.str(self.analysis.tokens.end.saturating_sub(1)) == "?";
        let unsure = anonymous || asked && clause.link == ClauseLink::Main;
        if unsure && matches!(status, Status::Completed | Status::Planned | Status::Proposed) {
            return Status::Rumored;
        }
        status
    }

    /// "a annoncé qu'il quitterait": the conditional is a future seen from the past.
    fn told_in_the_past(&self, clause: &Clause) -> bool {
        let Some(parent) = clause.parent.and_then(|p| self.analysis.clauses.get(p)) else { return false };
        let verb = self.lexicon.verbs.get(parent.verb.predicate.verb);
        let speech = verb.is_some_and(|v| v.traits.has(Trait::Speech));
        let past =
            parent.verb.modality.past || matches!(parent.verb.modality.mood, Some((_, Tense::Imperfect | Tense::Past)));
        clause.link == ClauseLink::Reported && past && (speech || parent.verb.causative)
    }

    fn has_trait(&self, group: &Group, wanted: NounTrait) -> bool {
        match group.head {
            Head::Common(word) => self.lexicon.noun_trait(word) == Some(wanted),
            _ => false,
        }
    }
}

/// What a state must be told as, so that it begins: "dirigera", "est appelé à diriger".
fn is_to_come(status: Status) -> bool {
    matches!(status, Status::Planned | Status::Proposed)
}

/// The outermost group that a group depends on.
fn crate_anchor(analysis: &Analysis, id: GroupId) -> GroupId {
    let mut at = id;
    for _ in 0..8 {
        match analysis.groups.get(at).and_then(|group| group.parent) {
            Some(next) if next != at => at = next,
            _ => break,
        }
    }
    at
}

/// The organizations that a post belongs to, by "de": "directeur de la recherche de Y" too.
pub(crate) fn employer_inside(analysis: &Analysis, role: GroupId) -> Vec<GroupId> {
    let mut found = Vec::new();
    let mut open = vec![role];
    let mut steps = 0;
    while let Some(id) = open.pop() {
        steps += 1;
        if steps > 16 {
            break;
        }
        for (child, group) in children(analysis, id) {
            match group.head {
                Head::Entity(_, EntityKind::Organization) | Head::Organization { .. } => found.push(child),
                Head::Common(_) | Head::Role(RoleKind::Office) => open.push(child),
                _ => {}
            }
        }
    }
    found.sort_unstable();
    found
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
