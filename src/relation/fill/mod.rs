//! From clauses and event nouns to candidates.

mod clause;
mod deal;
mod event;
mod filling;
mod governor;
mod inside;
mod status;

use super::candidate::{Candidate, Filler};
use super::load::Frames;
use super::silence::{Called, Silence};
use super::slot::Slot;
use crate::clause::{Analysis, Group, GroupId, Head};
use crate::lexicon::{Lexicon, RoleKind};
use crate::token::Tokens;
use crate::types::{EntityKind, InvestmentKind};
use std::ops::Range;

/// The candidates that one sentence tells. `called` hears of each frame that is called up, and what became of it.
pub fn candidates(
    analysis: &Analysis,
    tokens: &Tokens<'_>,
    lexicon: &Lexicon,
    frames: &Frames,
    called: &mut dyn FnMut(Called),
) -> Vec<Candidate> {
    let filler = Reading { analysis, tokens, lexicon, frames };
    let mut out = Told { candidates: Vec::new(), called };
    for clause in &analysis.clauses {
        filler.clause(clause, &mut out);
    }
    for (id, group) in analysis.groups.iter().enumerate() {
        match group.head {
            Head::Event(event) => filler.event(id, group, event, &mut out),
            Head::Role(_) => filler.incoming(id, group, &mut out),
            Head::Person { .. } => filler.described(id, group, &mut out),
            _ => {}
        }
    }
    filler.verbless(&mut out);
    drop_spent(&mut out.candidates);
    drop_topic(analysis, &mut out.candidates);
    out.candidates
}

/// What frames tell, and who hears of it.
struct Told<'o> {
    candidates: Vec<Candidate>,
    called: &'o mut dyn FnMut(Called),
}

impl Told<'_> {
    fn add<C: IntoIterator<Item = Candidate>>(
        &mut self,
        sentence: usize,
        frame: usize,
        trigger: &Range<usize>,
        outcome: Result<C, Silence>,
    ) {
        let silent = match outcome {
            Ok(told) => {
                self.candidates.extend(told);
                None
            }
            Err(silence) => Some(silence),
        };
        (self.called)(Called { frame, sentence, trigger: trigger.clone(), silent });
    }
}

/// "Rachat de X : Y améliore son offre": the topic alone tells less than what is said of it.
fn drop_topic(analysis: &Analysis, out: &mut Vec<Candidate>) {
    let Some(topic) = analysis.topic.and_then(|topic| analysis.groups.get(topic)) else { return };
    let announced = |candidate: &Candidate| {
        candidate.tokens.start >= topic.tokens.start && candidate.tokens.end <= topic.tokens.end
    };
    let target = |candidate: &Candidate| candidate.get(Slot::Target);
    let told: Vec<Filler> = out.iter().filter(|candidate| !announced(candidate)).filter_map(target).collect();
    out.retain(|candidate| !announced(candidate) || target(candidate).is_none_or(|target| !told.contains(&target)));
}

/// "dépense 3 millions pour racheter X": what buys something is no spending of one's own.
fn drop_spent(out: &mut Vec<Candidate>) {
    let amount = |candidate: &Candidate| candidate.get(Slot::Amount);
    let paid: Vec<Filler> = out.iter().filter(|c| c.has(Slot::Target)).filter_map(amount).collect();
    out.retain(|candidate| {
        let spending = candidate.kind == Some(InvestmentKind::Spending);
        !spending || amount(candidate).is_none_or(|amount| !paid.contains(&amount))
    });
}

struct Reading<'a> {
    analysis: &'a Analysis,
    tokens: &'a Tokens<'a>,
    lexicon: &'a Lexicon,
    frames: &'a Frames,
}

/// The groups that depend directly on a group.
pub(crate) fn children(analysis: &Analysis, id: GroupId) -> impl Iterator<Item = (GroupId, &Group)> {
    analysis.groups.iter().enumerate().filter(move |(_, group)| group.parent == Some(id))
}

/// The organizations that a post belongs to, by "de": "directeur de la recherche de Y" too.
pub(crate) fn employer_inside(analysis: &Analysis, role: GroupId) -> Vec<GroupId> {
    let mut found = Vec::new();
    if children(analysis, role).next().is_none() {
        return found;
    }
    let mut open = vec![role];
    let mut steps = 0;
    while let Some(id) = open.pop() {
        steps += 1;
        if steps > 16 {
            break;
        }
        for (child, group) in children(analysis, id) {
            match group.head {
                Head::Entity(_, EntityKind::Organization) | Head::Organization { .. } => found.push(child),
                Head::Common(_) | Head::Role(RoleKind::Office) => open.push(child),
                _ => {}
            }
        }
    }
    found.sort_unstable();
    found
}
