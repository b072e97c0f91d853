//! JSON Lines as the command reads them, with its own code: lines, records, dates.

#![no_main]

#[path = "../../crates/cli/src/input/decode.rs"]
#[allow(dead_code)]
mod decode;
#[path = "../../crates/cli/src/input/lines.rs"]
mod lines;
#[path = "../../crates/cli/src/input/record.rs"]
mod record;

use depeche::Article;
use std::io::Cursor;

/// What `record` gives; as in `crates/cli/src/input/mod.rs`.
pub struct Document {
    pub id: String,
    pub article: Article<'static>,
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut lines = lines::Lines::new(Box::new(Cursor::new(bytes.to_vec())), 2_000);
    let (mut length, mut number) = (0, 0);
    while let Some(line) = lines.next_line().expect("memory is read without errors") {
        number += 1;
        assert_eq!(line.number, number);
        length += line.length;
        let Some(bytes) = line.bytes else { continue };
        match record::parse(&bytes, "a.jsonl:1", None) {
            Ok(Document { id, article }) => {
                std::hint::black_box((id, article.text().len()));
            }
            Err(message) => assert!(!message.is_empty()),
        }
    }
    assert_eq!(length, bytes.len() as u64);
});
