//! Sentence boundaries.
//!
//! Marks that may end a sentence are found by a byte scan; only there the words before and after are read.
//! What those words do is data: `grammar/sentence/`. Quotations are split at their inner sentence ends, a closing quote
//! or bracket belongs to the sentence before it, and "« Venez ! » a-t-il dit." is one sentence.

mod boundary;
mod lexicon;
mod scan;
mod word;

use scan::Candidate;

use crate::layout::{self, Block, Layout};
use crate::types::Span;

pub use crate::types::{Sentence, SentenceKind};

/// The sentences of `text`, in order; together they cover all that is not white space.
///
/// Cost: linear, two passes over the bytes.
///
/// ```
/// use depeche::sentence::sentences;
///
/// let text = "M. Roche quitte la S.A. Verdon. « Je pars ! » a-t-il dit.";
/// let found: Vec<&str> = sentences(text).iter().map(|s| s.span.of(text)).collect();
/// assert_eq!(found, ["M. Roche quitte la S.A. Verdon.", "« Je pars ! » a-t-il dit."]);
/// ```
pub fn sentences(text: &str) -> Vec<Sentence> {
    split(text, &layout::layout(text))
}

/// The sentences of `text` within the blocks of `layout`, which was made from it.
///
/// Cost: linear in the text.
pub fn split(text: &str, layout: &Layout) -> Vec<Sentence> {
    let mut found = Vec::with_capacity(layout.blocks.len() + text.len() / 128);
    for block in &layout.blocks {
        split_block(text, block, &mut found);
    }
    found
}

fn split_block(text: &str, block: &Block, found: &mut Vec<Sentence>) {
    let mut push = |start, end| pieces(text, Span::new(start, end), block.kind, found);
    let mut scan = scan::Scanner::new(text, block.span.start, block.span.end);
    let mut start = scan.skip_space(block.span.start);
    let mut at = block.marker.map_or(start, |marker| marker.end);
    while let Some(candidate) = scan.next_candidate(at) {
        let (end, ends) = match candidate {
            Candidate::Stop(stop) if ends_headline(text, block, stop.end) => (stop.end, false),
            Candidate::Stop(stop) => (stop.end, boundary::ends_sentence(&scan, start, &stop)),
            Candidate::Capital(found) => (found, boundary::begins_sentence(&mut scan, start, found)),
        };
        // A capital stays ahead of its own boundary: go past it.
        at = end + usize::from(matches!(candidate, Candidate::Capital(_)));
        if ends {
            let words = text.get(start..end).unwrap_or("").trim_end();
            push(start, start + words.len());
            start = scan.skip_space(end);
            at = at.max(start);
        }
    }
    let rest = text.get(start..block.span.end).unwrap_or("").trim_end();
    if !rest.is_empty() {
        push(start, start + rest.len());
    }
}

/// No sentence of the press is longer, in bytes. What seems to be (a table, a list of signatories, damaged text) is cut,
/// so that later stages, which look around within a sentence, stay linear in the text.
const LONGEST: usize = 4000;

/// A sentence as one, or as several if it is too long to be one.
fn pieces(text: &str, mut span: Span, kind: SentenceKind, found: &mut Vec<Sentence>) {
    while span.end - span.start > LONGEST {
        let cut = cut(text, span.start);
        let words = text.get(span.start..cut).unwrap_or("").trim_end();
        found.push(Sentence { span: Span::new(span.start, span.start + words.len()), kind });
        span.start = scan::skip_space(text, cut).min(span.end);
    }
    if span.start < span.end {
        found.push(Sentence { span, kind });
    }
}

/// Where a piece that begins at `start` ends: behind the last semicolon of its second half, else behind the last comma,
/// else behind the last space, else anywhere between two characters.
fn cut(text: &str, start: usize) -> usize {
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (half, end) = (boundary(start + LONGEST / 2), boundary(start + LONGEST));
    let half_text = text.get(half..end).unwrap_or("");
    let semicolon = half_text.rfind(';').map(|at| at + 1);
    let place = semicolon.or_else(|| half_text.rfind(", ").map(|at| at + 1));
    let place = place.or_else(|| half_text.rfind(char::is_whitespace));
    place.map_or(end, |at| half + at)
}

/// Whether nothing but the name of the outlet follows `at` in a headline: it goes with what precedes.
fn ends_headline(text: &str, block: &Block, at: usize) -> bool {
    let joint = block.tail.and_then(|tail| text.get(at..tail.start));
    joint.is_some_and(|joint| !joint.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, sentences};

    #[test]
    fn what_is_too_long_for_a_sentence_is_cut_at_its_marks() {
        for (unit, end) in [("Paul Roche, de Lyon; ", ';'), ("Paul Roche, de Lyon, ", ','), ("mot ", 't')] {
            let text = unit.repeat(24_000 / unit.len());
            let found = sentences(&text);
            assert!(found.len() > 4 && found.iter().all(|s| s.span.end - s.span.start <= LONGEST), "{unit}");
            let (last, before) = found.split_last().expect("several");
            assert!(before.iter().all(|s| s.span.of(&text).ends_with(end)), "{unit}");
            assert_eq!(last.span.end, text.trim_end().len());
        }
        let letters = "é".repeat(5000);
        let parts: Vec<usize> = sentences(&letters).iter().map(|s| s.span.of(&letters).len()).collect();
        assert_eq!(parts, [4000, 4000, 2000]);
    }
}
