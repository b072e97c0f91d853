//! Frames: what a verb or a noun means, as data.

use super::slot::{RelationKind, Slot};
use crate::clause::{Group, Head, Negated};
use crate::lexicon::{Modifier, VerbId};
use crate::types::{EntityKind, InvestmentKind, Reason, Status};
use serde::Deserialize;

/// What a verb or noun tells, and which of its functions fills which slot.
#[derive(Clone, Debug)]
pub struct Frame {
    /// `hiring.recruter`.
    pub id: Box<str>,
    /// What it tells.
    pub relation: RelationKind,
    /// Slots that the subject may fill, the first that fits.
    pub subject: Vec<Slot>,
    /// Slots that objects may fill, each the first free one that fits.
    pub object: Vec<Slot>,
    /// Slots of who makes it happen, in "fait entrer".
    pub causer: Vec<Slot>,
    /// Slots that "son", "leur" before the noun may fill.
    pub possessor: Vec<Slot>,
    /// Slots that the person may fill whom a noun of `describing` stands for: "son successeur, X".
    pub named: Vec<Slot>,
    /// Slots that "lui", "leur" before the verb may fill.
    pub dative: Vec<Slot>,
    /// Slots that "en" before the verb may fill.
    pub en: Vec<Slot>,
    /// Slots that groups behind prepositions may fill.
    pub complements: Vec<(u16, Vec<Slot>)>,
    /// Slots of amounts, parts and dates inside other fillers.
    pub measures: Vec<Slot>,
    /// Slots without which it tells nothing; of several together, one is enough.
    pub requires: Vec<Vec<Slot>>,
    /// Slots that the article must tell, here or elsewhere; the organization that it is merely about does not count.
    pub wants: Vec<Vec<Slot>>,
    /// Slots whose presence shows that it tells something else.
    pub excludes: Vec<Slot>,
    /// Prepositions that show the same.
    pub excludes_prepositions: Vec<u16>,
    /// For a noun: slots that the subject of the verb around it may fill, by that verb ("X mène le tour": the investor);
    /// none if with that verb it tells nothing ("X exige la démission"). The subject of any other verb fills `subject`.
    pub supports: Vec<(VerbId, Option<Vec<Slot>>)>,
    /// Whether the noun tells its event only with one of those verbs.
    pub supported: bool,
    /// For a noun: prepositions by which it hangs on a verb whose subject does it: "grandit avec le rachat de X".
    pub through: Vec<u16>,
    /// Whether who is listed with the subject is who it is done with: "X et Y fusionnent".
    pub reciprocal: bool,
    /// Whether a headline may leave out the verb: "X au capital de Y".
    pub verbless: bool,
    /// Whether it tells of one bidder among several, so that another sentence may tell for what.
    pub rival: bool,
    /// With which negation it is told.
    pub polarity: Polarity,
    /// Whether the verb tells a state, which is an event only where it is told to come: "dirigera", "appelé à diriger".
    pub begins: bool,
    /// Whether an object shows that it tells something else: "signer à X", not "signer un accord à X".
    pub intransitive: bool,
    /// Whether a town or country may stand for its club or authority.
    pub places: bool,
    /// The status of what is told as a fact.
    pub status: Option<Status>,
    /// Why somebody leaves.
    pub reason: Option<Reason>,
    /// Of which kind an investment is.
    pub kind: Option<InvestmentKind>,
    /// How sure it is, from 0 to 1, before what fills the slots is looked at.
    pub confidence: f32,
    /// The verbs, idioms and nouns that call it up, as its file spells them.
    pub triggers: Vec<Box<str>>,
}

impl Frame {
    /// Whether the slots that are filled suffice, and none speaks against it.
    pub fn is_told_by(&self, filled: impl Fn(Slot) -> bool) -> bool {
        let enough = self.requires.iter().all(|any| any.iter().any(|slot| filled(*slot)));
        enough && !self.excludes.iter().any(|slot| filled(*slot))
    }

