//! Dates in digits: "1/3/2013", "15.12.16", "2013-03-01", "11/2016", "2014-2018".

use super::super::lexicon::{Key, Unit};
use super::super::view::View;
use super::calendar::{day, year_of};
use super::form::{Form, Found};
use super::year;
use crate::types::Date;

/// The dates that begin at a token, and the token after them; no dates where the digits are like a date but name none.
pub(super) fn date(view: &View, at: usize, weekday: u8) -> Option<(Vec<Found>, usize)> {
    if !view.is_number(at) {
        return None;
    }
    let text = view.str(at);
    if text.matches('.').count() == 2 && !text.contains(',') {
        let mut parts = text.split('.');
        let (d, m, y) = (parts.next()?, parts.next()?, parts.next()?);
        let small = d.len() <= 2 && m.len() <= 2 && matches!(y.len(), 2 | 4);
        return small.then(|| (told(at..at + 1, d, m, y), at + 1));
    }
    let (mark, second) = (view.str(at + 1), view.str(at + 2));
    let joined = |at: usize| view.is_glued(at) && view.is_glued(at + 1) && view.is_number(at + 1);
    if !matches!(mark, "/" | "-" | "‑") || !joined(at + 1) || !view.is_number(at + 2) {
        return None;
    }
    if view.str(at + 3) == mark && joined(at + 3) {
        let third = view.str(at + 4);
        return match (text.len(), second.len(), third.len()) {
            (4, 1..=2, 1..=2) => Some((told(at..at + 5, third, second, text), at + 5)),
            (1..=2, 1..=2, 2 | 4) if mark == "/" || third.len() == 4 => {
                Some((told(at..at + 5, text, second, third), at + 5))
            }
            _ => None,
        };
    }
    two(view, at, mark == "/", weekday)
}

fn told(tokens: std::ops::Range<usize>, d: &str, m: &str, y: &str) -> Vec<Found> {
    let date = || day(year_of(y)?, m.parse().ok()?, d.parse().ok()?);
    date().map(|date| vec![Found::new(tokens, Form::Told(Date::from(date)))]).unwrap_or_default()
}

/// Two numbers with a mark between: a month of a year, a day of a month, or two years.
fn two(view: &View, at: usize, slash: bool, weekday: u8) -> Option<(Vec<Found>, usize)> {
    let (text, second) = (view.str(at), view.str(at + 2));
    let end = at + 3;
    if let (Some(first), Some(last)) = (year::at(view, at), year::at(view, at + 2)) {
        let near = last > first && last - first <= 60 && (1900..=2100).contains(&first);
        let counted = view.is_word(end) && view.lexicon.row(view.token(end).word).is_none();
        let years = [(first, at..at + 1), (last, at + 2..end)];
        return (near && !counted)
            .then(|| (years.map(|(year, t)| Found::new(t, Form::Told(Date::Year(year)))).to_vec(), end));
    }
    if !slash {
        return None;
    }
    if let Some(year) = year::at(view, at + 2).filter(|_| text.len() <= 2) {
        let month = text.parse().ok().filter(|m| (1..=12).contains(m))?;
        return Some((vec![Found::new(at..end, Form::Told(Date::Month { year, month }))], end));
    }
    let led = matches!(view.key(at.wrapping_sub(1)), Key::Le | Key::Du | Key::Au) || weekday > 0;
    let (d, m): (u8, u8) = (text.parse().ok()?, second.parse().ok()?);
    let leap = day(2000, m, d).is_some() && text.len() <= 2 && second.len() <= 2;
    let month_next = view.entry(end).month > 0 || view.entry(end).unit != Unit::None;
    (led && leap && !month_next).then(|| (vec![Found::new(at..end, Form::DayMonth { day: d, month: m, weekday })], end))
}
