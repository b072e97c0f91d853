//! The entities of an article in the order in which they are mentioned.

use crate::clause::{Analysis, GroupId, Head};
use crate::entity::Entities;
use crate::lexicon::Gender;
use crate::types::EntityKind;

/// One mention by name.
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
}

/// All mentions by name, in reading order, with what entities are.
#[derive(Debug)]
pub struct Discourse<'a> {
    entities: &'a Entities,
    traces: Vec<Trace>,
    counts: Vec<usize>,
}

impl<'a> Discourse<'a> {
    /// Goes through the analyses of an article.
    pub fn new(analyses: &[Analysis], entities: &'a Entities) -> Self {
        let mut traces = Vec::with_capacity(entities.mentions.len());
        let mut counts = vec![0; entities.list.len()];
        for analysis in analyses {
            let mut subjects: Vec<GroupId> = analysis.clauses.iter().filter_map(|clause| clause.subject).collect();
            subjects.extend(analysis.topic);
            for (id, group) in analysis.groups.iter().enumerate() {
                if let Head::Entity(entity, _) = group.head {
                    let subject = subjects.contains(&id);
                    let (token, end) = (group.core.start, group.core.end);
                    traces.push(Trace { sentence: analysis.sentence, token, end, entity, subject });
                    if let Some(count) = counts.get_mut(entity) {
                        *count += 1;
                    }
                }
            }
        }
        traces.sort_by_key(|trace| trace.token);
        Self { entities, traces, counts }
    }

    /// What an entity is.
    pub fn kind(&self, entity: usize) -> Option<EntityKind> {
        self.entities.list.get(entity).map(|e| e.kind)
    }

    /// Whether an entity may be told in a gender; unknown genders fit both.
    pub fn fits(&self, entity: usize, gender: Option<Gender>) -> bool {
        let known = self.entities.list.get(entity).and_then(|e| e.gender);
        match (known, gender) {
            (Some(known), Some(wanted)) => known == wanted,
            _ => true,
        }
    }

    /// Mentions before a token, the nearest first, no further back than `sentences` sentences.
    pub fn before(&self, token: usize, sentence: usize, sentences: usize) -> impl Iterator<Item = &Trace> {
        let end = self.traces.partition_point(|trace| trace.token < token);
        let earliest = sentence.saturating_sub(sentences);
        let nearest_first = self.traces.get(..end).unwrap_or(&[]).iter().rev();
        nearest_first.take_while(move |trace| trace.sentence >= earliest)
    }

    /// How often an entity is named.
    pub fn count(&self, entity: usize) -> usize {
        self.counts.get(entity).copied().unwrap_or(0)
    }

    /// The first mention of the entity of a kind that the article is most about: named most often, earlier ones first.
    pub fn focus(&self, kind: EntityKind) -> Option<&Trace> {
        let mut best: Option<&Trace> = None;
        for trace in &self.traces {
            let better = best.is_none_or(|known| self.count(trace.entity) > self.count(known.entity));
            if self.kind(trace.entity) == Some(kind) && better {
                best = Some(trace);
            }
        }
        best
    }

    /// All mentions.
    pub fn traces(&self) -> &[Trace] {
        &self.traces
    }
}
