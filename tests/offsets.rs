//! Offsets count bytes of the text as it was given, whatever stands before them.

mod support;

use depeche::{Extraction, Span};
use serde_json::Value;
use support::{articles, checked, document, extract_dated};
use unicode_segmentation::UnicodeSegmentation;

/// Letters of one to four bytes, of one or two UTF-16 units, some that change length in other letter case.
const BEFORE: [&str; 6] = ["É. ", "l’été\u{a0}: ", "👩‍🚀 ", "İẞ ", "e\u{301} ", "\u{feff}"];

fn spans(extraction: &Extraction) -> Vec<Span> {
    let json = serde_json::to_value(extraction).expect("an extraction serializes");
    let (mut open, mut found) = (vec![&json], Vec::new());
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                let offset = |name: &str| fields.get(name).and_then(Value::as_u64).map(|at| at as usize);
                found.extend(offset("start").zip(offset("end")).map(|(start, end)| Span::new(start, end)));
                open.extend(fields.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    found.sort();
    found
}

#[test]
fn slots_are_words_of_the_text() {
    for json in articles() {
        let (text, published) = document(&json);
        let extraction = extract_dated(&text, published);
        for relation in &extraction.relations {
            let value = serde_json::to_value(relation).expect("a relation serializes");
            for slot in ["role", "previous_role"] {
                let Some(role) = value.get(slot) else { continue };
                let offset = |name: &str| role[name].as_u64().expect("an offset") as usize;
                let words = Span::new(offset("start"), offset("end")).of(&text);
                assert_eq!(role["text"].as_str(), Some(words), "{slot} in {relation:?}");
            }
        }
    }
}

#[test]
fn offsets_in_characters_and_utf16_give_the_same_words() {
    let mut seen = 0;
    for json in articles().iter().take(8) {
        let (text, published) = document(json);
        let text = format!("{}{text}", BEFORE.concat());
        let extraction = extract_dated(&text, published);
        support::check(&text, &extraction);
        let chars: Vec<char> = text.chars().collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        for span in spans(&extraction) {
            seen += 1;
            assert_eq!(chars[span.chars(&text)].iter().collect::<String>(), span.of(&text));
            assert_eq!(String::from_utf16_lossy(&units[span.utf16(&text)]), span.of(&text));
        }
    }
    assert!(seen > 100, "only {seen} spans");
}

#[test]
fn what_stands_in_another_paragraph_moves_offsets_and_nothing_else() {
    let sentence = "Claire Petit rejoint Engie comme directrice financière. Voltalia lève 12 millions d’euros.";
    let plain = checked(&format!("Titre\n\n{sentence}\n"));
    assert!(!plain.amounts.is_empty() && !plain.entities.is_empty());
    for before in BEFORE {
        let title = format!("Titre{before}");
        let moved = checked(&format!("{title}\n\n{sentence}\n"));
        let by = title.len() - "Titre".len();
        let words = |extraction: &Extraction, by: usize| -> Vec<Span> {
            let later = spans(extraction).into_iter().filter(|span| span.start >= "Titre\n\n".len() + by);
            later.map(|span| Span::new(span.start - by, span.end - by)).collect()
        };
        assert_eq!(words(&moved, by), words(&plain, 0), "{before:?}");
    }
}

#[test]
fn no_span_ends_inside_what_readers_see_as_one_character() {
    let cluster = ["👩\u{200d}🚀", "🇫🇷", "1\u{fe0f}\u{20e3}", "e\u{301}", "क\u{93f}", "👍🏽", "✈\u{fe0f}", "n\u{fe00}"];
    for cluster in cluster {
        let text = format!(
            "{cluster} Claire Petit{cluster}, de Voltalia {cluster}, rejoint Engie{cluster}{cluster} : 12 M€{cluster}"
        );
        let boundaries: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for span in spans(&checked(&text)) {
            let whole = boundaries.contains(&span.start) && boundaries.contains(&span.end);
            assert!(whole, "{:?} in {text:?}", span.of(&text));
        }
    }
}
