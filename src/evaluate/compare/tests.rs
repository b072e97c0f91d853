//! A table of annotated and read relations, with what each pair is worth.

use super::{core_right, count, exact_right};
use crate::evaluate::gold::GoldArticle;
use crate::evaluate::{GoldRelation, Prediction, Slot};
use crate::types::Relation;
use serde_json::{Value, json};

fn gold(relation: Value) -> GoldRelation {
    let article =
        json!({"id": "a", "text": "", "people": [], "organizations": [], "amounts": [], "relations": [relation]});
    serde_json::from_value::<GoldArticle>(article).unwrap().relations.remove(0)
}

/// Fills in what the JSON of the command always holds: offsets, confidence, evidence, a status.
fn read(mut relation: Value) -> Relation {
    let object = relation.as_object_mut().unwrap();
    object.entry("status").or_insert(json!("completed"));
    object.extend([("confidence".to_owned(), json!(1.0)), ("evidence".to_owned(), json!([]))]);
    for (slot, value) in object.iter_mut() {
        match slot.as_str() {
            "type" | "status" | "reason" | "round" | "stake" | "kind" | "confidence" | "evidence" => {}
            "investor" => value.as_array_mut().unwrap().iter_mut().for_each(|name| *name = named(name)),
            "role" | "previous_role" => *value = json!({"text": value, "start": 0, "end": 0}),
            "date" => *value = json!({"value": value, "start": 0, "end": 0}),
            "amount" | "valuation" => {
                *value = json!({"value": value, "currency": "EUR", "bound": "exact", "start": 0, "end": 0});
            }
            _ => *value = named(value),
        }
    }
    let prediction: Prediction = serde_json::from_value(json!({"id": "a", "relations": [relation]})).unwrap();
    prediction.relations.into_iter().next().unwrap()
}

fn named(name: &Value) -> Value {
    json!({"name": name, "entity": null, "start": 0, "end": 0})
}

fn euros(value: &str) -> Value {
    json!({"value": value, "currency": "EUR", "bound": "exact"})
}

/// (annotated, read, whether its core is right, whether all is right)
fn table() -> Vec<(Value, Value, bool, bool)> {
    let hired = json!({"type": "hiring", "person": ["Claire Petit", "Petit"], "employer": ["Voltalia"],
        "role": ["directrice financière"], "status": "completed"});
    let person = "Claire Petit";
    let mut rows = vec![
        (json!({"person": person, "employer": "Voltalia", "role": "directrice financière"}), true, true),
        (json!({"person": "Mme Petit", "employer": "VOLTALIA", "role": "directrice financière du groupe"}), true, true),
        (json!({"person": person, "employer": "Voltalia", "role": "directrice générale"}), true, false),
        (json!({"person": person, "employer": "Voltalia"}), true, false),
        (json!({"person": person, "employer": "Engie", "role": "directrice financière"}), false, false),
        (json!({"person": person, "role": "directrice financière"}), false, false),
        (json!({"person": "Jean Petit", "employer": "Voltalia", "role": "directrice financière"}), false, false),
        (
            json!({"person": person, "employer": "Voltalia", "role": "directrice financière", "replaces": "Jo Roy"}),
            true,
            false,
        ),
        (
            json!({"person": person, "employer": "Voltalia", "role": "directrice financière", "status": "planned"}),
            true,
            false,
        ),
    ]
    .into_iter()
    .map(|(relation, core, exact)| (hired.clone(), typed("hiring", relation), core, exact))
    .collect::<Vec<_>>();
    rows.extend(investments());
    rows
}

fn typed(kind: &str, mut relation: Value) -> Value {
    relation["type"] = json!(kind);
    relation
}

