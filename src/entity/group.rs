//! Candidates with the same words, taken together.

use super::candidate::{Candidate, Ground, Scores};
use super::inside;
use super::view::{View, mix};
use crate::gazetteer::Meaning;
use crate::lexicon::{Flags, Gender};
use crate::types::EntityKind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// All places where one name, spelt in one way, may stand.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// A number for each piece of the name, article and legal form left out.
    pub pieces: Vec<u64>,
    pub inside: Scores,
    pub around: Scores,
    pub ground: Ground,
    pub kind: Option<EntityKind>,
    pub gender: Option<Gender>,
    /// Gazetteer entries, by number.
    pub entries: Vec<Meaning>,
    pub ambiguous: bool,
    pub institution: bool,
    pub titled: bool,
    /// A city that stands for its club.
    pub club: bool,
}

/// What the places of a name can tell at most: a name told fifty times is not more certain for that.
const MOST_AROUND: i32 = 9;

impl Group {
    pub fn total(&self) -> Scores {
        let mut total = self.inside;
        total.add(self.around.at_most(MOST_AROUND));
        total
    }

    /// The entry of the gazetteer that it means, once its kind is known.
    pub fn entry(&self) -> Option<u32> {
        let kind = self.kind?;
        self.entries.iter().find(|meaning| meaning.kind == kind).map(|meaning| meaning.entry)
    }
}

/// Groups in the order of their first mentions, and for each candidate its group.
pub(super) fn groups(view: View<'_>, candidates: &[Candidate]) -> (Vec<Group>, Vec<usize>) {
    let mut by_key: FxHashMap<u64, usize> = FxHashMap::default();
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of = Vec::with_capacity(candidates.len());
    let (mut pieces, mut folded) = (Vec::new(), String::new());
    for candidate in candidates {
        pieces.clear();
        view.pieces(core(view, candidate.tokens.clone()), &mut folded, |piece| pieces.push(piece));
        let key = key_of(&pieces);
        let place = *by_key.entry(key).or_insert_with(|| {
            groups.push(new(view, candidate, &pieces));
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            join(view, group, candidate);
        }
        group_of.push(place);
    }
    (groups, group_of)
}

pub(super) fn key_of(pieces: &[u64]) -> u64 {
    pieces.iter().fold(0, |key, piece| mix(key, *piece))
}

/// A name without its article and legal form, by which its mentions are compared.
fn core(view: View<'_>, mut tokens: Range<usize>) -> Range<usize> {
    if tokens.len() > 1 && view.is_article(tokens.start) {
        tokens.start += 1;
    }
    // "Group", "Ventures" are listed beside legal forms, but tell two companies of one house apart.
    const LONGEST: usize = 5;
    let last = tokens.end - 1;
    if tokens.len() > 1 && view.flags(last).any(Flags::LEGAL_FORM) && view.str(last).len() <= LONGEST {
        tokens.end = last;
    }
    tokens
}

fn new(view: View<'_>, candidate: &Candidate, pieces: &[u64]) -> Group {
    Group {
        pieces: pieces.to_vec(),
        inside: inside::scores(view, candidate),
        around: Scores::default(),
        ground: Ground::None,
        kind: None,
        gender: None,
        entries: Vec::new(),
        ambiguous: true,
        institution: false,
        titled: false,
        club: false,
    }
}

fn join(view: View<'_>, group: &mut Group, candidate: &Candidate) {
    group.around.add(candidate.scores);
    if !candidate.shouted {
        group.ground = group.ground.max(candidate.ground);
    }
    group.institution |= candidate.institution;
    group.titled |= candidate.titled;
    if let Some(hit) = &candidate.hit {
        group.ambiguous &= hit.ambiguous;
        if group.entries.is_empty() {
            group.entries.extend(view.gazetteer.names_of(hit).take(4));
        }
    }
    group.gender = group.gender.or_else(|| inside::gender(view, candidate));
}
