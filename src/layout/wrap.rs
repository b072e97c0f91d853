//! Lines broken by width rather than by meaning.

use super::line::Line;

/// Widths, in characters, that text is wrapped to.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=110;
/// From this length on, a line that goes on with a small letter was broken in mid sentence.
const BROKEN: usize = 40;

/// How many of `lines` make one block: all up to the next marked line if they are wrapped, else those broken in mid sentence.
///
/// `lines` are those of one paragraph, from the first line of the block on.
pub(super) fn block_len(text: &str, lines: &[Line]) -> usize {
    let unmarked = lines.iter().skip(1).take_while(|line| !line.is_marked()).count();
    let lines = lines.get(..=unmarked).unwrap_or(lines);
    if is_wrapped(text, lines) {
        return lines.len();
    }
    let mut joined = 1;
    for pair in lines.windows(2) {
        let [before, after] = pair else { break };
        let broken = !before.stops && before.chars >= BROKEN && after.lower && !ends_item(text, before);
        if !broken || lines.first().is_some_and(|first| first.lower) {
            break;
        }
        joined += 1;
    }
    joined
}

fn ends_item(text: &str, line: &Line) -> bool {
    line.span.of(text).ends_with([';', ':'])
}

/// Whether each line is full: the first word of the next would not have fitted, and some break falls in mid sentence.
fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let width = lines.iter().map(|line| line.chars).max().unwrap_or(0);
    if lines.len() < 2 || !WIDTHS.contains(&width) {
        return false;
    }
    let (mut full, mut small, mut open) = (0, 0, 0);
    for pair in lines.windows(2) {
        let [before, after] = pair else { continue };
        let word = after.span.of(text).split_whitespace().next().unwrap_or("");
        // Two characters of tolerance: trimmed or doubled spaces.
        full += usize::from(before.chars + word.chars().count() + 3 > width);
        small += usize::from(after.lower);
        open += usize::from(!before.stops);
    }
    let breaks = lines.len() - 1;
    full * 5 >= breaks * 4 && small * 5 >= breaks * 2 && open * 2 >= breaks
}
