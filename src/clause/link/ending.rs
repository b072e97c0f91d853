//! The end of the sentence: subjects behind their verbs.

use super::super::group::{Group, GroupId, Head};
use super::super::{Analysis, ClauseLink, Negated, Voice};
use super::Linker;
use crate::lexicon::{Modifier, Number, Pronoun, Relative, RoleKind, Trait, VerbForm};
use crate::types::EntityKind;

impl Linker<'_> {
    pub(super) fn finish(mut self) -> Analysis {
        for index in 0..self.clauses.len() {
            self.invert(index);
            self.identify(index);
        }
        Analysis { groups: self.groups, clauses: self.clauses, topic: self.topic, ..Analysis::default() }
    }

    /// "Son successeur s'appelle X", "le futur patron sera X", "…: il s'agit de X": the subject describes who is named.
    fn identify(&mut self, index: usize) {
        let Some(clause) = self.clauses.get(index) else { return };
        let verb = self.lexicon.verbs.infinitive(clause.verb.predicate.verb);
        let reflexive = clause.verb.voice == Voice::Reflexive;
        let negated = clause.verb.modality.negated != Negated::No;
        let named = |id: &GroupId| self.groups.get(*id).is_some_and(|group| group.is_entity(EntityKind::Person));
        // "X est le nouveau patron".
        let newly = |id: &GroupId| {
            let new = |group: &Group| matches!(group.time, Some(Modifier::Incoming | Modifier::Future));
            self.groups.get(*id).is_some_and(|group| new(group) && matches!(group.head, Head::Role(_)))
        };
        let (subject, name) = match verb {
            "être" if clause.subject.is_some_and(|id| named(&id)) => {
                (clause.objects.iter().copied().find(newly), clause.subject)
            }
            "être" | "appeler" | "nommer" if reflexive != (verb == "être") => {
                (clause.subject, clause.objects.iter().copied().find(named))
            }
            "agir" if reflexive => {
                let before = index.checked_sub(1).and_then(|before| self.clauses.get(before));
                (before.and_then(|c| c.subject), clause.complements.iter().map(|(_, id)| *id).find(named))
            }
            _ => return,
        };
        let (Some(subject), Some(name), false) = (subject, name, negated) else { return };
        let open = |group: &&mut Group| {
            let post = matches!(group.head, Head::Role(RoleKind::Head | RoleKind::Title) | Head::Person { .. });
            post && group.describes.is_none() && group.number == Number::Singular
        };
        if let Some(group) = self.groups.get_mut(subject).filter(open) {
            group.describes = Some(name);
        }
    }

    /// A subject behind its verb: "auquel succédera X", "lui succède X", "à sa tête arrive X", "annonce X".
    pub(super) fn invert(&mut self, index: usize) {
        let Some(clause) = self.clauses.get(index) else { return };
        if clause.subject.is_some() || !matches!(clause.verb.form, VerbForm::Finite(..)) {
            return;
        }
        let traits = self.lexicon.verbs.get(clause.verb.predicate.verb).map(|v| v.traits);
        let intransitive = traits.is_some_and(|t| t.has(Trait::Intransitive) && !t.has(Trait::Transitive));
        let speech = traits.is_some_and(|t| t.has(Trait::Speech));
        let dative = clause.verb.clitics.iter().any(|p| matches!(p, Pronoun::Dative(_) | Pronoun::Y));
        let relative = matches!(clause.link, ClauseLink::Relative(_));
        if !(intransitive || speech || dative || relative || !clause.complements.is_empty()) {
            return;
        }
        let skip = usize::from(clause.link == ClauseLink::Relative(Relative::Que));
        let behind = clause.objects.iter().copied().enumerate().skip(skip).find(|(_, id)| {
            self.groups.get(*id).is_some_and(|g| {
                g.tokens.start >= clause.verb.tokens.end
                    && g.is_nominal()
                    && !matches!(g.head, Head::Amount(_) | Head::Share(_))
            })
        });
        if let (Some((place, id)), Some(clause)) = (behind, self.clauses.get_mut(index)) {
            clause.objects.remove(place);
            clause.subject = Some(id);
        }
    }
}
