//! What a token looks like.

/// A set of traits that a token's letters show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Shape(u16);

impl Shape {
    /// Nothing.
    pub const NONE: Shape = Shape(0);
    /// A word (letters, perhaps with digits).
    pub const WORD: Shape = Shape(1);
    /// A number in digits.
    pub const NUMBER: Shape = Shape(1 << 1);
    /// A punctuation mark or symbol.
    pub const MARK: Shape = Shape(1 << 2);
    /// Begins with a capital.
    pub const CAPITAL: Shape = Shape(1 << 3);
    /// Two or more letters, all capitals.
    pub const ALL_CAPS: Shape = Shape(1 << 4);
    /// A capital after a small letter: "xAI", "LeCun".
    pub const CAMEL: Shape = Shape(1 << 5);
    /// Letters and digits: "A320".
    pub const DIGITS: Shape = Shape(1 << 6);
    /// Hyphens inside: "Jean-Pierre".
    pub const HYPHEN: Shape = Shape(1 << 7);
    /// Ends with an apostrophe that elides: "l'".
    pub const ELIDED: Shape = Shape(1 << 8);
    /// Points inside or at its end: "P.-D.G", "J.".
    pub const DOTTED: Shape = Shape(1 << 9);
    /// A web or mail address, hashtag or handle.
    pub const ADDRESS: Shape = Shape(1 << 10);
    /// White space stands before it.
    pub const SPACED: Shape = Shape(1 << 11);
    /// A pronoun behind its verb: "-t-il".
    pub const CLITIC: Shape = Shape(1 << 12);
    /// A domain-like name: "Booking.com".
    pub const DOMAIN: Shape = Shape(1 << 13);
    /// Ends with a hyphen that joins it to the next token: "ex-", "vingt-".
    pub const PREFIX: Shape = Shape(1 << 14);

    /// Both sets.
    pub const fn with(self, other: Shape) -> Shape {
        Shape(self.0 | other.0)
    }

    /// Whether they share a trait.
    pub const fn has(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }

    /// The case of a word's letters.
    pub(crate) fn of_word(word: &str) -> Shape {
        let (mut uppers, mut lowers, mut digits, mut shape) = (0u32, 0u32, 0u32, Shape::WORD);
        let mut at = 0;
        while let Some(&byte) = word.as_bytes().get(at) {
            let (kind, length) = if byte.is_ascii() { (ascii(byte), 1) } else { wide(word, at) };
            match kind {
                Kind::Lower => lowers += 1,
                Kind::Upper => {
                    if at == 0 {
                        shape = shape.with(Shape::CAPITAL);
                    } else if lowers > 0 && !after_joint(word, at) {
                        shape = shape.with(Shape::CAMEL);
                    }
                    uppers += 1;
                }
                Kind::Digit => digits += 1,
                Kind::Hyphen => shape = shape.with(Shape::HYPHEN),
                Kind::Other => {}
            }
            at += length;
        }
        if uppers >= 2 && lowers == 0 {
            shape = shape.with(Shape::ALL_CAPS);
        }
        if digits > 0 {
            shape = shape.with(Shape::DIGITS);
        }
        shape
    }
}

/// What a character tells of a word's shape.
enum Kind {
    Lower,
    Upper,
    Digit,
    Hyphen,
    Other,
}

fn ascii(byte: u8) -> Kind {
    match byte {
        b'a'..=b'z' => Kind::Lower,
        b'A'..=b'Z' => Kind::Upper,
        b'0'..=b'9' => Kind::Digit,
        b'-' => Kind::Hyphen,
        _ => Kind::Other,
    }
}

/// The same for a character beyond ASCII, with its length in bytes.
fn wide(word: &str, at: usize) -> (Kind, usize) {
    let Some(ch) = word.get(at..).and_then(|rest| rest.chars().next()) else { return (Kind::Other, 1) };
    let kind = match ch {
        // The letters of French, without a look at the tables of Unicode.
        'ß'..='ö' | 'ø'..='ÿ' => Kind::Lower,
        _ if ch.is_uppercase() => Kind::Upper,
        _ if ch.is_alphabetic() => Kind::Lower,
        _ => Kind::Other,
    };
    (kind, ch.len_utf8())
}

/// A capital after a hyphen or apostrophe begins a new part ("Jean-Pierre", "O'Neill"): no camel case.
fn after_joint(word: &str, at: usize) -> bool {
    word.get(..at).and_then(|before| before.chars().next_back()).is_some_and(|ch| !ch.is_alphanumeric())
}
