//! Lines of the text, and what their shape tells.

use super::data::DATA;
use super::{BlockKind, dates};
use crate::types::Span;

/// So many characters at either end of a line are looked at.
const LOOK: usize = 120;

/// One line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// The line without surrounding white space.
    pub span: Span,
    /// Length in characters; in bytes for lines longer than any that is wrapped.
    pub chars: usize,
    /// A blank line, or the start of the text, precedes.
    pub after_blank: bool,
    /// Its last character, closing quotes and brackets apart, is one of `. ! ? …`.
    pub stops: bool,
    /// Its first letter is a small one.
    pub lower: bool,
    /// The mark of a list item, or its number.
    pub marker: Option<Marker>,
    /// What its words tell it is.
    pub cue: Option<BlockKind>,
}

/// How a list item is marked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marker {
    pub span: Span,
    /// A number, or a mark that may announce a section of the article.
    pub section: bool,
}

/// The lines of `text` that are not blank. Breaks are `\n`, `\r\n` and `\r`.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let (mut at, mut after_blank) = (0, true);
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or(&[]);
        let len = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        match trimmed(text, at, at + len) {
            Some(span) => {
                found.push(Line::read(text, span, after_blank));
                after_blank = false;
            }
            None => after_blank = true,
        }
        let crlf = rest.get(len..len + 2) == Some(b"\r\n");
        at += len + if crlf { 2 } else { 1 };
    }
    found
}

fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let raw = text.get(start..end)?;
    let from = start + (raw.len() - raw.trim_start().len());
    let trimmed = raw.trim();
    (!trimmed.is_empty()).then(|| Span::new(from, from + trimmed.len()))
}

impl Line {
    fn read(text: &str, span: Span, after_blank: bool) -> Self {
        let line = span.of(text);
        let chars = if line.len() > 4 * LOOK { line.len() } else { line.chars().count() };
        Self {
            span,
            chars,
            after_blank,
            stops: stops(line),
            lower: first_letter(line).is_some_and(char::is_lowercase),
            marker: marker(line, span.start),
            cue: cue(line),
        }
    }

    /// Whether the line begins a block of its own whatever precedes it.
    pub(super) fn is_marked(&self) -> bool {
        self.marker.is_some() || self.cue.is_some()
    }
}

/// Lower case, without accents, straight apostrophe, single spaces, none before a colon.
pub(super) fn fold(line: &str) -> String {
    let mut folded = Vec::with_capacity(line.len());
    let mut at = 0;
    while let Some(&byte) = line.as_bytes().get(at) {
        if byte.is_ascii_graphic() && byte != b':' {
            folded.push(byte.to_ascii_lowercase());
            at += 1;
            continue;
        }
        let Some(c) = line.get(at..).and_then(|rest| rest.chars().next()) else { break };
        push_folded(&mut folded, c);
        at += c.len_utf8();
    }
    drop_spaces(&mut folded);
    String::from_utf8(folded).unwrap_or_default()
}

fn push_folded(folded: &mut Vec<u8>, c: char) {
    if c == ':' {
        drop_spaces(folded);
        folded.push(b':');
    } else if !c.is_whitespace() {
        folded.extend_from_slice(bare(c).encode_utf8(&mut [0; 4]).as_bytes());
    } else if folded.last() != Some(&b' ') {
        folded.push(b' ');
    }
}

fn drop_spaces(folded: &mut Vec<u8>) {
    while folded.last() == Some(&b' ') {
        folded.pop();
    }
}

/// The letter below a French accent.
fn bare(c: char) -> char {
    match c {
        'à' | 'â' | 'ä' | 'À' | 'Â' | 'Ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'î' | 'ï' | 'Î' | 'Ï' => 'i',
        'ô' | 'ö' | 'Ô' | 'Ö' => 'o',
        'û' | 'ù' | 'ü' | 'Û' | 'Ù' | 'Ü' => 'u',
        'ç' | 'Ç' => 'c',
        '’' | '‘' => '\'',
        other => other,
    }
}

/// The first `LOOK` characters of `line`.
pub(super) fn head(line: &str) -> &str {
    if line.len() <= LOOK {
        return line;
    }
    let end = line.char_indices().nth(LOOK).map_or(line.len(), |(i, _)| i);
    line.get(..end).unwrap_or(line)
}

