//! Where tokens begin and end.

use super::plain::{self, Plain};
use super::shape::Shape;
use crate::lexicon::{Flags, Vocabulary};
use crate::text::lower;
use unicode_segmentation::UnicodeSegmentation;

/// A token found in a sentence, with offsets from the sentence's first byte.
pub(super) struct Scanned {
    pub start: usize,
    pub end: usize,
    pub shape: Shape,
}

/// Words that lose their last vowel before another word.
pub(super) const ELIDED: [&str; 14] =
    ["l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"];

/// Pronouns that follow their verb behind a hyphen.
const CLITICS: [&str; 19] = [
    "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous", "ce", "moi", "toi", "le", "la", "les", "lui",
    "leur", "y", "en",
];

/// Prefixes that mean the same before any word, so that the word is looked up alone.
const PREFIXES: [&str; 3] = ["ex", "mi", "demi"];

/// Ends of names that are web addresses.
const DOMAINS: [&str; 24] = [
    "com", "fr", "ai", "io", "net", "org", "be", "ch", "ca", "eu", "co", "tv", "app", "dev", "tech", "info", "lu",
    "uk", "ma", "sn", "ci", "cm", "me", "gg",
];

/// What the character after a piece of a word does to the word.
enum Joint {
    /// The word ended before it.
    Stop,
    /// The word goes on, up to here at least.
    Take(usize, Shape),
    /// The word ends here.
    End(usize, Shape),
}

pub(super) struct Scanner<'s> {
    text: &'s str,
    at: usize,
    vocabulary: &'s Vocabulary,
    folded: String,
}

impl<'s> Scanner<'s> {
    pub fn new(text: &'s str, vocabulary: &'s Vocabulary) -> Self {
        Self { text, at: 0, vocabulary, folded: String::new() }
    }

    /// The next token, if it needs no closer look; else [`next`](Self::next) gives it.
    #[inline]
    pub fn plain(&mut self) -> Option<Plain> {
        let plain = plain::next(self.text.as_bytes(), self.at, self.vocabulary)?;
        self.at = plain.end;
        Some(plain)
    }

    pub fn next(&mut self) -> Option<Scanned> {
        let spaced = self.skip_space();
        let first = self.char_at(self.at)?;
        let start = self.at;
        let glued = !spaced && start > 0;
        let shape = if first.is_ascii_digit() {
            self.number()
        } else if is_letter(first) {
            self.word(start)
        } else {
            self.mark(first, !glued)
        };
        let shape = if glued { shape } else { shape.with(Shape::SPACED) };
        self.close_cluster(start);
        Some(Scanned { start, end: self.at, shape })
    }

    /// Takes what hangs on the last character of the token that begins at `start`: accents of other scripts, joiners and
    /// selectors of emoji. No token, and so no span, ends inside of what readers see as one character.
    fn close_cluster(&mut self, start: usize) {
        if !self.char_at(self.at).is_some_and(may_hang) {
            return;
        }
        let mut end = start;
        for cluster in self.text.get(start..).unwrap_or("").graphemes(true) {
            if end >= self.at {
                break;
            }
            end += cluster.len();
        }
        self.at = self.at.max(end);
    }

    fn skip_space(&mut self) -> bool {
        let from = self.at;
        if self.text.as_bytes().get(from) == Some(&b' ') {
            self.at += 1;
        }
        while let Some(ch) = self.char_at(self.at).filter(|ch| !ch.is_ascii_graphic()) {
            if !(ch.is_whitespace() || matches!(ch, '\u{200B}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}')) {
                break;
            }
            self.at += ch.len_utf8();
        }
        self.at > from
    }

    fn char_at(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte.is_ascii() { Some(char::from(byte)) } else { self.text.get(at..)?.chars().next() }
    }

