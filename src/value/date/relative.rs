//! Dates told from today: "hier", "la semaine prochaine", "il y a deux ans", "au troisième trimestre", "l'été dernier".

use super::super::lexicon::{EDGE, Key, PART_OF_DAY, Unit};
use super::super::view::View;
use super::form::{Form, Found, MonthOf};
use super::scan::{Scan, month_at};
use super::year;
use crate::types::Date;

/// "hier soir", "ce matin", "cette semaine", "ce trimestre".
pub(super) fn deictic(view: &View, at: usize) -> Option<Found> {
    let entry = view.entry(at);
    if entry.day > 0 {
        // "cela ne date pas d'hier"
        if view.key(at.wrapping_sub(1)) == Key::De && view.key(at.wrapping_sub(2)) == Key::Pas {
            return None;
        }
        let mut end = at + 1;
        while view.has(end, PART_OF_DAY) {
            end += 1;
        }
        return Some(Found::new(at..end, Form::Offset(Unit::Day, i32::from(entry.day) - 10)));
    }
    let next = view.entry(at + 1);
    let plain = !view.is_dash(at + 2);
    match next.unit {
        _ if view.has(at + 1, PART_OF_DAY) && plain => Some(Found::new(at..at + 2, Form::Offset(Unit::Day, 0))),
        Unit::None if next.season > 0 => Some(Found::new(at..at + 2, Form::Offset(Unit::Year, 0))),
        Unit::None => None,
        unit if plain && !view.str(at + 1).ends_with("ans") => Some(Found::new(at..at + 2, Form::Offset(unit, 0))),
        _ => None,
    }
}

/// "semaine dernière", "an prochain", "trimestre écoulé", "semaine 31", "mois de mars" left to the month.
pub(super) fn unit(scan: &Scan, at: usize) -> Option<Found> {
    let view = scan.view;
    let unit = view.entry(at).unit;
    let shift = view.entry(at + 1).shift;
    let before = view.entry(at.wrapping_sub(1));
    let counted = view.is_number(at.wrapping_sub(1)) || scan.item_ending(at);
    if shift != 0 && !counted && !is_plural(view, at) {
        return Some(Found::new(at..at + 2, Form::Offset(unit, i32::from(shift))));
    }
    if unit == Unit::Week && view.is_number(at + 1) && before.key != Key::De {
        let week = view.str(at + 1).parse().ok().filter(|week| (1..=53).contains(week))?;
        let free = !view.is_word(at + 2) || view.lexicon.row(view.token(at + 2).word).is_some();
        return free.then(|| Found::new(at..at + 2, Form::Week(week)));
    }
    None
}

fn is_plural(view: &View, at: usize) -> bool {
    let word = view.str(at);
    word.ends_with('s') && !word.eq_ignore_ascii_case("mois")
}

/// "de la semaine prochaine", "de cette semaine" behind a weekday: weeks from now, and the token after.
pub(super) fn of_week(view: &View, at: usize) -> Option<(i8, usize)> {
    of_unit(view, at, Unit::Week)
}

/// "de l'année prochaine", "de cette année" behind a month.
pub(super) fn of_year(view: &View, at: usize) -> Option<(i8, usize)> {
    of_unit(view, at, Unit::Year)
}

fn of_unit(view: &View, at: usize, unit: Unit) -> Option<(i8, usize)> {
    if !matches!(view.key(at), Key::De | Key::Du) {
        return None;
    }
    let at = at + usize::from(view.key(at) == Key::De);
    let (this, here) = (view.key(at) == Key::Ce, view.entry(at + 1).unit == unit);
    let shift = view.entry(at + 2).shift;
    match (this, here, shift) {
        (true, true, _) => Some((0, at + 2)),
        (false, true, shift) if shift != 0 => Some((shift, at + 3)),
        _ => None,
    }
}

