//! Numbers that are none: ordinals, clock times, phone numbers, lone articles.

use super::accumulate::Step;
use super::lexicon::{FUNCTION, Key, NumberWord};
use super::money::{Item, Use};
use super::view::View;
use rust_decimal::Decimal;

/// Endings of ordinals in digits.
const ORDINALS: [&str; 14] =
    ["er", "ers", "ère", "ères", "re", "e", "es", "ème", "èmes", "eme", "nd", "nde", "ième", "ieme"];

/// Takes the numbers that are none out of play.
pub(super) fn sift(view: &View, items: &mut [Item]) {
    phones(view, items);
    for item in items.iter_mut().filter(|item| item.unit.is_none()) {
        if is_ordinal(view, item) || is_clock(view, item) || is_model(view, item) {
            item.use_ = Use::Other;
        }
    }
}

/// Whether a number left over is worth telling.
pub(super) fn is_told(view: &View, item: &Item) -> bool {
    let word = view.entry(item.start).number;
    if item.num.article {
        return false;
    }
    if word == NumberWord::Step(Step::Unit(9)) && item.end == item.start + 1 {
        return is_nine(view, item);
    }
    // "les années 1990" are no number of years.
    let decade = item.num.plain && matches!(view.str(item.start.wrapping_sub(1)), "années" | "ans");
    if decade {
        return false;
    }
    // "pour cent" with nothing before it.
    let before = item.start.wrapping_sub(1);
    !(word == NumberWord::Step(Step::Hundred) && item.end == item.start + 1 && view.key(before) == Key::Pour)
}

/// "neuf" is a number before a noun, and means new behind one.
fn is_nine(view: &View, item: &Item) -> bool {
    let before = item.start.wrapping_sub(1);
    let next = view.is_word(item.end) && !view.has(item.end, FUNCTION);
    let led = !view.holds(before) || view.has(before, FUNCTION) || view.is_mark(before);
    next && led || !view.holds(before) && !view.holds(item.end) || view.is_mark(before) && view.is_mark(item.end)
}

fn is_ordinal(view: &View, item: &Item) -> bool {
    item.num.plain && view.is_glued(item.end) && ORDINALS.contains(&view.str(item.end))
}

/// "19h42", "9 h 12", "11:30".
fn is_clock(view: &View, item: &Item) -> bool {
    let at = |i: usize| view.str(i).eq_ignore_ascii_case("h");
    let before = item.start.wrapping_sub(1);
    let hour = at(item.end) && (view.is_glued(item.end) || view.is_number(item.end + 1));
    let minute = at(before) && view.is_number(before.wrapping_sub(1));
    let colon = |mark: usize, other: usize| view.is_one_of(mark, ":") && view.is_glued(mark) && view.is_number(other);
    let pair = colon(item.end, item.end + 1) && view.is_glued(item.end + 1)
        || colon(before, before.wrapping_sub(1)) && view.is_glued(item.start);
    item.num.plain && (hour || minute || pair)
}

/// "5G", "3D", "4K": a capital glued to a small number.
fn is_model(view: &View, item: &Item) -> bool {
    let last = item.end.wrapping_sub(1);
    let scaled = item.num.power == 3 && view.str(last) == "K" && item.num.value < Decimal::from(10_000);
    let letter = view.str(item.end);
    let capital = letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_uppercase());
    scaled || capital && view.is_glued(item.end) && item.num.value < Decimal::ONE_HUNDRED
}

/// "08 11 58 54 41", "01.23.45.67.89": four or more pairs of digits one space or mark apart.
fn phones(view: &View, items: &mut [Item]) {
    let mut from = 0;
    for i in 0..=items.len() {
        let goes_on = i > 0 && i < items.len() && is_pair(view, items.get(i)) && follows(view, items, i);
        if goes_on {
            continue;
        }
        if i - from >= 4 {
            for item in items.iter_mut().skip(from).take(i - from) {
                item.use_ = Use::Other;
            }
        }
        from = i;
    }
}

fn is_pair(view: &View, item: Option<&Item>) -> bool {
    item.is_some_and(|item| item.num.plain && view.str(item.start).len() == 2 && item.unit.is_none())
}

fn follows(view: &View, items: &[Item], i: usize) -> bool {
    let (Some(left), Some(right)) = (items.get(i - 1), items.get(i)) else { return false };
    let marked = right.start == left.end + 1 && view.is_one_of(left.end, "-./") && view.is_glued(right.start);
    is_pair(view, Some(left)) && (right.start == left.end || marked)
}
