//! Who speaks: "« J'ai démissionné », annonce X", "« Nous recrutons Y », dit X": X, or the house that X speaks for.

use super::discourse::Told;
use crate::clause::{Analysis, Clause, GroupId, Head};
use crate::lexicon::{Number, Pronoun, Trait};

/// "je" and "nous" whose speaker is not told yet: a quotation may have several sentences before it tells whose it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Quotation {
    waiting: Vec<Spoken>,
    open: bool,
}

/// "je" or "nous", by sentence and group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    /// The sentence.
    pub sentence: usize,
    /// The group.
    pub group: GroupId,
    /// "je", or "nous".
    pub number: Number,
}

/// No more of them wait, so that the cost stays linear in the article.
const MOST: usize = 16;

impl Quotation {
    /// Takes in "je" and "nous" of a sentence; gives all that wait once the sentence tells who speaks.
    pub fn read(&mut self, told: Told<'_>, analysis: &Analysis, speaks: bool) -> Vec<Spoken> {
        if !self.open {
            self.waiting.clear();
        }
        for (group, found) in analysis.groups.iter().enumerate() {
            if let (Head::Pronoun(Pronoun::Speaker(number)), true) = (found.head, self.waiting.len() < MOST) {
                self.waiting.push(Spoken { sentence: analysis.sentence, group, number });
            }
        }
        for at in analysis.tokens.clone() {
            match told.tokens.str(at) {
                "«" | "“" => self.open = true,
                "»" | "”" => self.open = false,
                _ => {}
            }
        }
        if speaks { std::mem::take(&mut self.waiting) } else { Vec::new() }
    }
}

/// The groups that say something in a sentence: "annonce X", "X : …".
pub(super) fn sayers(told: Told<'_>, analysis: &Analysis) -> Vec<GroupId> {
    let says = |clause: &&Clause| {
        let verb = told.lexicon.verbs.get(clause.verb.predicate.verb);
        verb.is_some_and(|verb| verb.traits.has(Trait::Speech))
    };
    let quoted = |id: &GroupId| {
        let head = analysis.groups.get(*id).map(|group| group.head);
        matches!(head, Some(Head::Pronoun(Pronoun::Speaker(_) | Pronoun::Generic | Pronoun::Neuter)))
    };
    let saying = || analysis.clauses.iter().filter(says);
    let subjects = saying().filter_map(|clause| clause.subject);
    // "« … », prévient X": the subject seems to be a word of the quotation.
    let behind = saying().filter_map(|clause| {
        let next = |id: &&GroupId| analysis.groups.get(**id).is_some_and(|g| g.tokens.start == clause.verb.tokens.end);
        clause.objects.iter().find(next).copied()
    });
    subjects.chain(behind).chain(analysis.topic).filter(|id| !quoted(id)).collect()
}
