//! Numbers in digits and words, as they stand in a sentence.

use super::accumulate::{Accumulator, Step};
use super::lexicon::{Key, NumberWord, PLURAL, SCALE};
use super::numeral::{numeral, power_of_ten};
use super::phrase::Scales;
use super::view::View;
use crate::token::Shape;
use rust_decimal::Decimal;

/// A number found in a sentence, before it is known what it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Num {
    /// Its first token.
    pub start: usize,
    /// Just past its last token.
    pub end: usize,
    pub value: Decimal,
    /// Power of ten of the last scale told with it: 9 in "2 milliards", 0 in "2".
    pub power: u8,
    /// "une dizaine", "un gros milliard".
    pub about: bool,
    /// Only "un" or "une", which are mostly articles.
    pub article: bool,
    /// In digits without any grouping or decimals.
    pub plain: bool,
    /// Its value without a last "cents", which may be the coins ("deux dollars et deux cents").
    pub coins: Option<Decimal>,
}

/// The number that begins at a token.
pub(super) fn number_at(view: &View, scales: &Scales, at: usize) -> Option<Num> {
    let mut num = if view.is_number(at) { digits(view, at)? } else { words(view, at)? };
    if num.plain || num.power == 0 && view.is_number(at) {
        abbreviation(view, scales, &mut num);
    }
    about_noun(view, &mut num);
    if num.power == 0 || num.about || view.is_number(at) {
        scale_words(view, &mut num);
    }
    and_half(view, &mut num);
    lower_part(view, &mut num);
    sign(view, &mut num);
    Some(num)
}

fn digits(view: &View, at: usize) -> Option<Num> {
    let first = view.str(at);
    let mut end = at + 1;
    let is_group = |text: &str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit());
    let leads = first.len() <= 3 && first.bytes().all(|b| b.is_ascii_digit()) && !first.starts_with('0');
    let mut whole = String::new();
    while leads && view.is_number(end) && end < at + 10 && is_one_space(view.gap(end)) {
        let text = view.str(end);
        let Some((head, tail)) = text.split_at_checked(3) else { break };
        let decimals = tail.strip_prefix(',').or_else(|| tail.strip_prefix('.'));
        if !is_group(head) || !(tail.is_empty() || decimals.is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()))) {
            break;
        }
        if whole.is_empty() {
            whole.push_str(first);
        }
        whole.push_str(head);
        end += 1;
        if let Some(decimals) = decimals {
            whole.push('.');
            whole.push_str(decimals);
            break;
        }
    }
    let value = if whole.is_empty() { numeral(first)? } else { whole.parse().ok()? };
    let plain = whole.is_empty() && first.bytes().all(|b| b.is_ascii_digit());
    Some(Num { start: at, end, value, power: 0, about: false, article: false, plain, coins: None })
}

/// One space of any kind, the way thousands are parted.
fn is_one_space(gap: &str) -> bool {
    let mut letters = gap.chars();
    matches!(
        (letters.next(), letters.next()),
        (Some(' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2007}' | '\u{2008}'), None)
    )
}

fn step_at(view: &View, at: usize) -> Option<Step> {
    match view.entry(at).number {
        NumberWord::Step(step) => Some(step),
        _ => None,
    }
}

fn words(view: &View, at: usize) -> Option<Num> {
    let entry = view.entry(at);
    let base = Num {
        start: at,
        end: at + 1,
        value: Decimal::ONE,
        power: 0,
        about: false,
        article: false,
        plain: false,
        coins: None,
    };
    match entry.number {
        NumberWord::About(_) => return bare_about(view, base),
        NumberWord::Half => return half_of(view, base),
        NumberWord::Step(Step::Scale(power)) => return whole_scale(view, base, power),
        NumberWord::Step(_) => {}
        NumberWord::None | NumberWord::Point | NumberWord::Quarter => return None,
    }
    if matches!(entry.key, Key::Un | Key::Une) {
        if let Some(num) = after_article(view, base) {
            return Some(num);
        }
    }
    counted(view, base)
}

