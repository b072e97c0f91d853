//! Where a name ends.

use super::cues::Cue;
use super::view::View;
use crate::lexicon::{Flags, NounPhrase, RoleKind};
use crate::token::Shape;
use std::ops::Range;

/// Particles inside the names of persons.
const PERSON_PARTICLES: [&str; 17] =
    ["van", "von", "der", "den", "ben", "bin", "ibn", "al", "el", "da", "dos", "di", "del", "della", "ter", "zu", "y"];

/// Small words inside English names.
const ENGLISH: [&str; 4] = ["of", "and", "for", "the"];

/// The longest name that is looked for, in tokens.
const LONGEST: usize = 14;

/// The end of the run of capitals that begins at `at`, with the small words that names hold.
pub(super) fn run_end(view: View<'_>, at: usize, end: usize) -> usize {
    let mut to = at + 1;
    while to < end && to < at + LONGEST {
        match link(view, at, to, end) {
            Some(next) => to = next,
            None => break,
        }
    }
    to
}

/// Where the run goes on after `to`, if it does.
fn link(view: View<'_>, start: usize, to: usize, end: usize) -> Option<usize> {
    let shape = view.token(to).shape;
    if view.token(to - 1).shape.has(Shape::ELIDED) && view.is_capital(to) {
        return Some(to + 1);
    }
    if view.is_capital(to) && shape.has(Shape::SPACED) {
        let broken = is_ticker(view, to) || super::scan::is_title(view, to) || is_post(view, to);
        return (!broken).then_some(to + 1);
    }
    if shape.has(Shape::HYPHEN) && is_arabic(view.str(to)) {
        return Some(to + 1);
    }
    if shape.has(Shape::MARK) {
        let joins = to + 1 < end && view.is_capital(to + 1) && matches!(view.str(to), "&" | "+");
        return joins.then_some(to + 2);
    }
    let capital_after = |n: usize| to + n < end && view.is_capital(to + n);
    // Whatever small word stands here, a capital must follow it.
    if !capital_after(1) && !capital_after(2) {
        return None;
    }
    if view.is(to, &PERSON_PARTICLES) && shape.has(Shape::WORD) {
        return (1..=2)
            .find(|&n| capital_after(n) && (n == 1 || view.is(to + 1, &PERSON_PARTICLES)))
            .map(|n| to + n + 1);
    }
    if view.is(to, &ENGLISH) && capital_after(1) {
        return Some(to + 2);
    }
    let noble = view.is_de(to) && to == start + 1 && is_given_name(view, start);
    if noble {
        let article = usize::from(view.is(to + 1, &["la", "l'", "l’"]));
        return capital_after(1 + article).then_some(to + 2 + article);
    }
    None
}

/// "al-Adnani", "el-Béchir".
fn is_arabic(word: &str) -> bool {
    let Some((article, rest)) = word.split_once('-') else { return false };
    matches!(article, "al" | "el" | "ad" | "an" | "ar" | "as" | "ash" | "at" | "az" | "ben" | "bin" | "ould")
        && rest.starts_with(char::is_uppercase)
}

/// "PDG", "DRH": acronyms of posts stand beside names, not inside them.
fn is_post(view: View<'_>, at: usize) -> bool {
    view.token(at).shape.has(Shape::ALL_CAPS) && (view.flags(at).any(Flags::ROLE) || view.cue(at).any(Cue::NEVER))
}

/// "van", "Ben": a small word of names, also with a capital.
pub(super) fn is_particle(view: View<'_>, at: usize) -> bool {
    view.is(at, &PERSON_PARTICLES)
}

/// A first name alone, after which "de" belongs to the name: "Loïc de Kervella".
fn is_given_name(view: View<'_>, at: usize) -> bool {
    let Some(name) = view.first_name(at) else { return false };
    let mut finder = crate::gazetteer::Finder::new(view.gazetteer, &view.lexicon.vocabulary);
    let hit = finder.longest(view.tokens, at, at + 1);
    let place = hit.is_some_and(|hit| {
        let mut meanings = view.gazetteer.names_of(&hit);
        meanings.any(|meaning| meaning.kind == crate::types::EntityKind::Place && !meaning.ambiguous)
    });
    !place && (!name.ambiguous || !view.is_ordinary(at) && !view.cue(at).any(Cue::INSTITUTION_CAPITAL))
}

