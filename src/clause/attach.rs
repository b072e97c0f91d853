//! Which group belongs to which: complements of nouns, appositions, enumerations.

use super::group::{Group, GroupId, Head};
use super::link::Before;
use crate::lexicon::{Determiner, Gender, Modifier, Number, RoleKind};
use crate::types::EntityKind;

/// What a group without preposition is to the group before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    None,
    /// "Paul Martin, directeur général": it describes that group.
    Describes(GroupId),
    /// "le directeur général(,) Paul Martin": that group introduced it.
    Introduces(GroupId),
    /// "Paul Martin (Wavestone)".
    Enclosed(GroupId),
    /// It goes on the enumeration that begins there.
    Joins(GroupId),
}

/// The steps from a group to the one that it depends on are few; the bound keeps damaged input linear.
const STEPS: usize = 8;

/// The group that `last` finally belongs to: up through nouns to the outermost, then to whom that describes.
pub(super) fn anchor(groups: &[Group], last: GroupId) -> GroupId {
    let mut id = last;
    for _ in 0..STEPS {
        let Some(group) = groups.get(id) else { break };
        match group.parent.or(group.describes) {
            Some(next) if next != id && !group.is_entity(EntityKind::Person) => id = next,
            _ => break,
        }
    }
    id
}

/// Up through "de" from a group to the noun that the whole hangs on.
pub(super) fn outermost(groups: &[Group], last: GroupId) -> GroupId {
    let mut id = last;
    for _ in 0..STEPS {
        match groups.get(id).and_then(|group| group.parent) {
            Some(next) if next != id => id = next,
            _ => break,
        }
    }
    id
}

/// The noun that takes a complement: the group just before for "de", an event further up for other prepositions.
pub(super) fn host(
    groups: &[Group],
    (last, id): (GroupId, GroupId),
    preposition: u16,
    de: Option<u16>,
    of_posts: &[u16],
) -> Option<GroupId> {
    let group = groups.get(last)?;
    if Some(preposition) == de {
        // "l'offre de 3 millions de X": behind a measure, the noun that it measures.
        let measured = group.parent.filter(|parent| {
            let event = groups.get(*parent).is_some_and(|group| matches!(group.head, Head::Event(_)));
            let amount = groups.get(id).is_some_and(|group| matches!(group.head, Head::Amount(_)));
            event && (matches!(group.head, Head::Amount(_)) || amount && matches!(group.head, Head::Share(_)))
        });
        if measured.is_some() {
            return measured;
        }
        // "3 millions d'investissements".
        let event = groups.get(id).is_some_and(|group| matches!(group.head, Head::Event(_)));
        let takes = event && matches!(group.head, Head::Amount(_))
            || matches!(
                group.head,
                Head::Role(_)
                    | Head::Organization { .. }
                    | Head::Person { .. }
                    | Head::Event(_)
                    | Head::Common(_)
                    | Head::Percentage(_)
                    | Head::Share(_)
                    | Head::Number
            );
        return takes.then_some(last);
    }
    let mut id = last;
    for _ in 0..STEPS {
        let group = groups.get(id)?;
        if matches!(group.head, Head::Event(_))
            || (id == last && matches!(group.head, Head::Role(_)) && of_posts.contains(&preposition))
        {
            return Some(id);
        }
        id = group.parent?;
    }
    None
}

/// How a group without preposition relates to the last group before it.
pub(super) fn tie(groups: &[Group], last: GroupId, id: GroupId, before: Before, verb_before: bool) -> Tie {
    let (Some(previous), Some(group)) = (groups.get(last), groups.get(id)) else { return Tie::None };
    let anchor_id = anchor(groups, last);
    let Some(main) = groups.get(anchor_id) else { return Tie::None };
    match before {
        Before::Group => adjacent(groups, previous, last, group, verb_before),
        Before::Comma => match enclosed(anchor_id, main, group) {
            Tie::None => after_comma(groups, last, anchor_id, main, group),
            tie if main.enclosure != group.enclosure => tie,
            _ => after_comma(groups, last, anchor_id, main, group),
        },
        // "la cession de ses parts dans X (52 %)".
        Before::Open
            if matches!(group.head, Head::Percentage(_) | Head::Share(_))
                && matches!(previous.head, Head::Entity(..)) =>
        {
            Tie::Enclosed(last)
        }
        Before::Open if group.enclosure != main.enclosure => enclosed(anchor_id, main, group),
        Before::Coordination => joins(groups, last, anchor_id, group),
        _ => Tie::None,
    }
}

