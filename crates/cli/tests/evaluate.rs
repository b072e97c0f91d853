//! `depeche evaluate` on annotations and predictions written here.

mod support;

use serde_json::{Value, json};
use support::{Folder, depeche};

fn gold(id: &str) -> Value {
    json!({
        "id": id, "published": "2025-07-04", "genre": "test",
        "text": "Claire Petit rejoint Voltalia. Kalirose lève plus de 12 M€.",
        "people": [["Claire Petit", "Petit"]],
        "organizations": [["Voltalia"], ["Kalirose"]],
        "amounts": [{"text": "12 M€", "value": "12000000", "currency": "EUR", "bound": "at_least"}],
        "relations": [
            {"type": "hiring", "person": ["Claire Petit"], "employer": ["Voltalia"], "status": "completed"},
            {"type": "investment", "kind": "funding_round", "target": ["Kalirose"], "status": "completed",
             "amount": {"value": "12000000", "currency": "EUR", "bound": "at_least"}},
            {"type": "departure", "person": ["Claire Petit"], "status": "completed", "optional": true},
        ],
    })
}

/// The hiring is right, the round is missed, a departure is optional, an acquisition is made up.
fn prediction(id: &str) -> Value {
    let slot = |name: &str| json!({"name": name, "entity": null, "start": 0, "end": 0});
    let entity = |kind: &str, name: &str| json!({"kind": kind, "name": name, "id": null, "mentions": []});
    json!({
        "schema": 1, "id": id,
        "entities": [entity("person", "Mme Claire Petit"), entity("organization", "VOLTALIA"), entity("organization", "Paris")],
        "amounts": [{"start": 0, "end": 0, "text": "12 M€", "value": "12000000", "currency": "EUR", "bound": "exact"}],
        "relations": [
            {"type": "hiring", "person": slot("Claire Petit"), "employer": slot("Voltalia"), "status": "planned",
             "confidence": 1.0, "evidence": []},
            {"type": "departure", "person": slot("Petit Claire"), "status": "completed", "confidence": 1.0, "evidence": []},
            {"type": "investment", "kind": "acquisition", "target": slot("Voltalia"), "status": "completed",
             "confidence": 1.0, "evidence": []},
        ],
    })
}

fn setup() -> (Folder, String, String) {
    let folder = Folder::new();
    folder.file("dev/a.json", gold("a").to_string());
    let gold = format!("{}/dev", folder.path());
    let predictions = folder.file("pred.jsonl", prediction("a").to_string() + "\n");
    (folder, gold, predictions)
}

#[test]
fn figures_are_those_counted_by_hand() {
    let (_folder, gold, predictions) = setup();
    let run = depeche(&["evaluate", "--json", "--predictions", &predictions, &gold]);
    run.assert_code(0);
    let figures: Value = serde_json::from_str(&run.stdout).unwrap();
    let counts = |measure: &Value| ["right", "predicted", "gold"].map(|key| measure[key].as_u64().unwrap());
    assert_eq!(counts(&figures["core"]["all"]), [1, 3, 2]);
    assert_eq!(counts(&figures["core"]["hiring"]), [1, 1, 1]);
    assert_eq!(counts(&figures["exact"]["all"]), [0, 3, 2]);
    assert_eq!(counts(&figures["slots"]["hiring.person"]), [1, 1, 1]);
    assert_eq!(counts(&figures["slots"]["hiring.status"]), [0, 1, 1]);
    assert_eq!(counts(&figures["people"]), [1, 1, 1]);
    assert_eq!(counts(&figures["organizations"]), [1, 2, 2]);
    assert_eq!(counts(&figures["money"]), [1, 1, 1]);
    assert_eq!(figures["bound_accuracy"], 0.0);
    assert_eq!(figures["core"]["all"]["precision"], 0.3333);
}

#[test]
fn tables_and_mistakes_are_printed() {
    let (_folder, gold, predictions) = setup();
    let run = depeche(&["evaluate", "--errors", "1", "--predictions", &predictions, &gold]);
    run.assert_code(0);
    for part in [
        "  missed: a: investment(kind=funding_round, target=Kalirose, amount=12000000 EUR, status=completed)\n",
        "  wrong slots: a: gold hiring(person=Claire Petit, employer=Voltalia, status=completed)\n      got  hiring(",
        "articles: 1\ncore:\n  all                              P 0.333  R 0.500  F1 0.400   (1 right, 3 predicted, 2 gold)\n",
        "  organizations spurious: a: Paris\n",
        "money                              P 1.000  R 1.000  F1 1.000   (1 right, 1 predicted, 1 gold)\n",
        "bound_accuracy: 0.0\n",
    ] {
        assert!(run.stdout.contains(part), "{part}\nin\n{}", run.stdout);
    }
}

