//! What the stage asks about single tokens again and again, looked up once.

use super::known::Known;
use crate::lexicon::{Contraction, Flags, Keys, Lexicon, Reading, WordClass, WordId};
use crate::token::{Shape, Tokens};
use std::ops::Range;

/// One token of a sentence with all that the lexicon and the stages before tell of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// How it may continue a phrase: contractions also count as their preposition, "A" as "à".
    pub keys: Keys,
    pub flags: Flags,
    pub classes: &'a [WordClass],
    /// What it can be as a verb; nothing inside names.
    pub readings: &'a [Reading],
    /// The name or value that begins here.
    pub known: Option<&'a Known>,
}

/// Outside the sentence.
pub(super) const NONE: Word<'static> = Word {
    keys: Keys { word: WordId::UNKNOWN, alternative: WordId::UNKNOWN },
    flags: Flags::NONE,
    classes: &[],
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
    let classes = lexicon.classes(token.word);
    let verb = known.is_none() && flags.any(Flags::VERB);
    let readings = if verb { lexicon.verbs.readings(token.word) } else { &[] };
    let [de, a] = lexicon.prepositions.contracted();
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
    Word { keys: Keys { word, alternative }, flags, classes, readings, known }
}
