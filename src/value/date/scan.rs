//! Finds dates in a sentence.

use super::super::lexicon::{EDGE, FUNCTION, Key, PART_OF_DAY, PLURAL, SHORT, Unit};
use super::super::money::{Item, Use};
use super::super::view::View;
use super::form::{Form, Found, MonthOf};
use super::{digits, relative, year};
use crate::token::Shape;
use crate::types::Date;

/// A sentence being scanned for dates.
pub(super) struct Scan<'v, 'a> {
    pub view: &'v View<'a>,
    pub items: &'v [Item],
    /// Whether "le 13" can lean on a month told before in the section.
    pub month_told: bool,
    pub out: Vec<Found>,
}

impl Scan<'_, '_> {
    /// Finds every date from left to right; `places` are the tokens that one may begin with.
    pub fn run(&mut self, places: &[usize]) {
        let mut free = self.view.range.start;
        for &at in places {
            if at >= free {
                free = self.at(at).max(at + 1);
            }
        }
    }

    /// Reads what begins at a token; gives the token after it.
    fn at(&mut self, at: usize) -> usize {
        let view = self.view;
        let number = view.is_number(at);
        let Some(entry) = view.lexicon.row(view.token(at).word) else {
            return if number { self.numeric(at) } else { at };
        };
        if number {
            return self.numeric(at);
        }
        let found = match () {
            _ if entry.weekday > 0 => self.weekday(at),
            _ if entry.month > 0 => self.month(at),
            _ if entry.day > 0 || entry.key == Key::Ce => relative::deictic(view, at),
            _ if entry.quarter > 0 || entry.half > 0 => relative::short_quarter(view, at),
            _ => None,
        };
        let found = found
            .or_else(|| (entry.ordinal > 0 || entry.shift != 0).then(|| relative::ordinal(view, at)).flatten())
            .or_else(|| (entry.traits & EDGE != 0).then(|| relative::edge(view, at)).flatten())
            .or_else(|| (entry.unit != Unit::None).then(|| relative::unit(self, at)).flatten())
            .or_else(|| (entry.season > 0).then(|| relative::season(view, at)).flatten())
            .or_else(|| relative::ago(self, at));
        match found {
            Some(found) => self.push(found),
            None if entry.ordinal == 1 || self.item(at).is_some() => self.days(at, at, 0),
            None => at,
        }
    }

    pub fn push(&mut self, found: Found) -> usize {
        let end = found.tokens.end;
        let taken = self.items_in(&found).any(|item| matches!(item.use_, Use::Money | Use::Percent));
        if !taken {
            self.month_told |= matches!(found.form, Form::Told(Date::Day { .. } | Date::Month { .. }))
                || matches!(found.form, Form::DayMonth { .. } | Form::Month(_));
            self.out.push(found);
        }
        end
    }

    fn items_in(&self, found: &Found) -> impl Iterator<Item = &Item> {
        let (start, end) = (found.tokens.start, found.tokens.end);
        let first = self.items.partition_point(|item| item.end <= start);
        self.items.iter().skip(first).take_while(move |item| item.start < end)
    }

    /// The number that begins at a token.
    pub fn item(&self, at: usize) -> Option<&Item> {
        let index = self.items.partition_point(|item| item.num.start < at);
        self.items.get(index).filter(|item| item.num.start == at)
    }

    /// Whether a number ends just before a token.
    pub fn item_ending(&self, at: usize) -> bool {
        let index = self.items.partition_point(|item| item.num.end < at);
        self.items.get(index).is_some_and(|item| item.num.end == at && !item.num.article)
    }

    fn numeric(&mut self, at: usize) -> usize {
        if let Some((found, end)) = digits::date(self.view, at, 0) {
            for found in found {
                self.push(found);
            }
            return end;
        }
        if let Some(found) = relative::ordinal(self.view, at).or_else(|| relative::later(self, at)) {
            return self.push(found);
        }
        let end = self.days(at, at, 0);
        if end > at {
            return end;
        }
        match year::lone(self.view, at) {
            Some(year) => self.push(Found::new(at..at + 1, Form::Told(Date::Year(year)))),
            None => at,
        }
    }