/// "fin de l'année", "fin d'année", "fin du mois", "début de l'année 2000", "mi-1989".
pub(super) fn edge(view: &View, at: usize) -> Option<Found> {
    if view.str(at).eq_ignore_ascii_case("cours") {
        return None;
    }
    let mut next = at + 1;
    next += usize::from(matches!(view.key(next), Key::De | Key::Du));
    let article = matches!(view.key(next), Key::Le | Key::La | Key::Ce);
    let of = view.key(next.wrapping_sub(1)) == Key::Du || article;
    next += usize::from(article);
    let unit = view.entry(next).unit;
    if !matches!(unit, Unit::Year | Unit::Month | Unit::Week) || is_plural(view, next) {
        return None;
    }
    if let Some(year) = year::at(view, next + 1).filter(|_| unit == Unit::Year) {
        return Some(Found::new(at..next + 2, Form::Told(Date::Year(year))));
    }
    let shift = view.entry(next + 1).shift;
    if view.key(next + 1) == Key::De || unit != Unit::Year && !of {
        return None;
    }
    let end = next + 1 + usize::from(shift != 0);
    Some(Found::new(at..end, Form::Offset(unit, i32::from(shift))))
}

/// "premier trimestre 2024", "2e semestre", "premier mercredi de juin", "dernier jour d'octobre 2015", "prochain trimestre".
pub(super) fn ordinal(view: &View, at: usize) -> Option<Found> {
    let (n, next) = ordinal_at(view, at)?;
    let unit = view.entry(next).unit;
    match unit {
        Unit::Quarter | Unit::Half => part_of_year(view, at, n, next, unit),
        Unit::Day if n == 0 => nth(view, at, 1, 0, next + 1),
        _ if view.entry(next).weekday > 0 => nth(view, at, n, view.entry(next).weekday, next + 1),
        _ => None,
    }
}

/// The rank told at a token, 0 for "dernier", and the token after it.
fn ordinal_at(view: &View, at: usize) -> Option<(u8, usize)> {
    let entry = view.entry(at);
    if entry.ordinal > 0 {
        return Some((entry.ordinal, at + 1));
    }
    if entry.shift != 0 {
        return Some((0, at + 1));
    }
    let n = view.str(at).parse().ok().filter(|n| view.is_number(at) && (1..=5).contains(n))?;
    (view.is_glued(at + 1) && view.is_word(at + 1)).then_some((n, at + 2))
}

fn part_of_year(view: &View, at: usize, n: u8, next: usize, unit: Unit) -> Option<Found> {
    let most = if unit == Unit::Quarter { 4 } else { 2 };
    let mut end = next + 1;
    if view.key(end) == Key::De && year::at(view, end + 1).is_some() {
        end += 1;
    }
    let year = year::at(view, end);
    let last = n == 0 && view.entry(at).shift < 0;
    let n = if last && year.is_some() { most } else { n };
    if n > most {
        return None;
    }
    if n == 0 {
        let shift = i32::from(view.entry(at).shift);
        return (!last).then(|| Found::new(at..next + 1, Form::Offset(unit, shift)));
    }
    if let Some(year) = year {
        return Some(Found::new(at..end + 1, Form::Told(quarter_or_half(unit, n, year))));
    }
    let (shift, end) = match of_year(view, end) {
        Some((shift, end)) => (Some(shift), end),
        None => (None, end),
    };
    let form = if unit == Unit::Quarter { Form::Quarter(n, shift) } else { Form::Half(n, shift) };
    Some(Found::new(at..end, form))
}

fn quarter_or_half(unit: Unit, n: u8, year: i16) -> Date {
    if unit == Unit::Quarter { Date::Quarter { year, quarter: n } } else { Date::Half { year, half: n } }
}

