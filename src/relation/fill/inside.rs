//! What stands inside other fillers: posts, parts of the capital, employers, dates.

use super::super::candidate::{Fill, Filler};
use super::super::silence::Silence;
use super::super::slot::{RelationKind, Slot};
use super::filling::Filling;
use super::{Reading, children, employer_inside};
use crate::clause::{Group, GroupId, Head};
use crate::lexicon::{Determiner, NounTrait, Number, RoleKind};
use crate::types::EntityKind;

impl Reading<'_> {
    /// "le poste de directeur général", "le nom de Claire Petit": the post, the person itself.
    pub(super) fn meant_inside(&self, id: GroupId) -> GroupId {
        let holds = |wanted| self.analysis.groups.get(id).is_some_and(|group| self.has_trait(group, wanted));
        // "son siège de directeur": a seat is a place too.
        let seat =
            self.analysis.groups.get(id).is_some_and(|g| matches!(g.head, Head::Organization { part: true, .. }));
        let (post, bearer) = (holds(NounTrait::Post) || seat, holds(NounTrait::Bearer));
        let mut inside = children(self.analysis, id).filter(|(_, child)| match child.head {
            Head::Role(kind) => post && (kind != RoleKind::Office || !seat),
            _ => bearer && (child.is_entity(EntityKind::Person) || child.is_entity(EntityKind::Organization)),
        });
        inside.next().map_or(id, |(child, _)| child)
    }

    /// "34 % du capital de X", "la majorité des parts de X": down to what the part is a part of.
    pub(super) fn parts(&self, id: GroupId, filling: &mut Filling<'_>) {
        let mut at = id;
        for _ in 0..4 {
            let part = filling.group(at).is_some_and(|group| {
                matches!(group.head, Head::Percentage(_) | Head::Share(_))
                    || self.has_trait(group, NounTrait::Partitive)
            });
            if !part {
                return;
            }
            let Some((child, whole)) = children(self.analysis, at).find(|(_, group)| group.preposition.is_some())
            else {
                // "20 % de son capital": of whoever "son" means.
                // "20 % du capital": of the company spoken of.
                let whole = |g: &Group| at != id && g.determiner == Some(Determiner::Definite);
                let own = |g: &Group| g.determiner == Some(Determiner::Possessive);
                // "son capital" is that of X, but "ses parts", "ses 20 %" are what X has of another.
                let capital = |g: &Group| at != id && g.number == Number::Singular;
                let filler = match filling.group(at) {
                    Some(group) if own(group) && capital(group) => Some(Filler::Possessor(at)),
                    Some(group) if own(group) || whole(group) => Some(Filler::Whole(at)),
                    _ => None,
                };
                let free = filling.is_free(Slot::Target) && filling.frame.fills(Slot::Target);
                filling.fills.extend(filler.filter(|_| free).map(|filler| Fill { slot: Slot::Target, filler }));
                return;
            };
            let slots = [Slot::Target, Slot::Stake];
            if Slot::Target.accepts(whole) && filling.frame.fills(Slot::Target) {
                // "les parts de X dans Y": where the whole is told, X is whose they were.
                let owner = filling.has(Slot::Target) && filling.frame.fills(Slot::Seller);
                filling.assign(if owner { &[Slot::Seller] } else { &slots }, child);
                return;
            }
            filling.measures(at, &slots);
            at = child;
        }
    }

    /// A date with a preposition that places the event rather than bounding something else.
    pub(super) fn date(&self, preposition: u16, id: GroupId, filling: &mut Filling<'_>) {
        // "après un tour de 9 millions en 2024": when something else was.
        let other = |parent: GroupId| filling.group(parent).is_some_and(|group| matches!(group.head, Head::Event(_)));
        if filling.verbal && filling.group(id).and_then(|group| group.parent).is_some_and(other) {
            return;
        }
        let name = self.lexicon.prepositions.name(preposition);
        let bounds = matches!(name, "avant" | "après" | "jusqu'à" | "pour" | "entre" | "sur" | "contre");
        if !bounds && !filling.uses(id) {
            filling.assign(&[Slot::Date], id);
        }
    }

    /// The employer or target inside other fillers, then the checks of the frame.
    pub(super) fn finish(&self, mut filling: Filling<'_>) -> Result<Vec<Fill>, Silence> {
        self.inside_role(&mut filling);
        self.others(&mut filling);
        self.holder(&mut filling);
        if !filling.is_asset_sale() {
            self.topic(&mut filling);
        }
        let whole = filling.is_asset_sale();
        match filling.frame.is_told_by(|slot| filling.has(slot) || whole && slot == Slot::Target) {
            true => Ok(filling.fills),
            false => Err(Silence::Slots(filling.fills)),
        }
    }

    /// "Kalirose : le tribunal valide la reprise par Engie": what the sentence is about is what is bought.
    pub(super) fn topic(&self, filling: &mut Filling<'_>) {
        let Some(topic) = self.analysis.topic.map(|topic| self.concerned(topic)) else { return };
        let used = filling.fills.iter().any(|fill| fill.filler == Filler::Group(topic));
        let named = filling.group(topic).is_some_and(|group| group.is_entity(EntityKind::Organization));
        let sought = filling.frame.needs(Slot::Target) || filling.frame.rival;
        if named && !used && sought && filling.is_free(Slot::Target) {
            filling.fills.push(Fill { slot: Slot::Target, filler: Filler::Group(topic) });
        }
    }

    /// "Rachat de X : Y améliore son offre": the company that a topic concerns.
    fn concerned(&self, topic: GroupId) -> GroupId {
        let event = self.analysis.groups.get(topic).is_some_and(|group| matches!(group.head, Head::Event(_)));
        let named = children(self.analysis, topic)
            .filter(|_| event)
            .find(|(_, group)| group.is_entity(EntityKind::Organization) && group.preposition == self.id("de"));
        named.map_or(topic, |(child, _)| child)
    }

    /// "limoge son directeur général": the post stands for who holds it.
    pub(super) fn holder(&self, filling: &mut Filling<'_>) {
        if filling.has(Slot::Person) || !filling.frame.needs(Slot::Person) {
            return;
        }
        let role = filling.fills.iter().find(|fill| fill.slot == Slot::Role).map(|fill| fill.filler);
        let Some(Filler::Group(id)) = role else { return };
        let definite = filling
            .group(id)
            .is_some_and(|group| matches!(group.determiner, Some(Determiner::Definite | Determiner::Possessive)));
        if definite && filling.frame.object.contains(&Slot::Person) {
            // "choisit le directeur financier": what one is taken from, not what one is taken on as.
            let was = filling.fills.iter_mut().find(|fill| fill.filler == Filler::Group(id));
            if let Some(fill) = was.filter(|_| filling.frame.relation == RelationKind::Hiring) {
                fill.slot = Slot::PreviousRole;
            }
            filling.fills.push(Fill { slot: Slot::Person, filler: Filler::Group(id) });
        }
    }

    /// "PDG de Y": the employer is inside the post.
    pub(super) fn inside_role(&self, filling: &mut Filling<'_>) {
        self.taken_from(filling);
        let pairs = [(Slot::Role, Slot::Employer), (Slot::PreviousRole, Slot::PreviousEmployer)];
        for (role, employer) in pairs {
            let roles: Vec<GroupId> = filling
                .fills
                .iter()
                .filter(|fill| fill.slot == role)
                .filter_map(|fill| match fill.filler {
                    Filler::Group(id) => Some(id),
                    _ => None,
                })
                .collect();
            for id in roles {
                let inside: Vec<GroupId> = employer_inside(self.analysis, id);
                // Named inside the post, the employer is surer than the subject that appoints.
                let named = |id: &&GroupId| {
                    let part = |g: &Group| matches!(g.head, Head::Organization { part: true, .. });
                    filling.is_free(employer) || !filling.group(**id).is_some_and(part)
                };
                if let Some(place) = inside.first().filter(named) {
                    filling.fills.retain(|fill| fill.slot != employer);
                    filling.fills.push(Fill { slot: employer, filler: Filler::Group(*place) });
                }
            }
        }
    }

    /// "débauche trois chercheurs de Y : A, B et C": whom somebody takes on from somewhere was there what the words say.
    fn taken_from(&self, filling: &mut Filling<'_>) {
        let from = |(preposition, slots): &(u16, Vec<Slot>)| {
            Some(*preposition) == self.id("de") && slots.contains(&Slot::PreviousEmployer)
        };
        let takes = filling.frame.complements.iter().any(from) && filling.has(Slot::Employer);
        let role = filling.fills.iter().position(|fill| fill.slot == Slot::Role).filter(|_| takes);
        let Some(Filler::Group(id)) = role.and_then(|role| filling.fills.get(role)).map(|fill| fill.filler) else {
            return;
        };
        let object = filling.group(id).is_some_and(|group| {
            group.preposition.is_none() && (group.determiner.is_some() || group.number == Number::Plural)
        });
        let Some(place) = employer_inside(self.analysis, id).first().copied().filter(|_| object) else { return };
        if let Some(fill) = role.and_then(|role| filling.fills.get_mut(role)) {
            fill.slot = Slot::PreviousRole;
        }
        if filling.is_free(Slot::PreviousEmployer) {
            filling.fills.push(Fill { slot: Slot::PreviousEmployer, filler: Filler::Group(place) });
        }
    }
}
