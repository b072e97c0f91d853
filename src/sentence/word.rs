//! The words around a mark.

use super::lexicon::{Abbreviation, LEXICON};
use super::scan::Scanner;

/// Words longer than this are no abbreviation, and are not read to their start: keeps the cost linear.
const LONGEST: usize = 40;

/// What stands before a mark.
pub(super) struct Before<'t> {
    /// Letters, digits, stops, hyphens and degree signs up to the mark.
    pub token: &'t str,
    /// The letters and digits just before the mark.
    pub word: &'t str,
    /// `token` with the first mark itself.
    pub with_mark: &'t str,
    /// The token belongs to an address: `/`, `@`, `_` or `www` touch it.
    pub in_address: bool,
    /// A digit and perhaps a space precede the token: `10 M.`
    after_number: bool,
    /// The character before the token, spaces apart, is within a word ("18 h/j").
    glued: bool,
    /// A closing quote or bracket stands before the mark.
    closed: bool,
    /// Where the token begins.
    at: usize,
}

impl<'t> Before<'t> {
    /// Reads back from `at`, where the mark begins.
    pub(super) fn read(scan: &Scanner<'t>, at: usize) -> Self {
        let text = scan.text();
        let head = text.get(..at).unwrap_or("");
        let token_at = start_of(head, |c| c.is_alphanumeric() || matches!(c, '.' | '-' | '°'));
        let word_at = start_of(head, char::is_alphanumeric);
        let before = head.get(..token_at).unwrap_or("");
        let token = head.get(token_at..).unwrap_or("");
        let glue = before.chars().next_back();
        let mut trailing = before.chars().rev().skip_while(|c| c.is_whitespace());
        Self {
            token,
            word: head.get(word_at..).unwrap_or(""),
            with_mark: text.get(token_at..at + 1).unwrap_or(""),
            in_address: matches!(glue, Some('/' | '@' | '_' | '#')) || token.starts_with("www"),
            after_number: glue.is_some_and(char::is_whitespace) && trailing.next().is_some_and(|c| c.is_ascii_digit()),
            glued: matches!(glue, Some('/' | '&' | '+')),
            closed: token.is_empty() && matches!(glue, Some(')' | '»' | '”' | ']')),
            at: token_at,
        }
    }

    /// The class of the token as an abbreviation, listed or dotted.
    pub(super) fn abbreviation(&self, scan: &Scanner<'_>) -> Option<Abbreviation> {
        if self.glued {
            return None;
        }
        if self.after_number && self.token.chars().count() == 1 {
            // "18 h. Paul arrive" ends; "2,5 M. Le Guen" is rarer than "2,5 M. Le groupe".
            let upper = self.token.chars().all(char::is_uppercase);
            return upper.then_some(Abbreviation::Opener);
        }
        let listed = LEXICON.abbreviation(self.token).or_else(|| {
            let tail = self.token.rsplit('-').next().filter(|tail| tail.len() < self.token.len())?;
            LEXICON.abbreviation(tail).filter(|_| tail.chars().count() > 2)
        });
        listed.or_else(|| self.dotted(scan))
    }

    /// `S.A`, `P.-D.G`, `J.-C`, `n.d.l.r`: pieces of one or two letters, joined by stops.
    fn dotted(&self, scan: &Scanner<'_>) -> Option<Abbreviation> {
        if !self.token.contains('.') {
            return None;
        }
        let short = |piece: &str| (1..=2).contains(&piece.chars().count()) && piece.chars().all(char::is_alphabetic);
        let pieces = || self.token.split(['.', '-']).filter(|piece| !piece.is_empty());
        if !pieces().all(short) {
            return None;
        }
        // "J.-M. Le Pen" is a first name, unless it is that of Jesus in a date.
        let first_name = pieces().count() == 2 && self.token.contains(".-");
        let dated = || {
            let head = scan.text().get(..self.at).unwrap_or("").trim_end();
            ["av.", "apr.", "avant", "après"].iter().any(|word| head.ends_with(word))
        };
        Some(if first_name && !dated() { Abbreviation::Never } else { Abbreviation::Opener })
    }

