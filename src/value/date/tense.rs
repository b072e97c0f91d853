//! Whether a date without a year, or a weekday, lies behind or ahead.

use super::super::lexicon::{FUNCTION, FUTURE, Key, NOT_FUTURE, PAST};
use super::super::view::View;
use super::form::Found;
use crate::token::Shape;

/// How far from a date its verb is looked for, in tokens: the bound keeps reading linear.
const REACH: usize = 40;

/// Whether a date lies ahead of the day of publication.
pub(super) fn is_ahead(view: &View, found: &Found, future: Option<&dyn Fn(usize) -> bool>) -> bool {
    match found.shift {
        0 => {}
        shift => return shift > 0,
    }
    let start = found.tokens.start;
    let near = start.saturating_sub(4).max(view.range.start);
    for at in (near..start).rev() {
        match view.key(at) {
            Key::Ici | Key::Compter | Key::Partir | Key::Jusqu => return true,
            Key::Depuis => return false,
            _ => {}
        }
    }
    if let Some(future) = future {
        return future(start);
    }
    before(view, start).or_else(|| after(view, found.tokens.end)).unwrap_or(false)
}

/// The nearest tense before a date.
fn before(view: &View, start: usize) -> Option<bool> {
    let from = start.saturating_sub(REACH).max(view.range.start);
    // "dévoilé en décembre" lies behind, unless it "sera dévoilé en décembre".
    let mut near = (start.saturating_sub(3).max(from)..start).rev();
    if let Some(at) = near.find(|at| is_participle(view, *at) || at + 1 == start && may_be_participle(view, *at)) {
        return Some((at.saturating_sub(3).max(from)..at).any(|at| tense(view, at) == Some(true)));
    }
    for at in (from..start).rev() {
        if view.is_one_of(at, ";.") {
            return None;
        }
        // "…, nommé mardi": a participle in apposition.
        if view.is_one_of(at, ",") && is_participle(view, at + 1) {
            return Some(false);
        }
        if let Some(ahead) = tense(view, at) {
            return Some(ahead);
        }
    }
    None
}

fn after(view: &View, end: usize) -> Option<bool> {
    let to = (end + REACH).min(view.range.end);
    (end..to).take_while(|at| !view.is_one_of(*at, ";.")).find_map(|at| tense(view, at))
}

fn tense(view: &View, at: usize) -> Option<bool> {
    if !view.is_word(at) {
        return None;
    }
    if view.has(at, FUTURE) {
        let word = view.str(at);
        let opens = word.ends_with("nt") || word.ends_with("va") || word.ends_with("ais") || word.ends_with('t');
        let modal = word.starts_with("devrai");
        let verb = modal || word.ends_with('e') && !word.ends_with("ue") && !word.ends_with("ée") || opens;
        // "n'a pas attendu" lies behind.
        let done = (at.saturating_sub(3).max(view.range.start)..at).any(|at| view.has(at, PAST));
        if !verb && done {
            return Some(false);
        }
        return if !verb || modal || is_infinitive(view, at + 1) { Some(true) } else { None };
    }
    if view.has(at, PAST) {
        return Some(false);
    }
    is_future(view, at).then_some(true)
}

fn is_future(view: &View, at: usize) -> bool {
    let word = view.str(at);
    let ends = ["ra", "rai", "ras", "rons", "rez", "ront"].iter().any(|end| word.ends_with(end));
    let name = view.token(at).shape.has(Shape::CAPITAL) && at != view.range.start;
    ends && word.len() > 3 && !name && !view.has(at, NOT_FUTURE)
}

/// Whether an infinitive begins at a token, perhaps behind a pronoun.
fn is_infinitive(view: &View, at: usize) -> bool {
    (at..at + 3).any(|at| {
        let word = view.str(at);
        let small = word.chars().next().is_some_and(char::is_lowercase);
        small && ["er", "ir", "re"].iter().any(|end| word.ends_with(end)) && word.len() > 3
    })
}

/// Whether a word looks like a past participle; those that tell of what is to come ("prévu") do not count.
fn is_participle(view: &View, at: usize) -> bool {
    ["é", "ée", "és", "ées"].iter().any(|end| view.str(at).ends_with(end)) && !view.has(at, FUTURE)
}

/// As [`is_participle`], with the endings that other words share: "conclu dimanche", "réuni jeudi".
fn may_be_participle(view: &View, at: usize) -> bool {
    const ENDS: [&str; 10] = ["u", "ue", "us", "ues", "i", "ie", "is", "ies", "it", "ite"];
    let word = view.str(at);
    let known = view.has(at, FUTURE | FUNCTION) || !word.chars().next().is_some_and(char::is_lowercase);
    word.len() > 4 && !known && !is_future(view, at) && ENDS.iter().any(|end| word.ends_with(end))
}
