//! Sections of an article that tell of one organization: "■ Engie. …", "Engie : …", a heading that names it.

use super::discourse::Told;
use crate::clause::{Analysis, Group, Head};
use crate::types::{EntityKind, SentenceKind};

/// For each sentence, the organization that its section tells of, with the tokens that name it.
#[derive(Clone, Debug, Default)]
pub struct Sections {
    topics: Vec<Option<Topic>>,
    /// For each sentence, the heading above it that names several ("Strasbourg, Nice"), so that none is the topic.
    shared: Vec<Option<usize>>,
}

/// An organization that a section tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Which.
    pub entity: usize,
    /// The tokens of its name.
    pub tokens: (usize, usize),
    /// Whether its own line names it, or a heading above.
    pub heading: bool,
}

/// How many sentences a heading may rule.
const REACH: usize = 40;

impl Sections {
    /// Reads the headings and line openers of an article. Linear in its sentences.
    pub fn new(told: Told<'_>) -> Self {
        let mut topics = Vec::with_capacity(told.analyses.len());
        let mut shared = Vec::with_capacity(told.analyses.len());
        let mut current: Option<(Topic, usize)> = None;
        let mut several = None;
        for (index, analysis) in told.analyses.iter().enumerate() {
            let kind = told.sentences.get(index).map_or(SentenceKind::Body, |sentence| sentence.kind);
            let opens_line = opens_line(told, index);
            if kind == SentenceKind::Heading || opens_line && current.is_some_and(|(topic, _)| !topic.heading) {
                current = None;
            }
            if current.is_some_and(|(_, since)| index - since > REACH) {
                current = None;
            }
            if kind == SentenceKind::Heading {
                several = names_several(analysis).then_some(index);
            }
            shared.push(several);
            if let Some(found) = topic(analysis, kind) {
                current = (opens_line && kind != SentenceKind::Title).then_some((found, index)).or(current);
                topics.push(Some(found));
            } else {
                topics.push(current.map(|(topic, _)| topic));
            }
        }
        Self { topics, shared }
    }

    /// The organization that a sentence's section tells of.
    pub fn of(&self, sentence: usize) -> Option<Topic> {
        self.topics.get(sentence).copied().flatten()
    }

    /// The heading above a sentence that names several, of which any may be meant.
    pub fn shared(&self, sentence: usize) -> Option<usize> {
        self.shared.get(sentence).copied().flatten()
    }
}

/// Whether a line break stands before a sentence.
fn opens_line(told: Told<'_>, index: usize) -> bool {
    let Some(previous) = index.checked_sub(1).and_then(|before| told.sentences.get(before)) else { return true };
    let Some(own) = told.sentences.get(index) else { return true };
    let between = told.tokens.text().get(previous.span.end..own.span.start);
    between.is_none_or(|gap| gap.contains('\n'))
}

fn is_named(group: &Group) -> bool {
    group.is_entity(EntityKind::Organization) || group.is_entity(EntityKind::Place)
}

/// "Strasbourg, Nice": nothing but names.
fn names_several(analysis: &Analysis) -> bool {
    analysis.clauses.is_empty() && analysis.groups.len() > 1 && analysis.groups.iter().all(is_named)
}

fn topic(analysis: &Analysis, kind: SentenceKind) -> Option<Topic> {
    let organizations = || {
        let groups = analysis.groups.iter().filter(|group| group.enclosure == 0);
        groups.filter_map(|group| match group.head {
            Head::Entity(entity, EntityKind::Organization) => Some((entity, group)),
            _ => None,
        })
    };
    let heading = kind == SentenceKind::Heading;
    let named = analysis.topic.and_then(|id| analysis.groups.get(id));
    let named = named.and_then(|group| match group.head {
        Head::Entity(entity, EntityKind::Organization) => Some((entity, group)),
        _ => None,
    });
    let alone = analysis.clauses.is_empty() && analysis.groups.len() == 1;
    // "■ Reims": a town heads what is told of its club.
    if let (true, true, Some(group)) = (heading, alone, analysis.groups.first()) {
        if let Head::Entity(entity, EntityKind::Place) = group.head {
            return Some(Topic { entity, tokens: (group.core.start, group.core.end), heading });
        }
    }
    // A heading is about the organization that it begins with, not about one that it mentions.
    let opens = analysis.groups.first().is_some_and(|group| group.is_entity(EntityKind::Organization));
    let bare = analysis.groups.first().is_some_and(|group| group.preposition.is_none());
    let ruled = alone && bare || heading && opens && bare;
    let (entity, group) = named.or_else(|| if ruled { organizations().next() } else { None })?;
    let single = organizations().all(|(other, _)| other == entity);
    (single || named.is_some()).then_some(Topic { entity, tokens: (group.core.start, group.core.end), heading })
}
