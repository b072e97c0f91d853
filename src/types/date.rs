use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// A date as precise as the press told it, in ISO 8601 writing: `2025`, `2025-H1`, `2025-Q3`, `2025-06`, `2025-W38`
/// or `2025-06-29`.
///
/// ```
/// use depeche::Date;
/// let date: Date = "2025-06".parse()?;
/// assert_eq!(date, Date::Month { year: 2025, month: 6 });
/// assert_eq!(date.to_string(), "2025-06");
/// # Ok::<(), depeche::ParseDateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Date {
    /// A year.
    Year(i16),
    /// A half-year, 1 or 2.
    Half {
        /// The year.
        year: i16,
        /// 1 or 2.
        half: u8,
    },
    /// A quarter, 1 to 4.
    Quarter {
        /// The year.
        year: i16,
        /// 1 to 4.
        quarter: u8,
    },
    /// A month.
    Month {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: u8,
    },
    /// An ISO week.
    Week {
        /// The ISO week-numbering year.
        year: i16,
        /// 1 to 53.
        week: u8,
    },
    /// A day.
    Day {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
}

impl Date {
    /// The year that it lies in (for a week, its ISO year).
    pub fn year(self) -> i16 {
        match self {
            Date::Year(year)
            | Date::Half { year, .. }
            | Date::Quarter { year, .. }
            | Date::Month { year, .. }
            | Date::Week { year, .. }
            | Date::Day { year, .. } => year,
        }
    }

    /// The month, where it is told or follows.
    pub fn month(self) -> Option<u8> {
        match self {
            Date::Month { month, .. } | Date::Day { month, .. } => Some(month),
            _ => None,
        }
    }

    /// How much it tells: a day more than a week, a week more than a month, down to a year.
    pub fn precision(self) -> u8 {
        match self {
            Date::Year(_) => 0,
            Date::Half { .. } => 1,
            Date::Quarter { .. } => 2,
            Date::Month { .. } => 3,
            Date::Week { .. } => 4,
            Date::Day { .. } => 5,
        }
    }

    /// As a civil date, when it names a day that the calendar has.
    pub(crate) fn to_civil(self) -> Option<jiff::civil::Date> {
        match self {
            Date::Day { year, month, day } => {
                jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
            }
            _ => None,
        }
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        Date::Day { year: date.year(), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Date::Year(year) => write!(f, "{year:04}"),
            Date::Half { year, half } => write!(f, "{year:04}-H{half}"),
            Date::Quarter { year, quarter } => write!(f, "{year:04}-Q{quarter}"),
            Date::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Date::Week { year, week } => write!(f, "{year:04}-W{week:02}"),
            Date::Day { year, month, day } => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

/// A text that is not one of the forms of [`Date`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a date such as 2025, 2025-06, 2025-06-29, 2025-Q3, 2025-H1 or 2025-W38, found {found:?}")]
pub struct ParseDateError {
    found: String,
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| ParseDateError { found: text.chars().take(40).collect() })
    }
}

fn parse(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year_text = parts.next()?;
    if year_text.len() != 4 || !year_text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year: i16 = year_text.parse().ok()?;
    let Some(second) = parts.next() else { return Some(Date::Year(year)) };
    let third = parts.next();
    if parts.next().is_some() {
        return None;
    }
    match (second.as_bytes().first()?, third) {
        (b'H', None) => small(second.get(1..)?, 1, 2).map(|half| Date::Half { year, half }),
        (b'Q', None) => small(second.get(1..)?, 1, 4).map(|quarter| Date::Quarter { year, quarter }),
        (b'W', None) => small(second.get(1..)?, 1, 53).map(|week| Date::Week { year, week }),
        (_, None) => two_digits(second, 12).map(|month| Date::Month { year, month }),
        (_, Some(third)) => {
            let (month, day) = (two_digits(second, 12)?, two_digits(third, 31)?);
            let date = Date::Day { year, month, day };
            date.to_civil().map(|_| date)
        }
    }
}

fn two_digits(text: &str, most: u8) -> Option<u8> {
    if text.len() == 2 { small(text, 1, most) } else { None }
}

fn small(text: &str, least: u8, most: u8) -> Option<u8> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|n| (least..=most).contains(n))
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn every_form_reads_back() {
        for text in ["2025", "2025-H1", "2025-Q3", "2025-06", "2025-W38", "2025-06-29", "1789-07-14"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in
            ["", "25", "2025-13", "2025-02-30", "2025-6", "2025-Q5", "2025-H0", "2025-06-29-1", "2025-W+1", "20é5"]
        {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
