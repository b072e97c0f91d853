//! Scoring the relations of one article.

use super::align::align;
use super::bands::Bands;
use super::brief;
use super::compare::{Counts, core_right, count, exact_right, in_gold, in_prediction, scored_slots};
use super::gold::{GoldArticle, GoldRelation};
use super::measure::{Measure, Tally};
use super::mistakes::Mistakes;
use super::slot::{RelationType, Slot};
use crate::types::Relation;
use std::collections::BTreeMap;

/// Tallies by row: a type of relation, a slot of one (`hiring.date`), or `all`.
#[derive(Clone, Debug, Default)]
pub(super) struct Table(BTreeMap<String, Tally>);

impl Table {
    fn add(&mut self, rows: &[&str], right: usize, predicted: usize, gold: usize) {
        for row in rows {
            match self.0.get_mut(*row) {
                Some(tally) => tally.add(right, predicted, gold),
                None => self.0.entry((*row).to_owned()).or_default().add(right, predicted, gold),
            }
        }
    }

    fn measures(&self) -> BTreeMap<String, Measure> {
        self.0.iter().map(|(row, tally)| (row.clone(), tally.measure())).collect()
    }
}

/// The three ways in which relations are counted.
#[derive(Clone, Debug, Default)]
pub(super) struct RelationScores {
    core: Table,
    exact: Table,
    slots: Table,
    pub(super) confidence: Bands,
    pub(super) mistakes: Mistakes,
}

impl RelationScores {
    /// Measures of core, exact and slots.
    pub(super) fn measures(&self) -> [BTreeMap<String, Measure>; 3] {
        [&self.core, &self.exact, &self.slots].map(Table::measures)
    }

    pub(super) fn add(&mut self, article: &GoldArticle, relations: &[Relation]) {
        for kind in RelationType::ALL {
            let golds: Vec<&GoldRelation> = article.relations.iter().filter(|gold| gold.kind == kind).collect();
            let read: Vec<&Relation> = relations.iter().filter(|found| RelationType::of(found) == Some(kind)).collect();
            let pairs = align(&golds, &read);
            for &(i, j) in &pairs {
                if let (Some(gold), Some(relation)) = (golds.get(i), read.get(j)) {
                    self.add_pair(&article.id, gold, relation);
                }
            }
            for (i, gold) in golds.iter().enumerate() {
                if !gold.optional && !pairs.iter().any(|pair| pair.0 == i) {
                    self.add_missed(&article.id, gold);
                }
            }
            for (j, relation) in read.iter().enumerate() {
                if !pairs.iter().any(|pair| pair.1 == j) {
                    self.add_spurious(&article.id, kind, relation);
                }
            }
        }
    }

    fn add_pair(&mut self, id: &str, gold: &GoldRelation, relation: &Relation) {
        if gold.optional {
            return;
        }
        let (core, exact) = (core_right(gold, relation), exact_right(gold, relation));
        self.confidence.add(relation.confidence(), core);
        let rows = [gold.kind.name(), "all"];
        self.core.add(&rows, usize::from(core), 1, 1);
        self.exact.add(&rows, usize::from(exact), 1, 1);
        for slot in scored_slots(gold) {
            self.add_slot(gold.kind, slot, count(slot, gold, relation));
        }
        if !exact {
            let kind = if core { "wrong slots" } else { "wrong core" };
            let (want, got) = (brief::of_gold(gold), brief::of_relation(gold.kind, relation));
            self.mistakes.push(kind, format!("{id}: gold {want}\n      got  {got}"));
        }
    }

    fn add_missed(&mut self, id: &str, gold: &GoldRelation) {
        let rows = [gold.kind.name(), "all"];
        self.core.add(&rows, 0, 0, 1);
        self.exact.add(&rows, 0, 0, 1);
        for slot in scored_slots(gold) {
            self.add_slot(gold.kind, slot, Counts { gold: in_gold(slot, gold), ..Counts::default() });
        }
        self.mistakes.push("missed", format!("{id}: {}", brief::of_gold(gold)));
    }

    fn add_spurious(&mut self, id: &str, kind: RelationType, relation: &Relation) {
        self.confidence.add(relation.confidence(), false);
        let rows = [kind.name(), "all"];
        self.core.add(&rows, 0, 1, 0);
        self.exact.add(&rows, 0, 1, 0);
        for &slot in kind.slots() {
            let counts = Counts { predicted: in_prediction(slot, relation), ..Counts::default() };
            self.add_slot(kind, slot, counts);
        }
        self.mistakes.push("spurious", format!("{id}: {}", brief::of_relation(kind, relation)));
    }

    fn add_slot(&mut self, kind: RelationType, slot: Slot, counts: Counts) {
        let row = format!("{}.{}", kind.name(), slot.name());
        self.slots.add(&[&row, kind.name(), "all"], counts.right, counts.predicted, counts.gold);
    }
}
