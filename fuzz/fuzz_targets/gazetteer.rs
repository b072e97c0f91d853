//! Lists of names, in both formats: read, compiled, and searched for in the list itself.

#![no_main]

use depeche::Gazetteer;
use depeche::lexicon::Lexicon;
use depeche::sentence::sentences;
use depeche::token::tokenize;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::french().expect("the embedded lexicon"));

libfuzzer_sys::fuzz_target!(|text: &str| {
    for read in [Gazetteer::from_str("a.tsv", text), Gazetteer::from_entity_ruler_jsonl("a.jsonl", text)] {
        match read {
            Ok(gazetteer) => {
                let mut vocabulary = LEXICON.vocabulary.clone();
                let compiled = gazetteer.compile(&mut vocabulary);
                let spans: Vec<_> = sentences(text).iter().map(|sentence| sentence.span).collect();
                let tokens = tokenize(text, &spans, &vocabulary);
                for hit in compiled.matches(&tokens, &vocabulary) {
                    assert!(compiled.names_of(&hit).count() > 0);
                }
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
});
