//! The letters of a word as two numbers.

/// A word by its letters. A short word is told by its key alone, so that comparing two costs no look at memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordKey {
    /// The first eight bytes, the first one lowest.
    head: u64,
    /// The next seven, and the length above them; of a longer word, a hash of what follows the first eight.
    tail: u64,
}

/// Stands for the length of words that are not short.
const LONG: u64 = 0xFF << 56;

/// Any odd numbers whose bits are as often set as not.
const MIX: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xD1B5_4A32_D192_ED03];

impl WordKey {
    /// No word.
    pub const NONE: WordKey = WordKey { head: 0, tail: 0 };

    /// The most bytes that a key holds whole.
    pub const SHORT: usize = 15;

    /// The key of a word already folded.
    pub fn of(word: &[u8]) -> WordKey {
        let (head, rest) = (load(word, 0), word.get(8..).unwrap_or(&[]));
        if word.len() <= Self::SHORT {
            return Self::short(head, load(rest, 0), word.len());
        }
        let chunks = rest.chunks(8).map(|chunk| load(chunk, 0));
        let tail = chunks.fold(word.len() as u64, |so_far, chunk| fold(so_far ^ MIX[0], chunk ^ MIX[1]));
        WordKey { head, tail: tail | LONG }
    }

    /// The key of a word of at most [`SHORT`](Self::SHORT) bytes, from its bytes as [`load`] gives them.
    pub fn short(head: u64, tail: u64, length: usize) -> WordKey {
        WordKey { head, tail: tail | (length as u64) << 56 }
    }

    /// The key of a short word of so many bytes with one more behind them; `None` if that is no short word.
    pub fn followed_by(self, byte: u8, length: usize) -> Option<WordKey> {
        let letters = self.tail & !LONG;
        let place = u64::from(byte) << (8 * (length % 8));
        match length {
            0..8 => Some(Self::short(self.head | place, letters, length + 1)),
            8..Self::SHORT => Some(Self::short(self.head, letters | place, length + 1)),
            _ => None,
        }
    }

    /// Whether the key tells the word alone.
    pub fn is_short(self) -> bool {
        self.tail < LONG
    }

    /// For tables.
    pub fn hash(self) -> u32 {
        fold(self.head ^ MIX[0], self.tail ^ MIX[1]) as u32
    }
}

/// Eight bytes from a place on, the first one lowest, zeros behind the end.
pub(crate) fn load(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or(&[]);
    match rest.first_chunk::<8>() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => rest.iter().rev().fold(0, |so_far, byte| so_far << 8 | u64::from(*byte)),
    }
}

/// Both halves of a product, in one number that depends on every bit of both factors.
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::{WordKey, load};

    #[test]
    fn keys_differ_where_words_do() {
        let words =
            ["", "a", "a\0", "abcdefgh", "abcdefgh\0", "abcdefghijklmno", "abcdefghijklmnop", "abcdefghijklmnoq"];
        for (place, word) in words.iter().enumerate() {
            for other in words.iter().skip(place + 1) {
                assert_ne!(WordKey::of(word.as_bytes()), WordKey::of(other.as_bytes()), "{word:?} {other:?}");
            }
            assert_eq!(WordKey::of(word.as_bytes()).is_short(), word.len() <= WordKey::SHORT);
        }
    }

    #[test]
    fn a_key_grows_by_a_byte() {
        for length in 0..WordKey::SHORT {
            let word = &b"abcdefghijklmno"[..length];
            let dotted = [word, b"."].concat();
            assert_eq!(WordKey::of(word).followed_by(b'.', length), Some(WordKey::of(&dotted)));
        }
        assert_eq!(WordKey::of(b"abcdefghijklmno").followed_by(b'.', 15), None);
    }

    #[test]
    fn bytes_behind_the_end_are_zeros() {
        assert_eq!(load(b"abc", 1), 0x6362);
        assert_eq!(load(b"abcdefghi", 1), u64::from_le_bytes(*b"bcdefghi"));
        assert_eq!(load(b"abc", 7), 0);
    }
}
