//! Dates: found in each sentence, then placed in the calendar once the publication date is known.

mod calendar;
mod digits;
mod form;
mod relative;
mod resolve;
mod scan;
mod tense;
mod year;

use super::Values;
use super::lexicon::{EDGE, Key, Lexicon};
use super::money::{Item, Use};
use super::view::View;
use crate::token::Tokens;
use crate::types::{Date, DateMention};
use form::{Form, Found};
use resolve::Now;
use rustc_hash::FxHashMap;
use scan::Scan;
use std::ops::Range;

/// A date with the place that it was found in.
struct Placed {
    found: Found,
    sentence: Range<usize>,
    paragraph: usize,
}

/// Gathers the dates of a text.
pub(super) struct Reader<'f> {
    future: Option<&'f dyn Fn(usize) -> bool>,
    placed: Vec<Placed>,
    /// The paragraph of the last date that told a month.
    month_in: Option<usize>,
    published: Option<Date>,
}

impl<'f> Reader<'f> {
    pub fn new(future: Option<&'f dyn Fn(usize) -> bool>) -> Self {
        Self { future, placed: Vec::new(), month_in: None, published: None }
    }

    /// Finds the dates of a sentence, and takes their numbers out of play. `places` are the tokens that one may begin with.
    pub fn read(&mut self, view: &View, places: &[usize], paragraph: usize, items: &mut [Item]) {
        let month_told = self.month_in == Some(paragraph);
        let mut scan = Scan { view, items, month_told, out: Vec::new() };
        scan.run(places);
        if scan.month_told {
            self.month_in = Some(paragraph);
        }
        let mut found = scan.out;
        share_years(view, &mut found);
        if self.published.is_none() {
            self.published = found.iter().find_map(|found| publication(view, found));
        }
        for found in found {
            claim(items, &found.tokens);
            self.placed.push(Placed { found, sentence: view.range.clone(), paragraph });
        }
    }

    /// Places the dates in the calendar and adds them to the values.
    pub fn resolve(self, tokens: &Tokens, lexicon: &Lexicon, published: Option<Date>, values: &mut Values) {
        values.published = published.or(self.published);
        let today = values.published.and_then(Date::to_civil);
        let mut last: Option<(usize, Date)> = None;
        let mut days: FxHashMap<(u8, u8), i16> = FxHashMap::default();
        for Placed { found, sentence, paragraph } in self.placed {
            let view = View { tokens, lexicon, range: sentence };
            let near = last.filter(|(at, _)| *at == paragraph).map(|(_, date)| date);
            let now = Now { today, last: near };
            let ahead = || tense::is_ahead(&view, &found, self.future);
            let Some(mut value) = resolve::resolve(&found, now, ahead) else { continue };
            // The same day told again without its year is the same day.
            if let Some((month, day, year)) = known_day(&found, &days) {
                value = Date::Day { year, month, day };
            }
            if let Date::Day { year, month, day } = value {
                days.entry((month, day)).or_insert(year);
            }
            last = Some((paragraph, value));
            values.dates.push(DateMention { span: tokens.span(found.tokens.clone()), value });
            values.tokens.dates.push(found.tokens);
        }
    }
}

/// The year of a day told before, where it is told again without.
fn known_day(found: &Found, days: &FxHashMap<(u8, u8), i16>) -> Option<(u8, u8, i16)> {
    let Form::DayMonth { day, month, weekday: 0 } = found.form else { return None };
    let year = *days.get(&(month, day)).filter(|_| found.shift == 0 && found.year_shift.is_none())?;
    Some((month, day, year))
}

fn claim(items: &mut [Item], tokens: &Range<usize>) {
    let first = items.partition_point(|item| item.end <= tokens.start);
    for item in items.iter_mut().skip(first).take_while(|item| item.start < tokens.end) {
        if item.use_ == Use::Free {
            item.use_ = Use::Other;
        }
    }
}

/// "de mai à octobre 2020", "du 5 novembre au 5 février 2017": the year told once serves both ends.
fn share_years(view: &View, found: &mut [Found]) {
    for i in (1..found.len()).rev() {
        let Some([left, right]) = found.get_mut(i - 1..=i) else { continue };
        let Form::Told(end) = right.form else { continue };
        let Some(month) = end.month().filter(|_| linked(view, left.tokens.end, right.tokens.start)) else { continue };
        let year = |first: u8| end.year() - i16::from(first > month);
        match left.form {
            Form::DayMonth { day, month, .. } => {
                let date = Date::Day { year: year(month), month, day };
                if date.to_civil().is_some() {
                    left.form = Form::Told(date);
                }
            }
            Form::Month(month) if left.shift == 0 => left.form = Form::Told(Date::Month { year: year(month), month }),
            _ => {}
        }
    }
}

/// Whether only words that join two dates stand between them.
fn linked(view: &View, from: usize, to: usize) -> bool {
    let joins = |at: usize| {
        matches!(
            view.key(at),
            Key::A | Key::Au | Key::Et | Key::Jusqu | Key::Le | Key::La | Key::De | Key::Du | Key::En
        ) || view.is_dash(at)
            || view.is_one_of(at, "/")
            || view.has(at, EDGE)
    };
    to > from && to - from <= 4 && (from..to).all(joins)
}

/// The date of publication, if a full date stands where one is told: in a line of its own, after "Publié le", before a
/// clock time, or in a dateline ("PARIS, 25 mars 2024 (Agence) – …").
fn publication(view: &View, found: &Found) -> Option<Date> {
    let Form::Told(date @ Date::Day { .. }) = found.form else { return None };
    let (start, end) = (found.tokens.start, found.tokens.end);
    let outside = view.range.len() - found.tokens.len();
    let early = start - view.range.start <= 8;
    let told = (view.range.start..start).any(|at| view.key(at) == Key::Publie);
    let line = outside <= 3 || outside <= 12 && view.key(view.range.start) == Key::Par;
    let clock = (end..end + 3)
        .any(|at| view.is_number(at) && (view.str(at + 1).eq_ignore_ascii_case("h") || view.is_one_of(at + 1, ":")));
    let place = view.str(view.range.start);
    let capitals = place.len() > 2 && place.chars().all(|ch| !ch.is_lowercase());
    let dateline = capitals && (view.is_one_of(end, "(") || view.is_dash(end)) && early;
    (told || line || clock && outside <= 24 || dateline).then_some(date)
}