    /// A single capital: `J. K. Rowling`, `Philippe B. Martin`.
    pub(super) fn is_initial(&self) -> bool {
        let mut chars = self.token.chars();
        let last = self.token.rsplit(['.', '-']).next().unwrap_or("");
        let single = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
        single
            && (chars.next().is_some_and(char::is_uppercase) && self.token.chars().count() == 1
                || self.token.contains('.'))
    }

    /// A word of three letters or more with a vowel, or none that could be cut short.
    pub(super) fn is_full_word(&self) -> bool {
        self.closed
            || self.word.chars().count() >= 3 && self.word.chars().all(char::is_alphabetic) && has_vowel(self.word)
    }

    /// A word that looks cut: two to five letters, no vowel, not all capitals (`Sté`, `dpt`, but not `SNCF`).
    pub(super) fn is_clipped(&self) -> bool {
        let count = self.word.chars().count();
        (2..=5).contains(&count)
            && self.word.chars().all(char::is_alphabetic)
            && self.word.chars().skip(1).all(char::is_lowercase)
            && !has_vowel(self.word)
    }

    /// Neither a listed nor a dotted abbreviation, nor an initial.
    pub(super) fn is_ordinary(&self) -> bool {
        !self.word.is_empty()
            && !self.token.contains('.')
            && !self.is_initial()
            && LEXICON.abbreviation(self.token).is_none()
    }
}

/// How the text goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    Upper,
    Lower,
    Digit,
    Other,
}

/// What stands after a mark and its spaces.
pub(super) struct Next<'t> {
    /// Case of the first letter, behind opening quotes, brackets and dashes.
    pub start: Start,
    /// The first word, elision included.
    pub word: &'t str,
    /// Where that word ends.
    pub end: usize,
    /// An opening quote precedes it.
    pub quoted: bool,
    /// A comma, colon or closing mark comes first: the sentence goes on.
    pub after_mark: bool,
}

impl<'t> Next<'t> {
    /// Reads on from `at`.
    pub(super) fn read(scan: &Scanner<'t>, at: usize) -> Option<Self> {
        let text = scan.text();
        let first = scan.char_at(at)?;
        let rest = text.get(at..)?;
        let opened = rest.trim_start_matches(is_opening);
        let lead = rest.get(..rest.len() - opened.len()).unwrap_or("");
        let begin = at + lead.len();
        let word_len = opened
            .char_indices()
            .take_while(|&(i, c)| i < LONGEST && (c.is_alphanumeric() || matches!(c, '\'' | '’')))
            .last()
            .map_or(0, |(i, c)| i + c.len_utf8());
        let word = opened.get(..word_len).unwrap_or("");
        Some(Self {
            start: case_of(word),
            word,
            end: begin + word_len,
            quoted: lead.contains(['«', '“', '"', '‹']),
            after_mark: matches!(first, ',' | ';' | ':' | ')' | ']' | '»' | '”' | '/' | '%' | '='),
        })
    }
}

fn is_opening(c: char) -> bool {
    c.is_whitespace() || matches!(c, '«' | '“' | '"' | '‹' | '(' | '[' | '\'' | '‘' | '’' | '-' | '–' | '—' | '•')
}

/// The case of a word; a capital inside (iPhone, eBay) makes it a name.
fn case_of(word: &str) -> Start {
    let Some(first) = word.chars().next() else {
        return Start::Other;
    };
    if first.is_numeric() {
        Start::Digit
    } else if !first.is_lowercase() || word.chars().take(3).any(char::is_uppercase) {
        Start::Upper
    } else {
        Start::Lower
    }
}

fn has_vowel(word: &str) -> bool {
    word.chars().any(|c| !c.is_ascii() || matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
}

/// Where the last run of characters that satisfy `keep` begins, at most `LONGEST` bytes back.
fn start_of(head: &str, keep: impl Fn(char) -> bool) -> usize {
    let mut at = head.len();
    for c in head.chars().rev() {
        if !keep(c) || head.len() - at > LONGEST {
            break;
        }
        at -= c.len_utf8();
    }
    at
}
