//! What the clause around a pronoun tells of whom it can mean.

use super::discourse::Told;
use super::words::words;
use crate::clause::{Analysis, Clause, GroupId, Head, Voice};
use crate::lexicon::{Pronoun, Trait};
use crate::relation::{Candidate, Filler, Slot};
use crate::types::EntityKind;

/// Which kinds may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Expected {
    /// A person.
    pub person: bool,
    /// An organization.
    pub organization: bool,
    /// Something without a name: "la valeur … elle dépasse".
    pub thing: bool,
}

impl Expected {
    pub const ANY: Expected = Expected { person: true, organization: true, thing: true };
    pub const PERSON: Expected = Expected { person: true, organization: false, thing: false };
    pub const ORGANIZATION: Expected = Expected { person: false, organization: true, thing: false };
    pub const NAMED: Expected = Expected { person: true, organization: true, thing: false };
    pub const NOBODY: Expected = Expected { person: false, organization: false, thing: false };

    /// What a slot of a relation asks for.
    pub fn of_slot(slot: Slot) -> Expected {
        match slot {
            _ if slot.is_person() => Expected::PERSON,
            _ if slot.is_party() => Expected::NAMED,
            _ if slot.is_organization() => Expected::ORGANIZATION,
            _ => Expected::NOBODY,
        }
    }

    fn or(self, other: Expected) -> Expected {
        Expected {
            person: self.person || other.person,
            organization: self.organization || other.organization,
            thing: self.thing || other.thing,
        }
    }

    /// Whether an entity of a kind may be meant.
    pub fn allows(self, kind: Option<EntityKind>) -> bool {
        match kind {
            Some(EntityKind::Person) => self.person,
            Some(EntityKind::Organization) => self.organization,
            _ => false,
        }
    }
}

/// Whom a group may mean by the slots that it fills, or else by the verb that it is the subject of.
pub(super) fn expected(told: Told<'_>, analysis: &Analysis, candidates: &[Candidate], id: GroupId) -> Expected {
    let fills = candidates.iter().flat_map(|candidate| &candidate.fills);
    let own = fills.filter(|fill| fill.filler == Filler::Group(id)).map(|fill| Expected::of_slot(fill.slot));
    if let Some(slots) = own.reduce(Expected::or) {
        return slots;
    }
    let subject = |clause: &&Clause| clause.subject == Some(id);
    let mut clauses = analysis.clauses.iter().filter(subject).map(|clause| of_clause(told, analysis, clause));
    clauses.find(|expected| *expected != Expected::ANY).unwrap_or(Expected::ANY)
}

fn of_clause(told: Told<'_>, analysis: &Analysis, clause: &Clause) -> Expected {
    let verb = told.lexicon.verbs.infinitive(clause.verb.predicate.verb);
    let active = clause.verb.voice == Voice::Active;
    if words().has("impersonal", verb) || is_there(clause, verb) {
        return Expected::NOBODY;
    }
    if words().has("state", verb) {
        return of_predicate(told, analysis, clause);
    }
    if active && words().has("human", verb) || clause.verb.voice == Voice::Passive && words().has("appoint", verb) {
        return Expected::PERSON;
    }
    if active && words().has("corporate", verb) {
        return Expected::ORGANIZATION;
    }
    let speech = told.lexicon.verbs.get(clause.verb.predicate.verb).is_some_and(|verb| verb.traits.has(Trait::Speech));
    if speech && clause.verb.inverted.is_some() {
        return Expected::PERSON;
    }
    if speech && active { Expected::NAMED } else { Expected::ANY }
}

/// "il y a".
fn is_there(clause: &Clause, verb: &str) -> bool {
    verb == "avoir" && clause.verb.clitics.contains(&Pronoun::Y)
}

/// "Elle est directrice", "Il est trop tôt".
fn of_predicate(told: Told<'_>, analysis: &Analysis, clause: &Clause) -> Expected {
    let object = clause.objects.first().and_then(|id| analysis.groups.get(*id));
    match object.map(|group| group.head) {
        Some(Head::Role(_) | Head::Person { .. }) => Expected::PERSON,
        Some(Head::Organization { part: false, .. }) => Expected::ORGANIZATION,
        _ => {
            let behind = told.tokens.str(clause.verb.tokens.end).to_lowercase();
            if words().has("impersonal", &behind) { Expected::NOBODY } else { Expected::ANY }
        }
    }
}
