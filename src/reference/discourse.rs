//! The entities of an article in the order in which they are mentioned.

use super::words::words;
use crate::clause::{Analysis, Clause, ClauseLink, Group, GroupId, Head};
use crate::entity::Entities;
use crate::lexicon::{Flags, Gender, Keys, Lexicon, Modifier, NounPhrase, Number, WordId};
use crate::token::Tokens;
use crate::types::{EntityKind, Sentence, SentenceKind};

/// One mention, by name or, once they are known, by a pronoun or description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The sentence.
    pub sentence: usize,
    /// The first token.
    pub token: usize,
    /// The token just past the last one.
    pub end: usize,
    /// Which entity.
    pub entity: usize,
    /// Whether it is the subject of its clause, or what its sentence is about.
    pub subject: bool,
    /// How much the place of the mention makes it likely to be meant again: subjects most, sources and former
    /// employers least.
    pub weight: i32,
    /// Of which gender the words are that mention an organization: "le groupe X", "la société".
    pub gender: Option<Gender>,
}

/// All mentions by name, in reading order, with what entities are.
#[derive(Debug)]
pub struct Discourse<'a> {
    entities: &'a Entities,
    traces: Vec<Trace>,
    counts: Vec<usize>,
    prominence: Vec<i32>,
    /// Nouns that tell what an entity is: "le laboratoire X", "X, un aciériste". Sorted.
    nouns: Vec<(usize, WordId)>,
    /// What sort of organization those nouns tell: "fund", "club". Sorted.
    classes: Vec<(usize, &'a str)>,
    /// The codes of the countries that entities belong to: "le groupe néerlandais X". Sorted.
    countries: Vec<(usize, &'a str)>,
    /// Which are told to be young companies: "la start-up X". Sorted.
    young: Vec<usize>,
    /// The gender of each entity, told by its name or by the words beside it.
    genders: Vec<Option<Gender>>,
    focus: Option<Trace>,
}

/// What an article says before [`Discourse::new`] goes through it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Its sentences as the clause stage read them.
    pub analyses: &'a [Analysis],
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Its tokens.
    pub tokens: &'a Tokens<'a>,
    /// The lexicon.
    pub lexicon: &'a Lexicon,
}

impl<'a> Discourse<'a> {
    /// Goes through the analyses of an article. Linear in its noun groups.
    pub fn new(told: Told<'a>, entities: &'a Entities) -> Self {
        let count = entities.list.len();
        let sorts = entities.list.iter().enumerate();
        let classes = sorts.filter_map(|(place, entity)| Some((place, entity.sort.as_deref()?))).collect();
        let listed = entities.list.iter().enumerate();
        let countries = listed.filter_map(|(place, entity)| Some((place, entity.country.as_deref()?))).collect();
        let traces = Vec::with_capacity(entities.mentions.len());
        let mut out = Self {
            entities,
            traces,
            counts: vec![0; count],
            prominence: vec![0; count],
            nouns: Vec::new(),
            classes,
            countries,
            young: Vec::new(),
            genders: entities.list.iter().map(|entity| entity.gender).collect(),
            focus: None,
        };
        for analysis in told.analyses {
            let kind = told.sentences.get(analysis.sentence).map_or(SentenceKind::Body, |sentence| sentence.kind);
            let aside = matches!(
                kind,
                SentenceKind::Byline | SentenceKind::Caption | SentenceKind::Teaser | SentenceKind::Notice
            );
            if !aside {
                out.sentence(told, analysis, kind);
            }
        }
        for (known, count) in out.prominence.iter_mut().zip(&out.counts) {
            *known += i32::try_from((*count).min(6)).unwrap_or(0);
        }
        out.traces.sort_by_key(|trace| trace.token);
        out.nouns.sort_unstable();
        out.nouns.dedup();
        out.classes.sort_unstable();
        out.classes.dedup();
        out.countries.sort_unstable();
        out.countries.dedup();
        out.young.sort_unstable();
        out.find_focus();
        out
    }

    fn sentence(&mut self, told: Told<'a>, analysis: &Analysis, kind: SentenceKind) {
        if !analysis.groups.iter().any(|group| matches!(group.head, Head::Entity(..))) {
            return;
        }
        let subjects = subjects(analysis);
        for (id, group) in analysis.groups.iter().enumerate() {
            self.describe(told, analysis, group);
            let Head::Entity(entity, kind_of) = group.head else { continue };
            if is_dateline(told, analysis, group) {
                continue;
            }
            let subject = subjects.binary_search(&id).is_ok();
            let weight = weight(told, analysis, id, group, subject);
            let (token, end) = (group.core.start, group.core.end);
            let gender = if kind_of == EntityKind::Organization { spelled(told, group) } else { group.gender };
            let trace = Trace { sentence: analysis.sentence, token, end, entity, subject, weight, gender };
            self.traces.push(trace);
            if let Some(count) = self.counts.get_mut(entity) {
                *count += 1;
            }
            self.stand_out(kind, trace);
        }
    }

