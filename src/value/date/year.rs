//! Years: after a month, or alone.

use super::super::lexicon::{EDGE, FUNCTION, Key, PLURAL, Unit};
use super::super::view::View;
use super::calendar::year_of;
use super::form::Found;
use super::relative;
use crate::token::Shape;

/// A year in four digits at a token.
pub(super) fn at(view: &View, at: usize) -> Option<i16> {
    let text = view.str(at);
    let digits = view.is_number(at) && text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|year| digits && (1000..=2200).contains(year))
}

/// Reads the year, "prochain" or "de l'an dernier" behind a month, and takes it into the date.
pub(super) fn after(view: &View, found: &mut Found) -> Option<i16> {
    let end = found.tokens.end;
    if let Some(year) = self::at(view, end) {
        found.tokens.end = end + 1;
        return Some(year);
    }
    let de = usize::from(view.key(end) == Key::De);
    if let Some(year) = self::at(view, end + 1).filter(|_| de == 1) {
        found.tokens.end = end + 2;
        return Some(year);
    }
    let shift = view.entry(end).shift;
    if shift != 0 {
        (found.shift, found.tokens.end) = (shift, end + 1);
        return None;
    }
    if let Some((shift, to)) = relative::of_year(view, end) {
        (found.year_shift, found.tokens.end) = (Some(shift), to);
        return None;
    }
    let text = view.str(end);
    let short = view.is_number(end) && text.len() == 2 && !view.is_glued(end) && !counts(view, end + 1);
    let year = text.parse::<u8>().ok().filter(|year| short && *year > 31).and_then(|_| year_of(text))?;
    found.tokens.end = end + 1;
    Some(year)
}

/// Whether a word to be counted stands at a token.
fn counts(view: &View, at: usize) -> bool {
    view.is_word(at) && !view.has(at, FUNCTION) || view.is_one_of(at, "%€$£")
}

/// A year that stands alone, told from a number by what is around it.
pub(super) fn lone(view: &View, at: usize) -> Option<i16> {
    let year = self::at(view, at)?;
    let (before, next) = (at.wrapping_sub(1), at + 1);
    if view.is_one_of(next, "%°€$£/") || view.is_glued(next) && view.is_word(next) {
        return None;
    }
    if is_many(view, next) {
        return None;
    }
    let decade = view.entry(before).unit == Unit::Year && view.str(before).ends_with('s');
    if decade {
        return None;
    }
    let strong = matches!(view.key(before), Key::En | Key::Depuis | Key::Des1 | Key::Avant | Key::Apres)
        || view.has(before, EDGE)
        || matches!(view.entry(before).unit, Unit::Year)
        || view.entry(before).season > 0
        || view.key(before) == Key::De && view.has(before.wrapping_sub(1), EDGE);
    if strong {
        return Some(year);
    }
    let likely = (1900..=2100).contains(&year);
    let weak = !view.holds(before)
        || matches!(
            view.key(before),
            Key::De
                | Key::A
                | Key::Et
                | Key::Ou
                | Key::Pour
                | Key::Entre
                | Key::Du
                | Key::Contre
                | Key::Ici
                | Key::Dont
        )
        || view.is_one_of(before, "(-–/,");
    let recent = (1950..=2060).contains(&year);
    let led = recent && is_plain_noun(view, before);
    let closed = !counts(view, next) || view.key(before) == Key::De && view.key(before.wrapping_sub(1)) == Key::None;
    (likely && (weak || led) && closed && !is_quantity(view, at)).then_some(year)
}

/// "2000 soldats": a plural that the number counts.
fn is_many(view: &View, at: usize) -> bool {
    let word = view.str(at);
    let small = word.chars().next().is_some_and(char::is_lowercase);
    let known = view.has(at, FUNCTION) || view.entry(at).month > 0 || view.entry(at).weekday > 0;
    view.is_word(at) && small && word.ends_with(['s', 'x']) && !known || view.has(at, PLURAL) && !known
}

/// "budget 2024", "édition 2023".
fn is_plain_noun(view: &View, at: usize) -> bool {
    let small = view.str(at).chars().next().is_some_and(char::is_lowercase);
    view.is_word(at) && small && !view.has(at, FUNCTION) && !view.token(at).shape.has(Shape::DIGITS)
}

/// "supérieur à 2000", "de 1000 à 2000": the number stands in a comparison or beside one that is no year.
fn is_quantity(view: &View, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let compared = |at: usize| {
        let word = view.str(at);
        ["supérieur", "inférieur", "égal"].iter().any(|stem| word.starts_with(stem))
    };
    let other = |at: usize| view.is_number(at) && self::at(view, at).is_none();
    let linked = |at: usize| matches!(view.key(at), Key::A | Key::Et) || view.is_dash(at);
    view.key(before) == Key::A && compared(before.wrapping_sub(1))
        || linked(before) && other(before.wrapping_sub(1))
        || linked(at + 1) && other(at + 2)
}
