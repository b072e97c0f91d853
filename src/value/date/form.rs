//! What a date says before it is placed in the calendar.

use super::super::lexicon::Unit;
use crate::types::Date;
use std::ops::Range;

/// Where the month of a day is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MonthOf {
    /// By name, with its year if told.
    Named(u8, Option<i16>),
    /// Months from now.
    Shifted(i8),
}

/// What the words of a date say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// All of it.
    Told(Date),
    /// "le 1er avril", perhaps with its weekday (0 if untold).
    DayMonth { day: u8, month: u8, weekday: u8 },
    /// "mars".
    Month(u8),
    /// "mardi".
    Weekday(u8),
    /// "mardi de la semaine prochaine".
    WeekdayOf(u8, i8),
    /// "mardi 14".
    WeekdayDay(u8, u8),
    /// "il y a trois ans", "l'an dernier", "hier".
    Offset(Unit, i32),
    /// "troisième trimestre", perhaps "de l'année prochaine".
    Quarter(u8, Option<i8>),
    /// "premier semestre".
    Half(u8, Option<i8>),
    /// "semaine 31".
    Week(u8),
    /// "l'été dernier".
    Season(u8),
    /// "le 13", of the month told before.
    DayOnly(u8),
    /// "le 15 du mois prochain".
    DayOf(u8, i8),
    /// "le premier mercredi de juin"; weekday 0 for "le dernier jour".
    Nth(u8, u8, MonthOf),
    /// "trois ans plus tard", from the date told before.
    Later(Unit, i32),
}

/// A date as found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub tokens: Range<usize>,
    pub form: Form,
    /// -1 for "dernier", 1 for "prochain".
    pub shift: i8,
    /// Years from now, where told ("juin de l'année prochaine").
    pub year_shift: Option<i8>,
}

impl Found {
    pub fn new(tokens: Range<usize>, form: Form) -> Self {
        Self { tokens, form, shift: 0, year_shift: None }
    }
}
