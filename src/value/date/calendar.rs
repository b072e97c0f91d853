//! Arithmetic on civil dates.

use super::super::lexicon::Unit;
use crate::types::Date;
use jiff::ToSpan;
use jiff::civil;

/// A day of the calendar, if there is such a day.
pub(super) fn day(year: i16, month: u8, day: u8) -> Option<civil::Date> {
    civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The unit of time that lies `shift` units from that of `today`.
pub(super) fn shifted(today: civil::Date, unit: Unit, shift: i32) -> Option<Date> {
    Some(match unit {
        Unit::Day => Date::from(today.checked_add(shift.days()).ok()?),
        Unit::Week => week(today.checked_add(shift.weeks()).ok()?),
        Unit::Month => {
            let there = today.checked_add(shift.months()).ok()?;
            Date::Month { year: there.year(), month: there.month().unsigned_abs() }
        }
        Unit::Quarter => {
            let there = today.checked_add(shift.checked_mul(3)?.months()).ok()?;
            Date::Quarter { year: there.year(), quarter: quarter(there) }
        }
        Unit::Half => {
            let there = today.checked_add(shift.checked_mul(6)?.months()).ok()?;
            Date::Half { year: there.year(), half: half(there) }
        }
        Unit::Year => Date::Year(today.year().checked_add(i16::try_from(shift).ok()?)?),
        Unit::None => return None,
    })
}

/// The ISO week of a day.
pub(super) fn week(date: civil::Date) -> Date {
    let week = date.iso_week_date();
    Date::Week { year: week.year(), week: week.week().unsigned_abs() }
}

pub(super) fn quarter(date: civil::Date) -> u8 {
    date.month().unsigned_abs().div_ceil(3)
}

pub(super) fn half(date: civil::Date) -> u8 {
    if date.month() <= 6 { 1 } else { 2 }
}

/// 1 for Monday to 7 for Sunday.
pub(super) fn weekday(date: civil::Date) -> u8 {
    date.weekday().to_monday_one_offset().unsigned_abs()
}

/// The day of a week, `shift` weeks from that of `today`.
pub(super) fn day_of_week(today: civil::Date, weekday_: u8, shift: i32) -> Option<civil::Date> {
    let days = i32::from(weekday_) - i32::from(weekday(today)) + shift.checked_mul(7)?;
    today.checked_add(days.days()).ok()
}

/// The `n`-th such weekday of a month.
pub(super) fn nth_weekday(year: i16, month: u8, weekday_: u8, n: u8) -> Option<civil::Date> {
    let first = day(year, month, 1)?;
    let wait = (7 + weekday_ - weekday(first)) % 7;
    day(year, month, 1 + wait + 7 * n.checked_sub(1)?)
}

/// The last day of a month.
pub(super) fn last_day(year: i16, month: u8) -> Option<civil::Date> {
    Some(day(year, month, 1)?.last_of_month())
}

/// Four digits, or two: those up to 49 in our century.
pub(super) fn year_of(digits: &str) -> Option<i16> {
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(year),
        2 if year < 50 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}
