//! Amounts that leave out their currency, and those that leave out their scale too.

use super::bound::Cues;
use super::lexicon::{COUNTED, FUNCTION, Key, MONEY_NOUN, PAST};
use super::money::{Item, Raw, Unit, Use, single};
use super::numeral::power_of_ten;
use super::range::{Link, is_change, link, lower_scale};
use super::view::View;
use crate::types::{Bound, Quantity};
use rust_decimal::Decimal;

/// Finds the amounts among a sentence's numbers that nothing else has taken. `out` holds those with a currency, and
/// `before` tells the scale of the last amount of the sentence before.
pub(super) fn amounts(view: &View, cues: &Cues, items: &mut [Item], out: &mut Vec<Raw>, before: u8) {
    if !(view.range.start..view.range.end).any(|at| is_context(view, items, at)) {
        return;
    }
    let mut last = Last { power: before, here: false, counted: false, topic: view.range.start };
    let mut told = std::mem::take(out).into_iter().peekable();
    let mut i = 0;
    while i < items.len() {
        let Some(item) = items.get(i).copied() else { break };
        while let Some(raw) = told.next_if(|raw| raw.words.start <= item.start) {
            last.amount(raw.power);
            out.push(raw);
        }
        let taken = match item.use_ {
            Use::Free if item.num.power >= 6 => scaled(view, cues, items, i, &mut last, out),
            Use::Free => elided(view, cues, items, i, &mut last, out),
            _ => 0,
        };
        for taken in items.iter_mut().skip(i + 1 - taken.min(i + 1)).take(taken) {
            taken.use_ = Use::Money;
        }
        i += 1;
    }
    out.extend(told);
    out.sort_by_key(|raw| raw.words.start);
}

/// What the sentence has told so far.
struct Last {
    power: u8,
    /// An amount stands before in this very sentence.
    here: bool,
    /// The last large number counted things.
    counted: bool,
    /// From where on nouns of things counted have not been looked for.
    topic: usize,
}

impl Last {
    fn amount(&mut self, power: u8) {
        (self.power, self.here, self.counted) = (power, true, false);
    }
}

/// A word that is no part of the numbers: without any, a number is just a number.
fn is_context(view: &View, items: &[Item], at: usize) -> bool {
    let index = items.partition_point(|item| item.end <= at);
    view.is_word(at) && items.get(index).is_none_or(|item| item.start > at)
}

/// "14 milliards": how many numbers, up to this one, are money.
fn scaled(view: &View, cues: &Cues, items: &[Item], i: usize, last: &mut Last, out: &mut Vec<Raw>) -> usize {
    let Some(item) = items.get(i) else { return 0 };
    let topic = (last.topic.max(item.start.saturating_sub(12))..item.start).any(|at| view.has(at, COUNTED));
    last.topic = item.end;
    last.counted |= topic;
    if counts(view, item.end) {
        last.counted = true;
        return 0;
    }
    if last.counted {
        return 0;
    }
    last.amount(item.num.power);
    if let Some((raws, taken)) = with_left(view, cues, items, i) {
        out.extend(raws);
        return taken;
    }
    out.push(single(view, cues, item, item.num.value, item.num.power, Unit::Untold));
    1
}

/// "de 10 à 20 milliards", "200 et 135 millions", without a currency.
fn with_left(view: &View, cues: &Cues, items: &[Item], i: usize) -> Option<(Vec<Raw>, usize)> {
    let (low, high) = (items.get(i.checked_sub(1)?)?, items.get(i)?);
    if low.use_ != Use::Free || low.num.power > 0 {
        return None;
    }
    let link = link(view, low.end, high.start)?;
    let (_, hedged) = cues.before(view, low.start);
    let before = hedged.wrapping_sub(1);
    let opened = view.key(before);
    let year = low.num.plain && matches!(view.key(low.start.wrapping_sub(1)), Key::En);
    let range = match link {
        Link::And => opened == Key::Entre,
        Link::To => opened != Key::De || !is_change(view, before),
        Link::Or | Link::Comma => false,
    };
    let (value, power) = lower_scale(&low.num, &high.num, false, range);
    if year || link == Link::Comma || value >= high.num.value && range {
        return None;
    }
    let right = single(view, cues, high, high.num.value, high.num.power, Unit::Untold);
    if !range {
        return Some((vec![single(view, cues, low, value, power, Unit::Untold), right], 2));
    }
    let first = if opened == Key::Entre { before } else { hedged };
    let quantity = Quantity::Range { min: value, max: high.num.value };
    let start = if opened == Key::Entre { before } else { low.start };
    let words = start..high.end;
    Some((vec![Raw { tokens: first..right.tokens.end, words, quantity, bound: Bound::Range, ..right }], 2))
}

/// Whether the words after a large number name what it counts ("2 millions de visiteurs").
fn counts(view: &View, end: usize) -> bool {
    if view.has(end, COUNTED) {
        return true;
    }
    if view.key(end) != Key::De {
        return false;
    }
    let next = end + 1;
    let money = view.has(next, MONEY_NOUN) || matches!(view.key(next), Key::Plus | Key::Moins | Key::Ici);
    !money && view.holds(next)
}

/// "environ 104", "et 30 à celle de", "une trentaine": small numbers after an amount that tells their scale.
fn elided(view: &View, cues: &Cues, items: &[Item], i: usize, last: &mut Last, out: &mut Vec<Raw>) -> usize {
    let Some(item) = items.get(i) else { return 0 };
    let small = item.num.value >= Decimal::ONE && item.num.value < Decimal::ONE_THOUSAND && !item.num.article;
    let last_one = items.get(i + 1).is_none_or(|next| link(view, item.end, next.start).is_none());
    if last.power < 6 || last.counted || !small || !last_one || !is_followed_freely(view, item.end) {
        return 0;
    }
    let (bound, from) = cues.before(view, item.start);
    let pronoun = has_pronoun(view, from);
    if !(pronoun || last.here && bound.is_none() && is_second_part(view, from)) {
        return 0;
    }
    let Some(value) = power_of_ten(last.power).and_then(|scale| scale.checked_mul(item.num.value)) else { return 0 };
    out.push(single(view, cues, item, value, last.power, Unit::Untold));
    last.amount(last.power);
    1
}

/// Whether nothing countable follows: the sentence ends, or goes on with a preposition.
fn is_followed_freely(view: &View, end: usize) -> bool {
    if view.is_mark(end) {
        return !view.is_one_of(end, "%°/-–€$£)");
    }
    let key = view.key(end);
    !view.holds(end) || view.has(end, FUNCTION) && !matches!(key, Key::De | Key::Et | Key::Ou | Key::Plus | Key::Moins)
}

/// "… en a obtenu 160": the pronoun that stands for the amount's unit, and its verb.
fn has_pronoun(view: &View, from: usize) -> bool {
    (2..=6usize).any(|back| {
        let at = from.wrapping_sub(back);
        view.key(at) == Key::En && is_verb(view, at + 1) && !(at + 1..from).any(|t| view.is_number(t))
    })
}

fn is_verb(view: &View, at: usize) -> bool {
    const ENDS: [&str; 6] = ["ait", "aient", "ra", "ront", "rait", "ent"];
    let word = view.str(at);
    let small = word.chars().all(char::is_lowercase);
    view.has(at, PAST) || small && word.len() > 4 && ENDS.iter().any(|end| word.ends_with(end))
}

/// "60 millions à la charge de l'une et 30 à celle de l'autre".
fn is_second_part(view: &View, from: usize) -> bool {
    matches!(view.key(from.wrapping_sub(1)), Key::Et | Key::Dont | Key::Contre)
}
