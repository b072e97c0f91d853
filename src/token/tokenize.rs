//! From sentences to looked-up tokens.

use super::plain::Plain;
use super::scan::{Scanned, Scanner};
use super::shape::Shape;
use crate::lexicon::{Flags, Vocabulary, WordId};
use crate::text::{lower, strip};
use crate::types::Span;
use std::ops::Range;

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The first byte, in the original text. A token is kept small: there is one for every four bytes of text.
    start: u32,
    /// One past the last byte.
    end: u32,
    /// The word with its accents, if some list holds it.
    pub word: WordId,
    /// The word without accents, if some list holds it.
    pub base: WordId,
    /// What the word with its accents can be.
    pub flags: Flags,
    /// What the word without accents can be.
    pub base_flags: Flags,
    /// What it looks like.
    pub shape: Shape,
}

/// Outside a text.
const NOTHING: Token = Token {
    start: 0,
    end: 0,
    word: WordId::UNKNOWN,
    base: WordId::UNKNOWN,
    flags: Flags::NONE,
    base_flags: Flags::NONE,
    shape: Shape::NONE,
};

impl Token {
    /// Where, in bytes of the original text.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// The tokens of a text, sentence by sentence.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
}

impl<'t> Tokens<'t> {
    /// The text that spans refer to.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// All tokens in reading order.
    pub fn all(&self) -> &[Token] {
        &self.tokens
    }

    /// How many sentences there are.
    pub fn sentence_count(&self) -> usize {
        self.sentences.len()
    }

    /// Which tokens make up a sentence.
    pub fn sentence(&self, index: usize) -> Range<usize> {
        self.sentences.get(index).cloned().unwrap_or(0..0)
    }

    /// The sentences as ranges of tokens.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// The sentence that a token stands in.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|range| range.end <= token)
    }

    /// The words of one token as the text has them.
    pub fn str(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |t| t.span().of(self.text))
    }

    /// One token, or an empty one past the end.
    pub fn get(&self, token: usize) -> Token {
        self.tokens.get(token).copied().unwrap_or(NOTHING)
    }

    /// From the first byte of the first token to the last byte of the last one.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.span().join(last.span()),
            Some([only]) => only.span(),
            _ => Span::default(),
        }
    }
}

/// Cuts sentences into tokens and looks each up. Linear in the text; allocates nothing per token. Of a text of more than
/// four gigabytes, what goes beyond has no tokens.
pub fn tokenize<'t>(text: &'t str, sentences: &[Span], vocabulary: &Vocabulary) -> Tokens<'t> {
    let mut out =
        Tokens { text, tokens: Vec::with_capacity(text.len() / 4 + 4), sentences: Vec::with_capacity(sentences.len()) };
    let mut lookup = Lookup { vocabulary, lowered: String::new(), stripped: String::new() };
    for &span in sentences {
        let from = out.tokens.len();
        let mut scanner = Scanner::new(span.of(text), vocabulary);
        loop {
            let token = match scanner.plain() {
                Some(plain) => lookup.plain(span, text, &plain),
                None => scanner.next().and_then(|scanned| lookup.any(span, text, &scanned)),
            };
            let Some(token) = token else { break };
            out.tokens.push(token);
        }
        out.sentences.push(from..out.tokens.len());
    }
    if text.len() > LARGE {
        out.tokens.shrink_to_fit();
    }
    out
}

/// Of longer texts, the room that tokens do not need is given back.
const LARGE: usize = 1 << 16;

/// A place in a sentence as one in the text; `None` beyond four gigabytes.
fn place(sentence: Span, start: usize, end: usize) -> Option<(u32, u32)> {
    Some((u32::try_from(sentence.start + start).ok()?, u32::try_from(sentence.start + end).ok()?))
}

