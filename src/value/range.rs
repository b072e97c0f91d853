//! How two numbers stand together.

use super::lexicon::Key;
use super::number::Num;
use super::numeral::power_of_ten;
use super::view::View;
use rust_decimal::Decimal;

/// What stands between two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// "à", or a dash.
    To,
    And,
    Or,
    Comma,
}

/// What the tokens from `end` up to `start` say, if they are one link and nothing else.
pub(super) fn link(view: &View, end: usize, start: usize) -> Option<Link> {
    if start != end + 1 {
        return None;
    }
    Some(match view.key(end) {
        Key::A | Key::Au => Link::To,
        Key::Et => Link::And,
        Key::Ou => Link::Or,
        _ if view.is_dash(end) => Link::To,
        _ if view.is_one_of(end, ",") => Link::Comma,
        _ => return None,
    })
}

/// The value of `left` where `right` tells the scale of both: 10 millions in "de 10 à 20 millions"; 900 millions in
/// "entre 900 et 1,2 milliard", which only a range allows. `told` says that `left` has a unit of its own.
pub(super) fn lower_scale(left: &Num, right: &Num, told: bool, range: bool) -> (Decimal, u8) {
    if told || left.power > 0 || right.power == 0 || left.value >= Decimal::ONE_THOUSAND {
        return (left.value, left.power);
    }
    let scaled = |power: u8| power_of_ten(power).and_then(|scale| left.value.checked_mul(scale));
    match (scaled(right.power), right.power.checked_sub(3).and_then(scaled)) {
        (Some(same), Some(lower))
            if range && same > right.value && lower <= right.value && left.value >= Decimal::ONE_HUNDRED =>
        {
            (lower, right.power - 3)
        }
        (Some(same), _) => (same, right.power),
        _ => (left.value, left.power),
    }
}

/// Stems of verbs and nouns of change, from `grammar/values/change.tsv`.
const STEMS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/values/change.tsv"));

/// What may follow a stem in a verb's form.
const ENDINGS: &str = "|e|es|ent|é|ée|és|ées|er|ant|ait|aient|a|era|eront|erait|eraient|èrent|i|ie|is|ies|it|ir|ira|iront|\
     issant|u|ue|us|ues|re|t|te|sant|sent|se|d|dre|dra|aître|aîtra|ons|ions|ais|oître|oît|oissant|";

/// Whether the words just before tell of a change, so that "de … à …" gives its start and its end.
pub(super) fn is_change(view: &View, before: usize) -> bool {
    let from = before.saturating_sub(8).max(view.range.start);
    (from..before).any(|at| view.is_word(at) && is_change_word(view.str(at)))
}

fn is_change_word(word: &str) -> bool {
    let word = super::lexicon::folded(word);
    let stems = STEMS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    stems.filter_map(|stem| word.strip_prefix(stem)).any(|rest| {
        let mut key = String::with_capacity(rest.len() + 2);
        key.push('|');
        key.push_str(rest);
        key.push('|');
        ENDINGS.contains(&key)
    })
}
