//! Who and what of investments their clauses leave open.

use super::Context;
use super::draft::{Draft, StakeWords};
use super::employer::{setting, topic};
use super::round::round_of;
use crate::clause::{Clause, ClauseLink, Head};
use crate::reference::{How, Meant};
use crate::relation::Slot;
use crate::types::{EntityKind, InvestmentKind};
use crate::value::ShareValue;
use rust_decimal::Decimal;

pub(super) fn complete(context: Context<'_>, draft: &mut Draft) {
    if draft.kind == Some(InvestmentKind::FundingRound) {
        draft.round = round_of(context, draft);
    }
    valuation(context, draft);
}

/// Up to half of the capital is a stake, and more an acquisition, however it is told.
pub(super) fn kind(context: Context<'_>, draft: &mut Draft) {
    let part = match draft.share(Slot::Stake) {
        Some(StakeWords::Percentage(index)) => context.values.percentages.get(index).map(|p| p.value),
        Some(StakeWords::Share(index)) => context.values.shares.get(index).and_then(|share| match share.value {
            ShareValue::Percent(value) => Some(value),
            ShareValue::Minority => Some(Decimal::ONE),
            ShareValue::Majority => None,
        }),
        None => None,
    };
    let half = Decimal::from(50);
    match (draft.kind, part) {
        (Some(InvestmentKind::Acquisition), Some(part)) if part <= half => draft.kind = Some(InvestmentKind::Stake),
        (Some(InvestmentKind::Stake), Some(part)) if part > half => draft.kind = Some(InvestmentKind::Acquisition),
        _ => {}
    }
}

/// The company of a round that names none: what the sentence or the article is about.
pub(super) fn company(context: Context<'_>, draft: &mut Draft) {
    let deal = draft.kind.is_some_and(|kind| kind != InvestmentKind::Spending);
    let deal = deal && !draft.is_asset_sale() && !is_bid(context, draft);
    if !deal || draft.entity(Slot::Target).is_some() {
        return;
    }
    let taken: Vec<usize> = draft.entities.iter().map(|(_, meant)| meant.entity).collect();
    let round = draft.kind == Some(InvestmentKind::FundingRound);
    let raising = || subject_of(context, draft.sentence()).filter(|_| round);
    let found = topic(context, draft.sentence()).or_else(raising).filter(|meant| !taken.contains(&meant.entity));
    if let Some(meant) = found.or_else(|| setting(context, draft, &taken)) {
        draft.set_entity(Slot::Target, meant);
    }
}

/// "1,2 million sera investi dans l'atelier": whoever the sentence or the article is about spends it.
pub(super) fn spender(context: Context<'_>, draft: &mut Draft) {
    if draft.kind == Some(InvestmentKind::Spending) && draft.entity(Slot::Investor).is_none() {
        let found = topic(context, draft.sentence()).or_else(|| setting(context, draft, &[]));
        if let Some(meant) = found {
            draft.set_entity(Slot::Investor, meant);
            draft.confidence -= 0.2;
        }
    }
}

/// "sa dette, héritage du rachat de X": whoever the article is about bought it.
pub(super) fn buyer(context: Context<'_>, draft: &mut Draft) {
    let Some(target) = draft.entity(Slot::Target).filter(|_| draft.kind == Some(InvestmentKind::Acquisition)) else {
        return;
    };
    let told = draft.entity(Slot::Investor).or(draft.entity(Slot::Seller));
    let dated = draft.date.is_some() || draft.amount(Slot::Amount).is_some();
    if told.is_none() && dated && target.how == How::Name {
        // Where the article is about what was bought, it leaves the buyer open.
        let about = setting(context, draft, &[]).filter(|meant| meant.entity != target.entity);
        if let Some(meant) = about {
            draft.set_entity(Slot::Investor, meant);
        }
    }
}

/// Told by a frame that may leave open what is bid for.
fn is_bid(context: Context<'_>, draft: &Draft) -> bool {
    let frames = draft.evidence.iter().filter_map(|(_, _, frame)| context.frames.get(*frame));
    frames.into_iter().all(|frame| frame.rival)
}

/// "Koyo, lui, proposait 600 millions", "Ardian s'est retiré": who else bids for what the article tells somebody bids for.
pub(super) fn rivals(context: Context<'_>, events: &mut [Draft]) {
    let acquisition = |event: &Draft| event.kind == Some(InvestmentKind::Acquisition);
    let company = |meant: Meant| {
        context.entities.list.get(meant.entity).is_some_and(|entity| entity.kind == EntityKind::Organization)
    };
    let mut sought: Option<Meant> = None;
    for event in events.iter_mut().filter(|event| acquisition(event)) {
        match (event.entity(Slot::Target), sought) {
            (Some(target), _) => sought = Some(target),
            (None, Some(target))
                if event.all(Slot::Investor).all(|meant| meant.entity != target.entity && company(meant)) =>
            {
                event.set_entity(Slot::Target, Meant { how: How::Description, ..target });
                event.confidence -= 0.1;
            }
            _ => {}
        }
    }
}

/// "Grâce à sa levée de 6 millions, X recrute": the subject of the sentence.
fn subject_of(context: Context<'_>, sentence: usize) -> Option<Meant> {
    let analysis = context.analyses.get(sentence)?;
    let main = analysis.clauses.iter().find(|clause| clause.link == ClauseLink::Main)?;
    let group = analysis.groups.get(main.subject?)?;
    match group.head {
        Head::Entity(entity, EntityKind::Organization) => {
            Some(Meant { entity, how: How::Description, tokens: (group.core.start, group.core.end) })
        }
        _ => None,
    }
}

/// "sur la base d'une valorisation de 3 milliards", "qui la valorise 3 milliards".
fn valuation(context: Context<'_>, draft: &mut Draft) {
    let Some(analysis) = context.analyses.get(draft.sentence()) else { return };
    let text = context.tokens.text();
    let is_value = |id: usize| {
        let group = analysis.groups.get(id);
        group.is_some_and(|group| context.tokens.span(group.core.clone()).of(text).starts_with("valoris"))
    };
    let parent = |id: usize| analysis.groups.get(id).and_then(|group| group.parent);
    // "une valorisation de l'ordre de 2 milliards".
    let value_noun = |id: usize| is_value(id) || parent(id).is_some_and(is_value);
    let by_noun = analysis.groups.iter().find_map(|group| match group.head {
        Head::Amount(index) if group.parent.is_some_and(value_noun) => Some(index),
        _ => None,
    });
    let valuing = |clause: &&Clause| context.lexicon.verbs.infinitive(clause.verb.predicate.verb) == "valoriser";
    let by_verb = || {
        let clause = analysis.clauses.iter().find(valuing)?;
        let groups = clause.objects.iter().chain(clause.complements.iter().map(|(_, id)| id));
        groups.filter_map(|id| analysis.groups.get(*id)).find_map(|group| match group.head {
            Head::Amount(index) => Some(index),
            _ => None,
        })
    };
    if let Some(index) = by_noun.or_else(by_verb) {
        draft.amounts.retain(|(_, known)| *known != index);
        draft.amounts.push((Slot::Valuation, index));
    }
}