/// "une dizaine", "un gros milliard", "un demi-million": what the article leads to.
fn after_article(view: &View, base: Num) -> Option<Num> {
    let at = base.start + 1;
    match view.entry(at).number {
        NumberWord::Half => return half_of(view, Num { end: at + 1, ..base }),
        NumberWord::About(_) => return Some(Num { end: at, ..base }),
        _ => {}
    }
    if view.key(at) != Key::Gros {
        return None;
    }
    match view.entry(at + 1).number {
        NumberWord::About(_) => Some(Num { end: at + 1, ..base }),
        NumberWord::Step(Step::Scale(power)) if !view.has(at + 1, PLURAL) => {
            Some(Num { end: at + 2, value: power_of_ten(power)?, power, about: true, ..base })
        }
        _ => None,
    }
}

/// "demi-milliard", "demi-douzaine"; `base` ends after "demi".
fn half_of(view: &View, base: Num) -> Option<Num> {
    let half = Decimal::new(5, 1);
    match view.entry(base.end).number {
        NumberWord::Step(Step::Scale(power)) => {
            let value = power_of_ten(power)?.checked_mul(half)?;
            Some(Num { end: base.end + 1, value, power, ..base })
        }
        NumberWord::About(_) => Some(Num { value: half, ..base }),
        _ => None,
    }
}

/// "la centaine de millions", "cette trentaine": the noun in the singular behind a determiner.
fn bare_about(view: &View, base: Num) -> Option<Num> {
    let before = base.start.wrapping_sub(1);
    let led = matches!(view.key(before), Key::La | Key::Le | Key::Ce | Key::Chaque);
    // "la quinzaine" alone is a fortnight.
    let counts = view.key(base.start + 1) == Key::De;
    (led && counts && !view.has(base.start, PLURAL)).then_some(Num { end: base.start, ..base })
}

/// "le milliard d'euros", "atteindre le million".
fn whole_scale(view: &View, base: Num, power: u8) -> Option<Num> {
    let before = base.start.wrapping_sub(1);
    let led = matches!(view.key(before), Key::Le | Key::Ce | Key::Du | Key::Au | Key::Quelque)
        || view.key(before) == Key::Gros && view.key(before.wrapping_sub(1)) == Key::Le;
    if !led || view.has(base.start, PLURAL) {
        return None;
    }
    Some(Num { value: power_of_ten(power)?, power, ..base })
}

fn counted(view: &View, base: Num) -> Option<Num> {
    let mut acc = Accumulator::default();
    let (mut at, mut power, mut coins) = (base.start, 0, None);
    while let Some(step) = step_at(view, at) {
        let before = acc.value();
        if acc.push(step).is_none() {
            break;
        }
        coins = (step == Step::Hundreds).then(|| decimal(before)).flatten();
        if let Step::Scale(scale) = step {
            power = scale;
        }
        at += 1;
        if view.key(at) == Key::Et && acc.takes_and() && matches!(step_at(view, at + 1), Some(Step::Unit(1 | 11))) {
            at += 1;
        }
    }
    if acc.is_empty() {
        return None;
    }
    let article = at == base.start + 1 && matches!(view.key(base.start), Key::Un | Key::Une);
    let mut num = Num { end: at, value: decimal(acc.value())?, power, article, coins, ..base };
    if view.entry(at).number == NumberWord::Point {
        decimals(view, &mut num);
    }
    Some(num)
}

fn decimal(value: u128) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(i128::try_from(value).ok()?, 0).ok()
}

/// "virgule zéro trois", "virgule deux cent trente-six": the words give the decimals one after the other.
fn decimals(view: &View, num: &mut Num) {
    let mut at = num.end + 1;
    let mut text = String::new();
    while text.len() < 20 {
        let mut acc = Accumulator::default();
        let from = at;
        while let Some(step) = step_at(view, at).filter(|s| !matches!(s, Step::Scale(_))) {
            if acc.push(step).is_none() {
                break;
            }
            at += 1;
            if view.key(at) == Key::Et && acc.takes_and() && step_at(view, at + 1).is_some() {
                at += 1;
            }
        }
        if at == from {
            break;
        }
        text.push_str(&acc.value().to_string());
    }
    let Ok(fraction) = format!("0.{text}").parse::<Decimal>() else { return };
    if let Some(value) = num.value.checked_add(fraction).filter(|_| !text.is_empty()) {
        (num.value, num.end, num.article) = (value, at, false);
    }
}

