//! Sport pages, where the name of a city means its club: "Lens recrute", "quitte Lille".

use super::candidate::Scores;
use super::cues::Cue;
use super::group::Group;
use super::view::View;
use crate::token::Shape;
use crate::types::EntityKind;

/// One word in so many must be a word of sport pages.
const RARE: usize = 45;

/// Whether the text is about clubs and players. One look-up a token.
pub(super) fn is_sport(view: View<'_>) -> bool {
    let (mut words, mut cues) = (0, 0);
    for token in view.tokens.all() {
        if token.shape.has(Shape::WORD) {
            words += 1;
            cues += usize::from(view.cues.word(token.base).any(Cue::SPORT));
        }
    }
    cues > 0 && cues * RARE >= words
}

/// Turns cities into their clubs, unless the words around keep saying that the place is meant.
pub(super) fn cities_as_clubs(view: View<'_>, groups: &mut [Group]) {
    const SITE: i32 = 6;
    for group in groups {
        if group.around.place >= SITE || !is_city(view, group) {
            continue;
        }
        group.inside.add(Scores::organization(20));
        group.club = true;
    }
}

fn is_city(view: View<'_>, group: &Group) -> bool {
    let mut places = group.entries.iter().filter(|meaning| meaning.kind == EntityKind::Place);
    places.any(|meaning| view.gazetteer.entry(meaning.entry).and_then(|row| row.get("type")) == Some("city"))
}
