//! What the words of a name tell by themselves.

use super::candidate::{Candidate, Scores};
use super::cues::Cue;
use super::view::View;
use crate::lexicon::{Flags, Gender};
use crate::token::Shape;
use crate::types::EntityKind;

/// What the gazetteer and the words of a name tell, wherever it stands.
pub(super) fn scores(view: View<'_>, candidate: &Candidate) -> Scores {
    let mut scores = Scores::default();
    if let Some(hit) = &candidate.hit {
        for meaning in view.gazetteer.names_of(hit) {
            let points = if hit.ambiguous || meaning.ambiguous { 5 } else { 16 };
            scores.add(of_kind(meaning.kind, points));
        }
    }
    if candidate.institution {
        scores.add(Scores::organization(9));
    }
    words(view, candidate, &mut scores);
    shape(view, candidate, &mut scores);
    if candidate.hit.is_none() {
        known_part(view, candidate, &mut scores);
    }
    scores
}

fn of_kind(kind: EntityKind, points: i32) -> Scores {
    match kind {
        EntityKind::Person => Scores::person(points),
        EntityKind::Organization => Scores::organization(points),
        EntityKind::Place => Scores::place(points),
        EntityKind::Product => Scores::product(points),
    }
}

/// First names, and words that only one kind of name holds.
fn words(view: View<'_>, candidate: &Candidate, scores: &mut Scores) {
    let range = candidate.tokens.clone();
    let first = range.start;
    if range.len() > 1 {
        let particle = super::extent::is_particle(view, first);
        match view.first_name(first).filter(|_| !particle) {
            Some(name) if !name.ambiguous => scores.person += 9,
            Some(_) => scores.person += 4,
            None if is_initial_letter(view.str(first)) => scores.person += 4,
            None => {}
        }
    } else if view.is_sure_first_name(first) {
        scores.person += 3;
    }
    for at in range.clone() {
        let cue = view.cue(at);
        let (lone, head) = (range.len() == 1, at == first);
        if lone {
            continue;
        }
        let noun = head && view.flags(at).any(Flags::ORGANIZATION_NOUN);
        if cue.any(Cue::IN_ORGANIZATION) || head && cue.any(Cue::INSTITUTION_CAPITAL) || noun {
            // "Marine" begins names of both sorts.
            let given = head && view.first_name(at).is_some();
            scores.organization += if given { 3 } else { 6 };
        }
        if cue.any(Cue::IN_PLACE) && head {
            scores.place += 6;
        }
        if cue.any(Cue::IN_EVENT) && head {
            scores.other += 8;
        }
        if matches!(view.str(at), "&" | "+") {
            scores.organization += 5;
        }
    }
    if range.len() > 1 && view.flags(range.end - 1).any(Flags::LEGAL_FORM) {
        scores.organization += 8;
    }
}

fn is_initial_letter(word: &str) -> bool {
    let mut letters = word.chars().filter(|ch| *ch != '.' && *ch != '-');
    word.contains('.')
        && letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none_or(char::is_uppercase)
}

/// Length and letters.
fn shape(view: View<'_>, candidate: &Candidate, scores: &mut Scores) {
    let range = candidate.tokens.clone();
    let one = view.token(range.start).shape;
    let first_name = |at: usize| at == range.start && range.len() > 1 && view.first_name(at).is_some();
    let ordinary = range.clone().filter(|&at| view.is_common(at) && !first_name(at)).count();
    match range.len() {
        1 if one.has(Shape::DOMAIN) => scores.organization += 4,
        1 if one.has(Shape::CAMEL) && !one.has(Shape::HYPHEN) => scores.organization += 4,
        // "PARIS, 8 mars": capitals tell nothing of a name that is known.
        1 if one.has(Shape::ALL_CAPS) && is_known_place(view, candidate) => {}
        1 if one.has(Shape::ALL_CAPS) && !one.has(Shape::DIGITS) => scores.organization += 4,
        1 if one.has(Shape::DIGITS) => scores.product += 2,
        1 if ordinary == 0 => {
            scores.organization += if view.topic.business { 4 } else { 3 };
            scores.place += 2;
        }
        1 if view.cue(range.start).any(Cue::INSTITUTION_CAPITAL) && view.is_article(range.start.wrapping_sub(1)) => {
            scores.organization += 6;
        }
        1 => scores.organization += 1,
        2 | 3 if ordinary == 0 => {
            scores.person += 3;
            scores.organization += 1;
        }
        _ => scores.organization += 4,
    }
    if range.len() > 1 && one.has(Shape::ALL_CAPS) && !view.token(range.end - 1).shape.has(Shape::ALL_CAPS) {
        scores.organization += 3;
    }
}

fn is_known_place(view: View<'_>, candidate: &Candidate) -> bool {
    let hit = candidate.hit.as_ref();
    hit.is_some_and(|hit| view.gazetteer.names_of(hit).all(|meaning| meaning.kind == EntityKind::Place))
}

/// A longer name that begins or ends with a known one: "Orange Ventures", "Altice France".
fn known_part(view: View<'_>, candidate: &Candidate, scores: &mut Scores) {
    let range = candidate.tokens.clone();
    if range.len() < 2 || view.first_name(range.start).is_some_and(|name| !name.ambiguous) {
        return;
    }
    let mut finder = crate::gazetteer::Finder::new(view.gazetteer, &view.lexicon.vocabulary);
    let Some(hit) = finder.longest(view.tokens, range.start, range.end) else { return };
    let points = if hit.ambiguous { 1 } else { 5 };
    if view.gazetteer.names_of(&hit).any(|meaning| meaning.kind == EntityKind::Organization) {
        scores.organization += points;
    }
}

/// The gender that a person's first name tells.
pub(super) fn gender(view: View<'_>, candidate: &Candidate) -> Option<Gender> {
    candidate.gender.or_else(|| view.first_name(candidate.tokens.start)?.gender)
}
