//! Amounts whose currency stands beside them.

use super::bound::Cues;
use super::currency::{Currencies, Name};
use super::lexicon::{CURRENCY, EDGE, Key};
use super::number::{Num, number_at};
use super::numeral::{numeral, power_of_ten};
use super::range::{Link, is_change, link, lower_scale};
use super::view::View;
use crate::token::Shape;
use crate::types::{Bound, Currency, Per, Quantity};
use rust_decimal::Decimal;
use std::ops::Range;

/// Whose money it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// As written beside the number.
    Named(Name),
    /// Told by a coin ("470 pence").
    Coin(Currency),
    /// Left to what the text tells elsewhere.
    Untold,
}

/// An amount before its currency is settled.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    /// From the first word that hedges it to its last word.
    pub tokens: Range<usize>,
    /// The words that carry it.
    pub words: Range<usize>,
    pub quantity: Quantity,
    pub power: u8,
    pub unit: Unit,
    pub bound: Bound,
    pub per: Option<Per>,
}

/// A number with the tokens that its unit takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub num: Num,
    pub start: usize,
    pub end: usize,
    pub unit: Option<Unit>,
    pub use_: Use,
}

/// What a number turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Free,
    Money,
    Percent,
    /// Part of a date, a phone number, an ordinal, …
    Other,
}

/// All numbers of a sentence, with the currencies beside them. `places` are the tokens that one may begin with.
pub(super) fn items(view: &View, places: &[usize], currencies: &Currencies, items: &mut Vec<Item>) {
    items.clear();
    let mut free = view.range.start;
    for &at in places {
        if at < free {
            continue;
        }
        let token = view.token(at);
        let number = token.shape.has(Shape::NUMBER);
        let known = || view.entry(at).number != super::lexicon::NumberWord::None;
        let floor = items.last().map_or(view.range.start, |item| item.end);
        let found = if number || known() {
            number_at(view, &currencies.scales, at).map(|num| item(view, currencies, num, floor))
        } else if token.shape.has(Shape::DIGITS) {
            glued_code(view, currencies, at)
        } else {
            None
        };
        if let Some(item) = found {
            free = item.end;
            items.push(item);
        }
    }
}

fn item(view: &View, currencies: &Currencies, num: Num, floor: usize) -> Item {
    let num = if num.start < floor { Num { start: num.start + 1, value: num.value.abs(), ..num } } else { num };
    let mut item = Item { num, start: num.start, end: num.end, unit: None, use_: Use::Free };
    let before = prefix(view, currencies, num.start, floor);
    let glued = before.is_some() && view.is_glued(num.start);
    if !glued {
        suffix(view, currencies, &mut item);
    }
    if let (None, Some((name, start))) = (item.unit, before) {
        (item.unit, item.start) = (Some(Unit::Named(name)), start);
    }
    if let Some(Unit::Named(_)) = item.unit {
        coins(view, currencies, &mut item);
    } else if item.unit.is_none() {
        bare_coin(view, currencies, &mut item);
    }
    item
}

/// A symbol or code just before a number: "$75 millions", "CHF 2,5 milliards".
fn prefix(view: &View, currencies: &Currencies, start: usize, floor: usize) -> Option<(Name, usize)> {
    (1..=3usize).rev().find_map(|length| {
        let from = start.checked_sub(length).filter(|from| *from >= floor)?;
        let letters = view.str(from);
        let upper = letters.chars().all(|ch| ch.is_uppercase() || !ch.is_alphabetic());
        if !view.has(from, CURRENCY) || !upper {
            return None;
        }
        let (name, found) = currencies.at(view, from)?;
        (found == length).then_some((name, from))
    })
}

/// A name, symbol or code after a number: "14 milliards de dollars", "250 M€".
fn suffix(view: &View, currencies: &Currencies, item: &mut Item) {
    let num = &item.num;
    let mut at = num.end;
    if let Some((power, name)) = currencies.scales.with_currency(view.str(at)).filter(|_| view.has(at, CURRENCY)) {
        if let Some(value) = power_of_ten(power).and_then(|scale| item.num.value.checked_mul(scale)) {
            (item.num.value, item.num.power) = (value, power);
            (item.unit, item.end) = (Some(Unit::Named(name)), at + 1);
        }
        return;
    }
    if (num.power > 0 || num.about || num.value >= Decimal::ONE_THOUSAND) && view.key(at) == Key::De {
        at += 1;
    }
    if !view.has(at, CURRENCY) {
        return;
    }
    let Some((name, length)) = currencies.at(view, at) else { return };
    if currencies.is_scaled(name) && num.value < Decimal::ONE_THOUSAND {
        return;
    }
    (item.unit, item.end) = (Some(Unit::Named(name)), at + length);
    // "150 millions de $ USD" tells it twice.
    if let Some((_, again)) = currencies.at(view, item.end).filter(|_| !view.is_word(at)) {
        if !view.is_number(item.end + again) {
            item.end += again;
        }
    }
}

