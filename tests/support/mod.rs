//! What holds for every extraction, and the corpus of the project.

// Each test crate uses a part of it.
#![allow(dead_code)]

use depeche::{Article, Date, Entity, Extraction, Extractor, Span};
use serde_json::Value;
use std::path::PathBuf;
use std::sync::LazyLock;

pub static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::french);

pub fn corpus() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// The annotated articles as JSON, in the order of their names.
pub fn articles() -> Vec<String> {
    let folder = corpus().join("articles");
    let entries = std::fs::read_dir(&folder).expect("the folder of articles");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).expect("an article")).collect()
}

/// The annotated headlines as JSON.
pub fn headlines() -> Vec<String> {
    lines("headlines.jsonl")
}

/// The annotated texts of a file of the corpus, one a line.
pub fn lines(file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(corpus().join(file)).expect("a file of the corpus");
    text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// The text and the date of an annotated article.
pub fn document(json: &str) -> (String, Option<Date>) {
    let value: Value = serde_json::from_str(json).expect("an annotated article");
    let text = value["text"].as_str().expect("a text").to_owned();
    (text, value["published"].as_str().and_then(|date| date.parse().ok()))
}

pub fn documents() -> Vec<(String, Option<Date>)> {
    articles().iter().chain(&headlines()).map(|json| document(json)).collect()
}

pub fn extract(text: &str) -> Extraction {
    EXTRACTOR.extract(&Article::new(text))
}

pub fn extract_dated(text: &str, published: Option<Date>) -> Extraction {
    let article = Article::new(text);
    EXTRACTOR.extract(&if let Some(date) = published { article.published(date) } else { article })
}

/// Extracts and checks all that must hold whatever the text is.
pub fn checked(text: &str) -> Extraction {
    let extraction = extract(text);
    check(text, &extraction);
    extraction
}

/// Panics, telling why, unless the extraction fits the text and itself.
pub fn check(text: &str, extraction: &Extraction) {
    let json = serde_json::to_value(extraction).expect("an extraction serializes");
    check_objects(&json, &mut Vec::new(), text, extraction.entities.len());
    check_sentences(text, extraction);
    for entity in &extraction.entities {
        check_entity(text, entity);
    }
    check_order("amounts", extraction.amounts.iter().map(|amount| amount.span));
    check_order("numbers", extraction.numbers.iter().map(|number| number.span));
    check_order("percentages", extraction.percentages.iter().map(|percentage| percentage.span));
    check_order("dates", extraction.dates.iter().map(|date| date.span));
    for relation in &extraction.relations {
        let evidence = relation.evidence();
        assert!(!evidence.is_empty(), "a relation without evidence: {relation:?}");
        assert!(
            evidence.iter().all(|e| e.sentence < extraction.sentences.len() && !e.frame.is_empty()),
            "{relation:?}"
        );
        assert!((0.0..=1.0).contains(&relation.confidence()), "{relation:?}");
    }
    let written = serde_json::to_string(extraction).expect("an extraction serializes");
    let back: Extraction = serde_json::from_str(&written).expect("its JSON is read again");
    assert_eq!(&back, extraction, "JSON there and back");
}

/// Whatever has a start and an end is a span, whatever has an entity points to one.
fn check_objects(value: &Value, path: &mut Vec<String>, text: &str, entities: usize) {
    // The depth is that of the types, not that of the text.
    match value {
        Value::Object(fields) => {
            let offset = |name: &str| fields.get(name).and_then(Value::as_u64).map(|at| at as usize);
            if let (Some(start), Some(end)) = (offset("start"), offset("end")) {
                let place = path.join(".");
                assert!(start < end, "{place}: {start}..{end} is empty");
                assert!(text.get(start..end).is_some(), "{place}: {start}..{end} is no part of the text");
            }
            if let Some(entity) = offset("entity") {
                assert!(entity < entities, "{}: no entity {entity}", path.join("."));
            }
            for (name, field) in fields {
                path.push(name.clone());
                check_objects(field, path, text, entities);
                path.pop();
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(index.to_string());
                check_objects(item, path, text, entities);
                path.pop();
            }
        }
        _ => {}
    }
}

fn check_sentences(text: &str, extraction: &Extraction) {
    let mut end = 0;
    for sentence in &extraction.sentences {
        let between = text.get(end..sentence.span.start);
        assert_eq!(between.map(str::trim), Some(""), "before {:?}", sentence.span);
        end = sentence.span.end;
    }
    assert_eq!(text.get(end..).map(str::trim), Some(""), "after the last sentence");
}

fn check_entity(text: &str, entity: &Entity) {
    assert!(!entity.name.trim().is_empty(), "{entity:?}");
    assert!(!entity.mentions.is_empty(), "{entity:?}");
    for mention in &entity.mentions {
        assert_eq!(text.get(mention.span.range()), Some(mention.text.as_str()), "{entity:?}");
    }
    check_order(&entity.name, entity.mentions.iter().map(|mention| mention.span));
}

fn check_order(what: &str, spans: impl Iterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        assert!(span.start >= end, "{what}: {span:?} begins before {end}");
        end = span.end;
    }
}