    /// The title and the standfirst name those whom the article is about.
    fn stand_out(&mut self, kind: SentenceKind, trace: Trace) {
        let points = match kind {
            SentenceKind::Title if trace.subject => 8,
            SentenceKind::Title => 5,
            SentenceKind::Lead => 3,
            _ => 0,
        };
        if let Some(known) = self.prominence.get_mut(trace.entity).filter(|_| trace.weight >= 0) {
            *known = (*known).max(points);
        }
    }

    /// Keeps the nouns that tell what a named one is.
    fn describe(&mut self, told: Told<'a>, analysis: &Analysis, group: &Group) {
        let named = match group.head {
            Head::Entity(entity, _) => Some((entity, group.tokens.clone())),
            Head::Organization { .. } | Head::Person { .. } | Head::Role(_) | Head::Demonym => {
                let outer = group.describes.and_then(|named| analysis.groups.get(named));
                outer.and_then(|named| match named.head {
                    Head::Entity(entity, _) => Some((entity, group.core.clone())),
                    _ => None,
                })
            }
            _ => None,
        };
        let Some((entity, range)) = named else { return };
        if !matches!(group.head, Head::Entity(..)) {
            if let Some(slot) = self.genders.get_mut(entity).filter(|_| group.number == Number::Singular) {
                *slot = slot.or(group.gender);
            }
        }
        let class = range.clone().take(4).find_map(|at| class_at(told, at));
        self.classes.extend(class.map(|class| (entity, class)));
        if range.clone().take(4).any(|at| words().has_in_any_case("young", told.tokens.str(at))) {
            self.young.push(entity);
        }
        let country = |at: usize| {
            let token = told.tokens.get(at);
            if token.flags.any(Flags::DEMONYM) { told.lexicon.country(token.word) } else { None }
        };
        self.countries.extend(range.clone().take(8).filter_map(country).map(|code| (entity, code)));
        let known = range.take(8).map(|at| told.tokens.get(at).base).filter(|word| word.is_known());
        self.nouns.extend(known.map(|word| (entity, word)));
    }

    /// What an entity is.
    pub fn kind(&self, entity: usize) -> Option<EntityKind> {
        self.entities.list.get(entity).map(|e| e.kind)
    }

    /// Of which gender an entity is known to be.
    pub fn gender(&self, entity: usize) -> Option<Gender> {
        self.genders.get(entity).copied().flatten()
    }

    /// What sorts of organization an entity is told to be.
    pub fn classes(&self, entity: usize) -> impl Iterator<Item = &'a str> + '_ {
        of_entity(&self.classes, entity)
    }

    /// The codes of the countries that an entity is told to belong to.
    pub fn countries(&self, entity: usize) -> impl Iterator<Item = &'a str> + '_ {
        of_entity(&self.countries, entity)
    }

    /// Whether the article calls an entity a young company.
    pub fn is_young(&self, entity: usize) -> bool {
        self.young.binary_search(&entity).is_ok()
    }

    /// Adds mentions by pronouns and descriptions: `traces` are all mentions, in reading order.
    pub(super) fn follow(&mut self, traces: Vec<Trace>) {
        self.traces = traces;
    }

    /// Whether an entity may be told in a gender; unknown genders fit both.
    pub fn fits(&self, entity: usize, gender: Option<Gender>) -> bool {
        match (self.gender(entity), gender) {
            (Some(known), Some(wanted)) => known == wanted,
            _ => true,
        }
    }

    /// Whether the article calls an entity by a noun.
    pub fn is_called(&self, entity: usize, noun: WordId) -> bool {
        self.nouns.binary_search(&(entity, noun)).is_ok()
    }

    /// Mentions before a token.
    pub fn before(&self, token: usize) -> &[Trace] {
        let end = self.traces.partition_point(|trace| trace.token < token);
        self.traces.get(..end).unwrap_or(&[])
    }

    /// The entity that the gazetteer describes by these words; of several, none.
    pub fn described(&self, words: &str) -> Option<usize> {
        let fits =
            |entity: &crate::entity::NamedEntity| entity.descriptions.iter().any(|d| d.eq_ignore_ascii_case(words));
        let mut found = self.entities.list.iter().enumerate().filter(|(_, entity)| fits(entity));
        let (place, _) = found.next()?;
        found.next().is_none().then_some(place)
    }

    /// How often an entity is named.
    pub fn count(&self, entity: usize) -> usize {
        self.counts.get(entity).copied().unwrap_or(0)
    }

