//! Decides whether a mark ends the sentence that it stands in.

use super::lexicon::{Abbreviation, LEXICON, Part};
use super::scan::{Mark, Scanner, Stop};
use super::word::{Before, Next, Start};

/// Whether `stop`, in the sentence that begins at `start`, ends it.
pub(super) fn ends_sentence(scan: &Scanner<'_>, start: usize, stop: &Stop) -> bool {
    let after = scan.skip_space(stop.end);
    if after >= scan.end() {
        return true;
    }
    if after == stop.end {
        return ends_before_glued_word(scan, stop);
    }
    let Some(next) = Next::read(scan, after) else {
        return false;
    };
    match stop.mark {
        Mark::Strong => ends_at_strong(scan, stop, &next),
        Mark::Ellipsis => ends_at_ellipsis(scan, stop, &next),
        Mark::Dot => ends_at_dot(scan, start, stop, &next),
    }
}

/// "fin.Le": a space was lost. Addresses and names (X.com, INTC.O) are left whole.
fn ends_before_glued_word(scan: &Scanner<'_>, stop: &Stop) -> bool {
    let Some(next) = Next::read(scan, stop.end) else {
        return false;
    };
    if next.start != Start::Upper || next.after_mark {
        return false;
    }
    let before = Before::read(scan, scan.word_end(stop.start));
    let capitalised = next.word.chars().nth(1).is_some_and(char::is_lowercase) || LEXICON.opens(next.word);
    let lower_word = before.word.chars().count() > 1 && before.word.chars().all(char::is_lowercase);
    capitalised
        && before.is_ordinary()
        && !before.in_address
        && (lower_word || stop.closer.is_some() || LEXICON.opens(next.word))
}

fn ends_at_strong(scan: &Scanner<'_>, stop: &Stop, next: &Next<'_>) -> bool {
    if next.start == Start::Lower || next.after_mark {
        return false;
    }
    let opens = LEXICON.opens(next.word);
    if stop.closer == Some(')') {
        return opens || next.quoted;
    }
    let named = || LEXICON.is_name(Before::read(scan, stop.start).with_mark);
    opens || !named()
}

fn ends_at_ellipsis(scan: &Scanner<'_>, stop: &Stop, next: &Next<'_>) -> bool {
    let bracketed = matches!(scan.char_before(stop.start), Some('(' | '['));
    next.start != Start::Lower && !next.after_mark && (!bracketed || stop.full_stop)
}

fn ends_at_dot(scan: &Scanner<'_>, start: usize, stop: &Stop, next: &Next<'_>) -> bool {
    if next.after_mark {
        return false;
    }
    let before = Before::read(scan, stop.start);
    if stop.closer.is_some_and(|c| c != ')' && c != ']') {
        return next.start != Start::Lower;
    }
    if is_list_marker(scan, start, stop, &before) {
        return false;
    }
    if let Some(class) = before.abbreviation(scan) {
        return ends_after_abbreviation(class, next);
    }
    if before.is_initial() {
        return ends_after_initial(scan, next);
    }
    match next.start {
        // A word that is none of the known abbreviations and reads like one: it has no vowel, or is short.
        Start::Lower => stop.closer.is_none() && before.is_full_word(),
        Start::Upper => !before.is_clipped() || LEXICON.opens(next.word),
        Start::Digit | Start::Other => true,
    }
}

fn ends_after_abbreviation(class: Abbreviation, next: &Next<'_>) -> bool {
    match class {
        Abbreviation::Never => false,
        Abbreviation::Opener => next.start == Start::Upper && (next.quoted || LEXICON.opens(next.word)),
        Abbreviation::Capital => next.start == Start::Upper,
    }
}

/// "le plan B. Le groupe" ends, "J. Le Goff" does not: an article opens a sentence if no name follows it.
fn ends_after_initial(scan: &Scanner<'_>, next: &Next<'_>) -> bool {
    if next.start != Start::Upper || !LEXICON.opens(next.word) {
        return false;
    }
    let after = scan.char_at(next.end);
    if matches!(after, Some('.' | '-')) {
        return false;
    }
    let follower = Next::read(scan, scan.skip_space(next.end));
    follower.is_none_or(|f| f.start != Start::Upper)
}

/// "1." or "IV." where a sentence begins, or after a colon or semicolon, numbers an item.
fn is_list_marker(scan: &Scanner<'_>, start: usize, stop: &Stop, before: &Before<'_>) -> bool {
    let word = before.token;
    if word.len() > 4 || stop.closer.is_some() {
        return false;
    }
    let number = word.len() <= 2 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let roman = !word.is_empty() && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    if !(number || roman || letter) {
        return false;
    }
    let at = stop.start.saturating_sub(word.len());
    let lead = scan.text().get(start.min(at)..at).unwrap_or("").trim_end();
    lead.is_empty() || (number && lead.ends_with([':', ';']))
}

/// Whether a sentence begins with the capital at `at`, though no mark ends the one from `start`: a line break was lost.
pub(super) fn begins_sentence(scan: &mut Scanner<'_>, start: usize, at: usize) -> bool {
    if at <= start {
        return false;
    }
    let Some(head) = Next::read(scan, at) else {
        return false;
    };
    let elided = head.word.find(['\'', '’']);
    let is_head = match elided.and_then(|i| head.word.get(..i)) {
        Some("C") => LEXICON.plays(Part::Head, "C'"),
        Some(_) => false,
        None => LEXICON.plays(Part::Head, head.word),
    };
    if !is_head {
        return false;
    }
    let goes_on = elided.is_some()
        || Next::read(scan, scan.skip_space(head.end)).is_some_and(|next| {
            next.start == Start::Lower && !next.after_mark && !next.quoted && !LEXICON.plays(Part::After, next.word)
        });
    let before = Before::read(scan, scan.word_end(at));
    let ended = !LEXICON.plays(Part::Before, before.word) && !LEXICON.plays(Part::Before, before.token);
    goes_on && ended && !scan.is_nested(start, at)
}
