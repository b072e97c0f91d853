//! Descriptions: "la société", "le dirigeant", "l'Espagnol", "le directeur général".

use super::discourse::{Trace, class_at};
use super::expected::Expected;
use super::place::Place;
use super::post::Post;
use super::pronoun::{PRONOUN_REACH, SEEN};
use super::reader::Reader;
use super::search::{Description, Wanted};
use super::words::words;
use crate::clause::{Group, Head};
use crate::lexicon::{Determiner, Gender, Modifier, Number, RoleKind};
use crate::relation::employer_inside;
use crate::types::EntityKind;

/// How many sentences back a description looks.
const DESCRIPTION_REACH: usize = 8;
/// No more posts than these are compared with one, so that the cost stays linear in the article.
const POSTS: usize = 256;
/// No more people than these are known not to be of another country.
const ORIGINS: usize = 16;

impl<'r> Reader<'r, '_> {
    /// "les deux associés".
    pub(super) fn described_set(&self, place: Place<'_>) -> Option<Vec<usize>> {
        let group = place.group;
        let expected = match group.head {
            Head::Role(RoleKind::Office) => return None,
            Head::Role(_) | Head::Person { .. } => Expected::PERSON,
            Head::Organization { part: false, .. } => Expected::ORGANIZATION,
            _ => return None,
        };
        let count = self.count(group)?;
        self.sets.best(self.discourse, &self.seen, place.sentence(), expected, group.gender, Some(count))
    }

    /// "le premier", "la seconde", "les deux premiers" of those named together.
    pub(super) fn ordinal(&self, place: Place<'_>) -> Option<Vec<usize>> {
        let group = place.group;
        let word = self.told.tokens.str(group.tokens.end.saturating_sub(1)).to_lowercase();
        let first = words().has("first", &word);
        let set = self.sets.last(place.sentence())?;
        let found = match group.number {
            Number::Plural => set.get(..self.count(group)?).filter(|found| first && found.len() < set.len())?,
            Number::Singular if first => set.get(..1)?,
            Number::Singular => set.get(1..2).filter(|_| set.len() == 2)?,
        };
        // "les premiers" may be men and women.
        let mixed = group.number == Number::Plural && group.gender == Some(Gender::Masculine);
        let person = |entity: usize| self.discourse.kind(entity) == Some(EntityKind::Person);
        let fits = |entity: &usize| mixed || !person(*entity) || self.discourse.fits(*entity, group.gender);
        found.iter().all(fits).then(|| found.to_vec())
    }

    /// How many a description counts: "les deux associés".
    fn count(&self, group: &Group) -> Option<usize> {
        let mut tokens = group.tokens.clone();
        tokens.find_map(|at| words().count(&self.told.tokens.str(at).to_lowercase()))
    }

    /// The organization that a section tells of, or the one that fits best.
    pub(super) fn organization(&self, place: Place<'_>) -> Option<usize> {
        let (group, sentence) = (place.group, place.sentence());
        let words_of = self.told.tokens.span(group.core.start..group.tokens.end).of(self.told.tokens.text());
        if let Some(entity) = self.discourse.described(words_of) {
            return Some(entity);
        }
        if group.determiner == Some(Determiner::Possessive) {
            return None;
        }
        let mut others = self.others(place);
        let description = self.description(group);
        if description.young {
            others.extend(self.movers.investing());
        }
        let mut wanted = Self::wanted(Expected::ORGANIZATION, None, DESCRIPTION_REACH, &others);
        // "cette société" is the last one spoken of, "la société" the one that the text is about.
        let near = group.determiner == Some(Determiner::Demonstrative);
        (wanted.step, wanted.focus) = (3, 2);
        wanted.description = description;
        if near {
            return self.nearest(sentence, wanted);
        }
        let topic = self.sections.of(sentence).map(|topic| topic.entity);
        let topic = topic.filter(|entity| wanted.suits(self.discourse, *entity));
        topic.or_else(|| self.best(place, wanted)).or_else(|| self.focused(wanted))
    }

    /// "la station": what the article is most about, if nothing tells what that is and nothing else is told to be one.
    fn focused(&self, wanted: Wanted<'_>) -> Option<usize> {
        let entity = wanted.description.focused?;
        let untold = self.discourse.classes(entity).next().is_none();
        let class = wanted.description.class.filter(|class| !words().has("named", class))?;
        let mut lately = self.seen.iter().rev().take(SEEN);
        let other = lately.any(|trace| self.discourse.classes(trace.entity).any(|known| known == class));
        (untold && !other && !wanted.barred.contains(&entity)).then_some(entity)
    }

    fn description(&self, group: &Group) -> Description<'r> {
        let noun = group.core.start;
        let word = self.told.tokens.get(noun).base;
        let lower = self.told.tokens.str(noun).to_lowercase();
        let generic = words().has("generic", &lower);
        let part = matches!(group.head, Head::Organization { part: true, .. });
        let vague = part || words().has("vague", &lower);
        let adjectives = group.core.end..group.tokens.end;
        let places = adjectives.map(|at| self.told.tokens.get(at)).filter(|token| token.word.is_known());
        let mut places = places.filter(|token| self.told.lexicon.demonym(token.word).is_some());
        let demonym = matches!(group.head, Head::Demonym).then(|| self.told.tokens.get(noun));
        let adjective = demonym.or_else(|| places.next());
        Description {
            noun: (word.is_known() && !generic && demonym.is_none()).then_some(word),
            class: if vague { None } else { class_at(self.told, noun) },
            generic,
            young: (noun..group.core.end).any(|at| words().has_in_any_case("young", self.told.tokens.str(at))),
            place: adjective.map(|token| token.base),
            country: adjective.and_then(|token| self.told.lexicon.country(token.word)),
            focused: self.discourse.focus().map(|trace| trace.entity),
        }
    }

    /// "le dirigeant", "l'intéressé".
    pub(super) fn person(&self, place: Place<'_>) -> Option<usize> {
        let mut others = self.others(place);
        let description = Description { class: None, ..self.description(place.group) };
        // "le Français" is not the one who was "l'Espagnol".
        let foreign = self
            .origins
            .iter()
            .rev()
            .take(ORIGINS)
            .filter(|(_, code)| description.country.is_some_and(|own| own != *code));
        others.extend(foreign.map(|(person, _)| *person));
        let mut wanted = Self::wanted(Expected::PERSON, place.group.gender, DESCRIPTION_REACH, &others);
        wanted.description = description;
        self.best(place, wanted)
    }

    /// "le Nigérian" is a person, "le néerlandais" a company.
    pub(super) fn demonym(&self, place: Place<'_>) -> Option<usize> {
        let capital = self.told.tokens.str(place.group.core.start).starts_with(char::is_uppercase);
        if capital { self.person(place) } else { self.organization(place) }
    }

    /// "le directeur général": whoever the article tells to be that.
    pub(super) fn post(&self, place: Place<'_>) -> Option<usize> {
        let (group, others) = (place.group, self.others(place));
        let inside = employer_inside(place.analysis, place.id).first().copied();
        let employer = inside.and_then(|inside| self.named_at(place.analysis, inside));
        let post = Post::new(self.told, group.core.clone());
        let holds = |affiliation: &&super::Affiliation| {
            let Some(role) = affiliation.role else { return false };
            let own = (affiliation.sentence, role) == (place.sentence(), place.id);
            let there = affiliation.employer.and_then(|id| {
                let analysis = self.told.analyses.get(affiliation.sentence)?;
                self.named_at(analysis, id)
            });
            let core = self.told.analyses.get(affiliation.sentence).and_then(|a| a.groups.get(role));
            let same_post = core.is_some_and(|group| post.is(&Post::new(self.told, group.core.clone())));
            let same_place = there.is_none() || employer.is_none() || there == employer;
            !own && same_post && same_place && self.discourse.fits(affiliation.person, group.gender)
        };
        let holders = self.affiliations.all().iter().take(POSTS).filter(holds).map(|found| found.person);
        let holders: Vec<usize> = holders.filter(|person| !others.contains(person)).collect();
        if let Some(first) = holders.first() {
            let alone = holders.iter().all(|other| other == first);
            return alone.then_some(*first).or_else(|| self.last_of(&holders, place.sentence()));
        }
        if group.determiner == Some(Determiner::Possessive) {
            return None;
        }
        if let Some(topic) = place.topic().filter(|topic| self.discourse.fits(*topic, group.gender)) {
            return Some(topic);
        }
        let mut wanted = Self::wanted(Expected::PERSON, group.gender, PRONOUN_REACH, &others);
        wanted.description = Description { class: None, ..self.description(group) };
        let moved = match group.time {
            // "L'ancien patron de Y rejoint Z" is one of those who come, "l'ancien patron" one of those who go.
            Some(Modifier::Former) if place.is_hired() => self.movers.arriving(),
            Some(Modifier::Former) if inside.is_none() => self.movers.leaving(),
            Some(Modifier::Incoming | Modifier::Future) => self.movers.arriving(),
            _ => &[],
        };
        let known = moved.iter().copied().filter(|person| wanted.suits(self.discourse, *person));
        let mut known =
            known.filter(|person| self.seen.iter().rev().take(SEEN).any(|trace| trace.entity == *person)).peekable();
        if known.peek().is_some() {
            let first = known.next();
            return first.filter(|_| known.next().is_none());
        }
        let told = group.determiner == Some(Determiner::Demonstrative) || group.time.is_some();
        if told || post.is_anaphoric() {
            return self.best(place, wanted);
        }
        self.only_woman(wanted)
    }

    /// Of several who hold such a post the one who was spoken of last, if none of the others was in the same sentence.
    fn last_of(&self, holders: &[usize], sentence: usize) -> Option<usize> {
        let near = self.seen.iter().rev().take_while(|trace| trace.sentence + PRONOUN_REACH >= sentence);
        let mut known = near.filter(|trace| holders.contains(&trace.entity));
        let last = known.next()?;
        let mut beside = known.take_while(|trace| trace.sentence == last.sentence);
        beside.all(|trace| trace.entity == last.entity).then_some(last.entity)
    }

    /// "la présidente": the only woman whom the article names so far.
    fn only_woman(&self, wanted: Wanted<'_>) -> Option<usize> {
        let woman = |trace: &&Trace| {
            self.discourse.gender(trace.entity) == Some(Gender::Feminine) && wanted.suits(self.discourse, trace.entity)
        };
        let mut women = self.seen.iter().rev().take(SEEN).filter(woman).map(|trace| trace.entity);
        let first = women.next().filter(|_| wanted.gender == Some(Gender::Feminine))?;
        women.all(|other| other == first).then_some(first)
    }
}