#[test]
fn a_bad_annotation_is_told_by_its_field_and_the_others_are_scored() {
    let (folder, gold_path, predictions) = setup();
    let mut bad = gold("b");
    bad["relations"][1]["target"] = json!("Kalirose");
    folder.file("dev/b.json", bad.to_string());
    folder.file("dev/c.json", "{");
    folder.file("dev/d.json", gold("a").to_string());
    let run = depeche(&["evaluate", "--predictions", &predictions, &gold_path]);
    run.assert_code(1);
    assert!(run.stdout.starts_with("articles: 1\n"), "{}", run.stdout);
    let field = "b.json: relations[1].target: expected a list of texts, found the text \"Kalirose\"";
    assert!(run.stderr.contains(field), "{}", run.stderr);
    assert!(run.stderr.contains("c.json: expected JSON: EOF"), "{}", run.stderr);
    assert!(run.stderr.contains("d.json: id: expected an id of its own, found \"a\" again"), "{}", run.stderr);
}

#[test]
fn lines_are_read_as_folders_are_and_missing_predictions_count_as_missed() {
    let (folder, _, predictions) = setup();
    let lines = folder.file("two.jsonl", format!("{}\n\n{}\n", gold("a"), gold("z")));
    let run = depeche(&["evaluate", "--json", "--predictions", &predictions, &lines]);
    run.assert_code(1);
    assert!(run.stderr.contains("no prediction for z"), "{}", run.stderr);
    let figures: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(figures["core"]["all"]["gold"], 4);
    let empty = Folder::new();
    let run = depeche(&["evaluate", empty.path()]);
    run.assert_code(1);
    assert!(run.stderr.contains("expected annotated articles, found none"), "{}", run.stderr);
}

#[test]
fn without_predictions_the_articles_are_read() {
    let (_folder, gold, _) = setup();
    let run = depeche(&["evaluate", "--json", &gold]);
    run.assert_code(0);
    let figures: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((&figures["articles"], &figures["money"]["gold"]), (&json!(1), &json!(1)));
}

#[test]
fn figures_below_their_floors_fail() {
    let (folder, gold, predictions) = setup();
    let check = |floors: &str| {
        let file = folder.file("floors.toml", floors);
        depeche(&["evaluate", "--floors", &file, "--predictions", &predictions, &gold])
    };
    check("[dev]\ncore_f1 = 0.4\nhiring_core_precision = 1.0\nhiring_person_f1 = 1.0\n[other]\ncore_f1 = 1.0")
        .assert_code(0);
    let low = check("[dev]\ncore_f1 = 0.41\npeople_f1 = 0.5");
    low.assert_code(1);
    assert!(low.stderr.contains("core_f1    floor 0.4100  found 0.4000  below its floor"), "{}", low.stderr);
    assert!(low.stderr.contains("people_f1  floor 0.5000  found 1.0000  ok"), "{}", low.stderr);
    let file = folder.file("floors.toml", "[dev]\ncore_f1 = 0.4\n[strict]\ncore_f1 = 1.0");
    let strict = ["evaluate", "--floors", &file, "--section", "strict", "--predictions", &predictions, &gold];
    depeche(&strict).assert_code(1);
    let unknown = check("[dev]\nfame = 0.1");
    unknown.assert_code(1);
    assert!(unknown.stderr.contains("unknown figure"), "{}", unknown.stderr);
}

#[test]
fn floors_that_check_nothing_are_refused() {
    let (folder, gold, predictions) = setup();
    depeche(&["evaluate", "--floors", "nowhere.toml", &gold]).assert_code(2);
    for (floors, message) in [
        ("[seed]\ncore_f1 = 0.4", "expected a section [dev], found seed"),
        ("[dev]", "expected figures in [dev], found none"),
        ("core_f1 = 0.4", "expected sections of figures"),
        ("[dev]\ncore_f1 = 0.0", "[dev] core_f1: expected a floor above 0 and up to 1, found 0"),
        ("[dev]\ncore_f1 = nan", "expected a floor above 0 and up to 1"),
        ("[dev]\ncore_f1 = \"high\"", "expected sections of figures"),
    ] {
        let file = folder.file("floors.toml", floors);
        let run = depeche(&["evaluate", "--floors", &file, "--predictions", &predictions, &gold]);
        run.assert_code(2);
        assert!(run.stderr.contains(message), "{message} in {}", run.stderr);
    }
}
