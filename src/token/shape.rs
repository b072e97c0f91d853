//! What a token looks like.

/// A set of traits that a token's letters show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Shape(u16);

impl Shape {
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
        for (i, ch) in word.char_indices() {
            if ch.is_ascii_lowercase() {
                lowers += 1;
            } else if ch.is_ascii_uppercase() || (!ch.is_ascii() && ch.is_uppercase()) {
                if i == 0 {
                    shape = shape.with(Shape::CAPITAL);
                } else if lowers > 0 && !after_joint(word, i) {
                    shape = shape.with(Shape::CAMEL);
                }
                uppers += 1;
            } else if ch.is_ascii_digit() {
                digits += 1;
            } else if ch == '-' {
                shape = shape.with(Shape::HYPHEN);
            } else if !ch.is_ascii() && ch.is_alphabetic() {
                lowers += 1;
            }
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

/// A capital after a hyphen or apostrophe begins a new part ("Jean-Pierre", "O'Neill"): no camel case.
fn after_joint(word: &str, at: usize) -> bool {
    word.get(..at).and_then(|before| before.chars().next_back()).is_some_and(|ch| !ch.is_alphanumeric())
}