/// "INTC.O", "SASY.PA", "2330.TW": what agencies put after a listed company, three tokens.
pub(super) fn is_ticker(view: View<'_>, at: usize) -> bool {
    let token = view.token(at);
    let symbol = token.shape.has(Shape::ALL_CAPS.with(Shape::NUMBER)) || token.span().len() == 1;
    let market = view.token(at + 2);
    symbol
        && view.str(at + 1) == "."
        && !view.token(at + 1).shape.has(Shape::SPACED)
        && !market.shape.has(Shape::SPACED)
        && market.shape.has(Shape::CAPITAL)
        && market.span().len() <= 3
}

/// "Économie Antoine Armand" is a portfolio and a person: returns where the first part ends.
pub(super) fn split_before_first_name(view: View<'_>, at: usize, end: usize) -> usize {
    if end < at + 3 || view.first_name(at).is_some() || !view.is_ordinary(at) {
        return end;
    }
    let first = |i: &usize| view.is_sure_first_name(*i) && !is_particle(view, *i);
    (at + 1..end - 1).find(|i| first(i) && view.token(*i).shape.has(Shape::CAPITAL)).unwrap_or(end)
}

/// The end of an institution told by a common noun in lower case: "centre hospitalier Sud-Gironde", "tribunal de
/// commerce de Paris". `None` if the noun begins no such name.
pub(super) fn institution(view: View<'_>, at: usize, end: usize) -> Option<usize> {
    let head = match view.cues.phrase(|n| view.token(at + n).base) {
        Some((length, cue)) if cue.any(Cue::INSTITUTION) => length,
        _ if view.cue(at).any(Cue::INSTITUTION) => 1,
        _ => return None,
    };
    if is_board(view, at) {
        return None;
    }
    let mut to = at + head;
    let limit = end.min(at + LONGEST);
    let mut complements = 0;
    while to < limit {
        if view.is_capital(to) && view.token(to).shape.has(Shape::SPACED) {
            // "le syndicat CGT": an acronym needs no noun.
            if view.token(to).shape.has(Shape::ALL_CAPS) {
                return None;
            }
            return Some(after_town(view, run_end(view, to, end), end));
        }
        let nested = |i: usize| view.cue(i).any(Cue::INSTITUTION) && view.is_de(i + 1);
        let next = to + if view.is(to, &["à", "aux", "au", "pour"]) { 0 } else { de_length(view, to) };
        if next > to && view.is_capital(next) && next < limit {
            return (!nested(next))
                .then(|| after_town(view, after_portfolio(view, run_end(view, next, end), end), end));
        }
        if next > to && complements == 0 && is_plain(view, next) {
            complements += 1;
            to = next + 1;
        } else if is_adjective(view, to) && to <= at + head + 1 {
            to += 1;
        } else {
            return None;
        }
    }
    None
}

/// "de l'Économie et des Finances": a portfolio may have a second part.
fn after_portfolio(view: View<'_>, to: usize, end: usize) -> usize {
    if !view.is(to, &["et"]) {
        return to;
    }
    let next = to + 1 + de_length(view, to + 1);
    if next > to + 1 && next < end && view.is_capital(next) && view.is_ordinary(next) {
        return run_end(view, next, end);
    }
    to
}

/// "hôpital Pasteur de Nice", "orchestre du Val de Moselle": a name may tell its place.
fn after_town(view: View<'_>, to: usize, end: usize) -> usize {
    if to + 1 >= end || !view.is(to, &["de", "d'", "d’", "du", "en"]) || !view.is_capital(to + 1) {
        return to;
    }
    let mut finder = crate::gazetteer::Finder::new(view.gazetteer, &view.lexicon.vocabulary);
    let Some(hit) = finder.longest(view.tokens, to + 1, end) else { return to };
    let place = view.gazetteer.names_of(&hit).any(|meaning| meaning.kind == crate::types::EntityKind::Place);
    if place { hit.tokens.end } else { to }
}

/// The length of "de", "du", "de la", "de l'", "pour la", "à l'", "aux".
fn de_length(view: View<'_>, at: usize) -> usize {
    if view.is(at, &["du", "des", "aux", "au"]) {
        return 1;
    }
    if !view.is_de(at) && !view.is(at, &["à", "pour"]) {
        return 0;
    }
    let article = usize::from(view.is_article(at + 1));
    if article == 0 && view.is(at, &["pour"]) { 0 } else { 1 + article }
}

fn is_plain(view: View<'_>, at: usize) -> bool {
    view.is_word(at) && !view.is_capital(at) && !view.flags(at).any(Flags::FUNCTION.with(Flags::NUMBER))
}