/// "250M", "7,8 Md", "100K".
fn abbreviation(view: &View, scales: &Scales, num: &mut Num) {
    if !view.has(num.end, SCALE) {
        return;
    }
    let Some(power) = scales.abbreviation(view.str(num.end)) else { return };
    if let Some(value) = power_of_ten(power).and_then(|scale| num.value.checked_mul(scale)) {
        (num.value, num.power, num.plain) = (value, power, false);
        num.end += 1;
    }
}

/// "trois douzaines", "une trentaine".
fn about_noun(view: &View, num: &mut Num) {
    let NumberWord::About(count) = view.entry(num.end).number else { return };
    let exact = num.value != Decimal::ONE;
    if let Some(value) = num.value.checked_mul(Decimal::from(count)) {
        (num.value, num.about, num.article, num.plain) = (value, true, false, false);
        num.end += 1;
        // "une demi-douzaine", "trois douzaines" are exact as numbers go, yet nobody counts money in them.
        num.about |= exact;
    }
}

/// "10 mille", "2,5 milliards", "une centaine de millions".
fn scale_words(view: &View, num: &mut Num) {
    for _ in 0..2 {
        let at = if num.about && view.key(num.end) == Key::De { num.end + 1 } else { num.end };
        let power = match view.entry(at).number {
            NumberWord::Step(Step::Scale(power)) => power,
            NumberWord::Step(Step::Thousand) if num.power == 0 => 3,
            NumberWord::About(1000) if num.about => 3,
            _ => return,
        };
        let Some(value) = power_of_ten(power).and_then(|scale| num.value.checked_mul(scale)) else { return };
        (num.value, num.plain, num.article, num.end) = (value, false, false, at + 1);
        num.power = if power == 3 { num.power } else { power };
    }
}

/// "trois millions et demi", "un milliard et quart", "deux et demi".
fn and_half(view: &View, num: &mut Num) {
    if view.key(num.end) != Key::Et || num.article {
        return;
    }
    let three = step_at(view, num.end + 1) == Some(Step::Unit(3));
    let (hundredths, length) = match view.entry(num.end + 1).number {
        NumberWord::Half => (50, 2),
        NumberWord::Quarter => (25, 2),
        _ if three && view.entry(num.end + 2).number == NumberWord::Quarter => (75, 3),
        _ => return,
    };
    let part = power_of_ten(num.power).and_then(|scale| scale.checked_mul(Decimal::new(hundredths, 2)));
    if let Some(value) = part.and_then(|part| num.value.checked_add(part)) {
        (num.value, num.plain) = (value, false);
        num.end += length;
    }
}

/// "2 millions 500 000", "3 milliards 200 millions": digits that go on below their scale.
fn lower_part(view: &View, num: &mut Num) {
    if num.power < 6 || !view.is_number(num.end) || view.is_glued(num.end) {
        return;
    }
    let Some(mut rest) = digits(view, num.end) else { return };
    scale_words(view, &mut rest);
    let below = power_of_ten(num.power).is_some_and(|scale| rest.value < scale);
    if !below || rest.plain || rest.value < Decimal::ONE_THOUSAND {
        return;
    }
    if let Some(value) = num.value.checked_add(rest.value) {
        (num.value, num.end) = (value, rest.end);
    }
}

/// "-18", "moins vingt-cinq".
fn sign(view: &View, num: &mut Num) {
    let before = num.start.wrapping_sub(1);
    let minus = view.is_one_of(before, "-−–") && view.is_glued(num.start) && is_free(view, before)
        || view.key(before) == Key::Moins && !view.is_number(num.start) && before == view.range.start;
    if minus {
        num.value = -num.value;
        num.start = before;
        num.plain = false;
    } else if view.is_one_of(before, "+") && view.is_glued(num.start) && is_free(view, before) {
        num.start = before;
    }
}

/// Whether a sign stands free of what comes before it.
fn is_free(view: &View, at: usize) -> bool {
    view.token(at).shape.has(Shape::SPACED) || at == view.range.start || view.is_one_of(at.wrapping_sub(1), "(")
}
