//! Sport pages, where the name of a city means its club: "Lens recrute", "quitte Lille".

use super::candidate::Scores;
use super::group::{Group, key_of};
use super::view::{View, mix, of_word};
use crate::gazetteer::{CompiledGazetteer, Meaning};
use crate::lexicon::Vocabulary;
use crate::token::name_pieces;
use crate::types::EntityKind;
use rustc_hash::FxHashMap;

/// Clubs by their cities: the key of the city's name, and the number of the club's entry.
pub(super) type Clubs = FxHashMap<u64, u32>;

/// The clubs of a gazetteer. The first one of a city is the one that its name means.
pub(super) fn clubs(gazetteer: &CompiledGazetteer, vocabulary: &mut Vocabulary) -> Clubs {
    let mut clubs = Clubs::default();
    for (index, entry) in gazetteer.entries().filter(|(_, entry)| entry.kind() == EntityKind::Organization) {
        let Some(city) = entry.get("city") else { continue };
        let mut key = 0;
        let mut words: Vec<String> = Vec::new();
        name_pieces(city, vocabulary, |piece| words.push(piece.to_owned()));
        for word in words {
            key = mix(key, of_word(vocabulary.intern(&word)));
        }
        clubs.entry(key).or_insert(index);
    }
    clubs
}

/// Turns cities into their clubs, unless the words around keep saying that the place is meant.
pub(super) fn cities_as_clubs(view: View<'_>, clubs: &Clubs, groups: &mut [Group]) {
    const SITE: i32 = 9;
    for group in groups {
        let club = clubs.get(&key_of(&group.pieces)).copied();
        if group.around.place >= SITE || club.is_none() && !is_city(view, group) {
            continue;
        }
        group.inside.add(Scores::organization(20));
        group.club = true;
        if let Some(entry) = club {
            group.entries.push(Meaning { entry, kind: EntityKind::Organization, ambiguous: false });
        }
    }
}

fn is_city(view: View<'_>, group: &Group) -> bool {
    let mut places = group.entries.iter().filter(|meaning| meaning.kind == EntityKind::Place);
    places.any(|meaning| view.gazetteer.entry(meaning.entry).and_then(|row| row.get("type")) == Some("city"))
}
