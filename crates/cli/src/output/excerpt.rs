//! A sentence cut to the width of a line, with the words that matter in bold.

use depeche::Span;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What begins and ends bold type.
#[derive(Clone, Copy)]
pub struct Bold {
    pub on: &'static str,
    pub off: &'static str,
}

/// One grapheme: what to print for it, how wide that is, whether it is in bold.
struct Cell<'t> {
    text: &'t str,
    width: usize,
    bold: bool,
}

/// The part of `text` at `sentence`, on one line of at most `width` columns. Where the sentence is longer, the part
/// with the first of `slots` is shown. Never cuts inside a grapheme.
pub fn excerpt(text: &str, sentence: Span, slots: &[Span], width: usize, bold: Bold) -> String {
    let cells = cells(text, sentence, slots);
    let total: usize = cells.iter().map(|cell| cell.width).sum();
    if total <= width {
        return print(&cells, bold);
    }
    // One column for each ellipsis.
    let room = width.saturating_sub(2).max(1);
    let (from, to) = window(&cells, room);
    let before = if from > 0 { "…" } else { "" };
    let after = if to < cells.len() { "…" } else { "" };
    format!("{before}{}{after}", print(cells.get(from..to).unwrap_or(&[]), bold))
}

fn cells<'t>(text: &'t str, sentence: Span, slots: &[Span]) -> Vec<Cell<'t>> {
    let mut cells: Vec<Cell<'t>> = Vec::new();
    for (offset, grapheme) in sentence.of(text).grapheme_indices(true) {
        let at = sentence.start + offset;
        let bold = slots.iter().any(|slot| slot.start <= at && at < slot.end);
        let shown = printable(grapheme);
        // Runs of white space, line ends among them, take one column.
        if shown == " " && cells.last().is_none_or(|cell| cell.text == " ") {
            continue;
        }
        cells.push(Cell { text: shown, width: shown.width(), bold });
    }
    while cells.last().is_some_and(|cell| cell.text == " ") {
        cells.pop();
    }
    cells
}

/// White space as a blank, and control characters, which could steer the terminal, as a sign.
fn printable(grapheme: &str) -> &str {
    if grapheme.chars().all(|ch| ch.is_whitespace() && !matches!(ch, '\u{A0}' | '\u{202F}')) {
        " "
    } else if grapheme.chars().any(is_control) {
        "\u{FFFD}"
    } else {
        grapheme
    }
}

/// Whether a terminal may take the character for a command, or turn the direction of what follows.
pub fn is_control(ch: char) -> bool {
    ch.is_control() || matches!(ch, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The run of cells to show: from the start if the first slot ends within it, else from a little before that slot.
fn window(cells: &[Cell<'_>], room: usize) -> (usize, usize) {
    let first = cells.iter().position(|cell| cell.bold).unwrap_or(0);
    let end = first + cells.iter().skip(first).take_while(|cell| cell.bold).count();
    let up_to_end: usize = cells.iter().take(end).map(|cell| cell.width).sum();
    let from = if up_to_end <= room { 0 } else { word_start(cells, first, room / 4) };
    let mut used = 0;
    let fits = |cell: &&Cell<'_>| {
        used += cell.width;
        used <= room
    };
    let shown = cells.iter().skip(from).take_while(fits).count();
    (from, from + shown)
}

/// The start of a word at most `back` cells before `at`; `at` itself where no word starts there.
fn word_start(cells: &[Cell<'_>], at: usize, back: usize) -> usize {
    let earliest = at.saturating_sub(back);
    let blank = cells.iter().skip(earliest).take(at - earliest).position(|cell| cell.text == " ");
    blank.map_or(at, |blank| earliest + blank + 1)
}

fn print(cells: &[Cell<'_>], style: Bold) -> String {
    let mut out = String::new();
    let mut bold = false;
    for cell in cells {
        if cell.bold != bold {
            out.push_str(if cell.bold { style.on } else { style.off });
            bold = cell.bold;
        }
        out.push_str(cell.text);
    }
    if bold {
        out.push_str(style.off);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Bold, excerpt};
    use depeche::Span;

    const STARS: Bold = Bold { on: "<", off: ">" };

    fn show(text: &str, slots: &[&str], width: usize) -> String {
        let spans: Vec<Span> =
            slots.iter().map(|slot| text.find(slot).map(|at| Span::new(at, at + slot.len())).unwrap()).collect();
        excerpt(text, Span::new(0, text.len()), &spans, width, STARS)
    }

    #[test]
    fn short_sentences_are_whole_and_on_one_line() {
        assert_eq!(
            show("Meta recrute\n Denis  Morel.\n", &["Meta", "Denis  Morel"], 80),
            "<Meta> recrute <Denis Morel>."
        );
    }

    #[test]
    fn long_sentences_show_their_first_slot() {
        assert_eq!(show("Meta recrute Denis Morel à prix d'or", &["Meta"], 14), "<Meta> recrute…");
        let far = show("Selon plusieurs sources proches du dossier, Meta recrute un autre chercheur", &["Meta"], 24);
        assert_eq!(far, "…<Meta> recrute un autre …");
    }

    #[test]
    fn graphemes_are_never_cut_and_wide_ones_count_twice() {
        assert_eq!(show("e\u{301}e\u{301}e\u{301}e\u{301}", &[], 3), "e\u{301}…");
        assert_eq!(show("日本語", &[], 4), "日…");
        assert_eq!(show("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", &[], 4), "👨‍👩‍👧…");
    }

    #[test]
    fn text_cannot_steer_the_terminal() {
        assert_eq!(show("a\u{1b}[31mb\u{202e}c", &[], 80), "a\u{FFFD}[31mb\u{FFFD}c");
    }

    #[test]
    fn spans_that_do_not_fit_show_nothing() {
        assert_eq!(excerpt("é", Span::new(1, 9), &[], 80, STARS), "");
    }
}
