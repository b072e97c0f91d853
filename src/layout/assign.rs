//! What each block is, from its shape and its neighbours.

use super::line::{Line, Marker};
use super::{Block, BlockKind, dates, title};
use crate::types::Span;

/// The longest title, in characters.
const TITLE: usize = 220;
/// The longest heading, in characters and words.
const HEADING: (usize, usize) = (110, 14);

/// A block before its kind is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw {
    span: Span,
    chars: usize,
    after_blank: bool,
    stops: bool,
    lower: bool,
    marker: Option<Marker>,
    cue: Option<BlockKind>,
}

impl Raw {
    /// The block made of `lines`.
    pub(super) fn new(lines: &[Line]) -> Option<Self> {
        let (first, last) = (lines.first()?, lines.last()?);
        let span = Span::new(first.span.start, last.span.end);
        let chars = lines.iter().map(|line| line.chars + 1).sum::<usize>() - 1;
        Some(Self {
            span,
            chars,
            after_blank: first.after_blank,
            stops: last.stops,
            lower: first.lower,
            marker: first.marker,
            cue: first.cue,
        })
    }

    /// How many words it has; of blocks too long for a title, a number above any limit.
    fn words(&self, text: &str) -> usize {
        if self.chars > TITLE { self.chars } else { self.span.of(text).split_whitespace().count() }
    }

    /// A short line that ends no sentence and begins with a capital.
    fn is_short(&self, text: &str) -> bool {
        !self.stops && !self.lower && self.chars <= HEADING.0 && self.words(text) <= HEADING.1
    }

    /// A short question or exclamation.
    fn is_call(&self, text: &str) -> bool {
        let line = self.span.of(text);
        line.ends_with(['?', '!']) && self.chars <= HEADING.0 && self.words(text) <= 9
    }

    /// A paragraph: something that a heading announces.
    fn is_prose(&self, text: &str) -> bool {
        self.cue.is_none() && (self.stops || self.words(text) > HEADING.1)
    }

    /// Two or three words with capitals: the name of a writer.
    fn is_name(&self, text: &str) -> bool {
        let words = self.span.of(text).split_whitespace();
        !self.stops && self.chars <= 40 && (2..=3).contains(&self.words(text)) && {
            let mut words = words;
            words.all(|word| {
                word.starts_with(char::is_uppercase)
                    && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
            })
        }
    }
}

/// What has been seen so far.
#[derive(Default)]
struct State {
    title: bool,
    /// A paragraph or list item was seen: neither title nor lead may follow.
    prose: bool,
    /// Links to other articles are being listed; `Some(true)` right after the line that announces them.
    teasers: Option<bool>,
}

/// The blocks of `text`, with their kinds.
pub(super) fn blocks(text: &str, raws: &[Raw]) -> Vec<Block> {
    let mut state = State::default();
    let last_prose = raws.iter().rposition(|raw| raw.is_prose(text) && raw.marker.is_none());
    let mut found = Vec::with_capacity(raws.len());
    for (i, raw) in raws.iter().enumerate() {
        let next = raws.get(i + 1);
        let kind = state.kind(text, raw, next, last_prose > Some(i));
        let line = raw.span.of(text);
        let alone = raws.len() == 1;
        found.push(Block {
            span: raw.span,
            kind,
            marker: raw.marker.map(|marker| marker.span),
            dateline: if matches!(kind, BlockKind::Lead | BlockKind::Body) {
                dates::inline(line, raw.span.start)
            } else {
                None
            },
            tail: if kind == BlockKind::Title && (alone || line.contains(" | ")) {
                title::tail(line, raw.span.start)
            } else {
                None
            },
        });
    }
    found
}

impl State {
    fn kind(&mut self, text: &str, raw: &Raw, next: Option<&Raw>, prose_follows: bool) -> BlockKind {
        if let Some(kind) = raw.cue.filter(|&kind| self.trusts(kind, raw, next)) {
            self.teasers = (kind == BlockKind::Teaser).then_some(true);
            return kind;
        }
        if self.lists_teasers(text, raw) {
            return BlockKind::Teaser;
        }
        self.teasers = None;
        if let Some(marker) = raw.marker {
            self.prose = true;
            let announces = next.is_some_and(|next| next.marker.is_none() && next.is_prose(text));
            let heading = marker.section && announces && (raw.is_short(text) || raw.is_call(text));
            return if heading { BlockKind::Heading } else { BlockKind::Bullet };
        }
        if !self.title && !self.prose {
            if let Some(kind) = self.opening(text, raw, next) {
                return kind;
            }
        }
        self.paragraph(text, raw, next, prose_follows)
    }

    /// A date or a caption in the first line of a longer text may still be its title.
    fn trusts(&self, kind: BlockKind, raw: &Raw, next: Option<&Raw>) -> bool {
        let first = !self.title && !self.prose;
        match kind {
            BlockKind::Caption => raw.chars <= TITLE,
            BlockKind::Teaser | BlockKind::Dateline => !(first && next.is_none()),
            _ => true,
        }
    }

    /// Whether `raw` goes on a list of links: no blank line between, except after the announcement; no sentence.
    fn lists_teasers(&mut self, text: &str, raw: &Raw) -> bool {
        let goes_on = match self.teasers {
            Some(true) => (!raw.after_blank || raw.marker.is_some()) && (raw.marker.is_some() || raw.is_short(text)),
            Some(false) => !raw.after_blank && (raw.marker.is_some() || raw.is_short(text)),
            None => false,
        };
        if goes_on {
            self.teasers = Some(false);
        }
        goes_on
    }

    /// The first block: a title, or a rubric above it.
    fn opening(&mut self, text: &str, raw: &Raw, next: Option<&Raw>) -> Option<BlockKind> {
        let line = raw.span.of(text);
        let ends = raw.stops && !line.ends_with(['?', '!', '…']);
        if ends || raw.chars > TITLE {
            return None;
        }
        let rubric = raw.words(text) <= 2
            && next.is_some_and(|next| {
                next.cue.is_none()
                    && next.marker.is_none()
                    && !next.stops
                    && next.chars <= TITLE
                    && next.words(text) > 3
            });
        if rubric {
            return Some(BlockKind::Heading);
        }
        self.title = true;
        Some(BlockKind::Title)
    }

    fn paragraph(&mut self, text: &str, raw: &Raw, next: Option<&Raw>, prose_follows: bool) -> BlockKind {
        let closes = next
            .is_none_or(|next| matches!(next.cue, Some(BlockKind::Notice | BlockKind::Byline | BlockKind::Dateline)));
        if raw.is_name(text) && (closes || !self.prose) {
            return BlockKind::Byline;
        }
        let announces = next.is_some_and(|next| next.is_prose(text) || next.marker.is_some());
        if announces && (raw.is_short(text) || (self.prose && raw.is_call(text))) {
            return BlockKind::Heading;
        }
        let first = !self.prose;
        self.prose = true;
        if first && prose_follows && dates::inline(raw.span.of(text), raw.span.start).is_none() {
            BlockKind::Lead
        } else {
            BlockKind::Body
        }
    }
}