    /// How much the article is about an entity: by its title, its standfirst and the number of mentions.
    pub fn prominence(&self, entity: usize) -> i32 {
        self.prominence.get(entity).copied().unwrap_or(0)
    }

    /// The first mention of the organization that the article is most about.
    pub fn focus(&self) -> Option<&Trace> {
        self.focus.as_ref()
    }

    /// Finds the organization that the article is most about; of equals, the earlier one.
    fn find_focus(&mut self) {
        let mut best: Option<(i32, Trace)> = None;
        for trace in &self.traces {
            let prominence = self.prominence(trace.entity);
            let organization = self.kind(trace.entity) == Some(EntityKind::Organization);
            if organization && best.is_none_or(|(known, _)| prominence > known) {
                best = Some((prominence, *trace));
            }
        }
        self.focus = best.map(|(_, trace)| trace);
    }

    /// All mentions.
    pub fn traces(&self) -> &[Trace] {
        &self.traces
    }
}

fn of_entity<'a, 's>(sorted: &'s [(usize, &'a str)], entity: usize) -> impl Iterator<Item = &'a str> + 's {
    let start = sorted.partition_point(|(known, _)| *known < entity);
    let own = sorted.get(start..).unwrap_or(&[]).iter();
    own.take_while(move |(known, _)| *known == entity).map(|(_, told)| *told)
}

/// The groups that sentences say something of, sorted.
pub(super) fn subjects(analysis: &Analysis) -> Vec<GroupId> {
    let mut subjects: Vec<GroupId> = analysis.clauses.iter().filter_map(|clause| clause.subject).collect();
    subjects.extend(analysis.topic);
    subjects.sort_unstable();
    subjects
}

/// The sort of organization that a noun tells.
pub(super) fn class_at<'a>(told: Told<'a>, at: usize) -> Option<&'a str> {
    const NOUNS: Flags = Flags::ROLE.with(Flags::ORGANIZATION_NOUN).with(Flags::PERSON_NOUN);
    let first = told.tokens.get(at);
    if !first.flags.with(first.base_flags).any(NOUNS) {
        return None;
    }
    let keys = |depth: usize| {
        let token = told.tokens.get(at + depth);
        let word = if token.word.is_known() { token.word } else { token.base };
        Keys { word, alternative: token.base }
    };
    match told.lexicon.nouns.longest(keys) {
        Some((_, NounPhrase::Organization(noun))) => Some(&*noun.class),
        Some((_, NounPhrase::Role(role))) => role.organization.as_ref().map(|noun| &*noun.class),
        _ => None,
    }
}

/// The gender of "le groupe X", "la start-up X"; that of a bare name is not told.
fn spelled(told: Told<'_>, group: &Group) -> Option<Gender> {
    let described = class_at(told, group.tokens.start + 1).is_some() && group.tokens.start < group.core.start;
    group.gender.filter(|_| described)
}

/// "PARIS, 8 mars (AFP) -": the agency that reports.
fn is_dateline(told: Told<'_>, analysis: &Analysis, group: &Group) -> bool {
    let closed = told.tokens.str(group.core.end) == ")";
    closed && group.enclosure != 0 && group.parent.is_none() && group.core.start < analysis.tokens.start + 12
}

/// A subject is meant again more likely than others, that of a main clause most, that of a participle least.
pub(super) fn subject_weight(analysis: &Analysis, id: GroupId) -> i32 {
    let own = analysis.clauses.iter().filter(|clause| clause.subject == Some(id));
    let weights = own.map(|clause: &Clause| match clause.link {
        ClauseLink::Relative(_) | ClauseLink::Subordinate => 4,
        ClauseLink::Participle | ClauseLink::Infinitive => 2,
        _ => 8,
    });
    weights.max().unwrap_or(8)
}

/// How likely a mention makes it that its entity is meant again.
fn weight(told: Told<'_>, analysis: &Analysis, id: GroupId, group: &Group, subject: bool) -> i32 {
    let preposition = group.preposition.map_or("", |id| told.lexicon.prepositions.name(id));
    let outer = group.parent.and_then(|id| analysis.groups.get(id));
    let former = group.time == Some(Modifier::Former) || outer.is_some_and(|g| g.time == Some(Modifier::Former));
    let describing =
        outer.is_some_and(|g| matches!(g.head, Head::Role(_) | Head::Person { .. }) && g.describes.is_some());
    let led = |class: &str| !preposition.is_empty() && words().has(class, preposition);
    let opens = group.tokens.start <= analysis.tokens.start + 2 && led("opening");
    let topical = subject || opens || led("topic");
    let mut weight = if topical { subject_weight(analysis, id) } else { 0 };
    if led("source") {
        weight -= 14;
    }
    if former || preposition == "en provenance de" || preposition == "de chez" {
        weight -= 10;
    } else if describing || group.enclosure != 0 {
        weight -= 4;
    }
    weight
}
