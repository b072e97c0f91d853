//! Rounds told by their line alone: "Kalirose - 60 M€ (série B)" in a list of the rounds of a week.

use super::Context;
use crate::clause::{Analysis, Group, GroupId, Head};
use crate::lexicon::Number;
use crate::relation::{Candidate, Fill, Filler, RelationKind, Slot};
use crate::types::{EntityKind, InvestmentKind, SentenceKind, Status};

/// No more words stand in such a line.
const WORDS: usize = 40;

/// A candidate for each item or heading that names a company and an amount and has no verb, where the title or the heading
/// before announces rounds.
pub(super) fn rounds(context: Context<'_>) -> Vec<Candidate> {
    let Some(frame) = context.frames.find("investment.levee") else { return Vec::new() };
    let mut announced = false;
    let mut out = Vec::new();
    for analysis in context.analyses {
        match context.sentences.get(analysis.sentence).map(|sentence| sentence.kind) {
            Some(SentenceKind::Title) => announced |= announces(context, analysis),
            Some(SentenceKind::Heading | SentenceKind::Bullet | SentenceKind::Body) if announced => {
                out.extend(line(context, analysis, frame));
            }
            _ => {}
        }
    }
    out
}

/// "Les levées de la semaine".
fn announces(context: Context<'_>, analysis: &Analysis) -> bool {
    let rounds = |event: u16| {
        let frames = context.frames.of_event(event).iter().filter_map(|call| context.frames.get(call.frame));
        frames.into_iter().any(|frame| frame.kind == Some(InvestmentKind::FundingRound))
    };
    analysis
        .groups
        .iter()
        .any(|group| group.number == Number::Plural && matches!(group.head, Head::Event(event) if rounds(event)))
}

fn line(context: Context<'_>, analysis: &Analysis, frame: usize) -> Option<Candidate> {
    if !analysis.clauses.is_empty() || analysis.tokens.len() > WORDS {
        return None;
    }
    let groups = || analysis.groups.iter().enumerate();
    let mut amounts = groups().filter(|(_, group)| matches!(group.head, Head::Amount(_)));
    let (amount, _) = amounts.next().filter(|_| amounts.next().is_none())?;
    let (company, named) = groups().find(|(_, group)| !group.is_measure() && group.head != Head::Number)?;
    if !named.is_entity(EntityKind::Organization) || named.preposition.is_some() {
        return None;
    }
    let fill = |slot: Slot, id: GroupId| Fill { slot, filler: Filler::Group(id) };
    let mut fills = vec![fill(Slot::Target, company), fill(Slot::Amount, amount)];
    let name = |group: &Group| group.preposition.map_or("", |id| context.lexicon.prepositions.name(id));
    let invests = |group: &Group| matches!(name(group), "auprès de" | "avec" | "par");
    let investors = groups().filter(|(_, group)| group.is_entity(EntityKind::Organization) && invests(group));
    fills.extend(investors.map(|(id, _)| fill(Slot::Investor, id)));
    Some(Candidate {
        relation: RelationKind::Investment,
        frame,
        sentence: analysis.sentence,
        tokens: analysis.tokens.clone(),
        fills,
        status: Status::Completed,
        reason: None,
        kind: Some(InvestmentKind::FundingRound),
    })
}