fn tail(line: &str) -> &str {
    let start = line.char_indices().rev().nth(31).map_or(0, |(i, _)| i);
    line.get(start..).unwrap_or(line)
}

/// Whether the line ends a sentence; the stop of a dotted abbreviation (P.-D.G.) does not count.
fn stops(line: &str) -> bool {
    let bare = line
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '»' | '”' | '"' | '’' | '\'' | ')' | ']' | '›'));
    if bare.ends_with(['!', '?', '…']) {
        return true;
    }
    let Some(before) = bare.strip_suffix('.') else {
        return false;
    };
    let word = tail(before).rsplit(char::is_whitespace).next().unwrap_or("");
    let dotted = word.split(['.', '-']).all(|piece| piece.chars().count() <= 2) && word.contains('.');
    !dotted || word.ends_with('.')
}

fn first_letter(line: &str) -> Option<char> {
    line.chars().take(LOOK).find(|c| c.is_alphanumeric())
}

/// "- ", "•Lyon", "1. ", "2) ": the mark of a list item at the head of `line`, which begins at byte `at`.
fn marker(line: &str, at: usize) -> Option<Marker> {
    let first = line.chars().next()?;
    let (len, section) = match DATA.marker(first) {
        Some(section) => {
            let rest = line.get(first.len_utf8()..)?;
            // A glued hyphen is a minus sign or a rule of hyphens.
            let glues = !matches!(first, '-' | '–' | '—' | '*' | '>');
            let item = rest.starts_with(char::is_whitespace) || (glues && rest.starts_with(char::is_alphanumeric));
            item.then_some((first.len_utf8(), section))?
        }
        None => (number_len(line)?, true),
    };
    let has_text = line.get(len..).is_some_and(|rest| rest.chars().take(8).any(char::is_alphanumeric));
    has_text.then(|| Marker { span: Span::new(at, at + len), section })
}

/// The length of "1." or "12)" before a space.
fn number_len(line: &str) -> Option<usize> {
    let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?;
    let item =
        (1..=2).contains(&digits) && rest.starts_with(['.', ')']) && rest.get(1..)?.starts_with(char::is_whitespace);
    item.then_some(digits + 1)
}

/// What the words of a line tell it is.
fn cue(line: &str) -> Option<BlockKind> {
    let first = head(line);
    let folded = fold(first);
    let whole = first.len() == line.len();
    let last = match line.chars().next_back() {
        Some(last) if !whole && DATA.may_close(bare(last)) => fold(tail(line)),
        _ => String::new(),
    };
    DATA.cue(&folded, if whole { &folded } else { &last }, whole)
        .or_else(|| (whole && is_signature(line)).then_some(BlockKind::Notice))
        .or_else(|| (whole && is_author(line, &folded)).then_some(BlockKind::Byline))
        .or_else(|| is_credited(line).then_some(BlockKind::Caption))
        .or_else(|| if whole { dates::date_line(line, &folded) } else { None })
}

/// The initials that close a dispatch: `jlp/abl/nth`, `sm-kd/er`.
fn is_signature(line: &str) -> bool {
    let line = line.trim_matches(['(', ')']);
    line.len() <= 40
        && line.contains('/')
        && line
            .split(['/', '-'])
            .all(|piece| (2..=6).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_lowercase()))
}

/// "Le siège, à Paris. J. PETIT/AFP": ends with a photographer and an agency in capitals.
fn is_credited(line: &str) -> bool {
    if line.len() > 3 * LOOK {
        return false;
    }
    let last = line.rsplit(char::is_whitespace).next().unwrap_or("");
    let capitals = |name: &str| name.chars().count() > 2 && name.chars().all(|c| c.is_uppercase() || c == '-');
    last.split_once('/').is_some_and(|(who, agency)| capitals(who) && capitals(agency)) && line.contains(". ")
}

/// "Par Claire Petit", "Par C. Petit (à Lyon)"; not "Par ailleurs, …" nor a sentence.
fn is_author(line: &str, folded: &str) -> bool {
    let Some(name) = folded.strip_prefix("par ").and_then(|_| line.get(4..)) else {
        return false;
    };
    let words = name.split_whitespace().count();
    words <= 14 && !stops(line) && name.trim_start().starts_with(char::is_uppercase) && {
        let mut names = name.split_whitespace().take(2);
        names.all(|word| word.starts_with(char::is_uppercase))
    }
}
