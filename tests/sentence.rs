//! Sentence boundaries: the table of cases, and properties that hold on any text.

use depeche::layout::{BlockKind, layout};
use depeche::sentence::{Sentence, sentences, split};
use proptest::prelude::*;

/// The texts of the sentences found in `text`.
fn texts(text: &str) -> Vec<&str> {
    sentences(text).iter().map(|s| s.span.of(text)).collect()
}

#[test]
fn the_table_of_cases() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for line in include_str!("cases/sentences.tsv").lines() {
        let Some((group, case)) = line.split_once('\t').filter(|_| !line.starts_with('#')) else {
            continue;
        };
        seen += 1;
        let text = case.replace(" ¦ ", " ").replace('¦', "");
        let expected: Vec<&str> = case.split('¦').map(str::trim).collect();
        let found = texts(&text);
        if found != expected {
            wrong.push(format!("{group}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(seen > 90, "only {seen} cases were read");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn kinds_follow_the_blocks() {
    let text =
        "Verdon lève 12 millions\n\nLa start-up grandit. Elle recrute.\n\n- Paul Roche arrive\n\nFin de l'histoire.";
    let found: Vec<BlockKind> = sentences(text).iter().map(|s| s.kind).collect();
    use BlockKind::*;
    assert_eq!(found, [Title, Lead, Lead, Bullet, Body]);
}

#[test]
fn a_block_that_begins_with_a_pronoun_has_no_empty_sentence() {
    let text = "Le titre de l'article\n\n■ Lyon\nC'est fini pour le club. Il descend.";
    assert_eq!(texts(text), ["Le titre de l'article", "■ Lyon", "C'est fini pour le club.", "Il descend."]);
}

#[test]
fn kinds_are_written_in_snake_case() {
    let written = serde_json::to_string(&sentences("Verdon lève 12 millions")).unwrap();
    assert_eq!(written, r#"[{"start":0,"end":24,"kind":"title"}]"#);
    let read: Vec<Sentence> = serde_json::from_str(&written).unwrap();
    assert_eq!(read, sentences("Verdon lève 12 millions"));
}

#[test]
fn nothing_is_found_in_nothing() {
    for text in ["", " ", "\n\n\r\n\t", "\u{a0}\u{202f}"] {
        assert_eq!(sentences(text), []);
    }
}

#[test]
fn long_runs_take_linear_time() {
    // Quadratic work on a megabyte would take minutes.
    for piece in [
        ".", "«", "»", "a", "\n", "a\n", "M. ", "\"", ".\"", "? ! ", "1. ", "P.-D.G.", "J. Le ", "- a\n", "…", "(",
        ". \u{a0}", "à il ",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        let found = sentences(&text);
        assert!(found.len() <= text.len());
    }
}

/// Texts made of the pieces that boundaries depend on.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Le groupe", "la société", "Paul Roche", "M.", "Mme", "P.-D.G.", "S.A.", "etc.", "art.", "J.-C.", "Yahoo!", "X.com", "l'usine",
            "aujourd'hui", "L'entreprise", "2019", "1.200,5", "12 M€", "Il est", "C'est fini", "Elle a", "Elle", "à", "É", "ß", "漢字", "1.", "•", "-", "→ Lire", "Lire aussi :",
        ]).prop_map(str::to_string),
        3 => prop::sample::select(vec![".", "!", "?", "…", "...", " ", " ", "\u{a0}", ",", ";", ":"]).prop_map(str::to_string),
        2 => prop::sample::select(vec!["«", "»", "\"", "(", ")", "'", "“", "”", "–", "\n", "\n\n"]).prop_map(str::to_string),
        1 => "\\PC{0,3}",
    ];
    prop::collection::vec((piece, prop::bool::ANY), 0..60)
        .prop_map(|all| all.iter().map(|(p, space)| format!("{p}{}", if *space { " " } else { "" })).collect())
}

/// Whole articles: sentences in paragraphs.
fn article() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(vec![
        "Le groupe a nommé M. Roche.",
        "Elle quitte la S.A. Verdon !",
        "« Nous partons. Adieu. » Le conseil dément.",
        "Il vaut 3,5 millions d'euros.",
        "Qui l'eût cru ?",
        "La société recrute",
        "Elle part ce soir",
        "Un an après",
        "Elle l'a dit... mais trop tard.",
        "\"C'est fini\", a-t-il dit.",
    ]);
    let paragraph = prop::collection::vec(sentence, 1..6).prop_map(|all| all.join(" "));
    prop::collection::vec(paragraph, 1..6).prop_map(|all| all.join("\n\n"))
}

fn spans(found: &[Sentence]) -> Vec<(usize, usize)> {
    found.iter().map(|s| (s.span.start, s.span.end)).collect()
}

proptest! {
    #[test]
    fn sentences_are_in_order_and_cover_all_but_white_space(text in pieces()) {
        let mut at = 0;
        for sentence in sentences(&text) {
            let gap = text.get(at..sentence.span.start).expect("starts on a character, after the one before");
            prop_assert!(gap.trim().is_empty(), "{gap:?} is lost");
            let words = text.get(sentence.span.range()).expect("ends on a character");
            prop_assert!(!words.is_empty() && words.trim() == words, "{words:?}");
            at = sentence.span.end;
        }
        prop_assert!(text.get(at..).unwrap_or("").trim().is_empty());
    }

    #[test]
    fn any_text_is_read(text in "\\PC*|(.|\n){0,80}") {
        prop_assert_eq!(sentences(&text), split(&text, &layout(&text)));
    }

    #[test]
    fn the_apostrophe_does_not_matter(text in pieces()) {
        let curly = text.replace('\'', "’");
        let starts = |text: &str| -> Vec<usize> {
            sentences(text).iter().map(|s| text.get(..s.span.start).map_or(0, |head| head.chars().count())).collect()
        };
        prop_assert_eq!(starts(&text), starts(&curly));
    }

    #[test]
    fn the_line_break_does_not_matter(text in pieces()) {
        let windows = text.replace('\n', "\r\n");
        let words = |text: &str| -> Vec<String> {
            sentences(text).iter().map(|s| s.span.of(text).replace("\r\n", "\n")).collect()
        };
        prop_assert_eq!(words(&text), words(&windows));
    }

    #[test]
    fn an_article_is_read_alike_after_another(first in article(), second in article()) {
        let both = format!("{first}\n\n{second}");
        let shift = first.len() + 2;
        let alone = spans(&sentences(&second));
        let found = sentences(&both);
        let after: Vec<_> = found.iter().filter(|s| s.span.start >= shift)
            .map(|s| (s.span.start - shift, s.span.end - shift)).collect();
        prop_assert_eq!(alone, after);
        let body = |found: &[Sentence], from: usize| -> Vec<usize> {
            found.iter().filter(|s| s.span.start >= from && s.kind == BlockKind::Body).map(|s| s.span.start - from).collect()
        };
        let bodies = body(&found, shift);
        prop_assert!(body(&sentences(&second), 0).iter().all(|start| bodies.contains(start)));
    }
}
