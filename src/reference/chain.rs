//! Whom each pronoun and description of an article means, in reading order: those already resolved are mentions for the
//! next ones.

use super::affiliation::Affiliations;
use super::discourse::{Discourse, Told, Trace, class_at, subject_weight, subjects};
use super::expected::{Expected, expected};
use super::movers::Movers;
use super::post::Post;
use super::resolve::How;
use super::search::{Description, Wanted};
use super::section::Sections;
use super::set::Sets;
use super::speaker::{Quotation, Spoken, sayers};
use super::words::words;
use crate::clause::{Analysis, Group, GroupId, Head};
use crate::lexicon::{Determiner, Gender, Modifier, Number, Pronoun, RoleKind};
use crate::relation::{Candidate, Filler, RelationKind, Slot, employer_inside};
use crate::types::{EntityKind, SentenceKind};

/// Whom a group means that does not name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referent {
    /// The sentence of the group.
    pub sentence: usize,
    /// The group.
    pub group: GroupId,
    /// Its tokens.
    pub tokens: (usize, usize),
    /// Who: several for "ils", "les deux associés".
    pub entities: Vec<usize>,
    /// By a pronoun or a description.
    pub how: How,
    /// Whether it means only a part: "son conseil", "l'usine".
    pub part: bool,
}

/// All of them, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Referents {
    list: Vec<Referent>,
}

impl Referents {
    /// Resolves the pronouns and descriptions of an article, and tells the discourse whom they mean. Linear in its
    /// groups.
    pub fn new(
        told: Told<'_>,
        discourse: &mut Discourse<'_>,
        affiliations: &Affiliations,
        sections: &Sections,
        candidates: &[Candidate],
    ) -> Self {
        let mut reader = Reader {
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
            quotation: Quotation::default(),
            spoken: Vec::new(),
            out: Vec::new(),
        };
        let mut rest = candidates;
        for analysis in told.analyses {
            let (own, later) = rest.split_at(rest.partition_point(|known| known.sentence <= analysis.sentence));
            rest = later;
            reader.sentence(analysis, own);
        }
        let (mut list, seen) = (reader.out, reader.seen);
        list.extend(reader.spoken);
        list.sort_by_key(|known| (known.sentence, known.group));
        discourse.follow(seen);
        Self { list }
    }

    /// Whom a group means.
    pub fn of(&self, sentence: usize, group: GroupId) -> Option<&Referent> {
        let place = self.list.binary_search_by_key(&(sentence, group), |known| (known.sentence, known.group));
        place.ok().and_then(|place| self.list.get(place))
    }

    /// Those of a sentence.
    pub fn in_sentence(&self, sentence: usize) -> impl Iterator<Item = &Referent> {
        let start = self.list.partition_point(|known| known.sentence < sentence);
        self.list.get(start..).unwrap_or(&[]).iter().take_while(move |known| known.sentence == sentence)
    }

    /// All of them.
    pub fn all(&self) -> &[Referent] {
        &self.list
    }
}

/// How many sentences back a pronoun looks.
const PRONOUN_REACH: usize = 3;
/// How many sentences back a pronoun means the person whom the article is about.
const FAR_REACH: usize = 10;
/// How much an article must be about that person: named in the title or standfirst, and often.
const PROTAGONIST: i32 = 7;
/// How many sentences back a description looks.
const DESCRIPTION_REACH: usize = 8;
/// No more posts than these are compared with one, so that the cost stays linear in the article.
const POSTS: usize = 256;
/// No more mentions than these are looked at to see who was named at all.
const SEEN: usize = 256;
/// No group is sought deeper inside another one.
const NESTED: usize = 4;
/// No more nouns than these are weighed against the names before a pronoun.
const THINGS: usize = 8;

/// A noun that a pronoun can mean instead of a name.
struct Thing {
    sentence: usize,
    gender: Option<Gender>,
    subject: bool,
}

struct Reader<'r, 'a> {
    told: Told<'r>,
    discourse: &'r Discourse<'a>,
    affiliations: &'r Affiliations,
    sections: &'r Sections,
    /// The mentions so far.
    seen: Vec<Trace>,
    /// How many of those by name.
    named: usize,
    things: Vec<Thing>,
    sets: Sets,
    movers: Movers,
    /// Of which countries descriptions told people to be: "l'Espagnol".
    origins: Vec<(usize, &'static str)>,
    quotation: Quotation,
    /// Whom "je" and "nous" mean.
    spoken: Vec<Referent>,
    out: Vec<Referent>,
}

/// One group with what is around it.
#[derive(Clone, Copy)]
struct Place<'p> {
    analysis: &'p Analysis,
    candidates: &'p [Candidate],
    id: GroupId,
    group: &'p Group,
}

