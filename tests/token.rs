//! Tokens of short texts, as a table: the text, then its tokens between bars.

use depeche::Span;
use depeche::lexicon::{Flags, Vocabulary};
use depeche::token::tokenize;

fn vocabulary() -> Vocabulary {
    let mut v = Vocabulary::default();
    for word in ["vingt", "trois", "quatre", "dix", "un", "cent"] {
        v.mark(word, Flags::NUMBER);
    }
    for word in ["rendez-vous", "celui-ci"] {
        v.mark(word, Flags::COMMON);
    }
    for word in ["art.", "dr.", "cie."] {
        v.mark(word, Flags::ABBREVIATION);
    }
    for word in ["pdg", "évincé", "évince", "état", "il"] {
        v.mark(word, Flags::COMMON);
    }
    v
}

#[test]
fn the_table_of_tokens() {
    let table = include_str!("cases/tokens.tsv");
    let vocabulary = vocabulary();
    let mut wrong = Vec::new();
    for line in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let (text, expected) = line.split_once('\t').expect("two columns");
        let tokens = tokenize(text, &[Span::new(0, text.len())], &vocabulary);
        let found = (0..tokens.all().len()).map(|i| tokens.str(i)).collect::<Vec<_>>().join("|");
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_are_found_whatever_their_dots_case_and_lost_accents() {
    let v = vocabulary();
    for (text, word) in
        [("P.-D.G", "pdg"), ("P-DG", "pdg"), ("pdg", "pdg"), ("Evincé", "évincé"), ("Etat", "état"), ("a-t-il", "il")]
    {
        let tokens = tokenize(text, &[Span::new(0, text.len())], &v);
        let last = tokens.all().last().expect("a token");
        assert_eq!(v.word(last.word), word, "{text}");
    }
}