    /// "13", "1er", "premier", "vingt-quatre", with the token after it.
    fn day(&self, at: usize) -> Option<(u8, usize)> {
        let view = self.view;
        if view.entry(at).ordinal == 1 {
            return Some((1, at + 1));
        }
        if view.is_number(at) {
            let text = view.str(at);
            let day = text.parse().ok().filter(|day| text.len() <= 2 && (1..=31).contains(day))?;
            let first = day == 1 && view.is_glued(at + 1) && view.str(at + 1) == "er";
            return Some((day, at + 1 + usize::from(first)));
        }
        let item = self.item(at).filter(|item| item.num.power == 0 && !item.num.article)?;
        let day = u8::try_from(item.num.value).ok().filter(|day| (1..=31).contains(day))?;
        Some((day, item.num.end))
    }

    /// Days that share a month: "13 juillet", "13 au 15 juillet", "les 18 et 19 novembre". The first weekday, if told,
    /// stands from `start` on.
    fn days(&mut self, start: usize, at: usize, weekday: u8) -> usize {
        let Some((first, mut end)) = self.day(at) else { return start };
        let (first, mut more) = ((first, weekday, start..end), Vec::new());
        let view = self.view;
        loop {
            if let Some((month, year, shift)) = self.month_of(end) {
                let days: Vec<_> = std::iter::once(first).chain(more).collect();
                return self.push_days(&days, month, year, shift);
            }
            if more.len() > 4 {
                break;
            }
            let Some((day, weekday, from, to)) = self.next_day(end) else { break };
            more.push((day, weekday, from..to));
            end = to;
        }
        // No month: "mardi 14", or "le 13" after a date.
        let (day, weekday, tokens) = first;
        let free = !view.holds(tokens.end)
            || view.is_mark(tokens.end) && !view.is_one_of(tokens.end, "%°/-–:")
            || view.has(tokens.end, FUNCTION) && !matches!(view.key(tokens.end), Key::De | Key::Plus);
        let led = matches!(view.key(at.wrapping_sub(1)), Key::Le | Key::Du | Key::Au);
        if weekday > 0 && free {
            return self.push(Found::new(tokens, Form::WeekdayDay(weekday, day)));
        }
        let digits = view.is_number(at) && view.str(at.wrapping_sub(1)).len() > 1;
        if self.month_told && led && free && digits && weekday == 0 {
            return self.push(Found::new(tokens, Form::DayOnly(day)));
        }
        start
    }

    /// "au 15", "et le 19", "-15", "/18": another day of the same month.
    fn next_day(&self, end: usize) -> Option<(u8, u8, usize, usize)> {
        let view = self.view;
        let linked = matches!(view.key(end), Key::A | Key::Au | Key::Et | Key::Ou)
            || view.is_dash(end)
            || view.is_one_of(end, "/,");
        if !linked {
            return None;
        }
        let mut from = end + 1;
        from += usize::from(matches!(view.key(from), Key::Le | Key::Du | Key::Au));
        let weekday = view.entry(from).weekday;
        let (day, to) = self.day(from + usize::from(weekday > 0))?;
        Some((day, weekday, from, to))
    }

    /// The month after a day: its number or a shift, its year, and where it ends.
    fn month_of(&self, at: usize) -> Option<(MonthOf, usize, Found)> {
        let view = self.view;
        if let Some((month, end)) = month_at(view, at) {
            let mut tail = Found::new(at..end, Form::Month(month));
            let year = year::after(view, &mut tail);
            return Some((MonthOf::Named(month, year), tail.tokens.end, tail));
        }
        let of = view.key(at) == Key::Du && view.entry(at + 1).unit == Unit::Month;
        let shift = view.entry(at + 2).shift;
        (of && shift != 0).then(|| (MonthOf::Shifted(shift), at + 3, Found::new(at..at + 3, Form::Month(0))))
    }

    fn push_days(
        &mut self,
        days: &[(u8, u8, std::ops::Range<usize>)],
        month: MonthOf,
        end: usize,
        tail: Found,
    ) -> usize {
        for (i, (day, weekday, tokens)) in days.iter().enumerate() {
            let form = match month {
                MonthOf::Shifted(shift) => Form::DayOf(*day, shift),
                MonthOf::Named(month, Some(year)) => {
                    let date = Date::Day { year, month, day: *day };
                    if date.to_civil().is_none() {
                        continue;
                    }
                    Form::Told(date)
                }
                MonthOf::Named(month, None) => Form::DayMonth { day: *day, month, weekday: *weekday },
            };
            let last = i + 1 == days.len();
            let tokens = if last { tokens.start..end } else { tokens.clone() };
            self.push(Found { tokens, form, ..tail.clone() });
        }
        end
    }

