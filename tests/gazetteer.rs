//! Lists of names: what they accept, how faults are told, what matches, which entry wins.

use depeche::gazetteer::{CompiledGazetteer, Gazetteer, GazetteerError};
use depeche::lexicon::{Lexicon, Vocabulary};
use depeche::token::tokenize;
use depeche::{EntityKind, Span};
use proptest::prelude::*;

fn found(gazetteer: &CompiledGazetteer, vocabulary: &Vocabulary, text: &str) -> String {
    let tokens = tokenize(text, &[Span::new(0, text.len())], vocabulary);
    let told: Vec<String> = gazetteer
        .matches(&tokens, vocabulary)
        .iter()
        .map(|hit| {
            let meaning = gazetteer.names_of(hit).next().expect("a meaning");
            let entry = gazetteer.entry(meaning.entry).expect("an entry");
            format!("{}={}", tokens.span(hit.tokens.clone()).of(text), entry.name())
        })
        .collect();
    if told.is_empty() { "-".to_owned() } else { told.join("|") }
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

#[test]
fn the_table_of_matches() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("cases/gazetteer.tsv")) {
        let [entries, text, expected] = row.as_slice() else { panic!("three columns: {row:?}") };
        let list =
            Gazetteer::from_str("list.tsv", &entries.replace('→', "\t").replace('¶', "\n")).expect("a good list");
        let mut lexicon = Lexicon::french().expect("the embedded lexicon");
        let compiled = list.compile(&mut lexicon.vocabulary);
        let got = found(&compiled, &lexicon.vocabulary, text);
        if got != *expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check_faults(table: &'static str, load: impl Fn(&str) -> Result<Gazetteer, GazetteerError>) {
    let mut wrong = Vec::new();
    for row in rows(table) {
        let [line, column, message] = row.as_slice() else { panic!("three columns: {row:?}") };
        let expected = format!("f:1:{column}: {message}");
        match load(&line.replace('→', "\t")) {
            Ok(_) => wrong.push(format!("{line}\n  expected {expected}\n  found    no fault")),
            Err(error) if error.to_string() != expected => {
                wrong.push(format!("{line}\n  expected {expected}\n  found    {error}"))
            }
            Err(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn faults_of_lists_tell_place_and_remedy() {
    check_faults(include_str!("cases/gazetteer_errors.tsv"), |text| Gazetteer::from_str("f", text));
}

#[test]
fn faults_of_pattern_files_tell_place_and_remedy() {
    check_faults(include_str!("cases/gazetteer_ruler_errors.tsv"), |text| {
        Gazetteer::from_entity_ruler_jsonl("f", text)
    });
}

#[test]
fn all_faults_are_told_at_once_and_comments_count_as_lines() {
    let text = "# names\r\nKalva\torganization\r\n\r\nVerdane\tplaces\nOrvan\tpersn\n";
    let error = Gazetteer::from_str("f", text).expect_err("two faults");
    let places: Vec<(usize, usize)> = error.faults().iter().map(|fault| (fault.line, fault.column)).collect();
    assert_eq!(places, [(4, 9), (5, 7)]);
    assert_eq!(error.faults()[1].suggestion.as_deref(), Some("person"));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let error = Gazetteer::from_path("no/such/list.tsv").expect_err("no file");
    assert!(error.to_string().starts_with("no/such/list.tsv: "), "{error}");
    assert!(error.faults().is_empty());
}

#[test]
fn pattern_files_give_the_same_names_as_lists() {
    let text = r#"{"label": "ORG", "pattern": "Kalva Fr\u00e8res", "id": "k-1"}
{"label": "ORG", "pattern": [{"LOWER": "kalva"}, {"LOWER": "box"}], "id": "k-1"}
{"label": "PER", "pattern": [{"TEXT": "Jean"}, {"ORTH": "Orvan"}]}
"#;
    let list = Gazetteer::from_entity_ruler_jsonl("patterns.jsonl", text).expect("good patterns");
    let mut lexicon = Lexicon::french().expect("the embedded lexicon");
    let compiled = list.compile(&mut lexicon.vocabulary);
    let text = "Kalva Frères vend la Kalva Box à Jean Orvan";
    assert_eq!(
        found(&compiled, &lexicon.vocabulary, text),
        "Kalva Frères=Kalva Frères|Kalva Box=kalva box|Jean Orvan=Jean Orvan"
    );
    let entry = compiled.entry(0).expect("an entry");
    assert_eq!((entry.kind(), entry.id()), (EntityKind::Organization, Some("k-1")));
}

#[test]
fn a_list_of_the_user_wins_over_the_embedded_ones_and_a_later_one_over_an_earlier_one() {
    let first = Gazetteer::from_str("a", "Renault\tperson\t\t\ta\nKalva\tplace\t\t\ta").expect("list");
    let second = Gazetteer::from_str("b", "Kalva\tproduct\t\t\tb").expect("list");
    let all = Gazetteer::embedded().expect("lists").with(first).with(second);
    let mut lexicon = Lexicon::french().expect("the embedded lexicon");
    let compiled = all.compile(&mut lexicon.vocabulary);
    for (text, kind, id) in [("Renault", EntityKind::Person, "a"), ("Kalva", EntityKind::Product, "b")] {
        let tokens = tokenize(text, &[Span::new(0, text.len())], &lexicon.vocabulary);
        let hits = compiled.matches(&tokens, &lexicon.vocabulary);
        let meanings: Vec<_> = compiled.names_of(&hits[0]).collect();
        assert_eq!(meanings.len(), 1, "{text}");
        assert_eq!(meanings[0].kind, kind);
        assert_eq!(compiled.entry(meanings[0].entry).and_then(|entry| entry.id()), Some(id));
    }
}

#[test]
fn attributes_are_kept() {
    let line = "Kalva\torganization\tKLV\ttype=bank; gender=f;descriptions=banque verte|ex-Orvan\tk-9";
    let list = Gazetteer::from_str("f", line).expect("list");
    let compiled = list.compile(&mut Vocabulary::default());
    let entry = compiled.entry(0).expect("an entry");
    assert_eq!((entry.get("type"), entry.get("sector"), entry.id()), (Some("bank"), None, Some("k-9")));
    assert_eq!(entry.descriptions().collect::<Vec<_>>(), ["banque verte", "ex-Orvan"]);
    assert_eq!(entry.gender(), Some(depeche::lexicon::Gender::Feminine));
}

#[test]
fn the_embedded_lists_load_and_hold_every_kind() {
    let all = Gazetteer::embedded().expect("the embedded lists");
    let compiled = all.compile(&mut Lexicon::french().expect("the embedded lexicon").vocabulary);
    assert_eq!(compiled.len(), all.len());
    for kind in [EntityKind::Organization, EntityKind::Place, EntityKind::Person, EntityKind::Product] {
        assert!(compiled.entries().any(|(_, entry)| entry.kind() == kind), "{kind:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_a_list_or_a_fault(text in "[a-zÉé\\t\\n|;=#{}\\[\\]\":, \\\\u0-9]{0,80}") {
        let faults = |loaded: Result<Gazetteer, GazetteerError>| loaded.err().map_or(0, |error| error.faults().len());
        let lines = text.split('\n').count();
        prop_assert!(faults(Gazetteer::from_str("f", &text)) <= 40 * lines);
        prop_assert!(faults(Gazetteer::from_entity_ruler_jsonl("f", &text)) <= lines);
    }
}
