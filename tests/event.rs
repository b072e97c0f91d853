//! The tables of `tests/cases/reference.tsv` and `tests/cases/event.tsv`: texts with the relations that they tell.

use depeche::{Article, Extraction, Extractor, Relation};
use serde_json::Value;

/// Lines that a table may not lack: see the head of `tests/cases/event.tsv` for how one is written.
fn check(table: &str, published: &str) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (text, expected) = line.split_once('\t').unwrap_or_else(|| panic!("no tab in {line:?}"));
        let text = text.replace("\\n", "\n");
        let article = Article::new(&text).published(published.parse().expect("a date"));
        let found = written(&Extractor::french().extract(&article));
        let wanted: Vec<&str> = if expected.trim() == "none" { Vec::new() } else { expected.split(" | ").collect() };
        if found.len() != wanted.len() || !pair(&wanted, &found) {
            wrong.push(format!("{text}\n  wanted {expected}\n  found  {}", shown(&found)));
        }
        count += 1;
    }
    assert!(count > 20, "only {count} cases");
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn written(extraction: &Extraction) -> Vec<Value> {
    extraction.relations.iter().map(|relation: &Relation| serde_json::to_value(relation).expect("JSON")).collect()
}

fn pair(wanted: &[&str], found: &[Value]) -> bool {
    let mut left: Vec<&Value> = found.iter().collect();
    wanted.iter().all(|line| {
        let place = left.iter().position(|relation| is(line.trim(), relation));
        place.map(|place| left.remove(place)).is_some()
    })
}

/// Whether a relation is what a line says: its type, then slots; `slot=-` must be absent, others may be anything.
fn is(line: &str, relation: &Value) -> bool {
    let (kind, slots) = line.split_once(' ').unwrap_or((line, ""));
    relation["type"] == kind
        && slots.split("; ").filter(|slot| !slot.is_empty()).all(|slot| {
            let (name, value) = slot.split_once('=').unwrap_or((slot, ""));
            let told = value_of(&relation[name]);
            if value == "-" { told.is_empty() } else { told == value }
        })
}

fn value_of(slot: &Value) -> String {
    match slot {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(value_of).collect::<Vec<_>>().join(", "),
        other => ["name", "text", "value"].iter().find_map(|key| other[*key].as_str()).unwrap_or("").to_owned(),
    }
}

fn shown(found: &[Value]) -> String {
    let slots = [
        "person",
        "employer",
        "role",
        "previous_employer",
        "previous_role",
        "replaces",
        "successor",
        "destination",
        "reason",
        "investor",
        "target",
        "seller",
        "amount",
        "round",
        "kind",
        "date",
        "status",
    ];
    let one = |relation: &Value| {
        let told = slots.iter().map(|slot| (slot, value_of(&relation[*slot]))).filter(|(_, value)| !value.is_empty());
        let told: Vec<String> = told.map(|(slot, value)| format!("{slot}={value}")).collect();
        format!("{} {}", relation["type"].as_str().unwrap_or(""), told.join("; "))
    };
    if found.is_empty() { "none".to_owned() } else { found.iter().map(one).collect::<Vec<_>>().join(" | ") }
}

#[test]
fn references_find_whom_they_mean() {
    check(include_str!("cases/reference.tsv"), "2025-07-04");
}

#[test]
fn events_are_told_once_and_whole() {
    check(include_str!("cases/event.tsv"), "2025-07-04");
}

#[test]
fn references_are_mentions_too() {
    let text = "Claire Petit quitte Voltalia. Elle rejoint Engie.";
    let extraction = Extractor::french().extract(&Article::new(text));
    let person = extraction.entities.iter().find(|entity| entity.name == "Claire Petit").expect("the person");
    let told: Vec<&str> = person.mentions.iter().map(|mention| mention.text.as_str()).collect();
    assert_eq!(told, ["Claire Petit", "Elle"]);
}

#[test]
fn confidence_falls_with_the_distance_of_the_words() {
    let sure = |text: &str| {
        let extraction = Extractor::french().extract(&Article::new(text));
        match extraction.relations.first() {
            Some(Relation::Departure(departure)) => departure.confidence,
            other => panic!("{text}: {other:?}"),
        }
    };
    let named = sure("Claire Petit a quitté Voltalia.");
    let described = sure("Voltalia va mal. Claire Petit a quitté le groupe.");
    let meant = sure("Claire Petit dirigeait Voltalia. Elle a quitté le groupe.");
    assert!(named > described && described > meant, "{named} {described} {meant}");
}
