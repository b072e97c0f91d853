//! The end of the sentence: subjects behind their verbs.

use super::super::group::Head;
use super::super::{Analysis, ClauseLink};
use super::Linker;
use crate::lexicon::{Pronoun, Relative, Trait, VerbForm};

impl Linker<'_> {
    pub(super) fn finish(mut self) -> Analysis {
        for index in 0..self.clauses.len() {
            self.invert(index);
        }
        Analysis { groups: self.groups, clauses: self.clauses, topic: self.topic, ..Analysis::default() }
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
