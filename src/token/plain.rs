//! Words of plain letters, as most words of any text are: cut, folded and made a key in one go, eight letters at once.

use super::shape::Shape;
use crate::lexicon::{WordKey, load};

/// A word that no rule about points, hyphens or signs concerns.
pub(super) struct Plain {
    /// Where it ends.
    pub end: usize,
    /// Its letters in lower case, accents kept.
    pub key: WordKey,
    /// What it looks like.
    pub shape: Shape,
    /// Whether all its letters are those of English.
    pub ascii: bool,
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

/// The high bit of each byte from `from` to `to`, both below 128.
fn between(bytes: u64, from: u8, to: u8) -> u64 {
    let low = bytes & !HIGH;
    let reached = low + u64::from(0x80 - from) * ONES;
    let passed = low + u64::from(0x7F - to) * ONES;
    reached & !passed & !bytes & HIGH
}

/// How many bytes at the head of eight are letters without accents.
fn letters(bytes: u64) -> usize {
    let others = !between(bytes | (0x20 * ONES), b'a', b'z') & HIGH;
    (others.trailing_zeros() / 8) as usize
}

/// What stands behind the letters of a word.
enum Behind {
    /// The word ends here, whatever follows.
    End,
    /// A letter with an accent, in lower case.
    Accented,
    /// An apostrophe, of so many bytes.
    Apostrophe(usize),
    /// It takes a closer look.
    Other,
}

fn behind(text: &[u8], at: usize) -> Behind {
    let byte = |n: usize| text.get(at + n).copied().unwrap_or(0);
    match byte(0) {
        b'\'' => Behind::Apostrophe(1),
        b'-' | b'.' | b'&' | b'+' | b'@' | b':' | b'_' | b'0'..=b'9' => Behind::Other,
        0..=0x7F => Behind::End,
        // From "à" to "ÿ", but for the sign of division.
        0xC3 if matches!(byte(1), 0xA0..=0xB6 | 0xB8..=0xBF) => Behind::Accented,
        // A space that does not break, guillemets.
        0xC2 if matches!(byte(1), 0xA0 | 0xAB | 0xBB) => Behind::End,
        // "’".
        0xE2 if byte(1) == 0x80 && byte(2) == 0x99 => Behind::Apostrophe(3),
        _ => Behind::Other,
    }
}

/// The word that begins at a place, which no digit stands before. `None` if it is not a plain one.
pub(super) fn word(text: &[u8], start: usize) -> Option<Plain> {
    let (mut end, mut ascii) = (start, true);
    let apostrophe = loop {
        let run = letters(load(text, end));
        end += run;
        if end - start > WordKey::SHORT {
            return None;
        }
        if run == 8 {
            continue;
        }
        match behind(text, end) {
            Behind::End => break 0,
            Behind::Apostrophe(length) => break length,
            Behind::Accented => (end, ascii) = (end + 2, false),
            Behind::Other => return None,
        }
    };
    let length = end - start;
    if length == 0 || length > WordKey::SHORT {
        return None;
    }
    let (head, tail) =
        (load(text, start) & low_bytes(length), load(text, start + 8) & low_bytes(length.saturating_sub(8)));
    let (capitals, more) = (between(head, b'A', b'Z'), between(tail, b'A', b'Z'));
    // Only the first letter may be a capital.
    if capitals & !0x80 != 0 || more != 0 {
        return None;
    }
    let shape = if capitals == 0 { Shape::WORD } else { Shape::WORD.with(Shape::CAPITAL) };
    // A capital and its small letter differ by a quarter of the high bit.
    let head = head | capitals >> 2;
    match apostrophe {
        0 => Some(Plain { end, key: WordKey::short(head, tail, length), shape, ascii }),
        _ => elided(text, head, Plain { end: end + apostrophe, key: WordKey::NONE, shape, ascii }, length),
    }
}

/// The bytes of the first so many.
fn low_bytes(count: usize) -> u64 {
    if count >= 8 { u64::MAX } else { (1 << (8 * count)) - 1 }
}

/// "l'", "qu’": a word that has lost its last vowel.
fn elided(text: &[u8], head: u64, word: Plain, length: usize) -> Option<Plain> {
    let listed = length < 8 && ELIDED.contains(&head);
    // "N'Djamena": the negation never stands before a capital. No mark hangs on ASCII.
    let next = text.get(word.end).copied().unwrap_or(b' ');
    if !listed || !next.is_ascii() || next.is_ascii_uppercase() && head == u64::from(b'n') {
        return None;
    }
    let key = WordKey::short(head | u64::from(b'\'') << (8 * length), 0, length + 1);
    Some(Plain { key, shape: word.shape.with(Shape::ELIDED), ..word })
}

/// The words of [`scan::ELIDED`](super::scan::ELIDED) as the first eight bytes of a key.
// Evaluated by the compiler, which refuses an index outside.
#[allow(clippy::indexing_slicing)]
const ELIDED: [u64; super::scan::ELIDED.len()] = {
    let (mut out, mut place) = ([0; super::scan::ELIDED.len()], 0);
    while place < out.len() {
        let word = super::scan::ELIDED[place].as_bytes();
        let mut at = word.len();
        while at > 0 {
            at -= 1;
            out[place] = out[place] << 8 | word[at] as u64;
        }
        place += 1;
    }
    out
};