/// "Q1 2016", "T3 2024", "S1 2025".
pub(super) fn short_quarter(view: &View, at: usize) -> Option<Found> {
    let entry = view.entry(at);
    let year = year::at(view, at + 1)?;
    let date = if entry.quarter > 0 {
        quarter_or_half(Unit::Quarter, entry.quarter, year)
    } else {
        quarter_or_half(Unit::Half, entry.half, year)
    };
    Some(Found::new(at..at + 2, Form::Told(date)))
}

/// A weekday or the last day of a month: "de juin", "du mois prochain".
fn nth(view: &View, at: usize, n: u8, weekday: u8, of: usize) -> Option<Found> {
    if let Some(shift) = of_unit(view, of, Unit::Month) {
        return Some(Found::new(at..shift.1, Form::Nth(n, weekday, MonthOf::Shifted(shift.0))));
    }
    if view.key(of) != Key::De {
        return None;
    }
    let (month, end) = month_at(view, of + 1)?;
    let mut found = Found::new(at..end, Form::Month(month));
    let year = year::after(view, &mut found);
    found.form = Form::Nth(n, weekday, MonthOf::Named(month, year));
    Some(found)
}

/// "il y a trois mois", "voilà deux ans", "dans 5 jours", "trois ans plus tard".
pub(super) fn ago(scan: &Scan, at: usize) -> Option<Found> {
    let view = scan.view;
    let (sign, from) = match view.key(at) {
        Key::Il if view.key(at + 1) == Key::Y && view.str(at + 2) == "a" => (-1, at + 3),
        Key::Voila => (-1, at + 1),
        Key::Dans => (1, at + 1),
        _ => return later(scan, at),
    };
    // "il y a environ, à peu près, près de, plus de trois ans".
    let from = (from..from + 5).find(|at| scan.item(*at).is_some())?;
    let (n, unit, end) = span_at(scan, from)?;
    let hedged = (at..from).all(|at| !view.is_mark(at));
    hedged.then(|| Found::new(at..end, Form::Offset(unit, sign * n)))
}

/// A number of days, weeks, months or years at a token.
fn span_at(scan: &Scan, at: usize) -> Option<(i32, Unit, usize)> {
    let view = scan.view;
    let item = scan.item(at)?;
    let n = i32::try_from(item.num.value).ok().filter(|n| (1..=2000).contains(n))?;
    let unit = view.entry(item.num.end).unit;
    let whole = item.num.value.fract().is_zero() && item.num.power == 0;
    (whole && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)).then_some((n, unit, item.num.end + 1))
}

/// "trois ans plus tard", "deux mois après,", "un an auparavant".
pub(super) fn later(scan: &Scan, at: usize) -> Option<Found> {
    let view = scan.view;
    let (n, unit, end) = span_at(scan, at)?;
    let plus = view.key(end) == Key::Plus;
    let (sign, end) = match view.key(end + usize::from(plus)) {
        Key::Tard if plus => (1, end + 2),
        Key::Tot => (-1, end + 1 + usize::from(plus)),
        Key::Apres if !view.holds(end + 1) || view.is_mark(end + 1) => (1, end + 1),
        _ => return None,
    };
    matches!(unit, Unit::Month | Unit::Year).then(|| Found::new(at..end, Form::Later(unit, sign * n)))
}

/// "l'été dernier", "printemps 2024", "cet hiver" left to [`deictic`].
pub(super) fn season(view: &View, at: usize) -> Option<Found> {
    let before = view.key(at.wrapping_sub(1));
    let led = matches!(before, Key::Le | Key::Au | Key::Du | Key::De | Key::En | Key::Ce)
        || view.has(at.wrapping_sub(1), EDGE)
        || at == view.range.start;
    if !led {
        return None;
    }
    if let Some(year) = year::at(view, at + 1) {
        return Some(Found::new(at..at + 2, Form::Told(Date::Year(year))));
    }
    let shift = view.entry(at + 1).shift;
    (shift != 0).then(|| Found { shift, ..Found::new(at..at + 2, Form::Season(view.entry(at).season)) })
}
