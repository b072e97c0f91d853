//! From tense, mood, carrying verbs and negation to the status of the event.

use crate::lexicon::{Effect, Mood, Tense};
use crate::types::Status;

/// How a verb is negated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Negated {
    /// Not at all.
    #[default]
    No,
    /// "ne … pas", "ne … jamais", "sans".
    Yes,
    /// "ne … plus": it was so, and is over.
    NoLonger,
}

/// What the verb group says of how sure the event is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Modality {
    /// Of the finite verb.
    pub mood: Option<(Mood, Tense)>,
    /// A compound tense.
    pub past: bool,
    /// Of the finite verb.
    pub negated: Negated,
    /// Of the verb that tells the event, below a carrying verb.
    pub negated_inside: Negated,
    /// Of the carrying verbs, from the finite one down.
    pub effects: Vec<Effect>,
}

impl Modality {
    /// How the verb that tells the event is negated, itself or by the verb that carries it.
    pub fn negation(&self) -> Negated {
        if self.negated == Negated::No { self.negated_inside } else { self.negated }
    }

    /// The same, affirmed.
    #[must_use]
    pub fn affirmed(&self) -> Modality {
        Modality { negated: Negated::No, negated_inside: Negated::No, ..self.clone() }
    }

    /// The status that the verb group gives to its event. `future_in_past` tells that the conditional reports what
    /// was to come ("a annoncé qu'il quitterait") rather than a rumour.
    pub fn status(&self, future_in_past: bool) -> Status {
        let mut status = self.of_tense(future_in_past);
        for effect in &self.effects {
            status = self.through(*effect, status);
        }
        if self.negated == Negated::Yes || self.negated_inside == Negated::Yes {
            status = negation(status);
        }
        status
    }

    fn of_tense(&self, future_in_past: bool) -> Status {
        match self.mood {
            Some((Mood::Conditional, _)) if future_in_past => Status::Planned,
            Some((Mood::Conditional, _)) => Status::Rumored,
            Some((Mood::Indicative, Tense::Future)) if !self.past => Status::Planned,
            _ => Status::Completed,
        }
    }

    fn through(&self, effect: Effect, status: Status) -> Status {
        let conditional = matches!(self.mood, Some((Mood::Conditional, _)));
        match effect {
            // "dément vouloir racheter".
            _ if status == Status::Denied => status,
            Effect::None | Effect::Causative | Effect::Passive => status,
            Effect::Future if self.past => status,
            Effect::Future => at_least(status, Status::Planned),
            Effect::Due if self.past && !conditional => status,
            Effect::Due => Status::Planned,
            Effect::Possible if conditional => Status::Rumored,
            Effect::Possible if self.past => status,
            Effect::Possible => Status::Proposed,
            Effect::Planned if conditional => Status::Rumored,
            Effect::Planned => at_least(status, Status::Planned),
            Effect::Proposed if conditional && status == Status::Rumored => Status::Rumored,
            Effect::Proposed | Effect::Tentative => Status::Proposed,
            Effect::Denied | Effect::Ended => Status::Denied,
        }
    }
}

/// The less certain of what is known and what is added.
fn at_least(status: Status, least: Status) -> Status {
    if status == Status::Completed { least } else { status }
}

fn negation(status: Status) -> Status {
    match status {
        Status::Denied => Status::Proposed,
        _ => Status::Denied,
    }
}
