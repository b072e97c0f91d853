//! Texts that nobody writes. Each must be read without panic, and what is read must fit the text.
//!
//! Sizes keep the whole file within seconds in a debug build; a cost that grew with the square of the text would show
//! as minutes. No test measures time: on a busy machine it would fail for nothing.

mod support;

use depeche::{Article, Extraction, Extractor};
use support::{EXTRACTOR, checked};

/// Half a megabyte in a debug build, ten in a release build: `cargo test --release --test robustness`.
const LONG: usize = if cfg!(debug_assertions) { 500_000 } else { 10_000_000 };

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes.div_ceil(unit.len()))
}

#[test]
fn types_can_be_shared_between_threads() {
    fn shared<T: Clone + Send + Sync + 'static>() {}
    fn sent<T: Send + Sync + 'static>() {}
    // These compile or do not; the calls are the test.
    shared::<Extractor>();
    shared::<Extraction>();
    shared::<depeche::Gazetteer>();
    sent::<depeche::BuildError>();
    sent::<depeche::GazetteerError>();
    sent::<Article<'static>>();
}

#[test]
fn nothing() {
    for text in ["", " ", "\n", "\r\n\r\n", "\t\u{a0}\u{202f}\u{2003}", "\u{feff}", "\0", "."] {
        let extraction = checked(text);
        assert!(extraction.relations.is_empty() && extraction.entities.is_empty(), "{text:?}");
    }
}

#[test]
fn one_word_over_and_over() {
    for unit in ["rachète ", "Orange ", "qui ", "a ", "million ", "Monsieur ", "hier ", "- "] {
        checked(&repeated(unit, LONG / 8));
    }
}

#[test]
fn one_letter_over_and_over() {
    for unit in ["a", "É", "1", "1 ", "'", "’a", ".", "\n", "«", "(", "-", "€", "A.", "\u{301}", "\u{200d}"] {
        checked(&repeated(unit, LONG / 8));
    }
}

/// Xorshift, so that every run reads the same bytes.
fn next_byte(state: &mut u64) -> u8 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state >> 32) as u8
}

#[test]
fn random_bytes() {
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    for round in 0..20 {
        let mut bytes: Vec<u8> = (0..16_000).map(|_| next_byte(&mut state)).collect();
        // Some as they are, some with most of them made letters and spaces.
        if round % 2 == 1 {
            bytes
                .iter_mut()
                .filter(|byte| **byte < 0xC0)
                .for_each(|byte| *byte = b" etaisnrulo.E"[*byte as usize % 13]);
        }
        checked(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn emoji() {
    let text = repeated("👩‍🚀🇫🇷 👍🏽🎉\u{fe0f} 🧑‍🧑‍🧒\n🏴\u{e0067}\u{e0062}\u{e007f} ", 20_000);
    assert!(checked(&text).relations.is_empty());
    let text = "🚀🚀 Voltalia 🎉 lève 💶 12 millions d’euros 💶 auprès d’🇫🇷 Eurazeo 👍🏽";
    let extraction = checked(text);
    assert!(extraction.amounts.iter().any(|amount| amount.span.of(text).starts_with("12 millions")), "{extraction:?}");
}

#[test]
fn quotes_that_never_close() {
    for unit in ["« ", "\"", "“Je pars ", "«Orange a dit: ‘", "« Il quitte « Engie « pour « Orange "] {
        checked(&repeated(unit, 50_000));
    }
}

#[test]
fn digits() {
    for unit in ["0", "12 345 ", "1.000,", "1/1/", "20-30%", "3,5 M€ ", "12 12 2012 ", "XIV "] {
        checked(&repeated(unit, 50_000));
    }
    checked(&format!("{}e{}", "9".repeat(400), "9".repeat(400)));
}

#[test]
fn capitals() {
    for unit in ["LE GROUPE ORANGE A NOMMÉ CLAIRE PETIT DIRECTRICE GÉNÉRALE. ", "A B C D ", "Le Grand De La Du "] {
        checked(&repeated(unit, 50_000));
    }
}

#[test]
fn a_sentence_without_end() {
    let clause = "Claire Petit, directrice générale de Voltalia, a quitté le groupe pour Engie et ";
    checked(&repeated(clause, 200_000));
    checked(&repeated("Engie, Orange et Voltalia, ", 200_000));
    checked(&repeated("le directeur de la filiale du groupe de la société ", 200_000));
}

#[test]
fn nesting() {
    let deep = 20_000;
    for (open, close) in [("(", ")"), ("[", "]"), ("« ", " »"), ("(Engie (", "))"), ("“", "”")] {
        let text = format!("Engie {}rachète{} Voltalia.", open.repeat(deep), close.repeat(deep));
        checked(&text);
    }
    for unit in
        ["qui rachète Engie ", "qui a dit que ", "dont le directeur ", "pour quitter ", "de ", "à ", "il a été "]
    {
        checked(&format!("Claire Petit, {}rejoint Engie.", repeated(unit, 100_000)));
    }
}

#[test]
fn lines() {
    for unit in
        ["a\n", "- Engie\n", "• Claire Petit rejoint Engie\n\n", "Lire aussi\n", "\r", "Paris (AFP) -\n", "\u{2028}"]
    {
        checked(&repeated(unit, 50_000));
    }
}

#[test]
fn titles_apart() {
    for (title, text) in [("", ""), ("\n", "Engie"), ("Engie", "Engie"), ("« Engie", "rachète »"), ("é", "\u{301}")]
    {
        let article = Article::with_title(title, text);
        support::check(article.text(), &EXTRACTOR.extract(&article));
    }
}

#[test]
fn explanations_of_any_text() {
    for text in ["", "qui", "Claire Petit, qui que dont où, quitte", "(((", "a\u{301} 👍🏽 12 %"] {
        let told = EXTRACTOR.explain(&Article::new(text));
        assert_eq!(told.is_empty(), text.is_empty(), "{text:?}: {told}");
    }
}

#[test]
fn nested_bodies() {
    let body = "du conseil de la direction du comité ";
    checked(&format!("Le comité {}a nommé Claire Petit. Le directeur {0}quitte Engie.", repeated(body, 100_000)));
    let posts = "Claire Petit, directrice de la filiale. Le directeur quitte le groupe. ";
    checked(&repeated(posts, 20_000));
}

#[test]
fn one_event_over_and_over() {
    for unit in ["Claire Petit rejoint Engie. ", "nomme Claire Petit et ", "Voltalia lève 12 M€ auprès d’Engie. "]
    {
        let extraction = checked(&repeated(unit, 100_000));
        assert!(extraction.relations.len() <= 100_000 / unit.len() + 1, "{unit}");
    }
}