fn describes_person(head: Head) -> bool {
    matches!(head, Head::Role(RoleKind::Head | RoleKind::Title) | Head::Person { .. })
}

fn adjacent(groups: &[Group], previous: &Group, last: GroupId, group: &Group, verb_before: bool) -> Tie {
    let person = group.is_entity(EntityKind::Person);
    // "l'ancienne ministre déléguée à l'industrie Claire Petit".
    let further = open_post(groups, last).filter(|post| *post != last && person);
    if let Some(post) = further.filter(|post| groups.get(*post).is_some_and(|group| group.determiner.is_some())) {
        return Tie::Introduces(post);
    }
    if person && describes_person(previous.head) {
        // "nomme directeur général X": the post is an object of its own.
        let object = verb_before && previous.determiner.is_none() && previous.preposition.is_none();
        return if object { Tie::None } else { Tie::Introduces(last) };
    }
    // "directeur Asie": where the post is held.
    if group.is_entity(EntityKind::Place) && group.determiner.is_none() && matches!(previous.head, Head::Role(_)) {
        return Tie::Enclosed(last);
    }
    // "une participation minoritaire": how large it is hangs on the noun.
    if matches!(group.head, Head::Share(_)) && matches!(previous.head, Head::Event(_) | Head::Common(_)) {
        return Tie::Enclosed(last);
    }
    if group.is_entity(EntityKind::Organization) && matches!(previous.head, Head::Organization { .. }) {
        return Tie::Introduces(last);
    }
    if describes_person(group.head) && previous.is_entity(EntityKind::Person) && !verb_before {
        return Tie::Describes(last);
    }
    Tie::None
}

/// The nearest post without a holder on the way up from a group: "le départ de son président, X".
fn open_post(groups: &[Group], last: GroupId) -> Option<GroupId> {
    let mut id = last;
    for _ in 0..STEPS {
        let group = groups.get(id)?;
        if describes_person(group.head) && group.describes.is_none() {
            return Some(id);
        }
        id = group.parent?;
    }
    None
}

/// The outermost post without a holder on the way up from a group.
fn whole_post(groups: &[Group], last: GroupId) -> Option<GroupId> {
    let mut post = open_post(groups, last)?;
    for _ in 0..STEPS {
        let Some(next) = groups.get(post).and_then(|group| group.parent).and_then(|up| open_post(groups, up)) else {
            break;
        };
        post = next;
    }
    Some(post)
}

fn after_comma(groups: &[Group], last: GroupId, anchor_id: GroupId, main: &Group, group: &Group) -> Tie {
    let person = group.is_entity(EntityKind::Person);
    // "directeur de cabinet du maire, X": behind a comma, the whole post is that of X.
    if let Some(post) = whole_post(groups, last).filter(|_| person) {
        return Tie::Introduces(post);
    }
    // "il dirige les usines de X, un verrier", "auprès d'un industriel, X": the nearest group, before what it depends on.
    let company = |group: &Group| group.is_entity(EntityKind::Organization);
    match groups.get(last).map(|near| (near, near.head)) {
        Some((near, _)) if company(near) && matches!(group.head, Head::Organization { .. }) => {
            return Tie::Describes(last);
        }
        // "X, une enveloppe de 3 millions, entre au capital".
        Some((near, _))
            if company(near)
                && near.parent.is_none()
                && matches!(group.head, Head::Event(_))
                && group.determiner == Some(Determiner::Indefinite) =>
        {
            return Tie::Enclosed(last);
        }
        Some((near, Head::Organization { part: false, .. })) if company(group) && near.determiner.is_some() => {
            return Tie::Introduces(last);
        }
        _ => {}
    }
    match main.head {
        Head::Entity(_, EntityKind::Person) if describes_person(group.head) => Tie::Describes(anchor_id),
        // "Claire Petit, ex-Orange".
        Head::Entity(_, EntityKind::Person) if group.time == Some(Modifier::Former) => Tie::Enclosed(anchor_id),
        Head::Entity(_, EntityKind::Person) if matches!(group.head, Head::Demonym) => Tie::Describes(anchor_id),
        Head::Entity(_, EntityKind::Organization | EntityKind::Product)
            if matches!(group.head, Head::Organization { .. } | Head::Demonym) =>
        {
            Tie::Describes(anchor_id)
        }
        Head::Role(RoleKind::Head | RoleKind::Title) | Head::Person { .. } | Head::Demonym if person => {
            Tie::Introduces(anchor_id)
        }
        // "en Bourse, X gagne du terrain": a place rather than X.
        Head::Organization { .. } | Head::Demonym
            if group.is_entity(EntityKind::Organization)
                && (main.determiner.is_some() || main.preposition.is_none()) =>
        {
            Tie::Introduces(anchor_id)
        }
        Head::Entity(_, kind) if group.is_entity(kind) => Tie::Joins(first(groups, anchor_id)),
        Head::Amount(_) if matches!(group.head, Head::Amount(_)) => Tie::None,
        _ => Tie::None,
    }
}

