//! Any text is read, and what is read fits the text: see `check` in `tests/support/mod.rs`.

#![no_main]

#[path = "../../tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|text: &str| {
    support::checked(text);
});
