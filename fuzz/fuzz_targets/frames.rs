//! Files of frames: loaded, or refused with a message.

#![no_main]

use depeche::lexicon::Lexicon;
use depeche::relation::Frames;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::french().expect("the embedded lexicon"));

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut lexicon = LEXICON.clone();
    if let Err(error) = Frames::default().load("a.toml", text, &mut lexicon) {
        assert!(error.line <= text.matches('\n').count() + 1, "{error}");
    }
});
