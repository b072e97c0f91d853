//! How sure a clause is of its event.

use super::super::frame::{Frame, Polarity};
use super::Reading;
use crate::clause::{Arguments, Clause, ClauseLink, Group, Head};
use crate::lexicon::{NounTrait, Tense, Trait};
use crate::types::Status;

impl Reading<'_> {
    #[inline]
    pub(super) fn id(&self, name: &str) -> Option<u16> {
        let usual = self.lexicon.prepositions.usual();
        match name {
            "de" => usual.de,
            "à" => usual.a,
            "par" => usual.par,
            "avec" => usual.avec,
            "selon" => usual.selon,
            _ => self.lexicon.prepositions.id(name),
        }
    }

    pub(super) fn arguments(&self, clause: &Clause) -> Arguments {
        clause.arguments(self.analysis, self.id("par"), self.id("à"))
    }

    pub(super) fn extent(&self, clause: &Clause) -> std::ops::Range<usize> {
        let groups = clause.subject.iter().chain(&clause.objects).chain(clause.complements.iter().map(|(_, g)| g));
        let mut range = clause.verb.tokens.clone();
        for group in groups.filter_map(|id| self.analysis.groups.get(*id)) {
            range.start = range.start.min(group.tokens.start);
            range.end = range.end.max(group.tokens.end);
        }
        range
    }

    /// The status of a clause, its surroundings counted: reported speech, anonymous sources, questions.
    pub(super) fn status(&self, clause: &Clause) -> Status {
        let status = clause.verb.modality.status(self.told_in_the_past(clause));
        let anonymous = self.analysis.groups.iter().any(|group| {
            let selon = group.preposition.is_some() && group.preposition == self.id("selon");
            selon && self.has_trait(group, NounTrait::Rumour)
        });
        let asked = self.tokens.str(self.analysis.tokens.end.saturating_sub(1)) == "?";
        let unsure = anonymous || asked && clause.link == ClauseLink::Main;
        if unsure && matches!(status, Status::Completed | Status::Planned | Status::Proposed) {
            return Status::Rumored;
        }
        status
    }

    /// "ne serait pas renouvelé": where the negation makes the event, its status is what is left without it.
    pub(super) fn status_without_negation(&self, clause: &Clause, frame: &Frame, told: Status) -> Status {
        if !matches!(frame.polarity, Polarity::Negative | Polarity::NoLonger) || told != Status::Denied {
            return told;
        }
        let bare = clause.verb.modality.affirmed().status(self.told_in_the_past(clause));
        if bare == Status::Denied { Status::Completed } else { bare }
    }

    /// "a annoncé qu'il quitterait": the conditional is a future seen from the past.
    pub(super) fn told_in_the_past(&self, clause: &Clause) -> bool {
        let Some(parent) = clause.parent.and_then(|p| self.analysis.clauses.get(p)) else { return false };
        let verb = self.lexicon.verbs.get(parent.verb.predicate.verb);
        let speech = verb.is_some_and(|v| v.traits.has(Trait::Speech));
        let past =
            parent.verb.modality.past || matches!(parent.verb.modality.mood, Some((_, Tense::Imperfect | Tense::Past)));
        clause.link == ClauseLink::Reported && past && (speech || parent.verb.causative)
    }

    pub(super) fn has_trait(&self, group: &Group, wanted: NounTrait) -> bool {
        self.trait_of(group) == Some(wanted)
    }

    pub(super) fn trait_of(&self, group: &Group) -> Option<NounTrait> {
        match group.head {
            Head::Common(word) => self.lexicon.noun_trait(word),
            // "la majorité", "les titres" are organizations elsewhere.
            Head::Organization { .. } | Head::Event(_) => {
                self.lexicon.noun_trait(self.tokens.get(group.core.start).word)
            }
            _ => None,
        }
    }
}
