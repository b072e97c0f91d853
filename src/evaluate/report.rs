use super::bands::Bands;
use super::measure::{Measure, rounded};
use super::scorer::AllMistakes;
use serde::Serialize;
use std::collections::BTreeMap;

/// The figures of an evaluation. Serializes to one object; [`Report::render`] prints tables.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// How many articles were scored.
    pub articles: usize,
    /// Relations whose who and where are right, by type and in all.
    pub core: BTreeMap<String, Measure>,
    /// Relations that are right in every scored slot.
    pub exact: BTreeMap<String, Measure>,
    /// Slots, by type and slot (`hiring.date`), by type, and in all.
    pub slots: BTreeMap<String, Measure>,
    /// Relations by their confidence, and how many of them have a right core.
    pub confidence: Bands,
    /// People named.
    pub people: Measure,
    /// Organizations named.
    pub organizations: Measure,
    /// Amounts of money.
    pub money: Measure,
    /// The part of the right amounts whose bound is right; `None` where no amount is right.
    pub bound_accuracy: Option<f64>,
}

impl Report {
    /// The figures as tables of text, before each table at most `most` mistakes of each kind that it counts.
    pub fn render(&self, mistakes: &AllMistakes, most: usize) -> String {
        let mut out = String::new();
        mistakes.relations.write(most, &mut out);
        out.push_str(&format!("articles: {}\n", self.articles));
        for (title, table) in self.tables() {
            out.push_str(&format!("{title}:\n"));
            for (row, measure) in table {
                out.push_str(&format!("  {row:32}{}\n", columns(measure)));
            }
        }
        out.push_str("confidence:\n");
        out.push_str(&self.confidence.render());
        mistakes.names.write(most, &mut out);
        out.push_str(&format!("{:34}{}\n", "people", columns(&self.people)));
        out.push_str(&format!("{:34}{}\n", "organizations", columns(&self.organizations)));
        mistakes.money.write(most, &mut out);
        out.push_str(&format!("{:34}{}\n", "money", columns(&self.money)));
        let bounds = self.bound_accuracy.map_or_else(|| "None".to_owned(), |part| format!("{part:?}"));
        out.push_str(&format!("bound_accuracy: {bounds}\n"));
        out
    }

    fn tables(&self) -> [(&'static str, &BTreeMap<String, Measure>); 3] {
        [("core", &self.core), ("exact", &self.exact), ("slots", &self.slots)]
    }

    /// Every figure under a name of its own: `core_f1` for all relations, `hiring_core_precision` for those of one
    /// type, `hiring_date_recall` for a slot, `people_f1`, `money_f1`, `bound_accuracy`, and `sure_precision` for relations of a confidence of 0.8 and more.
    pub fn figures(&self) -> BTreeMap<String, f64> {
        let mut figures = BTreeMap::new();
        let mut put = |name: &str, measure: &Measure| {
            for (part, value) in [("precision", measure.precision), ("recall", measure.recall), ("f1", measure.f1)] {
                figures.insert(format!("{name}_{part}"), value);
            }
        };
        for (title, table) in self.tables() {
            for (row, measure) in table {
                match row.split_once('.') {
                    Some((kind, slot)) => put(&format!("{kind}_{slot}"), measure),
                    None if row == "all" => put(title, measure),
                    None => put(&format!("{row}_{title}"), measure),
                }
            }
        }
        put("people", &self.people);
        put("organizations", &self.organizations);
        put("money", &self.money);
        if let Some(precision) = self.confidence.sure_precision() {
            figures.insert("sure_precision".into(), rounded(precision));
        }
        if let Some(part) = self.bound_accuracy {
            figures.insert("bound_accuracy".into(), part);
        }
        figures
    }
}

fn columns(measure: &Measure) -> String {
    let Measure { precision, recall, f1, right, predicted, gold } = measure;
    format!(" P {precision:.3}  R {recall:.3}  F1 {f1:.3}   ({right} right, {predicted} predicted, {gold} gold)")
}