fn enclosed(anchor_id: GroupId, main: &Group, group: &Group) -> Tie {
    let attributes = matches!(
        group.head,
        Head::Entity(_, EntityKind::Organization)
            | Head::Role(_)
            | Head::Percentage(_)
            | Head::Share(_)
            | Head::Person { .. }
    );
    let named = matches!(main.head, Head::Entity(..));
    if named && attributes { Tie::Enclosed(anchor_id) } else { Tie::None }
}

fn joins(groups: &[Group], last: GroupId, anchor_id: GroupId, group: &Group) -> Tie {
    // The nearest group of the same sort on the way up: "le PDG de A et B" joins A, "X, PDG de A, et Y" joins X.
    let mut id = last;
    for _ in 0..STEPS {
        let Some(candidate) = groups.get(id) else { break };
        // "arrive au capital de la société, tout comme X": a name does not go on a description behind a preposition.
        let described = matches!(candidate.head, Head::Organization { .. })
            && candidate.preposition.is_some()
            && group.is_entity(EntityKind::Organization);
        if same_sort(candidate, group) && !described {
            return Tie::Joins(first(groups, id));
        }
        // "le directeur, X, et la secrétaire générale, Y": a post with an article is somebody else's.
        let other = describes_person(group.head) && group.determiner.is_some();
        if let (Head::Entity(_, EntityKind::Person), true) = (candidate.head, other) {
            return Tie::Joins(first(groups, id));
        }
        // "X, cofondateur et PDG de Y": the second post is X's too.
        if let (Head::Role(_), Head::Role(_), Some(named)) = (candidate.head, group.head, candidate.describes) {
            return Tie::Describes(named);
        }
        match candidate.parent.or(candidate.describes) {
            Some(next) if next != id => id = next,
            _ => break,
        }
    }
    let _ = anchor_id;
    Tie::None
}

/// Whether two groups may stand in one enumeration.
pub(super) fn same_sort(a: &Group, b: &Group) -> bool {
    match (a.head, b.head) {
        (Head::Entity(_, x), Head::Entity(_, y)) => x == y,
        (Head::Role(_), Head::Role(_)) => a.describes.is_none(),
        (Head::Organization { .. }, Head::Organization { .. }) => true,
        (Head::Person { .. }, Head::Person { .. }) => true,
        (Head::Entity(_, EntityKind::Organization), Head::Organization { .. }) => true,
        (Head::Organization { .. }, Head::Entity(_, EntityKind::Organization)) => true,
        (Head::Common(_), Head::Common(_)) => true,
        _ => false,
    }
}

fn first(groups: &[Group], id: GroupId) -> GroupId {
    groups.get(id).and_then(|group| group.first).unwrap_or(id)
}

/// The group that a participle behind `last` agrees with: the nearest one, or one that it depends on.
pub(super) fn agreeing(groups: &[Group], last: GroupId, form: Option<(Gender, Number)>) -> Option<GroupId> {
    let mut id = last;
    for _ in 0..STEPS {
        let group = groups.get(id)?;
        let fits = form.is_none_or(|(gender, number)| {
            group.gender.is_none_or(|g| g == gender) && (group.number == number || group.gender.is_none())
        });
        if fits && group.is_nominal() && !matches!(group.head, Head::Amount(_)) {
            return Some(id);
        }
        match group.parent.or(group.describes) {
            Some(next) if next != id => id = next,
            _ => break,
        }
    }
    Some(anchor(groups, last))
}