fn is_adjective(view: View<'_>, at: usize) -> bool {
    if !is_plain(view, at) || view.token(at).shape.has(Shape::ELIDED) {
        return false;
    }
    view.flags(at).any(Flags::DEMONYM.with(Flags::ADJECTIVE))
        || !view.is_finite(at) && view.cues.ends_as_adjective(view.str(at))
}

/// The end of an institution whose noun has a capital: "Banque centrale européenne", "Autorité de la concurrence",
/// "Agence bretonne des mobilités durables (ABMD)". `end` is where the run of capitals ends, `limit` where
/// the sentence does. `None` if it is no longer than the run.
pub(super) fn capital_institution(view: View<'_>, at: usize, end: usize, limit: usize, initial: bool) -> Option<usize> {
    if !view.cue(at).any(Cue::INSTITUTION_CAPITAL.with(Cue::INSTITUTION)) || is_board(view, at) {
        return None;
    }
    let open = end - 1;
    if let Some(to) = before_acronym(view, at, end, limit) {
        return Some(to);
    }
    let mut to = end;
    let limit = limit.min(at + LONGEST);
    while to < limit && to < end + 2 && is_adjective(view, to) {
        to += 1;
    }
    let adjectives = to > end;
    let to = complement(view, to, limit);
    let lone = initial && !adjectives && open == at && !(end..to).any(|i| view.is_capital(i));
    (to > end && !lone).then_some(to)
}

/// "conseil d'administration", "assemblée générale": bodies inside organizations, which are not named by themselves.
fn is_board(view: View<'_>, at: usize) -> bool {
    let keys = |n: usize| crate::lexicon::Keys { word: view.token(at + n).word, ..Default::default() };
    match view.lexicon.nouns.longest(keys) {
        Some((2.., NounPhrase::Organization(noun))) => matches!(&*noun.class, "board" | "unit"),
        Some((2.., NounPhrase::Role(role))) => role.kind == RoleKind::Office,
        _ => false,
    }
}

/// "de la concurrence", "de Paris", "des investissements stratégiques": one complement, or two.
fn complement(view: View<'_>, from: usize, limit: usize) -> usize {
    let mut to = from;
    for _ in 0..2 {
        let next = to + de_length(view, to);
        if next == to || next >= limit || view.is(to, &["à", "aux", "au"]) || is_long_preposition(view, to) {
            return to;
        }
        if view.is_capital(next) {
            to = after_portfolio(view, run_end(view, next, limit), limit);
            while to < limit && to < next + 3 && is_adjective(view, to) {
                to += 1;
            }
            return after_town(view, to, limit);
        }
        if !is_plain(view, next) {
            return to;
        }
        to = next + 1;
        while to < limit && is_adjective(view, to) {
            to += 1;
        }
    }
    to
}

/// "du fait de", "de la part de": no complement of a name.
fn is_long_preposition(view: View<'_>, at: usize) -> bool {
    let keys = |n: usize| crate::lexicon::Keys { word: view.token(at + n).word, ..Default::default() };
    view.lexicon.prepositions.longest(keys).is_some_and(|(length, _)| length > 2)
}

/// If an acronym in brackets follows whose letters the words hold, the name reaches up to it.
fn before_acronym(view: View<'_>, at: usize, end: usize, limit: usize) -> Option<usize> {
    let open = (end..limit.min(at + LONGEST)).find(|&i| view.token(i).shape.has(Shape::MARK))?;
    if view.str(open) != "(" || view.str(open + 2) != ")" || !view.is_capital(open + 1) {
        return None;
    }
    is_acronym_of(view, open + 1..open + 2, at..open).then_some(open)
}

/// Whether some words could stand for the words of a range: their letters come in its order, the first one first.
pub(super) fn is_acronym_of(view: View<'_>, acronym: Range<usize>, range: Range<usize>) -> bool {
    const MOST_LETTERS: usize = 12;
    if range.len() > LONGEST || acronym.len() > 3 {
        return false;
    }
    let fold = |tokens: Range<usize>| {
        let mut out = String::new();
        tokens.for_each(|at| crate::text::strip(view.str(at), &mut out));
        out
    };
    let (mut letters, name) = (fold(acronym), fold(range));
    letters.retain(char::is_alphanumeric);
    if letters.len() < 2 || letters.len() > MOST_LETTERS || letters == name {
        return false;
    }
    let mut rest = name.chars();
    name.chars().next() == letters.chars().next() && letters.chars().all(|letter| rest.any(|ch| ch == letter))
}
