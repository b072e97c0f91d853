//! Finds the marks that may end a sentence, and how far each reaches.

/// One mark or run of marks that may end a sentence: `.`, `?!`, `…`, ` ! »`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    /// First byte of the run.
    pub start: usize,
    /// One past the run and the closing quotes and brackets that belong to it.
    pub end: usize,
    /// What the run is made of.
    pub mark: Mark,
    /// The last closing quote or bracket of the run, if any.
    pub closer: Option<char>,
    /// A full stop follows a closing quote or bracket: `(…).`
    pub full_stop: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A single full stop.
    Dot,
    /// `...` or `…`.
    Ellipsis,
    /// A run that holds `!` or `?`.
    Strong,
}

/// What the scan stops at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Candidate {
    Stop(Stop),
    /// A capital after a letter or digit and a space: the head of a sentence if a line break was lost.
    Capital(usize),
}

/// First letters of the words before which a line break may have been lost.
pub(super) const CAPITALS: &[u8] = b"CEINOU";

/// Bytes that the scan stops at: the ellipsis U+2026 is recognised by its last one, rare elsewhere in French.
// Evaluated by the compiler, which refuses an index outside.
#[allow(clippy::indexing_slicing)]
const CANDIDATE: [bool; 256] = {
    let mut table = [false; 256];
    table[b'.' as usize] = true;
    table[b'!' as usize] = true;
    table[b'?' as usize] = true;
    table[0xA6] = true;
    let mut i = 0;
    while i < CAPITALS.len() {
        table[CAPITALS[i] as usize] = true;
        i += 1;
    }
    table
};

/// Reads one block of text; positions are those of the whole text.
pub(super) struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    end: usize,
    /// Straight quotes are counted up to here…
    counted: usize,
    /// …and an odd number of them is open.
    odd: bool,
    /// Quotes and brackets of the sentence are counted up to here…
    nested: usize,
    /// …and so many are open.
    depth: usize,
}

impl<'t> Scanner<'t> {
    /// Reads `text` from `start` to `end`.
    pub(super) fn new(text: &'t str, start: usize, end: usize) -> Self {
        let text = text.get(..end).unwrap_or(text);
        Self { text, bytes: text.as_bytes(), end: text.len(), counted: start, odd: false, nested: start, depth: 0 }
    }

    /// The next candidate at or after `from`. Cost: one table look-up a byte.
    pub(super) fn next_candidate(&mut self, mut from: usize) -> Option<Candidate> {
        loop {
            let rest = self.bytes.get(from..)?;
            let found = from + rest.iter().position(|&b| CANDIDATE.get(b as usize) == Some(&true))?;
            if self.byte(found).is_ascii_uppercase() {
                if self.follows_word(found) {
                    return Some(Candidate::Capital(found));
                }
            } else if let Some(start) = self.mark_start(found).filter(|&at| !self.inside_token(at)) {
                return Some(Candidate::Stop(self.run(start)));
            }
            from = found + 1;
        }
    }

    /// Whether a letter or digit and one space or line break precede `at`.
    fn follows_word(&self, at: usize) -> bool {
        let head = self.text.get(..at).unwrap_or("");
        let words = head.strip_suffix("\r\n").or_else(|| head.strip_suffix([' ', '\n']));
        words.is_some_and(|words| words.ends_with(char::is_alphanumeric))
    }

    /// Where the text before `at` ends, white space left out.
    pub(super) fn word_end(&self, at: usize) -> usize {
        self.text.get(..at).map_or(at, |head| head.trim_end().len())
    }

