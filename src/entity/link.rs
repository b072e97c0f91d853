//! Which groups are names of one and the same: surnames, acronyms, short forms.

use super::candidate::Candidate;
use super::extent::is_acronym_of;
use super::group::{Group, key_of};
use super::view::View;
use crate::types::EntityKind;
use rustc_hash::FxHashMap;

/// How many longer names a short one is compared with: more would be no help.
const RIVALS: usize = 6;

/// The longest name whose parts are indexed, in pieces.
const LONGEST: usize = 8;

/// For each candidate, the group whose entity it means, if it means one.
pub(super) fn link(
    view: View<'_>,
    candidates: &[Candidate],
    group_of: &[usize],
    groups: &mut [Group],
) -> Vec<Option<usize>> {
    let mut owner: Vec<usize> = (0..groups.len()).collect();
    brackets(view, candidates, group_of, groups, &mut owner);
    same_entry(groups, &mut owner);
    let longer = parts(groups);
    let mut rivals: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
    for short in 0..groups.len() {
        let found = longer_names(groups, &longer, short);
        adopt(groups, short, &found);
        if let [only] = found.as_slice() {
            // "Mme Petit" tells the gender of "Camille Petit".
            let gender = groups.get(short).and_then(|group| group.gender);
            if let Some(long) = groups.get_mut(*only) {
                long.gender = long.gender.or(gender);
            }
            join(&mut owner, short, *only);
        } else if let Some(slot) = rivals.get_mut(short) {
            *slot = found;
        }
    }
    sweep(candidates, group_of, groups, &mut owner, &rivals)
}

/// A union-find without ranks: chains are short, and each look-up halves them.
fn find(owner: &mut [usize], mut at: usize) -> usize {
    loop {
        let Some(&up) = owner.get(at) else { return at };
        if up == at {
            return at;
        }
        let next = owner.get(up).copied().unwrap_or(up);
        if let Some(slot) = owner.get_mut(at) {
            *slot = next;
        }
        at = next;
    }
}

fn join(owner: &mut [usize], from: usize, to: usize) {
    let (from, to) = (find(owner, from), find(owner, to));
    if let Some(slot) = owner.get_mut(from) {
        *slot = to;
    }
}

/// "Agence régionale … (ARIS)", "MSL (Meta Superintelligence Labs)".
fn brackets(view: View<'_>, candidates: &[Candidate], group_of: &[usize], groups: &mut [Group], owner: &mut [usize]) {
    for (pair, places) in candidates.windows(2).zip(group_of.windows(2)) {
        let ([left, right], [a, b]) = (pair, places) else { continue };
        let open = left.tokens.end;
        if right.tokens.start != open + 1 || view.str(open) != "(" || view.str(right.tokens.end) != ")" {
            continue;
        }
        let inner_is_short = right.tokens.len() < left.tokens.len();
        let (short, long) = if inner_is_short { (*b, *a) } else { (*a, *b) };
        let (acronym, range) = if inner_is_short { (right, left) } else { (left, right) };
        if !is_acronym_of(view, acronym.tokens.clone(), range.tokens.clone()) {
            continue;
        }
        let kind = groups.get(long).and_then(|group| group.kind);
        if kind == Some(EntityKind::Person) || range.tokens.len() < 2 {
            continue;
        }
        for place in [short, long] {
            if let Some(group) = groups.get_mut(place) {
                group.kind = kind.or(Some(EntityKind::Organization));
            }
        }
        join(owner, short, long);
    }
}

/// Names of one gazetteer entry.
fn same_entry(groups: &[Group], owner: &mut [usize]) {
    let mut by_entry: FxHashMap<u32, usize> = FxHashMap::default();
    for (place, group) in groups.iter().enumerate() {
        if let Some(entry) = group.entry() {
            let first = *by_entry.entry(entry).or_insert(place);
            join(owner, place, first);
        }
    }
}

/// Long names by the beginnings and ends that could stand for them, in order.
fn parts(groups: &[Group]) -> Vec<(u64, usize)> {
    let mut out = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        let pieces = group.pieces.as_slice();
        let linked = matches!(group.kind, Some(EntityKind::Person | EntityKind::Organization));
        if !linked || pieces.len() < 2 || pieces.len() > LONGEST {
            continue;
        }
        for cut in 1..pieces.len() {
            let (head, tail) = pieces.split_at(cut);
            out.extend([(key_of(head), place), (key_of(tail), place)]);
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// The longer names that a short one can stand for.
fn longer_names(groups: &[Group], longer: &[(u64, usize)], short: usize) -> Vec<usize> {
    let Some(group) = groups.get(short) else { return Vec::new() };
    let key = key_of(&group.pieces);
    let found = longer.get(longer.partition_point(|(other, _)| *other < key)..).unwrap_or(&[]);
    let places = found.iter().take_while(|(other, _)| *other == key).take(RIVALS).map(|(_, place)| *place);
    places.filter(|long| groups.get(*long).is_some_and(|long| stands_for(group, long))).collect()
}

fn stands_for(short: &Group, long: &Group) -> bool {
    let other_entry = short.entry().is_some() && short.entry() != long.entry();
    let own_entry = !short.ambiguous && !short.entries.is_empty() && short.entry() != long.entry();
    match long.kind {
        Some(EntityKind::Person) => {
            let surname = long.pieces.ends_with(&short.pieces);
            let lent = long.total().person.min(if surname { 14 } else { 5 });
            let weak = short.total().person + lent;
            let others = short.total();
            let other = others.organization.max(others.place).max(others.product);
            weak >= other && (!own_entry || short.kind == Some(EntityKind::Person))
        }
        Some(EntityKind::Organization) => {
            let person = short.kind == Some(EntityKind::Person) && short.titled;
            let place = short.kind == Some(EntityKind::Place) && own_entry;
            !own_entry && !other_entry && !person && !place && !short.institution
        }
        _ => false,
    }
}

/// A short name takes the kind of the longer ones.
fn adopt(groups: &mut [Group], short: usize, found: &[usize]) {
    let Some(kind) = found.first().and_then(|&long| groups.get(long)).and_then(|long| long.kind) else { return };
    if let Some(group) = groups.get_mut(short) {
        group.kind = Some(kind);
    }
}

/// Mentions in reading order; a surname that two persons share goes to the one of its gender, or to the last one named.
fn sweep(
    candidates: &[Candidate],
    group_of: &[usize],
    groups: &[Group],
    owner: &mut [usize],
    rivals: &[Vec<usize>],
) -> Vec<Option<usize>> {
    let mut last_seen: Vec<Option<usize>> = vec![None; groups.len()];
    let mut out = Vec::with_capacity(candidates.len());
    for (index, (candidate, &place)) in candidates.iter().zip(group_of).enumerate() {
        let known = groups.get(place).and_then(|group| group.kind).is_some();
        let among = rivals.get(place).map_or(&[][..], Vec::as_slice);
        let chosen = match among {
            [] => find(owner, place),
            [first, ..] => {
                let matching = |long: &&usize| {
                    let gender = groups.get(**long).and_then(|group| group.gender);
                    candidate.gender.is_none() || gender.is_none() || candidate.gender == gender
                };
                let recent = among.iter().filter(matching).max_by_key(|&&long| last_seen.get(long).copied().flatten());
                find(owner, *recent.unwrap_or(first))
            }
        };
        if let Some(slot) = last_seen.get_mut(place) {
            *slot = Some(index);
        }
        out.push(known.then_some(chosen));
    }
    out
}