impl Place<'_> {
    fn sentence(&self) -> usize {
        self.analysis.sentence
    }

    /// Whether a relation tells that this one is hired.
    fn is_hired(&self) -> bool {
        let own = Some(Filler::Group(self.id));
        self.candidates.iter().any(|c| c.relation == RelationKind::Hiring && c.get(Slot::Person) == own)
    }

    /// Whether a group stands inside one of several, by "de", in apposition, or itself.
    fn is_inside(&self, id: GroupId, around: &[GroupId]) -> bool {
        let outer = |id: &GroupId| self.analysis.groups.get(*id).and_then(|group| group.parent.or(group.describes));
        std::iter::successors(Some(id), outer).take(NESTED).any(|id| around.contains(&id))
    }

    /// The other places of the clauses that a group is the subject of, or stands in with another subject: nobody is told
    /// to be his own object, and "Engie nomme X directeur du groupe" tells of Engie again.
    fn beside(&self) -> Vec<GroupId> {
        let organization = matches!(self.group.head, Head::Organization { .. } | Head::Demonym);
        let part = matches!(self.group.head, Head::Organization { part: true, .. });
        // "la filiale de X" is not X.
        let mut out = if organization && !part { vec![self.id] } else { Vec::new() };
        for clause in &self.analysis.clauses {
            let complements = clause.complements.iter().map(|(_, id)| *id);
            let around: Vec<GroupId> = clause.objects.iter().copied().chain(complements).collect();
            let within =
                || if organization { clause.objects.contains(&self.id) } else { self.is_inside(self.id, &around) };
            match clause.subject {
                Some(subject) if subject == self.id => out.extend(around),
                Some(subject) if within() => out.push(subject),
                _ => {}
            }
        }
        out
    }
}

