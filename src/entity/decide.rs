//! What each group of mentions is, from all the evidence of the article.

use super::candidate::{Candidate, Ground, Scores};
use super::group::Group;
use super::view::View;
use crate::types::EntityKind;

/// Points that a kind needs.
const ENOUGH: i32 = 4;

/// Decides kinds, twice: members of lists first lend their kind to each other.
pub(super) fn decide(view: View<'_>, candidates: &[Candidate], group_of: &[usize], groups: &mut [Group]) {
    groups.iter_mut().for_each(|group| group.kind = kind(group));
    let lent = lists(view, candidates, group_of, groups);
    for (place, scores) in lent {
        if let Some(group) = groups.get_mut(place) {
            group.around.add(scores);
        }
    }
    groups.iter_mut().for_each(|group| group.kind = kind(group));
}

/// What a group is; `None` if the evidence is too thin for a name.
fn kind(group: &Group) -> Option<EntityKind> {
    let total = group.total();
    let ranked = [
        (EntityKind::Organization, total.organization),
        (EntityKind::Person, total.person),
        (EntityKind::Place, total.place),
        (EntityKind::Product, total.product),
    ];
    let (kind, points) = ranked.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    if total.other > points {
        return None;
    }
    let known = !group.entries.is_empty() && !group.ambiguous;
    let needed = match group.ground {
        _ if known => ENOUGH,
        Ground::Firm => ENOUGH,
        Ground::Weak => ENOUGH + 3 - i32::from(group.entries.is_empty()),
        Ground::None => return None,
    };
    (points >= needed).then_some(kind)
}

/// "A, B et C": neighbours in a list are of one kind. Returns what each group gets from its neighbours.
fn lists(view: View<'_>, candidates: &[Candidate], group_of: &[usize], groups: &[Group]) -> Vec<(usize, Scores)> {
    let mut lent = Vec::new();
    let listed: Vec<bool> = candidates
        .windows(2)
        .map(|pair| matches!(pair, [left, right] if are_listed(view, left.tokens.end, right.tokens.start)))
        .collect();
    let is_listed = |pair: Option<usize>| pair.and_then(|at| listed.get(at)).copied().unwrap_or(false);
    for (at, (pair, places)) in candidates.windows(2).zip(group_of.windows(2)).enumerate() {
        let ([left, _], [from, to]) = (pair, places) else { continue };
        // "le PDG de X, Y" is no list: a comma alone lists only with a third member.
        let three = is_listed(at.checked_sub(1)) || is_listed(at.checked_add(1));
        if !is_listed(Some(at)) || view.str(left.tokens.end) == "," && !three {
            continue;
        }
        for (giver, taker) in [(*from, *to), (*to, *from)] {
            let Some(kind) = groups.get(giver).and_then(|group| group.kind) else { continue };
            lent.push((
                taker,
                match kind {
                    EntityKind::Person => Scores::person(3),
                    EntityKind::Organization => Scores::organization(3),
                    EntityKind::Place => Scores::place(2),
                    EntityKind::Product => Scores::product(2),
                },
            ));
        }
    }
    lent
}

/// Whether only a comma or conjunction, and articles or prepositions, stand between two tokens.
fn are_listed(view: View<'_>, from: usize, to: usize) -> bool {
    if to <= from || to > from + 3 || !(view.str(from) == "," || view.is(from, &["et", "ou", "ni"])) {
        return false;
    }
    (from + 1..to).all(|at| view.is_article(at) || view.is_de(at) || view.is(at, &["et", "à", "chez", "par"]))
}
