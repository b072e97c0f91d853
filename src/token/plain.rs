//! Words of plain letters and single marks, as most tokens of any text are: cut, folded and made a key in one go, eight letters at once.

use super::shape::Shape;
use crate::lexicon::{Flags, Vocabulary, WordKey, load};

/// A word or mark that no rule about points, hyphens or signs concerns.
pub(super) struct Plain {
    /// Where it begins.
    pub start: usize,
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
    /// A point that no letter follows.
    Point,
    /// It takes a closer look.
    Other,
}

fn behind(text: &[u8], at: usize) -> Behind {
    let byte = |n: usize| text.get(at + n).copied().unwrap_or(0);
    match byte(0) {
        b'\'' => Behind::Apostrophe(1),
        b'.' if !byte(1).is_ascii_alphanumeric() && byte(1).is_ascii() => Behind::Point,
        b'-' | b'.' | b'&' | b'+' | b'@' | b':' | b'_' | b'0'..=b'9' => Behind::Other,
        0..=0x7F => Behind::End,
        0xC3 if is_accented(byte(1)) => Behind::Accented,
        // A space that does not break, guillemets.
        0xC2 if matches!(byte(1), 0xA0 | 0xAB | 0xBB) => Behind::End,
        // "’".
        0xE2 if byte(1) == 0x80 && byte(2) == 0x99 => Behind::Apostrophe(3),
        _ => Behind::Other,
    }
}

/// Whether a byte behind 0xC3 makes a letter from "à" to "ÿ": all but the sign of division.
fn is_accented(byte: u8) -> bool {
    matches!(byte, 0xA0..=0xB6 | 0xB8..=0xBF)
}

/// The token that begins at a place, or behind one space there. `None` if it is not a plain one.
#[inline]
pub(super) fn next(text: &[u8], at: usize, vocabulary: &Vocabulary) -> Option<Plain> {
    let start = at + usize::from(text.get(at) == Some(&b' '));
    let first = *text.get(start)?;
    let spaced = start > at || start == 0;
    let found = match first {
        b'a'..=b'z' | b'A'..=b'Z' | 0xC3 if spaced || !text.get(start - 1).is_some_and(u8::is_ascii_digit) => {
            word(text, start, vocabulary)
        }
        b'!' | b'"' | b'%'..=b'*' | b',' | b'.' | b'/' | b':'..=b'?' | b'['..=b'^' | b'{'..=b'~' => {
            mark(text, start, 1)
        }
        0xC2 if matches!(text.get(start + 1), Some(0xAB | 0xBB)) => mark(text, start, 2),
        _ => None,
    }?;
    Some(if spaced { Plain { shape: found.shape.with(Shape::SPACED), ..found } } else { found })
}

/// A mark of so many bytes, unless something hangs on it or points follow each other.
fn mark(text: &[u8], start: usize, length: usize) -> Option<Plain> {
    let (end, bytes) = (start + length, load(text, start));
    let next = text.get(end).copied().unwrap_or(b' ');
    // The first character that may hang on another is U+0300.
    if next >= 0xCC || next == b'.' && bytes & 0xFF == u64::from(b'.') {
        return None;
    }
    let key = WordKey::short(bytes & low_bytes(length), 0, length);
    Some(Plain { start, end, key, shape: Shape::MARK, ascii: true })
}

/// The word that begins at a place.
#[inline]
fn word(text: &[u8], start: usize, vocabulary: &Vocabulary) -> Option<Plain> {
    let first = load(text, start);
    let (mut end, mut run, mut ascii) = (start, letters(first), true);
    let stop = loop {
        end += run;
        if run < 8 {
            match behind(text, end) {
                Behind::Accented => (end, ascii) = (end + 2, false),
                other => break other,
            }
        }
        if end - start > WordKey::SHORT {
            return None;
        }
        run = letters(load(text, end));
    };
    let length = end - start;
    if length == 0 || length > WordKey::SHORT {
        return None;
    }
    let tail = if length > 8 { load(text, start + 8) & low_bytes(length - 8) } else { 0 };
    let head = first & low_bytes(length);
    let capitals = between(head, b'A', b'Z');
    // Only the first letter may be a capital.
    if capitals & !0x80 != 0 || length > 8 && between(tail, b'A', b'Z') != 0 {
        return None;
    }
    // A capital and its small letter differ by a quarter of the high bit.
    let head = head | capitals >> 2;
    let shape = if capitals == 0 { Shape::WORD } else { Shape::WORD.with(Shape::CAPITAL) };
    let key = WordKey::short(head, tail, length);
    match stop {
        Behind::End => {}
        Behind::Point if length > 2 && !is_abbreviation(key, length, vocabulary) => {}
        Behind::Apostrophe(more) => return elided(text, (start, end + more), head, shape, length),
        _ => return None,
    }
    Some(Plain { start, end, key, shape, ascii })
}

/// Whether a word and the point behind it are an abbreviation, or may be one.
fn is_abbreviation(word: WordKey, length: usize, vocabulary: &Vocabulary) -> bool {
    let dotted = word.followed_by(b'.', length);
    dotted.is_none_or(|key| vocabulary.flags(vocabulary.find_short(key)).any(Flags::ABBREVIATION))
}

/// The bytes of the first so many.
fn low_bytes(count: usize) -> u64 {
    if count >= 8 { u64::MAX } else { (1 << (8 * count)) - 1 }
}

/// "l'", "qu’": a word that has lost its last vowel.
fn elided(text: &[u8], (start, end): (usize, usize), head: u64, shape: Shape, length: usize) -> Option<Plain> {
    let listed = length < 8 && ELIDED.contains(&head);
    // No mark hangs on what stands below U+0300.
    let next = text.get(end).copied().unwrap_or(b' ');
    if !listed || next >= 0xCC {
        return None;
    }
    // "N'Djamena": the negation never stands before a capital.
    if head == u64::from(b'n') && shape.has(Shape::CAPITAL) && (next.is_ascii_uppercase() || !next.is_ascii()) {
        return None;
    }
    let key = WordKey::short(head | u64::from(b'\'') << (8 * length), 0, length + 1);
    Some(Plain { start, end, key, shape: shape.with(Shape::ELIDED), ascii: true })
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