/// "15 dollars et 15 cents", "deux dollars vingt", "15 dollars 50".
fn coins(view: &View, currencies: &Currencies, item: &mut Item) {
    let num = item.num;
    if num.power > 0 || num.about || !num.value.fract().is_zero() {
        return;
    }
    let joined = view.key(item.end) == Key::Et;
    let at = item.end + usize::from(joined);
    let Some(small) = number_at(view, &currencies.scales, at).filter(|n| n.start == at && n.power == 0 && !n.about)
    else {
        return;
    };
    let named = currencies.minor_at(view, small.end).map(|(_, length)| small.end + length);
    let (value, end) = match (named, small.coins) {
        (Some(end), _) => (small.value, end),
        (None, Some(value)) => (value, small.end),
        (None, None) if !joined && !small.article && is_closed(view, small.end) && view.is_word(item.end - 1) => {
            (small.value, small.end)
        }
        _ => return,
    };
    if value >= Decimal::ONE_HUNDRED || !value.fract().is_zero() {
        return;
    }
    if let Some(total) = value.checked_div(Decimal::ONE_HUNDRED).and_then(|cents| num.value.checked_add(cents)) {
        (item.num.value, item.end) = (total, end);
    }
}

/// "470 pence", "50 centimes d'euro".
fn bare_coin(view: &View, currencies: &Currencies, item: &mut Item) {
    let Some((alone, length)) = currencies.minor_at(view, item.end) else { return };
    let end = item.end + length;
    let named = (view.key(end) == Key::De).then(|| currencies.at(view, end + 1)).flatten();
    let (unit, end) = match (named, alone) {
        (Some((name, length)), _) => (Unit::Named(name), end + 1 + length),
        (None, Some(currency)) => (Unit::Coin(currency), end),
        _ => return,
    };
    if let Some(value) = item.num.value.checked_div(Decimal::ONE_HUNDRED) {
        (item.num.value, item.unit, item.end) = (value, Some(unit), end);
    }
}

/// Whether nothing that could be counted stands at a token.
fn is_closed(view: &View, at: usize) -> bool {
    !view.holds(at) || view.is_mark(at)
}

/// "EUR29,99", "USD1": a code that the digits follow without a space.
fn glued_code(view: &View, currencies: &Currencies, at: usize) -> Option<Item> {
    let (code, digits) = view.str(at).split_at_checked(3)?;
    let known = currencies.code(code)?;
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut text = digits.to_owned();
    let mut end = at + 1;
    while view.is_one_of(end, ".,") && view.is_number(end + 1) && view.is_glued(end) && view.is_glued(end + 1) {
        text.push_str(view.str(end));
        text.push_str(view.str(end + 1));
        end += 2;
    }
    let value = numeral(&text)?;
    let num = Num { start: at, end, value, power: 0, about: false, article: false, plain: false, coins: None };
    Some(Item { num, start: at, end, unit: Some(Unit::Named(known)), use_: Use::Free })
}

/// The amounts of a sentence whose currency stands beside them, and those that share it.
pub(super) fn amounts(view: &View, cues: &Cues, items: &mut [Item]) -> Vec<Raw> {
    let mut out = Vec::new();
    let mut i = items.len();
    while i > 0 {
        i -= 1;
        let Some(item) = items.get(i).copied() else { break };
        let Some(unit) = item.unit.filter(|_| item.use_ == Use::Free) else { continue };
        let from = chain(view, cues, items, i);
        let members = items.get_mut(from..=i).unwrap_or(&mut []);
        for member in members.iter_mut() {
            member.use_ = Use::Money;
        }
        let mut told = group(view, cues, members, unit);
        told.reverse();
        out.append(&mut told);
        i = from;
    }
    out.reverse();
    out
}