fn investments() -> Vec<(Value, Value, bool, bool)> {
    let mut rows = rounds();
    let spending = json!({"type": "investment", "kind": "spending", "investor": [["Engie"]], "amount": euros("5"),
        "status": "completed", "ignore": ["date"]});
    let bare = json!({"type": "investment", "kind": "spending", "amount": euros("5"), "status": "completed"});
    let stake = json!({"type": "investment", "kind": "stake", "target": ["Kalirose"], "investor": [["Engie"]],
        "stake": "51", "amount": euros("5"), "status": "completed"});
    let spent = |rest: Value| with_kind("spending", rest);
    let taken = |rest: Value| with_kind("stake", rest);
    let whole = json!({"target": "Kalirose", "investor": ["Engie"], "stake": "51.0", "amount": "5"});
    rows.extend([
        (spending.clone(), spent(json!({"investor": ["Engie"], "amount": "5", "date": "2025"})), true, true),
        (spending, spent(json!({"investor": ["Engie"], "target": "Kalirose", "amount": "5"})), false, false),
        (bare.clone(), spent(json!({"amount": "5"})), true, true),
        (bare, spent(json!({"amount": "6"})), false, false),
        (stake.clone(), taken(whole), true, true),
        (stake, taken(json!({"target": "Kalirose", "stake": "51", "amount": "5"})), false, false),
    ]);
    rows
}

fn rounds() -> Vec<(Value, Value, bool, bool)> {
    let round = json!({"type": "investment", "kind": "funding_round", "target": ["Kalirose"],
        "investor": [["Bpifrance"], ["Partech Partners", "Partech"]], "amount": euros("12000000"), "status": "completed"});
    let rows = [
        (json!({"target": "Kalirose", "investor": ["Partech", "Bpifrance"], "amount": "12000000"}), true, true),
        (json!({"target": "Kalirose", "investor": ["Partech"], "amount": "12000000"}), true, false),
        (json!({"target": "Kalirose", "amount": "12000000.0"}), true, false),
        (json!({"target": "Kalirose", "amount": "13000000"}), false, false),
        (json!({"target": "Kalirose", "investor": ["Engie"], "amount": "12000000"}), false, false),
        (json!({"investor": ["Partech", "Bpifrance"], "amount": "12000000"}), false, false),
    ];
    let row = |(read, core, exact): (Value, bool, bool)| (round.clone(), with_kind("funding_round", read), core, exact);
    rows.into_iter().map(row).collect()
}

fn with_kind(kind: &str, mut relation: Value) -> Value {
    relation["kind"] = json!(kind);
    typed("investment", relation)
}

#[test]
fn relations_are_right_in_core_in_whole_or_not_at_all() {
    for (annotated, found, core, exact) in table() {
        let (gold, relation) = (gold(annotated.clone()), read(found.clone()));
        assert_eq!(core_right(&gold, &relation), core, "core of {annotated} as {found}");
        assert_eq!(exact_right(&gold, &relation), exact, "whole of {annotated} as {found}");
    }
}

#[test]
fn one_name_read_twice_serves_one_investor_only() {
    let gold =
        gold(json!({"type": "investment", "kind": "stake", "investor": [["A"], ["A", "B"]], "status": "completed"}));
    let counts = |names: Value| {
        let counts = count(Slot::Investor, &gold, &read(with_kind("stake", json!({"investor": names}))));
        (counts.right, counts.gold, counts.predicted)
    };
    assert_eq!(counts(json!(["A"])), (1, 2, 1));
    assert_eq!(counts(json!(["A", "B"])), (2, 2, 2));
    assert_eq!(counts(json!(["C", "A", "D"])), (1, 2, 3));
}

#[test]
fn dates_must_be_as_precise_as_annotated() {
    let gold =
        gold(json!({"type": "departure", "person": ["A"], "date": ["2025-06", "2025-06-29"], "status": "completed"}));
    let right = |date: &str| count(Slot::Date, &gold, &read(typed("departure", json!({"date": date})))).right;
    assert_eq!([right("2025-06"), right("2025-06-29"), right("2025"), right("2025-06-30")], [1, 1, 0, 0]);
}