/// Cuts a name as [`tokenize`] cuts texts, and hands on the folded pieces by which names are compared: without accents,
/// parted at hyphens, acronyms without their points.
pub(crate) fn name_pieces(name: &str, vocabulary: &Vocabulary, mut each: impl FnMut(&str)) {
    let mut scanner = Scanner::new(name, vocabulary);
    let mut folded = String::new();
    while let Some(scanned) = scanner.next() {
        let words = name.get(scanned.start..scanned.end).unwrap_or("");
        let shape =
            if scanned.shape.has(Shape::WORD) { scanned.shape.with(Shape::of_word(words)) } else { scanned.shape };
        pieces_of(words, shape, &mut folded, &mut each);
    }
}

/// The folded pieces of one token, see [`name_pieces`].
pub(crate) fn pieces_of(words: &str, shape: Shape, folded: &mut String, each: &mut impl FnMut(&str)) {
    folded.clear();
    if is_dotted_acronym(words, shape) {
        words.split(|ch: char| !ch.is_alphanumeric()).for_each(|part| strip(part, folded));
        return each(folded);
    }
    let words = if shape.has(Shape::CLITIC) { clitic_key(words) } else { words };
    let mut parts = words.split(HYPHENS).filter(|part| !part.is_empty()).peekable();
    if parts.peek().is_none() {
        strip(words, folded);
        return each(folded);
    }
    for part in parts {
        folded.clear();
        strip(part, folded);
        each(folded);
    }
}

const HYPHENS: [char; 3] = ['-', '‐', '‑'];

struct Lookup<'v> {
    vocabulary: &'v Vocabulary,
    lowered: String,
    stripped: String,
}

impl Lookup<'_> {
    /// A word of plain letters, or a mark.
    #[inline]
    fn plain(&mut self, sentence: Span, text: &str, plain: &Plain) -> Option<Token> {
        let word = self.vocabulary.find_short(plain.key);
        let (base, flags) = self.vocabulary.base_and_flags(word);
        let listed = word.is_known() && flags.is_listed();
        let capital = plain.shape.has(Shape::CAPITAL);
        if listed || plain.ascii && (!capital || self.vocabulary.accented(base).next().is_none()) {
            let (start, end) = place(sentence, plain.start, plain.end)?;
            let base_flags = if base == word { flags } else { self.vocabulary.flags(base) };
            return Some(Token { start, end, word, base, flags, base_flags, shape: plain.shape });
        }
        // It may be known without its accents, or have lost them.
        self.any(sentence, text, &Scanned { start: plain.start, end: plain.end, shape: plain.shape })
    }

    /// Any word, number or mark.
    fn any(&mut self, sentence: Span, text: &str, scanned: &Scanned) -> Option<Token> {
        let (start, end) = place(sentence, scanned.start, scanned.end)?;
        let words = text.get(start as usize..end as usize).unwrap_or("");
        let (word, base, shape) = self.ids(words, scanned.shape);
        let (flags, base_flags) = (self.vocabulary.flags(word), self.vocabulary.flags(base));
        Some(Token { start, end, word, base, flags, base_flags, shape })
    }

    fn ids(&mut self, words: &str, scanned: Shape) -> (WordId, WordId, Shape) {
        let mut shape = scanned;
        if !shape.has(Shape::WORD) {
            let (word, base) =
                if shape.has(Shape::MARK) { self.find(words) } else { (WordId::UNKNOWN, WordId::UNKNOWN) };
            return (word, base, shape);
        }
        shape = shape.with(Shape::of_word(words));
        let key = match () {
            _ if shape.has(Shape::CLITIC) => clitic_key(words),
            _ if shape.has(Shape::PREFIX) => words.trim_end_matches(HYPHENS),
            _ => words,
        };
        let (word, base) = if is_dotted_acronym(key, shape) { self.find_joined(key) } else { self.find(key) };
        let word = if shape.has(Shape::CAPITAL) { self.with_lost_accents(word, base, words) } else { word };
        (word, base, shape)
    }

    fn find(&mut self, words: &str) -> (WordId, WordId) {
        self.lowered.clear();
        lower(words, &mut self.lowered);
        let word = self.vocabulary.find(&self.lowered);
        if word.is_known() {
            return (word, self.vocabulary.base(word));
        }
        if self.lowered.is_ascii() {
            return (WordId::UNKNOWN, WordId::UNKNOWN);
        }
        self.stripped.clear();
        strip(words, &mut self.stripped);
        (WordId::UNKNOWN, self.vocabulary.find(&self.stripped))
    }

    /// "P.-D.G", "P-DG", "S.A." are looked up as "pdg", "sa".
    fn find_joined(&mut self, words: &str) -> (WordId, WordId) {
        self.lowered.clear();
        self.lowered.extend(words.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase));
        let word = self.vocabulary.find(&self.lowered);
        (word, self.vocabulary.base(word))
    }

    /// The press drops accents on capitals: "Etat" is "état", "EVINCE" may be "évincé".
    fn with_lost_accents(&self, word: WordId, base: WordId, words: &str) -> WordId {
        if word.is_known() && self.vocabulary.flags(word).is_listed() {
            return word;
        }
        let mut candidates = self.vocabulary.accented(base);
        candidates.find(|&c| same_but_capitals(self.vocabulary.word(c), words)).unwrap_or(word)
    }
}