/// The first of the numbers that share the unit of number `last`: "10" in "entre 10 et 15 M€".
fn chain(view: &View, cues: &Cues, items: &[Item], last: usize) -> usize {
    let mut from = last;
    let mut listing = false;
    while let Some((left, right)) = pair(items, from) {
        if left.use_ != Use::Free || left.unit.is_some() && from != last || is_year_told(view, left) {
            break;
        }
        let (_, start) = cues.before(view, right.start);
        match link(view, left.end, right.start).or_else(|| link(view, left.end, start)) {
            Some(Link::And | Link::Or) if from == last || listing => listing = true,
            Some(Link::Comma) if listing && left.unit.is_none() => {}
            Some(Link::To) if from == last => {
                from -= 1;
                break;
            }
            _ => break,
        }
        if left.unit.is_some() && !is_entre(view, cues, left) {
            break;
        }
        from -= 1;
    }
    from
}

fn pair(items: &[Item], right: usize) -> Option<(&Item, &Item)> {
    Some((items.get(right.checked_sub(1)?)?, items.get(right)?))
}

fn is_entre(view: &View, cues: &Cues, item: &Item) -> bool {
    let (_, from) = cues.before(view, item.start);
    view.key(from.wrapping_sub(1)) == Key::Entre
}

/// "en 2019": a year that a list of amounts must not take.
fn is_year_told(view: &View, item: &Item) -> bool {
    let before = item.start.wrapping_sub(1);
    let told = view.key(before) == Key::En || view.entry(before).month > 0 || view.has(before, EDGE);
    item.num.plain && item.unit.is_none() && told
}

/// The amounts that numbers with one unit make: a range, or each its own.
fn group(view: &View, cues: &Cues, members: &[Item], unit: Unit) -> Vec<Raw> {
    let Some(last) = members.last() else { return Vec::new() };
    if let [low, high] = members {
        if let Some(range) = range(view, cues, low, high, unit) {
            return vec![range];
        }
    }
    let mut out: Vec<Raw> = Vec::new();
    for member in members {
        let (value, power) = lower_scale(&member.num, &last.num, member.unit.is_some(), false);
        out.push(single(view, cues, member, value, power, member.unit.unwrap_or(unit)));
    }
    out
}

/// "entre 10 et 15 M€", "de 800 millions à 1,2 milliard d'euros", "10–15 €".
fn range(view: &View, cues: &Cues, low: &Item, high: &Item, unit: Unit) -> Option<Raw> {
    let (_, hedged) = cues.before(view, low.start);
    let before = hedged.wrapping_sub(1);
    let opened = view.key(before);
    let (_, right) = cues.before(view, high.start);
    match link(view, low.end, high.start).or_else(|| link(view, low.end, right))? {
        Link::And if opened == Key::Entre => {}
        Link::To if opened != Key::De || !is_change(view, before) => {}
        _ => return None,
    }
    let (min, _) = lower_scale(&low.num, &high.num, low.unit.is_some(), true);
    let max = high.num.value;
    if min >= max {
        return None;
    }
    let entre = opened == Key::Entre;
    let words = if entre { before } else { low.start }..high.end;
    let end = cues.after(view, high.end).map_or(high.end, |(_, end)| end);
    let first = if entre { before } else { hedged };
    let (_, first) = cues.before(view, first);
    Some(Raw {
        tokens: first..end,
        words,
        quantity: Quantity::Range { min, max },
        power: high.num.power,
        unit,
        bound: Bound::Range,
        per: cues.per(view, high.end).map(|(per, _)| per),
    })
}

/// One amount by itself.
pub(super) fn single(view: &View, cues: &Cues, item: &Item, value: Decimal, power: u8, unit: Unit) -> Raw {
    let (before, first) = cues.before(view, item.start);
    let after = cues.after(view, item.end);
    let bound = before.or(after.map(|(bound, _)| bound));
    let plain = if item.num.about { Bound::Approximate } else { Bound::Exact };
    Raw {
        tokens: first..after.map_or(item.end, |(_, end)| end),
        words: item.start..item.end,
        quantity: Quantity::Single { value },
        power,
        unit,
        bound: bound.unwrap_or(plain),
        per: cues.per(view, item.end).map(|(per, _)| per),
    }
}
