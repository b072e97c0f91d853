//! Places dates in the calendar.

use super::super::lexicon::Unit;
use super::calendar::{self, day, day_of_week, half, last_day, nth_weekday, quarter, shifted, weekday};
use super::form::{Form, Found, MonthOf};
use crate::types::Date;
use jiff::ToSpan;
use jiff::civil;

/// What dates are resolved from.
#[derive(Clone, Copy)]
pub(super) struct Now {
    pub today: Option<civil::Date>,
    /// The last date told before in the section.
    pub last: Option<Date>,
}

/// The date that `found` names, seen from `now`; `None` if the article does not allow to tell.
pub(super) fn resolve(found: &Found, now: Now, ahead: impl Fn() -> bool) -> Option<Date> {
    match found.form {
        Form::Told(date) => return Some(date),
        Form::DayOnly(day) => return day_only(day, now.last?),
        Form::Later(unit, n) => return later(unit, n, now.last?),
        Form::Nth(n, weekday, MonthOf::Named(month, Some(year))) => return nth(n, weekday, year, month),
        _ => {}
    }
    let today = now.today?;
    match found.form {
        Form::DayMonth { day, month, weekday } => day_month(found, today, (day, month, weekday), ahead),
        Form::Month(month) => {
            let year = month_year(found, today, month, ahead);
            Some(Date::Month { year, month })
        }
        Form::Weekday(name) => nearest_weekday(today, name, found.shift, ahead).map(Date::from),
        Form::WeekdayOf(name, shift) => day_of_week(today, name, i32::from(shift)).map(Date::from),
        Form::WeekdayDay(name, day) => weekday_day(today, name, day, ahead()),
        Form::Offset(unit, n) => shifted(today, unit, n),
        Form::Quarter(n, shift) => {
            let year = part_year(today, shift, n.cmp(&quarter(today)), ahead);
            Some(Date::Quarter { year, quarter: n })
        }
        Form::Half(n, shift) => {
            let year = part_year(today, shift, n.cmp(&half(today)), ahead);
            Some(Date::Half { year, half: n })
        }
        Form::Week(week) => Some(Date::Week { year: today.year(), week }),
        Form::Season(season) => Some(Date::Year(season_year(today, season, found.shift))),
        Form::DayOf(n, shift) => {
            let there = today.checked_add(i32::from(shift).months()).ok()?;
            day(there.year(), there.month().unsigned_abs(), n).map(Date::from)
        }
        Form::Nth(n, name, of) => nth_from(found, today, n, name, of, ahead),
        Form::Told(_) | Form::DayOnly(_) | Form::Later(..) => None,
    }
}

fn day_month(
    found: &Found,
    today: civil::Date,
    (n, month, name): (u8, u8, u8),
    ahead: impl Fn() -> bool,
) -> Option<Date> {
    let year = today.year();
    if let Some(shift) = found.year_shift {
        return day(year + i16::from(shift), month, n).map(Date::from);
    }
    if name > 0 {
        let fits = |year: &i16| day(*year, month, n).is_some_and(|date| weekday(date) == name);
        if let Some(year) = [year, year - 1, year + 1].iter().find(|year| fits(year)) {
            return day(*year, month, n).map(Date::from);
        }
    }
    let this = day(year, month, n);
    let date = match this {
        Some(date) if ahead() => {
            let passed = date < today || found.shift > 0 && date == today;
            if passed { day(year + 1, month, n) } else { this }
        }
        Some(date) if date > today || found.shift < 0 && date == today => day(year - 1, month, n),
        _ => this,
    };
    date.map(Date::from)
}

/// The year of a month told without one.
fn month_year(found: &Found, today: civil::Date, month: u8, ahead: impl Fn() -> bool) -> i16 {
    let (year, now) = (today.year(), today.month().unsigned_abs());
    if let Some(shift) = found.year_shift {
        return year + i16::from(shift);
    }
    match found.shift {
        shift if shift > 0 => year + i16::from(month <= now),
        shift if shift < 0 => year - i16::from(month >= now),
        _ if ahead() => year + i16::from(month < now),
        _ => year - i16::from(month > now),
    }
}

fn nearest_weekday(today: civil::Date, name: u8, shift: i8, ahead: impl Fn() -> bool) -> Option<civil::Date> {
    let (now, name) = (i32::from(weekday(today)), i32::from(name));
    let days = match shift {
        shift if shift < 0 => -((now - name + 6).rem_euclid(7) + 1),
        shift if shift > 0 => (name - now + 6).rem_euclid(7) + 1,
        _ if ahead() => (name - now).rem_euclid(7),
        _ => -((now - name).rem_euclid(7)),
    };
    today.checked_add(days.days()).ok()
}

/// "mardi 14": the nearest such day, ahead or behind.
fn weekday_day(today: civil::Date, name: u8, n: u8, ahead: bool) -> Option<Date> {
    let months = if ahead { [0, 1, -1, 2] } else { [0, -1, 1, -2] };
    months.iter().find_map(|shift: &i32| {
        let there = today.checked_add(shift.months()).ok()?;
        let date = day(there.year(), there.month().unsigned_abs(), n)?;
        (weekday(date) == name).then(|| Date::from(date))
    })
}

fn part_year(today: civil::Date, shift: Option<i8>, order: std::cmp::Ordering, ahead: impl Fn() -> bool) -> i16 {
    let year = today.year();
    match (shift, order) {
        (Some(shift), _) => year + i16::from(shift),
        (None, order) if ahead() => year + i16::from(order.is_lt()),
        (None, order) => year - i16::from(order.is_gt()),
    }
}

/// The year in which the last or next winter, spring, summer or autumn mostly lies.
fn season_year(today: civil::Date, season: u8, shift: i8) -> i16 {
    let (year, month) = (today.year(), today.month());
    let (first, last) = match season {
        1 => (1, 3),
        2 => (3, 6),
        3 => (6, 9),
        _ => (9, 12),
    };
    if shift < 0 { year - i16::from(month < last) } else { year + i16::from(month >= first) }
}

fn day_only(n: u8, last: Date) -> Option<Date> {
    let month = last.month()?;
    day(last.year(), month, n).map(Date::from)
}

/// A span of time from the date told before, as precise as that unit.
fn later(unit: Unit, n: i32, last: Date) -> Option<Date> {
    let from = match last {
        Date::Day { year, month, day: n } => day(year, month, n)?,
        _ => day(last.year(), last.month().unwrap_or(1), 1)?,
    };
    if unit == Unit::Month && last.month().is_none() {
        return None;
    }
    calendar::shifted(from, unit, n)
}

fn nth(n: u8, name: u8, year: i16, month: u8) -> Option<Date> {
    if name == 0 { last_day(year, month).map(Date::from) } else { nth_weekday(year, month, name, n).map(Date::from) }
}

fn nth_from(found: &Found, today: civil::Date, n: u8, name: u8, of: MonthOf, ahead: impl Fn() -> bool) -> Option<Date> {
    match of {
        MonthOf::Shifted(shift) => {
            let there = today.checked_add(i32::from(shift).months()).ok()?;
            nth(n, name, there.year(), there.month().unsigned_abs())
        }
        MonthOf::Named(month, year) => {
            nth(n, name, year.unwrap_or_else(|| month_year(found, today, month, ahead)), month)
        }
    }
}
