//! What holds for every text: whatever stands in it, and whatever was read before, after or beside it.

mod support;

use depeche::{Extraction, Relation};
use proptest::prelude::*;
use std::sync::LazyLock;
use support::{check, checked, documents, extract, extract_dated};

/// All words of the corpus in reading order: neighbours are runs of real text.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts: Vec<String> = documents().into_iter().map(|(text, _)| text).collect();
    texts.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect()
});

const JOINTS: [&str; 34] = [
    " ", " ", " ", " ", " ", " ", ", ", ". ", " ; ", ": ", "! ", " ? ", "… ", "\n", "\n\n", "\r\n", " « ", " » ", "« ",
    "\"", " “", "” ", " – ", " - ", "-", "(", ") ", "’", "'", "\u{a0}", "\u{202f}", "\t", "", "/",
];

/// Runs of words of the corpus, joined at random.
fn pieces(most: usize) -> impl Strategy<Value = Vec<(String, &'static str)>> {
    let piece = (0..WORDS.len(), 1..12usize, 0..JOINTS.len()).prop_map(|(from, count, joint)| {
        let words: Vec<&str> = WORDS.iter().skip(from).take(count).map(String::as_str).collect();
        (words.join(" "), JOINTS[joint])
    });
    prop::collection::vec(piece, 0..most)
}

fn french(most: usize) -> impl Strategy<Value = String> {
    pieces(most).prop_map(|pieces| pieces.iter().flat_map(|(words, joint)| [words.as_str(), *joint]).collect())
}

/// Letters, marks and digits that the rules look at, in any order.
fn noise() -> impl Strategy<Value = String> {
    "[ a-eA-Eéàç0-9.,:;!?…«»\"“”‘’'()\\[\\]–\\-/%€$\u{a0}\u{202f}\u{301}\u{200b}\u{feff}\r\n\t]{0,120}"
}

/// What a relation tells, without offsets; apostrophes and line ends made alike.
fn told(relation: &Relation) -> String {
    let mut value = serde_json::to_value(relation).expect("a relation serializes");
    if let Some(fields) = value.as_object_mut() {
        fields.remove("evidence");
    }
    let mut open = vec![&mut value];
    while let Some(value) = open.pop() {
        match value {
            serde_json::Value::Object(fields) => {
                fields.remove("start");
                fields.remove("end");
                open.extend(fields.values_mut());
            }
            serde_json::Value::Array(items) => open.extend(items),
            serde_json::Value::String(text) => *text = text.replace('’', "'").replace("\r\n", "\n"),
            _ => {}
        }
    }
    value.to_string()
}

fn all_told(extraction: &Extraction) -> Vec<String> {
    extraction.relations.iter().map(told).collect()
}

/// Few cases in every run; `PROPTEST_CASES=20000 cargo test --test properties` for a long one.
fn config() -> ProptestConfig {
    let asked = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { 100 };
    ProptestConfig { cases, failure_persistence: None, ..asked }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        checked(&text);
    }

    #[test]
    fn marks_in_any_order_are_read(text in noise()) {
        checked(&text);
    }

    #[test]
    fn french_in_any_order_is_read(text in french(40)) {
        checked(&text);
    }

    #[test]
    fn noise_inside_french_is_read(before in french(6), noise in noise(), after in french(6)) {
        checked(&format!("{before}{noise}{after}"));
    }

    #[test]
    fn line_ends_of_two_bytes_change_no_relation(text in french(12)) {
        let text = text.replace('\r', "");
        prop_assert_eq!(all_told(&extract(&text.replace('\n', "\r\n"))), all_told(&extract(&text)));
    }

    #[test]
    fn apostrophes_change_no_relation(text in french(12)) {
        let curly = text.replace('\'', "’");
        prop_assert_eq!(all_told(&extract(&curly.replace('’', "'"))), all_told(&extract(&curly)));
    }

    #[test]
    fn other_texts_leave_no_trace(text in french(10), other in french(10)) {
        let alone = extract(&text);
        extract(&other);
        prop_assert_eq!(extract(&text), alone);
    }
}

#[test]
fn the_corpus_is_read_alike_with_any_line_ends_and_apostrophes() {
    for (text, published) in documents() {
        let read = |text: &str| {
            let extraction = extract_dated(text, published);
            check(text, &extraction);
            all_told(&extraction)
        };
        let expected = read(&text);
        assert_eq!(read(&text.replace('\n', "\r\n")), expected, "line ends of two bytes: {text}");
        assert_eq!(read(&text.replace('\'', "’")), expected, "curly apostrophes: {text}");
        assert_eq!(read(&text.replace('’', "'")), expected, "straight apostrophes: {text}");
    }
}

#[test]
fn articles_are_read_alike_in_any_order_and_on_any_thread() {
    let documents = documents();
    let read = |order: Vec<usize>| -> Vec<(usize, Extraction)> {
        order.into_iter().map(|at| (at, extract_dated(&documents[at].0, documents[at].1))).collect()
    };
    let count = documents.len();
    let expected = read((0..count).collect());
    let orders = [(0..count).rev().collect(), (0..count).map(|at| (at + count / 2) % count).collect::<Vec<_>>()];
    let mut found: Vec<Vec<(usize, Extraction)>> = std::thread::scope(|scope| {
        let threads: Vec<_> = orders.into_iter().map(|order| scope.spawn(|| read(order))).collect();
        threads.into_iter().map(|thread| thread.join().expect("a thread without panic")).collect()
    });
    for extractions in &mut found {
        extractions.sort_by_key(|(at, _)| *at);
        for (one, other) in extractions.iter().zip(&expected) {
            assert_eq!(one, other, "{}", documents[one.0].0);
        }
        assert_eq!(extractions.len(), count);
    }
}
