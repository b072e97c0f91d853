//! Participles, gerunds and infinitives: whose they are.

use super::super::attach;
use super::super::group::{Group, GroupId, Head};
use super::super::status::{Modality, Negated};
use super::super::verb::{VerbGroup, Voice, agreement};
use super::super::{Clause, ClauseLink};
use super::{Before, Linker, Open};
use crate::lexicon::{Auxiliary, Effect, Link, Mood, NounTrait, Number, Pronoun, VerbForm};
use crate::types::EntityKind;

impl Linker<'_> {
    pub(super) fn past_participle(&mut self, mut verb: VerbGroup) {
        if let Some(modality) = self.shared_auxiliary() {
            verb.voice = Voice::Active;
            verb.modality = Modality { negated_inside: verb.modality.negated, ..modality };
            return self.join_clause(verb);
        }
        let candidate = self.top().filter(|open| open.clause.is_none()).and_then(|open| open.candidate);
        let joined = self.before == Before::Coordination;
        let host = match (self.before, self.last) {
            (Before::Group, Some(last)) => {
                let host = attach::agreeing(&self.groups, last, agreement(verb.form));
                // "A et B élus": both.
                let plural = matches!(verb.form, VerbForm::PastParticiple(_, Number::Plural));
                host.map(|host| self.groups.get(host).and_then(|group| group.first).filter(|_| plural).unwrap_or(host))
            }
            (Before::Comma | Before::Open, Some(last)) => Some(attach::anchor(&self.groups, last)),
            (Before::Other | Before::Preposition, Some(_)) => candidate,
            _ => None,
        };
        if !self.has_finite && candidate.is_some() && (host == candidate || joined) {
            let place = self.stack.len() - 1;
            self.serve(place, verb);
            return;
        }
        if let Some(host) = host.filter(|_| self.fresh_after_comma && host == self.fresh) {
            self.detach(host);
        }
        let shared = self.top_clause().filter(|_| joined).and_then(|c| self.clauses.get(c)).and_then(|c| c.subject);
        self.dependent(verb, ClauseLink::Participle, host.or(shared));
    }

    /// "a vendu ses parts et quitté l'entreprise": what "avoir" says of the verb before.
    fn shared_auxiliary(&self) -> Option<Modality> {
        let clause = self.top_clause().and_then(|clause| self.clauses.get(clause))?;
        let compound = clause.verb.modality.past && matches!(clause.verb.form, VerbForm::Finite(..));
        let shared = self.before == Before::Coordination && compound && clause.verb.voice == Voice::Active;
        let avoir = self.lexicon.verbs.get(clause.verb.predicate.verb).is_some_and(|v| v.auxiliary == Auxiliary::Avoir);
        (shared && avoir).then(|| clause.verb.modality.clone())
    }

    pub(super) fn present_participle(&mut self, verb: VerbGroup) {
        let top = self.top_clause().and_then(|c| self.clauses.get(c)).and_then(|c| c.subject);
        let candidate = self.top().and_then(|open| open.candidate);
        let subject = match self.before {
            _ if verb.gerund => top.or(candidate),
            Before::Group => {
                let own = self.fresh.or(self.last);
                own.into_iter().for_each(|id| self.detach(id));
                own
            }
            Before::Comma | Before::Coordination => top.or(candidate),
            _ => None,
        };
        self.dependent(verb, ClauseLink::Participle, subject);
    }

    pub(super) fn infinitive(&mut self, mut verb: VerbGroup) {
        let preposition = self.preposition.take().map(|p| self.lexicon.prepositions.name(p).to_owned());
        if matches!(preposition.as_deref(), Some("sans" | "faute de")) {
            verb.modality.negated = Negated::Yes;
        }
        let clause = self.top().and_then(|open| open.clause).and_then(|c| self.clauses.get(c));
        match preposition.as_deref() {
            Some("pour" | "en vue de") => self.aim(&mut verb),
            // "serait sur le point d'acquérir": the verb before only places the event in time.
            Some("sur le point de") => {
                verb.modality.effects.insert(0, Effect::Planned);
                verb.modality.mood = clause.and_then(|clause| clause.verb.modality.mood);
            }
            // "serait en train de lever": as sure as it is told.
            Some("en train de") => verb.modality.mood = clause.and_then(|clause| clause.verb.modality.mood),
            Some(name) => self.carry(name, &mut verb),
            None => {}
        }
        let clause = self.top().and_then(|open| open.clause).and_then(|c| self.clauses.get(c));
        let subject = clause.and_then(|clause| {
            let passive = clause.verb.voice == Voice::Passive;
            // "a convaincu X d'investir", "nomme X pour diriger": the object does it.
            let led = matches!(preposition.as_deref(), Some("de" | "à"));
            let acts =
                |group: &Group| group.is_entity(EntityKind::Person) || led && group.is_entity(EntityKind::Organization);
            let object = clause.objects.iter().copied().find(|id| self.groups.get(*id).is_some_and(acts));
            // "X mise sur Y pour diriger Z": whoever is counted on does it.
            let aim = matches!(preposition.as_deref(), Some("pour" | "afin de"));
            let counted = || self.counted_on(clause).filter(|_| aim);
            if passive { clause.subject } else { object.or_else(counted).or(clause.subject) }
        });
        let subject = self.turn(subject).or(subject);
        // "X en négociations pour racheter Y": a headline without a finite verb.
        let headed = || self.top().filter(|_| !self.has_finite && clause.is_none()).and_then(|open| open.candidate);
        let subject = subject.or_else(headed);
        self.dependent(verb, ClauseLink::Infinitive, subject);
    }

    /// "mise sur X", "fait appel à X", "se tourne vers X": a person, where the subject is an organization.
    fn counted_on(&self, clause: &Clause) -> Option<GroupId> {
        let kind = |id: GroupId, kind: EntityKind| self.groups.get(id).is_some_and(|group| group.is_entity(kind));
        let house = clause.subject.is_some_and(|id| kind(id, EntityKind::Organization));
        let toward = |preposition: u16| matches!(self.lexicon.prepositions.name(preposition), "sur" | "à" | "vers");
        let mut named = clause.complements.iter().filter(|(preposition, _)| toward(*preposition)).map(|(_, id)| *id);
        named.find(|id| house && kind(*id, EntityKind::Person))
    }

    /// "c'est au tour de X de quitter Y", "c'est à X de": under "ce", whoever was named last does it.
    fn turn(&self, subject: Option<GroupId>) -> Option<GroupId> {
        let neuter = |group: &Group| matches!(group.head, Head::Pronoun(Pronoun::Neuter));
        let subject = subject.filter(|id| self.groups.get(*id).is_some_and(neuter))?;
        let named = |id: &GroupId| self.groups.get(*id).is_some_and(|group| group.is_entity(EntityKind::Person));
        (subject..self.groups.len()).rev().find(named)
    }

    /// "n'a pas l'intention de", "le projet de": the noun before an infinitive says that it is only wished for.
    pub(super) fn intends(&self) -> bool {
        let noun = self.last.filter(|_| !self.verb_since).and_then(|last| self.groups.get(last));
        noun.is_some_and(|group| match group.head {
            Head::Common(word) => self.lexicon.noun_trait(word) == Some(NounTrait::Prospective),
            _ => false,
        })
    }

    /// "négocie pour racheter", "a payé 3 millions pour racheter": an aim is planned, unless what is done for it says more.
    fn aim(&self, verb: &mut VerbGroup) {
        let Some(above) = self.top().and_then(|open| open.clause).and_then(|c| self.clauses.get(c)) else {
            let waiting = self.top().into_iter().flat_map(|open| open.waiting.iter().map(|(_, id)| *id));
            let effect = self.aim_of_noun(waiting);
            return verb.modality.effects.insert(0, effect.unwrap_or(Effect::Planned));
        };
        let voice = (above.verb.voice == Voice::Reflexive, above.verb.voice == Voice::Passive);
        let by_verb = || self.lexicon.effect(above.verb.predicate.verb, voice.0, voice.1, Link::Pour);
        let groups = above.objects.iter().chain(above.complements.iter().map(|(_, id)| id)).chain(&above.subject);
        match self.aim_of_noun(groups.copied()).or_else(by_verb) {
            Some(effect) => {
                verb.modality = Modality { negated_inside: verb.modality.negated, ..above.verb.modality.clone() };
                verb.modality.effects.push(effect);
            }
            None => {
                // "serait bien placé pour racheter".
                if matches!(above.verb.modality.mood, Some((Mood::Conditional, _))) {
                    verb.modality.mood = above.verb.modality.mood;
                }
                verb.modality.effects.insert(0, Effect::Planned);
            }
        }
    }

    /// "est en négociations avec X pour", "a conclu un accord pour".
    fn aim_of_noun(&self, groups: impl Iterator<Item = GroupId>) -> Option<Effect> {
        groups.filter_map(|id| self.groups.get(id)).find_map(|group| match group.head {
            Head::Common(word) => match self.lexicon.noun_trait(word)? {
                NounTrait::Prospective => Some(Effect::Proposed),
                NounTrait::Settled => Some(Effect::None),
                _ => None,
            },
            _ => None,
        })
    }

    /// "pas question de nommer X", "il n'est pas question de": refused; "il est question de": proposed.
    fn asks(&self) -> Option<Effect> {
        let group = self.last.filter(|_| !self.verb_since).and_then(|last| self.groups.get(last))?;
        let asks =
            matches!(group.head, Head::Common(word) if self.lexicon.noun_trait(word) == Some(NounTrait::Question));
        let above = self.top().and_then(|open| open.clause).and_then(|clause| self.clauses.get(clause));
        let negated = above.is_some_and(|clause| clause.verb.modality.negated != Negated::No);
        let refused = negated || group.tokens.start < group.core.start;
        asks.then_some(if refused { Effect::Denied } else { Effect::Proposed })
    }

    /// "a songé, selon X, à racheter": what the verb before says of the infinitive reaches it across other words.
    pub(super) fn carry(&self, preposition: &str, verb: &mut VerbGroup) {
        let link = match preposition {
            "de" => Link::De,
            "à" => Link::A,
            _ => return,
        };
        if let Some(effect) = self.asks() {
            verb.modality.effects.insert(0, effect);
            return;
        }
        if self.intends() {
            let above = self.top().and_then(|open| open.clause).and_then(|c| self.clauses.get(c));
            if let Some(above) = above {
                verb.modality = Modality { negated_inside: verb.modality.negated, ..above.verb.modality.clone() };
                // "dément toute intention de", "renonce au projet de".
                let said = self.lexicon.effect(above.verb.predicate.verb, false, false, Link::Bare);
                verb.modality.effects.extend(said);
            }
            verb.modality.effects.push(Effect::Proposed);
            return;
        }
        let Some(above) = self.top().and_then(|open| open.clause).and_then(|c| self.clauses.get(c)) else { return };
        let above = &above.verb;
        let voice = (above.voice == Voice::Reflexive, above.voice == Voice::Passive);
        let Some(effect) = self.lexicon.effect(above.predicate.verb, voice.0, voice.1, link) else { return };
        verb.modality = Modality { negated_inside: verb.modality.negated, ..above.modality.clone() };
        verb.modality.effects.push(effect);
        verb.carriers = above.carriers.clone();
        verb.carriers.push(above.predicate.verb);
    }

    /// A clause without a finite verb; one without a subject waits for that of its sentence.
    pub(super) fn dependent(&mut self, verb: VerbGroup, link: ClauseLink, subject: Option<GroupId>) {
        let parent = self.top_clause();
        let clause = self.new_clause(verb, link, parent, subject);
        if subject.is_none() {
            if let Some(open) = self.stack.iter_mut().rev().find(|open| open.clause.is_none()) {
                open.orphans.push(clause);
            }
        }
        let mut open = Open::new(link, parent);
        open.clause = Some(clause);
        self.open(open);
    }
}
