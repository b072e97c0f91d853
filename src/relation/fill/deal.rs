//! What is paid, who sells, and who invests with whom.

use super::super::candidate::{Fill, Filler};
use super::super::slot::{RelationKind, Slot};
use super::Reading;
use super::filling::Filling;
use crate::clause::{Clause, ClauseLink, Group, GroupId, Head, Voice};
use crate::lexicon::{NounTrait, Number, Relative, Trait};
use crate::types::{EntityKind, InvestmentKind};

impl Reading<'_> {
    /// "passe de 12 % à 33 %": what it was before.
    pub(super) fn is_outset(&self, preposition: u16, id: GroupId, complements: &[(u16, GroupId)]) -> bool {
        let head = |id: GroupId| self.analysis.groups.get(id).map(|group| group.head);
        let pair = |other: GroupId| {
            matches!(
                (head(id), head(other)),
                (Some(Head::Percentage(_)), Some(Head::Percentage(_))) | (Some(Head::Amount(_)), Some(Head::Amount(_)))
            )
        };
        Some(preposition) == self.id("de")
            && complements.iter().any(|(p, other)| Some(*p) == self.id("à") && *other > id && pair(*other))
    }

    /// "débourse 3 millions pour racheter X": what is paid so that it happens.
    pub(super) fn price(&self, clause: &Clause, filling: &mut Filling<'_>) {
        let parent = clause.parent.and_then(|parent| self.analysis.clauses.get(parent));
        if let Some(parent) = parent.filter(|parent| clause.link == ClauseLink::Infinitive && self.is_payment(parent)) {
            parent.objects.iter().for_each(|object| self.paid(*object, filling));
        }
    }

    /// "est en négociations avec X pour racheter Y": X sells, or buys from who sells.
    pub(super) fn counterpart(&self, clause: &Clause, filling: &mut Filling<'_>) {
        let parent = clause.parent.and_then(|parent| self.analysis.clauses.get(parent));
        let Some(parent) = parent.filter(|_| clause.link == ClauseLink::Infinitive) else { return };
        let nouns = parent.objects.iter().chain(parent.complements.iter().map(|(_, id)| id));
        let negotiates = nouns
            .filter_map(|id| self.analysis.groups.get(*id))
            .any(|group| matches!(self.trait_of(group), Some(NounTrait::Prospective | NounTrait::Settled)));
        let other = parent.complements.iter().find(|(p, _)| Some(*p) == self.id("avec"));
        let Some((_, other)) = other.filter(|_| negotiates && filling.frame.kind == Some(InvestmentKind::Acquisition))
        else {
            return;
        };
        let sells = filling.frame.subject.contains(&Slot::Seller);
        let free = if sells { Slot::Investor } else { Slot::Seller };
        if filling.frame.fills(free) && !filling.has(free) {
            filling.assign(&[free], *other);
        }
    }

    pub(super) fn is_payment(&self, clause: &Clause) -> bool {
        let verb = self.lexicon.verbs.get(clause.verb.predicate.verb);
        verb.is_some_and(|verb| verb.traits.has(Trait::Payment))
    }

    pub(super) fn paid(&self, object: GroupId, filling: &mut Filling<'_>) {
        let amount = filling.group(object).is_some_and(|group| matches!(group.head, Head::Amount(_)));
        if amount && filling.frame.fills(Slot::Amount) {
            filling.assign(&[Slot::Amount], object);
        }
    }

    /// "auprès d'un groupe d'investisseurs mené par X": X is one of them.
    pub(super) fn led(&self, id: GroupId, filling: &mut Filling<'_>) {
        let group = |subject: GroupId| self.analysis.groups.get(subject);
        let named = group(id).is_some_and(|group| matches!(group.head, Head::Entity(..)));
        if filling.frame.relation != RelationKind::Investment || named {
            return;
        }
        let of = |clause: &&Clause| {
            let own = |subject: GroupId| subject == id || group(subject).is_some_and(|g| g.parent == Some(id));
            clause.subject.is_some_and(own)
                && clause.link == ClauseLink::Participle
                && clause.verb.voice == Voice::Passive
        };
        let Some(clause) = self.analysis.clauses.iter().find(of) else { return };
        // "mené par X", "composé de X et de Y".
        let by = [self.id("par"), self.id("de")];
        let leaders: Vec<GroupId> =
            clause.complements.iter().filter(|(p, _)| by.contains(&Some(*p))).map(|(_, leader)| *leader).collect();
        for leader in leaders {
            filling.assign(&[Slot::Investor], leader);
        }
    }

    /// "mené par X, rejoint par Y", "les investisseurs, dont X": who invests with those named.
    pub(super) fn others(&self, filling: &mut Filling<'_>) {
        if !filling.frame.fills(Slot::Investor) || filling.frame.relation != RelationKind::Investment {
            return;
        }
        let group = |fill: &Fill| match (fill.slot, fill.filler) {
            (Slot::Investor, Filler::Group(id)) => Some(id),
            _ => None,
        };
        let named: Vec<GroupId> = filling.fills.iter().filter_map(group).collect();
        let follows = |clause: &&Clause| {
            let verb = self.lexicon.verbs.get(clause.verb.predicate.verb);
            clause.link == ClauseLink::Participle
                && clause.verb.voice == Voice::Passive
                && clause.subject.is_some_and(|subject| named.contains(&subject))
                && verb.is_some_and(|verb| verb.traits.has(Trait::Company))
        };
        let clauses = self.analysis.clauses.iter().filter(follows);
        let joined = clauses.flat_map(|clause| clause.complements.iter().filter(|(p, _)| Some(*p) == self.id("par")));
        let joined: Vec<GroupId> =
            joined.map(|(_, id)| *id).chain(named.iter().filter_map(|id| self.dont(*id))).collect();
        joined.into_iter().for_each(|id| {
            filling.assign_all(&[Slot::Investor], id);
        });
    }

    /// "les investisseurs historiques, dont X": the first of those named behind.
    pub(super) fn dont(&self, id: GroupId) -> Option<GroupId> {
        let end = self.analysis.groups.get(id).filter(|group| group.number == Number::Plural)?.tokens.end;
        let at = end + usize::from(self.tokens.str(end) == ",");
        let first = |group: &Group| group.tokens.start == at + 1 && group.is_entity(EntityKind::Organization);
        self.analysis.groups.iter().position(first).filter(|_| self.tokens.str(at) == "dont")
    }

    /// "les 20 % que X détenait dans Y": whose they were, and of what.
    pub(super) fn held(&self, id: GroupId, filling: &mut Filling<'_>) {
        let holds = |clause: &&Clause| {
            let verb = self.lexicon.verbs.get(clause.verb.predicate.verb);
            clause.link == ClauseLink::Relative(Relative::Que)
                && clause.objects.contains(&id)
                && verb.is_some_and(|verb| verb.traits.has(Trait::Possession))
        };
        let Some(clause) = self.analysis.clauses.iter().find(holds) else { return };
        if let Some(owner) = clause.subject.filter(|_| filling.frame.fills(Slot::Seller)) {
            filling.assign(&[Slot::Seller], owner);
        }
        for (_, whole) in &clause.complements {
            filling.assign(&[Slot::Target], *whole);
        }
    }
}
