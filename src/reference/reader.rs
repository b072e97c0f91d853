//! Through an article in reading order, from one pronoun or description to the next.

use super::affiliation::Affiliations;
use super::chain::Referent;
use super::discourse::{Discourse, Told, Trace, subject_weight, subjects};
use super::expected::Expected;
use super::movers::Movers;
use super::place::Place;
use super::pronoun::PRONOUN_REACH;
use super::resolve::How;
use super::search::{Description, Wanted};
use super::section::Sections;
use super::set::Sets;
use super::speaker::{Quotation, Spoken, sayers};
use crate::clause::{Analysis, Group, GroupId, Head};
use crate::lexicon::{Determiner, Gender, Number, Pronoun, RoleKind};
use crate::relation::{Candidate, Filler};
use crate::types::{EntityKind, SentenceKind};

/// No more people than these are known by whose they are.
const OWNERS: usize = 64;

/// A noun that a pronoun can mean instead of a name.
pub(super) struct Thing {
    /// Whether it is a person that nothing tells who is: "son assistant".
    pub(super) person: bool,
    pub(super) sentence: usize,
    pub(super) gender: Option<Gender>,
    pub(super) subject: bool,
}

/// Goes through an article; those already resolved are mentions for the next ones.
pub(super) struct Reader<'r, 'a> {
    pub(super) told: Told<'r>,
    pub(super) discourse: &'r Discourse<'a>,
    pub(super) affiliations: &'r Affiliations,
    pub(super) sections: &'r Sections,
    /// The mentions so far.
    pub(super) seen: Vec<Trace>,
    /// How many of those by name.
    named: usize,
    pub(super) things: Vec<Thing>,
    pub(super) sets: Sets,
    pub(super) movers: Movers,
    /// Of which countries descriptions told people to be: "l'Espagnol".
    pub(super) origins: Vec<(usize, &'static str)>,
    /// Of which organizations people are told to be by "son", "sa".
    owners: Vec<(usize, usize)>,
    /// Whom "les", "leur" before verbs mean, by the verbs' first tokens.
    pub(super) clitics: Vec<(usize, Vec<usize>)>,
    quotation: Quotation,
    /// Whom "je" and "nous" mean.
    spoken: Vec<Referent>,
    out: Vec<Referent>,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(super) fn new(
        told: Told<'r>,
        discourse: &'r Discourse<'a>,
        affiliations: &'r Affiliations,
        sections: &'r Sections,
        candidates: &[Candidate],
    ) -> Self {
        Self {
            told,
            discourse,
            affiliations,
            sections,
            seen: Vec::with_capacity(discourse.traces().len()),
            named: 0,
            things: Vec::new(),
            sets: Sets::default(),
            movers: Movers::new(told, candidates),
            origins: Vec::new(),
            owners: Vec::new(),
            clitics: Vec::new(),
            quotation: Quotation::default(),
            spoken: Vec::new(),
            out: Vec::new(),
        }
    }

    /// All that were resolved, in reading order, and all mentions.
    pub(super) fn finish(self) -> (Vec<Referent>, Vec<Trace>) {
        let mut list = self.out;
        list.extend(self.spoken);
        list.sort_by_key(|known| (known.sentence, known.group));
        (list, self.seen)
    }

    /// Resolves a sentence, of which frames gave the candidates.
    pub(super) fn sentence(&mut self, analysis: &'r Analysis, candidates: &[Candidate]) {
        let kind = self.told.sentences.get(analysis.sentence).map_or(SentenceKind::Body, |sentence| sentence.kind);
        let aside = matches!(kind, SentenceKind::Byline | SentenceKind::Caption | SentenceKind::Teaser);
        let subjects = subjects(analysis);
        let mut order: Vec<(GroupId, &Group)> = analysis.groups.iter().enumerate().filter(|_| !aside).collect();
        // "a-t-elle": the subject was found after what follows it.
        if !order.is_sorted_by_key(|(_, group)| group.tokens.start) {
            order.sort_by_key(|(_, group)| group.tokens.start);
        }
        let before = self.out.len();
        for (id, group) in order {
            self.names(group.tokens.start);
            let place = Place { analysis, candidates, id, group };
            let subject = subjects.binary_search(&id).is_ok();
            self.owner(place);
            match self.resolve(place) {
                Some((entities, how)) if !entities.is_empty() => {
                    if matches!(group.head, Head::Organization { part: true, .. }) {
                        self.thing(place, subject);
                    }
                    self.keep(place, subject, entities, how);
                }
                _ => self.thing(place, subject),
            }
        }
        self.names(analysis.tokens.end);
        self.clitics(analysis, candidates);
        self.sets.read(analysis);
        if let Some(own) = self.out.get_mut(before..) {
            own.sort_by_key(|referent| referent.group);
        }
        self.speakers(analysis);
    }

    /// "les a recrutés", "leur succède": those named together before.
    fn clitics(&mut self, analysis: &Analysis, candidates: &[Candidate]) {
        for fill in candidates.iter().flat_map(|candidate| &candidate.fills) {
            let Filler::Clitic { token, plural: true } = fill.filler else { continue };
            let known = self.clitics.last().is_some_and(|(last, _)| *last >= token);
            let expected = Expected::of_slot(fill.slot);
            let found = || self.sets.best(self.discourse, &self.seen, analysis.sentence, expected, None, None);
            if let Some(entities) = (!known).then(found).flatten() {
                self.clitics.push((token, entities));
            }
        }
    }

    /// "je" is whoever speaks, "nous" the organization that is spoken for.
    fn speakers(&mut self, analysis: &Analysis) {
        let means = |id: GroupId| self.named_at(analysis, id);
        let speaker = sayers(self.told, analysis).into_iter().find_map(means);
        for spoken in self.quotation.read(self.told, analysis, speaker.is_some()) {
            let entity = match spoken.number {
                Number::Singular => speaker.filter(|entity| self.discourse.kind(*entity) == Some(EntityKind::Person)),
                Number::Plural => speaker.and_then(|entity| self.house(entity)),
            };
            self.spoken.extend(entity.and_then(|entity| self.say(spoken, entity)));
        }
    }

    fn say(&self, spoken: Spoken, entity: usize) -> Option<Referent> {
        let Spoken { sentence, group, .. } = spoken;
        let tokens = self.told.analyses.get(sentence)?.groups.get(group).map(|g| (g.tokens.start, g.tokens.end))?;
        Some(Referent { sentence, group, tokens, entities: vec![entity], how: How::Pronoun, part: false })
    }

    /// The organization that somebody speaks for.
    fn house(&self, entity: usize) -> Option<usize> {
        if self.discourse.kind(entity) == Some(EntityKind::Organization) {
            return Some(entity);
        }
        let told = self.affiliations.of(entity).find_map(|affiliation| {
            let analysis = self.told.analyses.get(affiliation.sentence)?;
            self.named_at(analysis, affiliation.employer?)
        });
        told.or_else(|| self.owners.iter().rev().find(|(person, _)| *person == entity).map(|(_, owner)| *owner))
    }

    /// "sa directrice générale, X": whose.
    fn owner(&mut self, place: Place<'_>) {
        let described = place.group.describes.and_then(|id| place.analysis.groups.get(id)).map(|group| group.head);
        let (Head::Role(_), Some(Head::Entity(person, EntityKind::Person))) = (place.group.head, described) else {
            return;
        };
        if place.group.determiner != Some(Determiner::Possessive) || self.owners.len() >= OWNERS {
            return;
        }
        let owner = self.best(place, Self::wanted(Expected::ORGANIZATION, None, PRONOUN_REACH, &[]));
        self.owners.extend(owner.map(|owner| (person, owner)));
    }

    /// The names that are still to come.
    pub(super) fn coming(&self) -> &[Trace] {
        self.discourse.traces().get(self.named..).unwrap_or(&[])
    }

    /// Passes the names before a token.
    fn names(&mut self, token: usize) {
        while let Some(trace) = self.discourse.traces().get(self.named).filter(|trace| trace.token < token) {
            self.seen.push(*trace);
            self.named += 1;
        }
    }

    fn keep(&mut self, place: Place<'_>, subject: bool, entities: Vec<usize>, how: How) {
        let (sentence, group) = (place.sentence(), place.group);
        let part = matches!(group.head, Head::Organization { part: true, .. });
        let tokens = (group.tokens.start, group.tokens.end);
        if let (Head::Demonym, [one]) = (group.head, entities.as_slice()) {
            let country = self.told.lexicon.country(self.told.tokens.get(group.core.start).word);
            self.origins.extend(country.map(|code| (*one, code)));
        }
        if !part && how != How::Name {
            // Who is spoken of by a pronoun is what the text is about.
            let weight = if subject { subject_weight(place.analysis, place.id) + 1 } else { 0 };
            let gender = group.gender;
            self.seen.extend(entities.iter().map(|entity| Trace {
                sentence,
                token: tokens.0,
                end: tokens.1,
                entity: *entity,
                subject,
                weight,
                gender,
            }));
            if entities.len() > 1 {
                self.sets.push(sentence, entities.clone());
            }
        }
        self.out.push(Referent { sentence, group: place.id, tokens, entities, how, part });
    }

    /// A noun that later pronouns may mean.
    fn thing(&mut self, place: Place<'_>, subject: bool) {
        let group = place.group;
        let noun = match group.head {
            Head::Common(_) | Head::Event(_) | Head::Role(RoleKind::Office) | Head::Organization { .. } => true,
            Head::Person { .. } | Head::Role(_) => subject,
            _ => false,
        };
        if !noun || group.describes.is_some() || group.determiner.is_none() {
            return;
        }
        let sentence = place.sentence();
        let person = matches!(group.head, Head::Person { .. } | Head::Role(RoleKind::Head | RoleKind::Title));
        let noun = || self.told.lexicon.gender(self.told.tokens.get(group.core.start).word).map(|(gender, _)| gender);
        let gender = group.gender.or_else(noun);
        // "Et l'usine de Vire ?"
        let subject = subject || place.analysis.clauses.is_empty() && group.preposition.is_none();
        match group.number {
            Number::Singular => self.things.push(Thing { person, sentence, gender, subject }),
            Number::Plural if subject => self.sets.people(sentence),
            Number::Plural => {}
        }
    }

    /// Who is named or meant in the other places of the same clauses.
    pub(super) fn others(&self, place: Place<'_>) -> Vec<usize> {
        let beside = place.beside();
        let groups = place.analysis.groups.iter().enumerate();
        let named = groups.filter_map(|(id, group)| match group.head {
            Head::Entity(entity, _) if place.is_inside(id, &beside) => Some(entity),
            _ => None,
        });
        let own = self.out.iter().rev().take_while(|known| known.sentence == place.sentence());
        let meant = own.filter(|known| beside.contains(&known.group)).flat_map(|known| known.entities.iter().copied());
        named.chain(meant).collect()
    }

    fn resolve(&self, place: Place<'_>) -> Option<(Vec<usize>, How)> {
        let group = place.group;
        if group.describes.is_some() {
            return None;
        }
        if let Some(named) = group.determiner.and_then(|_| place.introduced()) {
            return Some((vec![named], How::Name));
        }
        match group.head {
            Head::Pronoun(Pronoun::Subject(..) | Pronoun::Demonstrative(..)) => {
                self.pronoun(place).map(|entities| (entities, How::Pronoun))
            }
            _ if !place.is_definite() => None,
            _ if group.number == Number::Plural => self.described_set(place).map(|found| (found, How::Description)),
            Head::Role(RoleKind::Office) => None,
            Head::Role(_) => self.post(place).map(one),
            // "le conseil" is that of the organization spoken of.
            Head::Organization { anaphoric, part } if anaphoric || part => self.organization(place).map(one),
            Head::Person { anaphoric } if anaphoric || place.is_pointed_at() => self.person(place).map(one),
            Head::Demonym => self.demonym(place).map(one),
            _ => None,
        }
    }

    pub(super) fn wanted(expected: Expected, gender: Option<Gender>, reach: usize, barred: &[usize]) -> Wanted<'_> {
        Wanted { expected, gender, reach, step: 5, focus: 0, barred, description: Description::default() }
    }

    pub(super) fn best(&self, place: Place<'_>, wanted: Wanted<'_>) -> Option<usize> {
        wanted.best(self.discourse, &self.seen, place.sentence()).map(|(_, trace)| trace.entity)
    }

    /// Who a group names or means.
    pub(super) fn named_at(&self, analysis: &Analysis, id: GroupId) -> Option<usize> {
        let group = analysis.groups.get(id)?;
        let named = group.describes.and_then(|id| analysis.groups.get(id)).unwrap_or(group);
        if let Head::Entity(entity, _) = named.head {
            return Some(entity);
        }
        let place = self.out.binary_search_by_key(&(analysis.sentence, id), |known| (known.sentence, known.group));
        self.out.get(place.ok()?)?.entities.first().copied()
    }
}

fn one(entity: usize) -> (Vec<usize>, How) {
    (vec![entity], How::Description)
}
