//! Stage 5: who and what the text names.
//!
//! Capitalised runs, gazetteer names and institutions told by common nouns are candidates (`scan`); what stands in and
//! around them adds up over the whole article (`inside`, `context`) and decides what each is (`decide`); surnames,
//! acronyms and short forms join the names that they stand for (`link`). Words that tell kinds are data:
//! `grammar/entity/cues.tsv`.

mod candidate;
mod context;
mod cues;
mod decide;
mod extent;
mod group;
mod inside;
mod link;
mod scan;
mod sport;
mod topic;
mod view;

use crate::gazetteer::{CompiledGazetteer, Gazetteer};
use crate::lexicon::{DataError, Gender, Lexicon};
use crate::token::Tokens;
use crate::types::{EntityKind, MentionForm, Sentence, SentenceKind};
use candidate::Candidate;
use cues::Cues;
use group::Group;
use std::ops::Range;
use std::sync::Arc;
use topic::Topic;
use view::View;

/// Who and what a text names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    /// In the order of their first mentions.
    pub list: Vec<NamedEntity>,
    /// In reading order; they do not overlap.
    pub mentions: Vec<NameMention>,
}

/// Somebody or something named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedEntity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form that the text uses.
    pub name: String,
    /// Of a person, if a title or first name tells; of others, if the gazetteer does.
    pub gender: Option<Gender>,
    /// The number of its gazetteer entry; see [`CompiledGazetteer::entry`].
    pub entry: Option<u32>,
    /// The id that the gazetteer gives it.
    pub id: Option<String>,
    /// What else the press calls it, as its gazetteer entry tells: "géant des réseaux sociaux".
    pub descriptions: Arc<[String]>,
    /// What sort of organization it is, as its gazetteer entry tells: "fund".
    pub sort: Option<String>,
    /// The code of its country, as its gazetteer entry tells: "NL".
    pub country: Option<String>,
    /// Whether its name is a proper one, rather than a description such as "tribunal de commerce de Paris".
    pub proper: bool,
}

/// One place where an entity is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// The tokens of the name, without title or article.
    pub tokens: Range<usize>,
    /// Its place in [`Entities::list`].
    pub entity: usize,
    /// By its fullest name, or by another one.
    pub form: MentionForm,
}

/// Finds names. Built once; searching never fails.
#[derive(Clone, Debug, Default)]
pub struct Recognizer {
    gazetteer: CompiledGazetteer,
    cues: Cues,
    clubs: sport::Clubs,
}

impl Recognizer {
    /// Compiles the gazetteer, entering its names in the lexicon's vocabulary: texts must be tokenized with it.
    ///
    /// # Errors
    ///
    /// Only if an embedded file is faulty, which the library's tests rule out.
    pub fn new(lexicon: &mut Lexicon, gazetteer: &Gazetteer) -> Result<Recognizer, DataError> {
        let cues = Cues::load(lexicon)?;
        let gazetteer = gazetteer.compile(&mut lexicon.vocabulary);
        let clubs = sport::clubs(&gazetteer, &mut lexicon.vocabulary);
        Ok(Recognizer { gazetteer, cues, clubs })
    }

    /// The lists that names are looked up in.
    pub fn gazetteer(&self) -> &CompiledGazetteer {
        &self.gazetteer
    }

    /// Who and what a text names. Linear in the text.
    ///
    /// `sentences` are those that the text was tokenized by; `lexicon` the one that the recognizer was made with.
    pub fn recognize(&self, tokens: &Tokens<'_>, sentences: &[Sentence], lexicon: &Lexicon) -> Entities {
        let kinds: Vec<SentenceKind> = sentences.iter().map(|sentence| sentence.kind).collect();
        let topic = Topic::of(tokens, &self.cues);
        let view = View { tokens, lexicon, cues: &self.cues, gazetteer: &self.gazetteer, topic };
        let mut candidates = scan::candidates(view, &kinds);
        let mut sentence = 0;
        for candidate in &mut candidates {
            while tokens.sentence(sentence).end <= candidate.tokens.start && sentence < tokens.sentence_count() {
                sentence += 1;
            }
            let kind = kinds.get(sentence).copied().unwrap_or(SentenceKind::Body);
            context::weigh(view, tokens.sentence(sentence), kind, candidate);
        }
        let (mut groups, group_of) = group::groups(view, &candidates);
        if topic.sport {
            sport::cities_as_clubs(view, &self.clubs, &mut groups);
        }
        decide::decide(view, &candidates, &group_of, &mut groups);
        let owners = link::link(view, &candidates, &group_of, &mut groups);
        self.collect(view, &candidates, &groups, &owners)
    }

    fn collect(
        &self,
        view: View<'_>,
        candidates: &[Candidate],
        groups: &[Group],
        owners: &[Option<usize>],
    ) -> Entities {
        let mut out = Entities::default();
        let mut place_of: Vec<Option<usize>> = vec![None; groups.len()];
        for (candidate, owner) in candidates.iter().zip(owners) {
            let Some(owner) = *owner else { continue };
            let (Some(group), Some(slot)) = (groups.get(owner), place_of.get_mut(owner)) else { continue };
            let Some(kind) = group.kind else { continue };
            let entity = *slot.get_or_insert_with(|| {
                out.list.push(self.named(kind, group));
                out.list.len() - 1
            });
            out.mentions.push(NameMention { tokens: candidate.tokens.clone(), entity, form: MentionForm::Alias });
        }
        fullest(view, &mut out);
        out
    }

    fn named(&self, kind: EntityKind, group: &Group) -> NamedEntity {
        let entry = group.entry();
        let row = entry.and_then(|entry| self.gazetteer.entry(entry));
        NamedEntity {
            kind,
            name: String::new(),
            gender: row.and_then(|row| row.gender()).or(group.gender.filter(|_| kind == EntityKind::Person)),
            entry,
            descriptions: entry.map(|entry| self.gazetteer.descriptions(entry)).unwrap_or_default(),
            id: row.and_then(|row| row.id()).map(str::to_owned),
            sort: row.and_then(|row| row.get("type")).or(group.club.then_some("club")).map(str::to_owned),
            country: row.and_then(|row| row.get("country")).map(str::to_owned),
            proper: !group.institution || entry.is_some(),
        }
    }
}

/// Gives each entity the longest of its names, the first of several, and marks the mentions that use it.
fn fullest(view: View<'_>, out: &mut Entities) {
    let text = view.tokens.text();
    for mention in &out.mentions {
        let words = view.tokens.span(mention.tokens.clone()).of(text);
        if let Some(entity) = out.list.get_mut(mention.entity) {
            if words.len() > entity.name.len() {
                words.clone_into(&mut entity.name);
            }
        }
    }
    for mention in &mut out.mentions {
        let words = view.tokens.span(mention.tokens.clone()).of(text);
        if out.list.get(mention.entity).is_some_and(|entity| entity.name == words) {
            mention.form = MentionForm::Name;
        }
    }
}
