//! What the stage asks about single tokens again and again, looked up once.

use super::known::Known;
use crate::lexicon::{Contraction, Flags, Keys, Lexicon, Reading, WordClass, WordId};
use crate::token::{Shape, Tokens};
use std::ops::Range;

/// To which of the closed classes that the chunker asks for a word belongs, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kinds(u8);

impl Kinds {
    pub const NONE: Kinds = Kinds(0);
    pub const DETERMINER: Kinds = Kinds(1);
    pub const PREPOSITION: Kinds = Kinds(1 << 1);
    pub const CONTRACTION: Kinds = Kinds(1 << 2);
    pub const RELATIVE: Kinds = Kinds(1 << 3);
    pub const PRONOUN: Kinds = Kinds(1 << 4);
    pub const CONJUNCTION: Kinds = Kinds(1 << 5);
    pub const NEGATION: Kinds = Kinds(1 << 6);

    pub const fn with(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    pub const fn any(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    fn of(classes: &[WordClass]) -> Kinds {
        classes.iter().fold(Kinds::NONE, |all, class| {
            all.with(match class {
                WordClass::Determiner(_) => Kinds::DETERMINER,
                WordClass::Preposition => Kinds::PREPOSITION,
                WordClass::Contraction(_) => Kinds::CONTRACTION,
                WordClass::Relative(_) => Kinds::RELATIVE,
                WordClass::Pronoun(_) => Kinds::PRONOUN,
                WordClass::Coordination | WordClass::Subordination => Kinds::CONJUNCTION,
                WordClass::Negation(_) => Kinds::NEGATION,
                WordClass::Adverb => Kinds::NONE,
            })
        })
    }
}

/// One token of a sentence with all that the lexicon and the stages before tell of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// How it may continue a phrase: contractions also count as their preposition, "A" as "à".
    pub keys: Keys,
    pub flags: Flags,
    /// What begins with it, or with what it may stand for.
    pub begins: Flags,
    pub classes: &'a [WordClass],
    pub kinds: Kinds,
    /// What it can be as a verb; nothing inside names.
    pub readings: &'a [Reading],
    /// The name or value that begins here.
    pub known: Option<&'a Known>,
}

/// Outside the sentence.
pub(super) const NONE: Word<'static> = Word {
    keys: Keys { word: WordId::UNKNOWN, alternative: WordId::UNKNOWN },
    flags: Flags::NONE,
    begins: Flags::NONE,
    classes: &[],
    kinds: Kinds::NONE,
    readings: &[],
    known: None,
};

/// Looks up the tokens of a sentence. `known` are the names and values that begin in it, in order.
pub(super) fn read<'a>(
    tokens: &Tokens<'_>,
    sentence: Range<usize>,
    known: &'a [Known],
    lexicon: &'a Lexicon,
    out: &mut Vec<Word<'a>>,
) {
    out.clear();
    let mut known = known.iter().peekable();
    for at in sentence {
        let here = known.next_if(|known| known.tokens.start == at);
        out.push(word(tokens, at, here, lexicon));
    }
}

fn word<'a>(tokens: &Tokens<'_>, at: usize, known: Option<&'a Known>, lexicon: &'a Lexicon) -> Word<'a> {
    let token = tokens.get(at);
    let known_word = token.word.is_known();
    let (word, flags) = if known_word { (token.word, token.flags) } else { (token.base, token.base_flags) };
    let closed = token.flags.any(Flags::FUNCTION.with(Flags::ADVERB));
    let classes = if closed { lexicon.classes(token.word) } else { &[] };
    let verb = known.is_none() && flags.any(Flags::VERB);
    let readings = if verb { lexicon.verbs.readings(token.word) } else { &[] };
    let [de, a] = lexicon.prepositions.contracted();
    let kinds = Kinds::of(classes);
    let contraction = classes.iter().find_map(|class| match class {
        WordClass::Contraction(contraction) => Some(*contraction),
        _ => None,
    });
    let alternative = match contraction {
        Some(Contraction::De) => de,
        Some(Contraction::A) => a,
        _ if token.shape.has(Shape::CAPITAL) && tokens.str(at) == "A" => a,
        _ if token.shape.has(Shape::ELIDED) && matches!(tokens.str(at), "d'" | "d’" | "D'" | "D’") => de,
        _ => token.base,
    };
    let begins =
        flags.with(if alternative == token.base { token.base_flags } else { lexicon.vocabulary.flags(alternative) });
    Word { keys: Keys { word, alternative }, flags, begins, classes, kinds, readings, known }
}