    /// "mars 2024", "mai dernier", "juin", "juin-août 1992".
    fn month(&mut self, at: usize) -> Option<Found> {
        let view = self.view;
        let (first, last) = (view.entry(at).month, view.entry(at).to_month);
        if last > 0 {
            let year = year::at(view, at + 1)?;
            let from = Date::Month { year: year - i16::from(first > last), month: first };
            self.push(Found::new(at..at + 1, Form::Told(from)));
            return Some(Found::new(at..at + 2, Form::Told(Date::Month { year, month: last })));
        }
        let (month, end) = month_at(view, at)?;
        let mut found = Found::new(at..end, Form::Month(month));
        let year = year::after(view, &mut found);
        let told = year.is_some() || found.shift != 0 || found.year_shift.is_some();
        let before = view.key(at.wrapping_sub(1));
        let led = matches!(before, Key::En | Key::Depuis | Key::Des1 | Key::Avant | Key::Apres | Key::Jusqu)
            || view.has(at.wrapping_sub(1), EDGE)
            || before == Key::De
                && (view.entry(at.wrapping_sub(2)).unit == Unit::Month || view.has(at.wrapping_sub(2), EDGE));
        let capital = view.token(at).shape.has(Shape::CAPITAL);
        let whole = view.range.len() <= 2;
        let short = view.has(at, SHORT);
        if !(told || led && !short || !capital && !short || whole && !short) {
            return None;
        }
        if let Some(year) = year {
            found.form = Form::Told(Date::Month { year, month });
        }
        found.tokens.start -= usize::from(view.str(at.wrapping_sub(1)).eq_ignore_ascii_case("mi-"));
        Some(found)
    }

    /// "mardi", "mardi 14 mai 2024", "lundi de la semaine prochaine".
    fn weekday(&mut self, at: usize) -> Option<Found> {
        let view = self.view;
        let entry = view.entry(at);
        let mut end = at + 1;
        let short = entry.traits & SHORT != 0;
        end += usize::from(short && view.is_one_of(end, ".") && view.is_glued(end));
        let day_at = end + usize::from(view.is_one_of(end, ","));
        if let Some((mut founds, _)) = digits::date(view, day_at, entry.weekday) {
            let mut found = if founds.len() == 1 { founds.pop()? } else { return None };
            found.tokens.start = at;
            return Some(found);
        }
        let count = self.out.len();
        let after = self.days(at, day_at, entry.weekday);
        if after > at && self.out.len() > count {
            // Already told; the last is handed back to be pushed again.
            return self.out.pop();
        }
        if short {
            return None;
        }
        self.lone_weekday(at, end)
    }

    fn lone_weekday(&self, at: usize, mut end: usize) -> Option<Found> {
        let view = self.view;
        let weekday = view.entry(at).weekday;
        let before = at.wrapping_sub(1);
        let capital = |at: usize| view.token(at).shape.has(Shape::CAPITAL);
        // "La Tribune Dimanche" is a newspaper.
        let name = capital(at) && capital(before) && view.is_word(before) && before != view.range.start;
        if view.has(at, PLURAL) || view.key(before) == Key::Chaque || name {
            return None;
        }
        while view.has(end, PART_OF_DAY) {
            end += 1;
        }
        let mut found = Found::new(at..end, Form::Weekday(weekday));
        if let Some((shift, to)) = relative::of_week(view, end) {
            (found.form, found.tokens.end) = (Form::WeekdayOf(weekday, shift), to);
            return Some(found);
        }
        let shift = view.entry(end).shift;
        if shift != 0 {
            (found.shift, found.tokens.end) = (shift, end + 1);
            return Some(found);
        }
        // "le lundi" alone is said of every Monday.
        let habit = view.key(before) == Key::Le;
        (!habit).then_some(found)
    }
}

/// The month named at a token, with the point of its abbreviation.
pub(super) fn month_at(view: &View, at: usize) -> Option<(u8, usize)> {
    let entry = view.entry(at);
    if entry.month == 0 {
        return None;
    }
    let dotted = entry.traits & SHORT != 0 && view.is_one_of(at + 1, ".") && view.is_glued(at + 1);
    Some((entry.month, at + 1 + usize::from(dotted)))
}