    /// Whether it tells nothing without a slot, or without one of several that hold this one.
    pub fn needs(&self, slot: Slot) -> bool {
        self.requires.iter().any(|any| any.contains(&slot))
    }

    /// Whether a group may fill a slot of it.
    pub fn accepts(&self, slot: Slot, group: &Group) -> bool {
        // Money goes into organizations; "dans la formation", "dans une usine" is spending of one's own.
        let part = slot == Slot::Target && matches!(group.head, Head::Organization { part: true, .. });
        // What a declared type holds, its own file says.
        let own = matches!(slot, Slot::Own(_));
        let place = own || self.places || !group.is_entity(EntityKind::Place);
        // "jusque-là chez X": where somebody was is not where he comes to.
        let come = self.relation == RelationKind::Hiring && slot == Slot::Employer || slot == Slot::Destination;
        let over = come && group.time == Some(Modifier::Former);
        self.tells(slot) && slot.accepts(group) && !part && !over && place
    }

    /// Whether the relations that it tells have such a slot.
    fn tells(&self, slot: Slot) -> bool {
        let own = matches!(slot, Slot::Own(_));
        slot == Slot::Date || own == matches!(self.relation, RelationKind::Own(_))
    }

    /// The status of the event, from that of the clause.
    pub fn status_of(&self, clause: Status) -> Status {
        match (self.status, self.polarity) {
            (Some(Status::Denied), _) => Status::Denied,
            // The negation makes the event rather than denying it.
            (own, Polarity::Negative) if clause == Status::Denied => own.unwrap_or(Status::Completed),
            (Some(own), _) if clause == Status::Completed => own,
            _ => clause,
        }
    }

    /// The slots that the subject of a verb around its noun may fill; none if the verb makes the noun tell nothing.
    pub fn subject_of(&self, verb: VerbId) -> Option<&[Slot]> {
        match self.supports.iter().find(|(known, _)| *known == verb) {
            Some((_, slots)) => slots.as_deref(),
            None if self.supported => None,
            None => Some(&self.subject),
        }
    }

    /// How many slots a group behind a preposition may fill.
    pub fn choice(&self, preposition: u16) -> usize {
        let known = self.complements.iter().find(|(known, _)| *known == preposition);
        known.map_or(0, |(_, slots)| slots.len())
    }

    /// Whether any function of the frame fills a slot.
    pub fn fills(&self, slot: Slot) -> bool {
        let functions = [&self.subject, &self.object, &self.causer, &self.possessor, &self.dative, &self.en];
        let around = self.supports.iter().filter_map(|(_, slots)| slots.as_ref());
        let complements = self.complements.iter().map(|(_, slots)| slots);
        functions.into_iter().chain(complements).chain(around).any(|slots| slots.contains(&slot))
    }
}

/// A frame that a verb, idiom or noun calls up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// Index among the frames.
    pub frame: usize,
    /// In which voice of the verb.
    pub voice: VoiceWanted,
}

/// The voice in which a verb tells its event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VoiceWanted {
    /// Active or passive, not reflexive.
    #[default]
    Plain,
    /// With "se".
    Reflexive,
    /// Passive: "est remercié", not "remercie".
    Passive,
    /// Any.
    Any,
}

/// With which negation a verb tells its event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Polarity {
    /// Affirmed; negated, the event is denied.
    #[default]
    Deniable,
    /// Affirmed only.
    Positive,
    /// "ne … pas": "n'est pas reconduit" tells that somebody leaves.
    Negative,
    /// "ne … plus": it was so, and is over.
    NoLonger,
}

impl Polarity {
    /// Whether it allows a negation.
    pub fn fits(self, negated: Negated) -> bool {
        match self {
            Polarity::Deniable => negated != Negated::NoLonger,
            Polarity::Positive => negated == Negated::No,
            Polarity::Negative => negated == Negated::Yes,
            Polarity::NoLonger => negated == Negated::NoLonger,
        }
    }
}
