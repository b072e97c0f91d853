//! Looking back for the one that words mean.

use super::discourse::{Discourse, Trace};
use crate::lexicon::{Gender, WordId};
use crate::types::EntityKind;

/// What is sought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'w> {
    /// Whether a person may be meant.
    pub person: bool,
    /// Whether an organization may be meant.
    pub organization: bool,
    /// The gender of the words, where it tells something.
    pub gender: Option<Gender>,
    /// How many sentences back.
    pub reach: usize,
    /// What each sentence back costs.
    pub step: i32,
    /// How much it counts that the article is about an organization: descriptions look further than pronouns.
    pub focus: i32,
    /// Who fills another slot of the same relation and cannot be meant.
    pub barred: &'w [usize],
    /// The noun of a description, if it is one that does not fit everything.
    pub noun: Option<WordId>,
}

/// No more mentions than these are looked at, so that the cost stays linear in the article.
const LOOK: usize = 64;

impl Wanted<'_> {
    /// Whether an entity can be meant at all.
    pub fn suits(&self, discourse: &Discourse<'_>, entity: usize) -> bool {
        let kind = match discourse.kind(entity) {
            Some(EntityKind::Person) => self.person,
            Some(EntityKind::Organization) => self.organization,
            _ => false,
        };
        kind && !self.barred.contains(&entity) && discourse.fits(entity, self.gender)
    }

    fn score(&self, discourse: &Discourse<'_>, trace: &Trace, back: usize, rank: usize) -> i32 {
        let back = i32::try_from(back).unwrap_or(i32::MAX / 64);
        let rank = i32::try_from(rank).unwrap_or(0).min(8);
        let organization = discourse.kind(trace.entity) == Some(EntityKind::Organization);
        let known = match organization {
            true => discourse.prominence(trace.entity) * self.focus,
            false => i32::try_from(discourse.count(trace.entity).min(6)).unwrap_or(0),
        };
        let called = self.noun.is_some_and(|noun| discourse.is_called(trace.entity, noun));
        let gender = self.gender.is_some() && discourse.gender(trace.entity) == self.gender;
        let extra = if called { 40 } else { 0 } + if gender { 3 } else { 0 };
        trace.weight + known + extra - back * self.step - rank
    }

    /// The best entity before a token: each sentence back costs, being a subject helps, and so does being what the
    /// article is about.
    pub fn best<'t>(&self, discourse: &'t Discourse<'_>, token: usize, sentence: usize) -> Option<&'t Trace> {
        let mut best: Option<(i32, &Trace)> = None;
        for (rank, trace) in discourse.before(token, sentence, self.reach).take(LOOK).enumerate() {
            if !self.suits(discourse, trace.entity) {
                continue;
            }
            let score = self.score(discourse, trace, sentence.saturating_sub(trace.sentence), rank);
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, trace));
            }
        }
        best.map(|(_, trace)| trace)
    }
}