impl<'r> Reader<'r, '_> {
    fn sentence(&mut self, analysis: &'r Analysis, candidates: &[Candidate]) {
        let kind = self.told.sentences.get(analysis.sentence).map_or(SentenceKind::Body, |sentence| sentence.kind);
        let aside = matches!(kind, SentenceKind::Byline | SentenceKind::Caption | SentenceKind::Teaser);
        let subjects = subjects(analysis);
        let mut order: Vec<(GroupId, &Group)> = analysis.groups.iter().enumerate().filter(|_| !aside).collect();
        // "a-t-elle": the subject was found after what follows it.
        order.sort_by_key(|(_, group)| group.tokens.start);
        let before = self.out.len();
        for (id, group) in order {
            self.names(group.tokens.start);
            let place = Place { analysis, candidates, id, group };
            let subject = subjects.binary_search(&id).is_ok();
            match self.resolve(place) {
                Some((entities, how)) if !entities.is_empty() => self.keep(place, subject, entities, how),
                _ => self.thing(place, subject),
            }
        }
        self.names(analysis.tokens.end);
        self.sets.read(analysis);
        if let Some(own) = self.out.get_mut(before..) {
            own.sort_by_key(|referent| referent.group);
        }
        self.speakers(analysis);
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
        self.affiliations.of(entity).find_map(|affiliation| {
            let analysis = self.told.analyses.get(affiliation.sentence)?;
            self.named_at(analysis, affiliation.employer?)
        })
    }

    /// Passes the names before a token.
    fn names(&mut self, token: usize) {
        let rest = self.discourse.traces().get(self.named..).unwrap_or(&[]);
        let passed = rest.partition_point(|trace| trace.token < token);
        self.seen.extend(rest.iter().take(passed));
        self.named += passed;
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
        match group.number {
            Number::Singular => self.things.push(Thing { sentence, gender: group.gender, subject }),
            Number::Plural if subject => self.sets.people(sentence),
            Number::Plural => {}
        }
    }

    /// Who is named or meant in the other places of the same clauses.
    fn others(&self, place: Place<'_>) -> Vec<usize> {
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
        if let Some(named) = introduced(place).filter(|_| group.determiner.is_some()) {
            return Some((vec![named], How::Name));
        }
        match group.head {
            Head::Pronoun(Pronoun::Subject(..) | Pronoun::Demonstrative(..)) => {
                self.pronoun(place).map(|entities| (entities, How::Pronoun))
            }
            _ if !is_definite(group) => None,
            _ if group.number == Number::Plural => self.described_set(place).map(|found| (found, How::Description)),
            Head::Role(RoleKind::Office) => None,
            Head::Role(_) => self.post(place).map(one),
            // "le conseil" is that of the organization spoken of.
            Head::Organization { anaphoric, part } if anaphoric || part => self.organization(place).map(one),
            Head::Person { anaphoric: true } => self.person(place).map(one),
            Head::Demonym => self.demonym(place).map(one),
            _ => None,
        }
    }

    fn wanted(expected: Expected, gender: Option<Gender>, reach: usize, barred: &[usize]) -> Wanted<'_> {
        Wanted { expected, gender, reach, step: 5, focus: 0, barred, description: Description::default() }
    }

    fn best(&self, place: Place<'_>, wanted: Wanted<'_>) -> Option<usize> {
        wanted.best(self.discourse, &self.seen, place.sentence()).map(|(_, trace)| trace.entity)
    }

    fn pronoun(&self, place: Place<'_>) -> Option<Vec<usize>> {
        let (group, sentence) = (place.group, place.sentence());
        let expected = expected(self.told, place.analysis, place.candidates, place.id);
        let others = self.others(place);
        if group.number == Number::Plural {
            return self.sets.best(self.discourse, &self.seen, sentence, expected, group.gender, None);
        }
        let wanted = Self::wanted(expected, group.gender, PRONOUN_REACH, &others);
        if matches!(group.head, Head::Pronoun(Pronoun::Demonstrative(..))) {
            return self.nearest(sentence, wanted).map(|entity| vec![entity]);
        }
        let thing = self.best_thing(sentence, wanted).filter(|_| expected.thing);
        match wanted.best(self.discourse, &self.seen, sentence) {
            Some((score, trace)) => thing.is_none_or(|thing| thing < score).then(|| vec![trace.entity]),
            None if thing.is_none() => self.protagonist(sentence, wanted).map(|entity| vec![entity]),
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

    /// "ce dernier": the last one named, whatever its function, unless only to tell who another is.
    fn nearest(&self, sentence: usize, wanted: Wanted<'_>) -> Option<usize> {
        let near = self.seen.iter().rev().take_while(|trace| trace.sentence + 2 >= sentence);
        let mut fit = near.filter(|trace| trace.weight >= 0 && wanted.suits(self.discourse, trace.entity));
        fit.next().map(|trace| trace.entity)
    }

    /// How likely a noun is meant.
    fn best_thing(&self, sentence: usize, wanted: Wanted<'_>) -> Option<i32> {
        let near = self.things.iter().rev().take_while(|thing| thing.sentence + wanted.reach >= sentence).take(THINGS);
        let near = near.filter(|thing| thing.subject || thing.sentence + 1 >= sentence);
        let fits = near.filter(|thing| thing.gender.is_some() && thing.gender == wanted.gender);
        fits.map(|thing| {
            let weight = if thing.subject { 11 } else { 3 };
            weight - wanted.distance(sentence - thing.sentence)
        })
        .max()
    }

    fn described_set(&self, place: Place<'_>) -> Option<Vec<usize>> {
        let group = place.group;
        let expected = match group.head {
            Head::Role(RoleKind::Office) => return None,
            Head::Role(_) | Head::Person { .. } => Expected::PERSON,
            Head::Organization { part: false, .. } => Expected::ORGANIZATION,
            _ => return None,
        };
        let before = group.tokens.start..group.core.start;
        let count = before.filter_map(|at| words().count(&self.told.tokens.str(at).to_lowercase())).next()?;
        self.sets.best(self.discourse, &self.seen, place.sentence(), expected, group.gender, Some(count))
    }

    /// The organization that a section tells of, or the one that fits best.
    fn organization(&self, place: Place<'_>) -> Option<usize> {
        let (group, sentence) = (place.group, place.sentence());
        let words_of = self.told.tokens.span(group.core.start..group.tokens.end).of(self.told.tokens.text());
        if let Some(entity) = self.discourse.described(words_of) {
            return Some(entity);
        }
        if group.determiner == Some(Determiner::Possessive) {
            return None;
        }
        let others = self.others(place);
        let mut wanted = Self::wanted(Expected::ORGANIZATION, None, DESCRIPTION_REACH, &others);
        // "cette société" is the last one spoken of, "la société" the one that the text is about.
        let near = group.determiner == Some(Determiner::Demonstrative);
        (wanted.step, wanted.focus) = (3, 2);
        wanted.description = self.description(group);
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
            place: adjective.map(|token| token.base),
            country: adjective.and_then(|token| self.told.lexicon.country(token.word)),
            focused: self.discourse.focus().map(|trace| trace.entity),
        }
    }

    fn person(&self, place: Place<'_>) -> Option<usize> {
        let mut others = self.others(place);
        let description = Description { class: None, ..self.description(place.group) };
        // "le Français" is not the one who was "l'Espagnol".
        let foreign = self
            .origins
            .iter()
            .rev()
            .take(NESTED)
            .filter(|(_, code)| description.country.is_some_and(|own| own != *code));
        others.extend(foreign.map(|(person, _)| *person));
        let mut wanted = Self::wanted(Expected::PERSON, place.group.gender, DESCRIPTION_REACH, &others);
        wanted.description = description;
        self.best(place, wanted)
    }

    /// "le Nigérian" is a person, "le néerlandais" a company.
    fn demonym(&self, place: Place<'_>) -> Option<usize> {
        let capital = self.told.tokens.str(place.group.core.start).starts_with(char::is_uppercase);
        if capital { self.person(place) } else { self.organization(place) }
    }

    /// "le directeur général": whoever the article tells to be that.
    fn post(&self, place: Place<'_>) -> Option<usize> {
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
        let mut holders = self.affiliations.all().iter().take(POSTS).filter(holds).map(|found| found.person);
        let mut holders_free = holders.by_ref().filter(|person| !others.contains(person));
        if let Some(first) = holders_free.next() {
            return holders_free.all(|other| other == first).then_some(first);
        }
        if group.determiner == Some(Determiner::Possessive) {
            return None;
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

    /// "la présidente": the only woman whom the article names so far.
    fn only_woman(&self, wanted: Wanted<'_>) -> Option<usize> {
        let woman = |trace: &&Trace| {
            self.discourse.gender(trace.entity) == Some(Gender::Feminine) && wanted.suits(self.discourse, trace.entity)
        };
        let mut women = self.seen.iter().rev().take(SEEN).filter(woman).map(|trace| trace.entity);
        let first = women.next().filter(|_| wanted.gender == Some(Gender::Feminine))?;
        women.all(|other| other == first).then_some(first)
    }

    /// Who a group names or means.
    fn named_at(&self, analysis: &Analysis, id: GroupId) -> Option<usize> {
        let group = analysis.groups.get(id)?;
        let named = group.describes.and_then(|id| analysis.groups.get(id)).unwrap_or(group);
        if let Head::Entity(entity, _) = named.head {
            return Some(entity);
        }
        let place = self.out.binary_search_by_key(&(analysis.sentence, id), |known| (known.sentence, known.group));
        self.out.get(place.ok()?)?.entities.first().copied()
    }
}

/// "le groupe de recyclage X": the name that a description leads to.
fn introduced(place: Place<'_>) -> Option<usize> {
    let mut end = place.group.tokens.end;
    for group in place.analysis.groups.get(place.id + 1..)?.iter().take(NESTED) {
        let name = match (place.group.head, group.head) {
            (Head::Organization { .. }, Head::Entity(entity, EntityKind::Organization)) => Some(entity),
            (Head::Role(_) | Head::Person { .. }, Head::Entity(entity, EntityKind::Person)) => Some(entity),
            _ => None,
        };
        let inside = group.preposition.is_some();
        match name {
            Some(name) if group.tokens.start == end && group.preposition.is_none() => return Some(name),
            _ if inside && group.tokens.start <= end + 2 => end = group.tokens.end,
            _ => return None,
        }
    }
    None
}

fn one(entity: usize) -> (Vec<usize>, How) {
    (vec![entity], How::Description)
}

fn is_definite(group: &Group) -> bool {
    use crate::lexicon::Determiner::{Definite, Demonstrative, Possessive};
    matches!(group.determiner, Some(Definite | Demonstrative | Possessive))
}