    /// Whether a quote or bracket that opens in the sentence from `start` is open at `at`. Counts each byte once.
    pub(super) fn is_nested(&mut self, start: usize, at: usize) -> bool {
        if self.nested < start {
            (self.nested, self.depth) = (start, 0);
        }
        for c in self.text.get(self.nested..at).unwrap_or("").chars() {
            match c {
                '«' | '“' | '(' | '[' => self.depth += 1,
                '»' | '”' | ')' | ']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        self.nested = at.max(self.nested);
        self.depth > 0 || self.odd_before(at)
    }

    /// Where the mark recognised at `found` begins; `None` if that byte belongs to another character.
    fn mark_start(&self, found: usize) -> Option<usize> {
        if self.byte(found) != 0xA6 {
            return Some(found);
        }
        let start = found.checked_sub(2)?;
        (self.bytes.get(start..=found) == Some("…".as_bytes())).then_some(start)
    }

    /// A stop between digits or before a lower-case letter (3.5, X.com) needs no closer look.
    fn inside_token(&self, at: usize) -> bool {
        self.byte(at) == b'.' && {
            let next = self.byte(at + 1);
            next.is_ascii_lowercase() || next.is_ascii_digit() || matches!(next, b',' | b'-' | b'/')
        }
    }

    fn run(&mut self, start: usize) -> Stop {
        let (mut at, mut mark, mut closer, mut full_stop) = (start, None, None, false);
        loop {
            if let Some((found, next)) = self.mark_at(at) {
                full_stop = closer.is_some() && found == Mark::Dot;
                mark = Some(merge(mark, found));
                at = next;
            } else if let Some((found, next)) = self.closer_at(at) {
                closer = Some(found);
                at = next;
            } else {
                break;
            }
        }
        Stop { start, end: at, mark: mark.unwrap_or(Mark::Dot), closer, full_stop }
    }

    /// A mark at `at`; a second `!` or `?` may stand after a space.
    fn mark_at(&self, at: usize) -> Option<(Mark, usize)> {
        match self.char_at(at)? {
            '.' => Some((Mark::Dot, at + 1)),
            '!' | '?' => Some((Mark::Strong, at + 1)),
            '…' => Some((Mark::Ellipsis, at + '…'.len_utf8())),
            c if c.is_whitespace() && at > 0 => {
                let next = at + c.len_utf8();
                matches!(self.byte(next), b'!' | b'?').then_some((Mark::Strong, next + 1))
            }
            _ => None,
        }
    }

    /// A closing quote or bracket at `at`, after spaces in the case of guillemets.
    fn closer_at(&mut self, at: usize) -> Option<(char, usize)> {
        let c = self.char_at(at)?;
        match c {
            ')' | ']' | '}' | '”' | '»' | '›' => Some((c, at + c.len_utf8())),
            '’' | '\'' => {
                let next = at + c.len_utf8();
                let word_follows = self.char_at(next).is_some_and(char::is_alphanumeric);
                (!word_follows).then_some((c, next))
            }
            '"' => self.closes(at, false).then_some((c, at + 1)),
            c if c.is_whitespace() => {
                let next = self.skip_space(at);
                match self.char_at(next)? {
                    found @ ('»' | '›') => Some((found, next + found.len_utf8())),
                    '"' if self.closes(next, true) => Some(('"', next + 1)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Whether the straight quote at `at` closes: by the spaces around it, else by the quotes before it.
    fn closes(&mut self, at: usize, space_before: bool) -> bool {
        let next = self.char_at(at + 1);
        let word_after = next.is_some_and(|c| c.is_alphanumeric() || c == '«');
        match (space_before, word_after) {
            (true, true) => false,
            (false, false) => true,
            _ => self.odd_before(at),
        }
    }

    /// Whether an odd number of straight quotes precedes `at`. Counts each byte once over all calls.
    fn odd_before(&mut self, at: usize) -> bool {
        if let Some(part) = self.bytes.get(self.counted..at) {
            let quotes = part.iter().filter(|&&b| b == b'"').count();
            self.odd ^= quotes % 2 == 1;
            self.counted = at;
        }
        self.odd
    }

    /// The first position at or after `at` that holds no white space.
    pub(super) fn skip_space(&self, at: usize) -> usize {
        skip_space(self.text, at)
    }

    /// The end of the block.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// The text up to the end of the block.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// The byte at `at`; zero past the end.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The character that starts at `at`.
    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The character that ends at `at`.
    pub(super) fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }
}

/// The first position at or after `at` that holds no white space.
pub(super) fn skip_space(text: &str, at: usize) -> usize {
    text.get(at..).map_or(text.len(), |rest| text.len() - rest.trim_start().len())
}

fn merge(before: Option<Mark>, found: Mark) -> Mark {
    match (before, found) {
        (None, found) => found,
        (Some(Mark::Strong), _) | (_, Mark::Strong) => Mark::Strong,
        _ => Mark::Ellipsis,
    }
}