    fn piece(&self, from: usize, to: usize) -> &'s str {
        self.text.get(from..to).unwrap_or("")
    }

    /// Digits with their separators: "1.200.000", "10,6", "1'200".
    fn number(&mut self) -> Shape {
        self.at = self.digits(self.at);
        while let Some(separator) = self.char_at(self.at) {
            let after = self.at + separator.len_utf8();
            let end = self.digits(after);
            let goes_on = match separator {
                '.' | ',' => end > after,
                '\'' | '’' => end == after + 3,
                _ => false,
            };
            if !goes_on {
                break;
            }
            self.at = end;
        }
        Shape::NUMBER
    }

    fn digits(&self, from: usize) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or(&[]);
        from + rest.iter().take_while(|b| b.is_ascii_digit()).count()
    }

    fn letters(&self, mut at: usize) -> usize {
        while let Some(&byte) = self.text.as_bytes().get(at) {
            if byte.is_ascii_alphanumeric() || byte == b'_' {
                at += 1;
                continue;
            }
            match self.char_at(at).filter(|ch| !ch.is_ascii() && is_letter(*ch)) {
                Some(ch) => at += ch.len_utf8(),
                None => break,
            }
        }
        at
    }

    fn word(&mut self, start: usize) -> Shape {
        if self.follows_digit(start) {
            return self.unit(start);
        }
        let mut from = start;
        let mut end = self.letters(start);
        let mut shape = Shape::WORD;
        while let Some(joint) = self.char_at(end) {
            match self.joint(start, from, end, joint) {
                Joint::Stop => break,
                Joint::Take(to, extra) => {
                    shape = shape.with(extra);
                    from = end + joint.len_utf8();
                    from += usize::from(self.piece(from, from + 1) == "-");
                    end = to;
                }
                Joint::End(to, extra) => {
                    shape = shape.with(extra);
                    end = to;
                    break;
                }
            }
        }
        self.at = end;
        shape
    }

    fn follows_digit(&self, start: usize) -> bool {
        let before = start.checked_sub(1).and_then(|before| self.text.as_bytes().get(before));
        before.is_some_and(u8::is_ascii_digit)
    }

    /// Letters glued to a number: "250M", "19h42".
    fn unit(&mut self, start: usize) -> Shape {
        self.at = start;
        while let Some(ch) = self.char_at(self.at).filter(|ch| is_letter(*ch)) {
            self.at += ch.len_utf8();
        }
        Shape::WORD
    }

    /// `start` is where the word begins, `from` where its last piece does, `end` where the joint stands.
    fn joint(&mut self, start: usize, from: usize, end: usize, joint: char) -> Joint {
        match joint {
            '\'' | '’' | 'ʼ' => self.apostrophe(from, end, joint),
            '-' | '‐' | '‑' => self.hyphen(start, from, end, joint),
            '.' => self.point(start, from, end),
            '&' => self.ampersand(from, end),
            '+' if !self.char_at(end + 1).is_some_and(is_letter) => Joint::End(end + 1, Shape::WORD),
            '@' if self.char_at(end + 1).is_some_and(is_letter) => Joint::End(self.address(end + 1), Shape::ADDRESS),
            ':' if matches!(self.piece(start, end), "http" | "https") && self.piece(end, end + 3) == "://" => {
                Joint::End(self.address(end), Shape::ADDRESS)
            }
            _ => Joint::Stop,
        }
    }

    fn apostrophe(&self, from: usize, end: usize, joint: char) -> Joint {
        let piece = self.piece(from, end);
        let after = end + joint.len_utf8();
        let next = self.char_at(after);
        let elides = piece.len() <= 7 && ELIDED.iter().any(|e| e.eq_ignore_ascii_case(piece));
        // "N'Djamena", "N'Golo": the negation never stands before a capital.
        let african = piece == "N" && next.is_some_and(char::is_uppercase);
        if elides && !african {
            Joint::End(after, Shape::ELIDED)
        } else if next.is_some_and(is_letter) {
            Joint::Take(self.letters(after), Shape::WORD)
        } else {
            Joint::Stop
        }
    }

    fn hyphen(&mut self, start: usize, from: usize, end: usize, joint: char) -> Joint {
        let after = end + joint.len_utf8();
        let to = self.letters(after);
        if to == after {
            return Joint::Stop;
        }
        let (piece, rest) = (self.piece(from, end), self.piece(after, to));
        if from == start && PREFIXES.iter().any(|p| p.eq_ignore_ascii_case(piece)) {
            return Joint::End(after, Shape::PREFIX);
        }
        if self.is_number(piece) && self.is_number(rest) && !self.is_listed(start, to) {
            return Joint::End(after, Shape::PREFIX);
        }
        let clitic = CLITICS.contains(&rest) || rest == "t" && self.char_at(to) == Some('-');
        if clitic && !(self.char_at(to) == Some('-') && rest != "t") && !self.is_listed(start, to) {
            return Joint::Stop;
        }
        Joint::Take(to, Shape::HYPHEN)
    }

    fn point(&mut self, start: usize, from: usize, end: usize) -> Joint {
        let after = end + 1;
        let next = self.char_at(after);
        let piece = self.piece(from, end);
        let mut letters = piece.chars();
        let initial = letters.next().filter(|_| letters.next().is_none());
        if let Some(letter) = initial {
            return self.point_after_initial(letter, start, from, end, next);
        }
        if next.is_some_and(|ch| ch.is_ascii_lowercase()) {
            let to = self.letters(after);
            if DOMAINS.contains(&self.piece(after, to)) {
                return Joint::End(to, Shape::DOMAIN);
            }
            return Joint::Stop;
        }
        if self.is_abbreviation(start, end) { Joint::End(after, Shape::DOTTED) } else { Joint::Stop }
    }

    fn point_after_initial(&self, letter: char, start: usize, from: usize, end: usize, next: Option<char>) -> Joint {
        let after = end + 1;
        match next {
            Some(ch) if is_letter(ch) => {
                let to = self.letters(after);
                let domain = from == start && DOMAINS.contains(&self.piece(after, to));
                if domain { Joint::End(to, Shape::DOMAIN) } else { Joint::Take(to, Shape::DOTTED) }
            }
            Some('-') if self.char_at(after + 1).is_some_and(is_letter) => {
                Joint::Take(self.letters(after + 1), Shape::DOTTED)
            }
            Some(_) if letter.is_uppercase() || from > start => Joint::End(after, Shape::DOTTED),
            None if from > start => Joint::End(after, Shape::DOTTED),
            _ => Joint::Stop,
        }
    }

    fn ampersand(&self, from: usize, end: usize) -> Joint {
        let capital = |at: usize| self.char_at(at).is_some_and(|ch| ch.is_uppercase() || ch.is_ascii_digit());
        if capital(from) && capital(end + 1) { Joint::Take(self.letters(end + 1), Shape::WORD) } else { Joint::Stop }
    }

    /// End of an address: everything up to white space, but for punctuation that closes a sentence.
    fn address(&self, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or("");
        let run = rest.split(|ch: char| ch.is_whitespace() || matches!(ch, '"' | '«' | '»' | '<' | '>')).next();
        from + run.unwrap_or("").trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '…', '’', '\'']).len()
    }

    fn mark(&mut self, first: char, spaced: bool) -> Shape {
        let after = self.at + first.len_utf8();
        let next = self.char_at(after);
        let letter_next = next.is_some_and(is_letter);
        match first {
            '-' | '‐' | '‑' if !spaced && letter_next => {
                let mut end = self.letters(after);
                if self.piece(after, end) == "t" && self.char_at(end) == Some('-') {
                    end = self.letters(end + 1);
                }
                self.at = end;
                Shape::WORD.with(Shape::CLITIC)
            }
            '#' | '@' if letter_next => {
                self.at = self.letters(after);
                Shape::WORD.with(Shape::ADDRESS)
            }
            '+' if spaced && next.is_some_and(char::is_uppercase) => {
                self.at = self.letters(after);
                Shape::WORD
            }
            '.' => {
                self.at += self.text.get(self.at..).unwrap_or("").bytes().take(3).take_while(|&b| b == b'.').count();
                Shape::MARK
            }
            _ => {
                self.at = after;
                Shape::MARK
            }
        }
    }

    fn fold(&mut self, from: usize, to: usize) -> &str {
        self.folded.clear();
        lower(self.piece(from, to), &mut self.folded);
        &self.folded
    }

    fn is_listed(&mut self, from: usize, to: usize) -> bool {
        // A compound longer than any listed word cannot be one: the bound keeps the scan linear.
        if to - from > 48 {
            return false;
        }
        self.fold(from, to);
        self.vocabulary.flags(self.vocabulary.find(&self.folded)) != Flags::NONE
    }

    fn is_number(&mut self, piece: &str) -> bool {
        if piece.len() > 16 {
            return false;
        }
        self.folded.clear();
        lower(piece, &mut self.folded);
        self.folded == "et" || self.vocabulary.flags(self.vocabulary.find(&self.folded)).any(Flags::NUMBER)
    }

    fn is_abbreviation(&mut self, from: usize, end: usize) -> bool {
        if end - from > 12 {
            return false;
        }
        self.fold(from, end);
        self.folded.push('.');
        self.vocabulary.flags(self.vocabulary.find(&self.folded)).any(Flags::ABBREVIATION)
    }
}

/// Whether a character can belong to the one before it; the marks and signs of French texts cannot.
fn may_hang(ch: char) -> bool {
    ch >= '\u{300}' && !matches!(ch, '\u{2010}'..='\u{205E}' | '\u{20A0}'..='\u{20CF}')
}

fn is_letter(ch: char) -> bool {
    if ch.is_ascii() {
        ch.is_ascii_alphabetic() || ch == '_'
    } else {
        // The letters of Latin scripts, without a look at the tables of Unicode.
        matches!(ch, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | '\u{300}'..='\u{36F}') || ch.is_alphanumeric()
    }
}
