//! Every frame reads its examples and leaves its counter-examples alone.
//!
//! An example gives the slots that must be filled, and no other may be: names, roles and dates as evaluation compares
//! them, several investors joined by " + ", amounts as "12000000 EUR". Where it does not say, the status is completed,
//! and reason and kind are those of its frame. A counter-example holds a word of its frame and gives nothing by it.

use depeche::evaluate::{GoldArticle, Prediction, Scorer};
use depeche::lexicon::Lexicon;
use depeche::relation::{Example, Frame};
use depeche::{Article, Extractor, Relation};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The day on which all examples are published.
const PUBLISHED: &str = "2026-02-10";

#[test]
fn frames_read_their_examples() {
    let suite = Suite::new();
    let mut faults: Vec<[String; 3]> = Vec::new();
    for frame in suite.extractor.frames().all() {
        suite.frame(frame, &mut faults);
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), table(&faults));
}

struct Suite {
    extractor: Extractor,
    lexicon: Lexicon,
}

impl Suite {
    fn new() -> Suite {
        let extractor = Extractor::builder().least_confidence(0.0).build().unwrap_or_else(|fault| panic!("{fault}"));
        Suite { extractor, lexicon: Lexicon::french().expect("a lexicon without faults") }
    }

    fn frame(&self, frame: &Frame, faults: &mut Vec<[String; 3]>) {
        let all = self.extractor.frames().examples();
        let own: Vec<&Example> = all.iter().filter(|example| *example.frame == *frame.id).collect();
        for (missing, there) in [
            ("an example", own.iter().any(|e| e.expect.is_some())),
            ("a counter-example", own.iter().any(|e| e.expect.is_none())),
        ] {
            if !there {
                faults.push([frame.id.to_string(), format!("lacks {missing}"), String::new()]);
            }
        }
        for example in own {
            if let Err((fault, detail)) = self.example(frame, example) {
                faults.push([frame.id.to_string(), fault.to_owned(), detail]);
            }
        }
    }

    fn example(&self, frame: &Frame, example: &Example) -> Result<(), (&'static str, String)> {
        let text = &example.text;
        let named = frame.triggers.is_empty() || frame.triggers.iter().any(|trigger| self.holds(text, trigger));
        if !named {
            return Err(("no trigger in", text.clone()));
        }
        let article = Article::new(text.as_str()).published(PUBLISHED.parse().expect("a date"));
        let mut extraction = self.extractor.extract(&article);
        let by_frame = |relation: &Relation| relation.evidence().iter().any(|told| *told.frame == *frame.id);
        extraction.relations.retain(|relation| by_frame(relation));
        let Some(expect) = &example.expect else {
            return if extraction.relations.is_empty() { Ok(()) } else { Err(("counter-example read", text.clone())) };
        };
        let tells = self.extractor.frames().tells(frame.relation).expect("a type of relation");
        let gold = json!({
            "id": "", "text": text, "people": [], "organizations": [], "amounts": [],
            "relations": [relation(&tells.name, frame, expect)],
        });
        let gold: GoldArticle = serde_json::from_value(gold).map_err(|e| ("cannot expect", format!("{text}\n{e}")))?;
        let mut scorer = Scorer::default();
        scorer.add(&gold, &Prediction::new("", extraction));
        let exact = scorer.report().exact.get("all").is_some_and(|m| m.right == 1 && m.predicted == 1);
        if exact { Ok(()) } else { Err(("example not read", format!("{text}\n{}", mistakes(&scorer)))) }
    }

    /// Whether a text holds the words of a trigger, the verb in any form; articles count for nothing.
    fn holds(&self, text: &str, trigger: &str) -> bool {
        let words = words(text);
        let phrase = trigger.trim_start_matches("(se) ").trim_start_matches("(s')");
        let phrase = phrase.trim_start_matches("se ").trim_start_matches("s'");
        let phrase = phrase.strip_prefix("être ").unwrap_or(phrase);
        let has = |wanted: &str| match self.lexicon.verbs.find(wanted) {
            Some(verb) => words.iter().any(|word| {
                word == wanted || {
                    let found = self.lexicon.vocabulary.find(word);
                    self.lexicon.verbs.readings(found).iter().any(|reading| reading.verb == verb)
                }
            }),
            None => words.iter().any(|word| word == wanted),
        };
        let short = |word: &str| word.chars().count() <= 3 && word != "opa" && word != "ope";
        self::words(phrase).iter().filter(|word| !short(word)).all(|word| has(word))
    }
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// What an example expects, as an annotated relation of a type.
fn relation(kind: &str, frame: &Frame, expect: &BTreeMap<String, String>) -> Value {
    let mut out = Map::from_iter([("type".to_owned(), json!(kind)), ("status".to_owned(), json!("completed"))]);
    if let Some(reason) = frame.reason {
        out.insert("reason".to_owned(), json!(reason));
    }
    if let Some(kind) = frame.kind {
        out.insert("kind".to_owned(), json!(kind));
    }
    for (slot, text) in expect {
        let value = match slot.as_str() {
            "amount" | "valuation" => amount(text),
            "investor" => text.split(" + ").map(|name| json!([name])).collect(),
            "status" | "reason" | "kind" | "round" | "stake" => json!(text),
            _ => json!([text]),
        };
        out.insert(slot.clone(), value);
    }
    Value::Object(out)
}

fn amount(text: &str) -> Value {
    let (value, currency) = text.split_once(' ').unwrap_or((text, ""));
    json!({"value": value, "currency": if currency.is_empty() { Value::Null } else { json!(currency) }, "bound": "exact"})
}

fn mistakes(scorer: &Scorer) -> String {
    let all = scorer.mistakes();
    let lines = all.relations.groups().flat_map(|(kind, lines)| lines.iter().map(move |line| format!("{kind}{line}")));
    lines.collect::<Vec<_>>().join("\n")
}

/// Rows of three cells; the last may have several lines.
fn table(rows: &[[String; 3]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (first, second) = (width(0), width(1));
    let mut out = String::new();
    for [frame, fault, detail] in rows {
        for (index, line) in detail.split('\n').enumerate() {
            let (frame, fault) = if index == 0 { (frame.as_str(), fault.as_str()) } else { ("", "") };
            out.push_str(&format!("{frame:first$}  {fault:second$}  {}\n", line.trim_start()));
        }
    }
    out
}
