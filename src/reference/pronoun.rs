//! "il", "elle", "ce dernier", "ils".

use super::discourse::Trace;
use super::expected::{Expected, expected};
use super::place::Place;
use super::reader::{Reader, Thing};
use super::search::Wanted;
use super::words::words;
use crate::clause::{Clause, ClauseLink, Head};
use crate::lexicon::{Number, Pronoun};
use crate::types::EntityKind;

/// How many sentences back a pronoun looks.
pub(super) const PRONOUN_REACH: usize = 3;
/// How many sentences back a pronoun means the person whom the article is about.
const FAR_REACH: usize = 10;
/// How much an article must be about that person: named in the title or standfirst, and often.
const PROTAGONIST: i32 = 7;
/// How many sentences later somebody may be named whom a pronoun meant already.
const AHEAD: usize = 2;
/// No more mentions than these are looked at to see who was named at all.
pub(super) const SEEN: usize = 256;
/// No more nouns than these are weighed against the names before a pronoun.
const THINGS: usize = 8;

impl Reader<'_, '_> {
    /// Whom a pronoun means.
    pub(super) fn pronoun(&self, place: Place<'_>) -> Option<Vec<usize>> {
        let (group, sentence) = (place.group, place.sentence());
        if place.is_ordinal() {
            return self.ordinal(place);
        }
        let expected = expected(self.told, place.analysis, place.candidates, place.id);
        let others = self.others(place);
        if group.number == Number::Plural {
            return self.sets.best(self.discourse, &self.seen, sentence, expected, group.gender, None);
        }
        let wanted = Self::wanted(expected, group.gender, PRONOUN_REACH, &others);
        if matches!(group.head, Head::Pronoun(Pronoun::Demonstrative(..))) {
            return self.nearest(sentence, wanted).map(|entity| vec![entity]);
        }
        if let Some(entity) = self.just_introduced(place, wanted) {
            return Some(vec![entity]);
        }
        let thing = self.best_thing(sentence, wanted);
        match wanted.best(self.discourse, &self.seen, sentence) {
            Some((score, trace)) => thing.is_none_or(|thing| thing < score).then(|| vec![trace.entity]),
            None if thing.is_none() => {
                self.protagonist(sentence, wanted).or_else(|| self.ahead(place, wanted)).map(|e| vec![e])
            }
            None => None,
        }
    }

    /// The person whom the whole article is about, if nobody else was spoken of lately.
    fn protagonist(&self, sentence: usize, wanted: Wanted<'_>) -> Option<usize> {
        let wanted =
            Wanted { expected: Expected { organization: false, ..wanted.expected }, reach: FAR_REACH, ..wanted };
        let (_, trace) = wanted.best(self.discourse, &self.seen, sentence)?;
        (self.discourse.prominence(trace.entity) >= PROTAGONIST).then_some(trace.entity)
    }

    /// "À 45 ans, elle prend la tête du port. Claire Petit…": the next one named, if nobody was before.
    fn ahead(&self, place: Place<'_>, wanted: Wanted<'_>) -> Option<usize> {
        let person = |trace: &Trace| {
            self.discourse.kind(trace.entity) == Some(EntityKind::Person) && wanted.suits(self.discourse, trace.entity)
        };
        if self.seen.iter().rev().take(SEEN).any(person) {
            return None;
        }
        let next = self.coming().iter().take_while(|trace| trace.sentence <= place.sentence() + AHEAD);
        next.filter(|trace| trace.subject).find(|trace| person(trace)).map(|trace| trace.entity)
    }

    /// "ce dernier": the last one named, whatever its function, unless only to tell who another is.
    pub(super) fn nearest(&self, sentence: usize, wanted: Wanted<'_>) -> Option<usize> {
        let near = self.seen.iter().rev().take_while(|trace| trace.sentence + 2 >= sentence);
        let mut fit = near.filter(|trace| trace.weight >= 0 && wanted.suits(self.discourse, trace.entity));
        fit.next().map(|trace| trace.entity)
    }

    /// "Fondée en 2019 par X, elle emploie…": how an organization began is told of the one that was named last.
    fn just_introduced(&self, place: Place<'_>, wanted: Wanted<'_>) -> Option<usize> {
        let begins = |clause: &Clause| {
            let verb = self.told.lexicon.verbs.infinitive(clause.verb.predicate.verb);
            let opens = clause.verb.tokens.end <= place.group.tokens.start;
            opens
                && clause.link == ClauseLink::Participle
                && clause.subject == Some(place.id)
                && words().has("founded", verb)
        };
        if !place.analysis.clauses.iter().any(begins) {
            return None;
        }
        let near = self.seen.iter().rev().take_while(|trace| trace.sentence + 1 >= place.sentence());
        let organization = |entity: usize| self.discourse.kind(entity) == Some(EntityKind::Organization);
        let mut fit = near.filter(|trace| organization(trace.entity) && wanted.suits(self.discourse, trace.entity));
        fit.next().map(|trace| trace.entity)
    }

    /// How likely a noun is meant.
    fn best_thing(&self, sentence: usize, wanted: Wanted<'_>) -> Option<i32> {
        let near = self.things.iter().rev().take_while(|thing| thing.sentence + wanted.reach >= sentence).take(THINGS);
        let near = near.filter(|thing| thing.subject || thing.sentence + 1 >= sentence);
        let Expected { person, organization, thing } = wanted.expected;
        let sort = |noun: &&Thing| if noun.person { person } else { thing || organization && noun.subject };
        let fits = near.filter(sort).filter(|noun| noun.gender.is_some() && noun.gender == wanted.gender);
        fits.map(|thing| {
            let weight = if thing.subject { 11 } else { 3 };
            weight - wanted.distance(sentence - thing.sentence)
        })
        .max()
    }
}
