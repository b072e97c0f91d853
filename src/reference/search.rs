//! Looking back for the one that words mean.

use super::discourse::{Discourse, Trace};
use super::expected::Expected;
use super::words::words;
use crate::lexicon::{Gender, WordId};
use crate::types::EntityKind;

/// What is sought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'w> {
    /// Which kinds may be meant.
    pub expected: Expected,
    /// The gender of the words, where it tells something.
    pub gender: Option<Gender>,
    /// How many sentences back.
    pub reach: usize,
    /// What each sentence back costs.
    pub step: i32,
    /// How much it counts that the article is about an organization: descriptions look further than pronouns.
    pub focus: i32,
    /// Who cannot be meant: who fills another slot of the same relation, another place of the same clause.
    pub barred: &'w [usize],
    /// What a description of an organization says.
    pub description: Description<'w>,
}

/// What a description of an organization says: "le fonds néerlandais".
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Description<'w> {
    /// Its noun, if it is one that does not fit everything.
    pub noun: Option<WordId>,
    /// The sort of organization that the noun tells, if it fits only some.
    pub class: Option<&'w str>,
    /// Whether the noun fits every company: "la société".
    pub generic: bool,
    /// Whether the noun tells a young company: "la pépite".
    pub young: bool,
    /// An adjective of place.
    pub place: Option<WordId>,
    /// The code of the country that the adjective tells.
    pub country: Option<&'w str>,
    /// Which organization the article is most about.
    pub focused: Option<usize>,
}

impl Description<'_> {
    /// "le fonds", "la banque": one that is told to be that. A company goes by many nouns, and what the article is most
    /// about by those of a company too.
    fn fits(&self, discourse: &Discourse<'_>, entity: usize) -> bool {
        let Some(class) = self.class else { return true };
        let mut told = discourse.classes(entity).peekable();
        let untold = told.peek().is_none();
        let company = words().has("business", class);
        let same = |known: &str| known == class || company && words().has("business", known);
        if self.generic {
            return untold || self.focused == Some(entity) || told.any(|known| !words().has("unbusinesslike", known));
        }
        told.any(same) || company && (untold || self.focused == Some(entity))
    }

    /// "le groupe néerlandais" is no company of another country.
    fn is_there(&self, discourse: &Discourse<'_>, entity: usize) -> bool {
        let Some(wanted) = self.country else { return true };
        let mut told = discourse.countries(entity).peekable();
        told.peek().is_none() || told.any(|known| known == wanted)
    }

    fn score(&self, discourse: &Discourse<'_>, entity: usize) -> i32 {
        let called = |word: Option<WordId>| word.is_some_and(|word| discourse.is_called(entity, word));
        let same = |class: &str| discourse.classes(entity).any(|known| known == class);
        let there = self.country.is_some_and(|wanted| discourse.countries(entity).any(|known| known == wanted));
        let noun = if called(self.noun) { 40 } else { 0 };
        let class = if self.class.is_some_and(same) { 8 } else { 0 };
        let place = if there || called(self.place) { 12 } else { 0 };
        let young = if self.young && discourse.is_young(entity) { 20 } else { 0 };
        noun + class + place + young
    }
}

/// No more mentions than these are looked at, so that the cost stays linear in the article.
const LOOK: usize = 64;

impl Wanted<'_> {
    /// Whether an entity can be meant at all.
    pub fn suits(&self, discourse: &Discourse<'_>, entity: usize) -> bool {
        let kind = discourse.kind(entity);
        // Words of both genders mean one company.
        let fits = kind != Some(EntityKind::Person) || discourse.fits(entity, self.gender);
        self.expected.allows(kind) && fits && !self.barred.contains(&entity) && self.is_described(discourse, entity)
    }

    fn is_described(&self, discourse: &Discourse<'_>, entity: usize) -> bool {
        self.description.fits(discourse, entity) && self.description.is_there(discourse, entity)
    }

    fn score(&self, discourse: &Discourse<'_>, trace: &Trace, back: usize, rank: usize) -> i32 {
        let rank = i32::try_from(rank).unwrap_or(0).min(8);
        let organization = discourse.kind(trace.entity) == Some(EntityKind::Organization);
        let prominence = discourse.prominence(trace.entity);
        let known = if organization && self.focus > 0 { prominence * self.focus } else { prominence / 2 };
        let described = self.description.score(discourse, trace.entity);
        let told = if organization { trace.gender } else { discourse.gender(trace.entity) };
        let gender = match (self.gender, told) {
            (Some(wanted), Some(told)) if wanted == told => 3,
            (Some(_), Some(_)) => -6,
            _ => 0,
        };
        trace.weight + known + described + gender - self.distance(back) - rank
    }

    /// What a distance in sentences costs.
    pub fn distance(&self, back: usize) -> i32 {
        i32::try_from(back).unwrap_or(i32::MAX / 64) * self.step
    }

    /// The best of the mentions before some words, with its score: each sentence back costs, being a subject helps, and
    /// so does being what the article is about.
    pub fn best<'t>(
        &self,
        discourse: &Discourse<'_>,
        before: &'t [Trace],
        sentence: usize,
    ) -> Option<(i32, &'t Trace)> {
        let mut best: Option<(i32, &Trace)> = None;
        let near = before.iter().rev().take_while(|trace| trace.sentence + self.reach >= sentence);
        for (rank, trace) in near.take(LOOK).enumerate() {
            if !self.suits(discourse, trace.entity) {
                continue;
            }
            let score = self.score(discourse, trace, sentence.saturating_sub(trace.sentence), rank);
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, trace));
            }
        }
        best
    }
}
