//! Numbers in digits, whatever their grouping.

use rust_decimal::Decimal;
use std::str::FromStr;

/// The value of digits with their separators: "1.200.000", "10,6", "1'200", "6.700,54".
///
/// A comma is decimal unless several of them part groups of three; a point parts groups if a comma follows, or if all
/// that follows it are groups of three after a first group without leading zero. `None` for what is no number, such as
/// a version or a date.
pub(super) fn numeral(text: &str) -> Option<Decimal> {
    if text.len() > 40 {
        return None;
    }
    if text.len() < 10 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse::<u32>().ok().map(Decimal::from);
    }
    let plain: String = text.chars().filter(|ch| !matches!(ch, '\'' | '’')).collect();
    let (points, commas) = (plain.matches('.').count(), plain.matches(',').count());
    let normal = match (points, commas) {
        (0, 0) => plain,
        (0, 1) => plain.replace(',', "."),
        (0, _) => grouped(&plain, ',')?,
        (_, 1) => {
            let (whole, decimals) = plain.split_once(',')?;
            if decimals.contains('.') {
                // "1,234.5", written the English way.
                format!("{whole}{decimals}")
            } else {
                format!("{}.{decimals}", grouped(whole, '.')?)
            }
        }
        (1, 0) => grouped(&plain, '.').unwrap_or(plain),
        (_, 0) => grouped(&plain, '.')?,
        _ => return None,
    };
    Decimal::from_str(&normal).ok()
}

/// The digits without `separator`, if it parts groups of three.
fn grouped(text: &str, separator: char) -> Option<String> {
    let mut groups = text.split(separator);
    let first = groups.next()?;
    if first.is_empty() || first.len() > 3 || first.starts_with('0') {
        return None;
    }
    let mut out = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        out.push_str(group);
    }
    Some(out)
}

/// Ten to a power.
pub(super) fn power_of_ten(power: u8) -> Option<Decimal> {
    Some(Decimal::from_i128_with_scale(10i128.checked_pow(u32::from(power))?, 0))
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn groups_and_decimals() {
        for (text, value) in [
            ("1.200.000", "1200000"),
            ("5.207.324", "5207324"),
            ("3.100", "3100"),
            ("10,6", "10.6"),
            ("4,800", "4.800"),
            ("6.700,54", "6700.54"),
            ("1'200", "1200"),
            ("0.125", "0.125"),
            ("2.50", "2.50"),
            ("1,234,567", "1234567"),
            ("1,234.50", "1234.50"),
        ] {
            assert_eq!(numeral(text).map(|v| v.to_string()).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn versions_and_dates_are_no_numbers() {
        for text in ["1.2.3", "15.12.2016", "15.12.16", "12,34,56", "1,2.3,4"] {
            assert_eq!(numeral(text), None, "{text}");
        }
    }
}
