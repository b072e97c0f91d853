//! Lines broken by width rather than by meaning.

use super::line::Line;

/// Widths, in characters, that text is wrapped to.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=110;
/// From this length on, a line that goes on with a small letter was broken in mid sentence.
const BROKEN: usize = 40;

/// Splits `lines`, those of one paragraph, into blocks, and hands each to `push`.
///
/// A marked line begins a block. Lines that are wrapped make one block, a line above them (a heading) perhaps apart;
/// else a line makes a block, with those after it that go on in mid sentence.
pub(super) fn split<'l>(text: &str, mut lines: &'l [Line], mut push: impl FnMut(&'l [Line])) {
    while !lines.is_empty() {
        let unmarked = lines.iter().skip(1).take_while(|line| !line.is_marked()).count();
        let (run, others) = lines.split_at((unmarked + 1).min(lines.len()));
        split_run(text, run, &mut push);
        lines = others;
    }
}

fn split_run<'l>(text: &str, run: &'l [Line], push: &mut impl FnMut(&'l [Line])) {
    if is_wrapped(text, run) {
        return push(run);
    }
    if let Some((heading, rest)) = run.split_at_checked(1).filter(|(_, rest)| is_wrapped(text, rest)) {
        push(heading);
        return push(rest);
    }
    let mut rest = run;
    while !rest.is_empty() {
        let (block, others) = rest.split_at(broken_len(text, rest).min(rest.len()));
        push(block);
        rest = others;
    }
}

/// How many of `lines` are one line broken in mid sentence; one or more.
fn broken_len(text: &str, lines: &[Line]) -> usize {
    if lines.first().is_none_or(|first| first.lower) {
        return 1;
    }
    let goes_on = |pair: &[Line]| match pair {
        [before, after] => !before.stops && before.chars >= BROKEN && after.lower && !ends_item(text, before),
        _ => false,
    };
    1 + lines.windows(2).take_while(|pair| goes_on(pair)).count()
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
