//! Lines and line heads that hold a place, an agency and a date. The date itself is read by a later stage.

use super::BlockKind;
use super::data::{DATA, DateWord};
use super::line::fold;
use crate::types::Span;

/// An inline dateline ends within so many bytes.
const LONGEST_DATELINE: usize = 140;

/// What the words of a date are worth.
#[derive(Default)]
struct Tally {
    /// A month's name, or a date in digits.
    day: bool,
    /// A time of day or a word such as "publié".
    stamp: bool,
    /// A number of one to four digits.
    number: bool,
}

impl Tally {
    fn is_date(&self) -> bool {
        self.day && self.number
    }

    /// Takes `word`, folded and bare of punctuation; false if it belongs to no date.
    fn take(&mut self, word: &str) -> bool {
        match DATA.date_word(word) {
            Some(DateWord::Month) => self.day = true,
            Some(DateWord::Day) => (self.day, self.number) = (true, true),
            Some(DateWord::Number) => self.number = true,
            Some(DateWord::Stamp) => self.stamp = true,
            Some(DateWord::Weekday | DateWord::Link) => {}
            None => return false,
        }
        true
    }
}

/// "Lundi 28 novembre 2011", "Nantes, le 4 mai 2021" (dateline); "Le 04/06/2021 à 9h30", "Les Echos | 3 mai 2020 à 8:00" (byline).
pub(super) fn date_line(line: &str, folded: &str) -> Option<BlockKind> {
    if line.len() > 110 || !folded.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut tally = Tally::default();
    let mut left = folded;
    while let Some(word) = left.split(' ').next_back().filter(|word| !word.is_empty()) {
        if !is_date_word(&mut tally, word) {
            break;
        }
        left = left.get(..left.len() - word.len()).unwrap_or("").trim_end();
    }
    let before = left.trim_end_matches(is_joint).trim_end();
    let joined = left.is_empty() || left.ends_with(is_joint);
    let named = before.split(' ').count() <= 5 && line.starts_with(|c: char| !c.is_lowercase());
    if !tally.is_date() || !joined || !(before.is_empty() || named) {
        return None;
    }
    Some(if tally.stamp { BlockKind::Byline } else { BlockKind::Dateline })
}

/// Marks that join a place or a newspaper to the date.
fn is_joint(c: char) -> bool {
    matches!(c, ',' | '|' | '-' | '–' | '—' | '·' | '(' | '•')
}

fn is_date_word(tally: &mut Tally, word: &str) -> bool {
    let bare = word.trim_matches(['(', ')', ',', '.', '–', '—', '-', '|', ':', '•']);
    // The joint after a place is no part of the date, but one inside it is.
    bare.is_empty() && tally.number || !bare.is_empty() && !bare.ends_with(is_joint) && take_joined(tally, bare, word)
}

fn take_joined(tally: &mut Tally, bare: &str, word: &str) -> bool {
    let known = tally.take(bare);
    known || (word.ends_with(':') && tally.take(bare))
}

/// The dateline at the head of a paragraph that begins at byte `at`: "PARIS, 21 octobre (Reuters) - ", "(Boursier) — ".
pub(super) fn inline(paragraph: &str, at: usize) -> Option<Span> {
    let (head_len, whole_len) = dash(paragraph)?;
    let head = paragraph.get(..head_len)?.trim_end();
    let (names, agency) = match head.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((names, agency)) => (names.trim(), Some(agency)),
        None => (head, None),
    };
    let mut tally = Tally::default();
    if !names.split(|c: char| c.is_whitespace() || c == ',').all(|word| fits(&mut tally, word)) {
        return None;
    }
    let known = agency.is_some_and(|names| names.split('/').any(|name| DATA.is_agency(name.trim())));
    (known || tally.is_date()).then(|| Span::new(at, at + whole_len))
}

/// Whether `word` may stand in a dateline: a name, or part of a date.
fn fits(tally: &mut Tally, word: &str) -> bool {
    let word = word.trim_matches(['(', ')', '.', '/', ':']);
    let folded = fold(word);
    word.is_empty() || tally.take(&folded) || word.starts_with(char::is_uppercase)
}

/// Where the text before the first spaced or double dash ends, and where the dash does.
fn dash(paragraph: &str) -> Option<(usize, usize)> {
    let mut end = paragraph.len().min(LONGEST_DATELINE);
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    let head = paragraph.get(..end)?;
    // A hyphen, or the first byte of a dash.
    for i in memchr::memchr2_iter(b'-', 0xE2, head.as_bytes()).filter(|&i| i > 0) {
        let (before, rest) = (head.get(..i)?, head.get(i..)?);
        let Some(mark) = ["-", "–", "—"].into_iter().find(|mark| rest.starts_with(mark)) else { continue };
        let rest = rest.get(mark.len()..)?;
        if mark == "-" && rest.starts_with('-') {
            return Some((i, i + 2));
        }
        if rest.starts_with(char::is_whitespace) && before.ends_with([' ', ')', '\u{a0}']) {
            return Some((i, i + mark.len()));
        }
    }
    None
}