/// Whether `words` is `accented` but for accents that its capitals have lost.
fn same_but_capitals(accented: &str, words: &str) -> bool {
    let mut expected = accented.chars();
    for ch in words.chars() {
        let Some(want) = expected.next() else { return false };
        let lowered = ch.to_lowercase().next().unwrap_or(ch);
        if want != lowered && (want.is_ascii() || !ch.is_ascii_uppercase()) {
            return false;
        }
    }
    expected.next().is_none()
}

/// "-t-il" is looked up as "il".
fn clitic_key(words: &str) -> &str {
    let rest = words.trim_start_matches(HYPHENS);
    rest.strip_prefix("t-").or_else(|| rest.strip_prefix("t‑")).unwrap_or(rest)
}

fn is_dotted_acronym(words: &str, shape: Shape) -> bool {
    // Only such words hold points, or are joined capitals.
    const MAY_BE: Shape = Shape::DOTTED.with(Shape::ADDRESS).with(Shape::DOMAIN).with(Shape::ALL_CAPS);
    if !shape.has(MAY_BE) {
        return false;
    }
    (shape.has(Shape::DOTTED) && !words.ends_with('.') || words.matches('.').count() > 1) && !shape.has(Shape::DOMAIN)
        || shape.has(Shape::HYPHEN) && shape.has(Shape::ALL_CAPS) && words.len() <= 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::french().expect("the data is tested"));

    static TEXT: LazyLock<String> = LazyLock::new(|| {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/headlines.jsonl");
        std::fs::read_to_string(file).expect("it is part of the project")
    });

    /// The tokens of a text when none is taken for a plain one.
    fn closely(text: &str) -> Vec<Token> {
        let vocabulary = &LEXICON.vocabulary;
        let mut lookup = Lookup { vocabulary, lowered: String::new(), stripped: String::new() };
        let mut scanner = Scanner::new(text, vocabulary);
        let span = Span::new(0, text.len());
        std::iter::from_fn(|| scanner.next()).filter_map(|scanned| lookup.any(span, text, &scanned)).collect()
    }

    fn assert_alike(text: &str) {
        let tokens = tokenize(text, &[Span::new(0, text.len())], &LEXICON.vocabulary);
        assert_eq!(tokens.all(), closely(text), "{text:?}");
    }

    #[test]
    fn plain_tokens_are_what_a_closer_look_gives() {
        for line in TEXT.lines() {
            assert_alike(line);
            assert_alike(&line.to_uppercase());
        }
    }

    const NOISE: &str = r#"[ a-zA-Zéàçœ0-9.,:;!?…«»"'’()\[\]–\-/%€&+@#_\u{a0}\u{301}]{0,3}"#;

    proptest! {
        #[test]
        fn plain_tokens_are_what_a_closer_look_gives_in_any_text(
            pieces in prop::collection::vec((0..4000usize, 1..9usize, NOISE), 0..12)
        ) {
            let piece = |(from, length, noise): (usize, usize, String)| {
                TEXT.chars().skip(from).take(length).collect::<String>() + &noise
            };
            assert_alike(&pieces.into_iter().map(piece).collect::<String>());
        }
    }
}
