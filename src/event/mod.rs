//! Stage 10: one relation for each event.
//!
//! Candidates are given their entities (`draft`), completed from what the article tells elsewhere (`complete`,
//! `date`, `career`), joined where they tell one event (`merge`), linked with the events that they answer to
//! (`twins`) and written out (`emit`).

mod career;
mod complete;
mod confidence;
mod date;
mod deal;
mod derive;
mod draft;
mod emit;
mod employer;
mod listed;
mod merge;
mod round;
mod twins;
mod workplace;

use crate::clause::Analysis;
use crate::entity::Entities;
use crate::lexicon::Lexicon;
use crate::reference::{How, Meant, Resolver, careers};
use crate::relation::{Candidate, Frame, Frames, RelationKind, Slot};
use crate::token::Tokens;
use crate::types::{InvestmentKind, Relation, Sentence};
use crate::value::Values;

pub use confidence::{Factor, factors};
pub use draft::{Draft, StakeWords, Unsettled};

/// All that the stage looks at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The tokens of the article.
    pub tokens: &'a Tokens<'a>,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Its sentences as the clause stage read them.
    pub analyses: &'a [Analysis],
    /// Who and what it names.
    pub entities: &'a Entities,
    /// Its values.
    pub values: &'a Values,
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// The frames.
    pub frames: &'a Frames,
    /// Who is meant.
    pub resolver: &'a Resolver<'a>,
}

/// What the stage finds.
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// The relations of an article, in the order of their first evidence.
    pub relations: Vec<Relation>,
    /// Words other than names that mean somebody in a relation, in reading order.
    pub references: Vec<Meant>,
}

/// The relations of an article that are as sure as `least`. Linear in its candidates.
pub fn relations(context: Context<'_>, candidates: &[Candidate], least: f32) -> Events {
    let mut events = drafts(context, candidates, &mut |_, _| ());
    events.retain(|event| event.confidence >= least);
    let references = references(context, &events);
    Events { relations: events.iter().map(|event| emit::emit(context, event)).collect(), references }
}

/// The events of an article before they are written out, one for each relation. `unsettled` hears of the candidates, by
/// their index, that give none.
pub fn drafts(
    context: Context<'_>,
    candidates: &[Candidate],
    unsettled: &mut dyn FnMut(usize, Unsettled),
) -> Vec<Draft> {
    let told = careers(context.resolver.told(), context.resolver);
    let affiliations = context.resolver.affiliations().with(told);
    let resolver = context.resolver.knowing(&affiliations);
    let context = Context { resolver: &resolver, ..context };
    let mut drafts: Vec<Draft> = Vec::with_capacity(candidates.len());
    for (index, candidate) in candidates.iter().enumerate() {
        match draft::settle(context, candidate) {
            Ok(settled) => drafts.extend(settled),
            Err(why) => unsettled(index, why),
        }
    }
    let listed = listed::rounds(context);
    drafts.extend(listed.iter().filter_map(|candidate| draft::settle(context, candidate).ok()).flatten());
    drafts.sort_by_key(Draft::sentence);
    for draft in &mut drafts {
        complete::complete(context, draft);
        date::complete(context, draft);
    }
    let mut events = merge::merge(context, drafts);
    events.iter_mut().for_each(|event| deal::company(context, event));
    events.iter_mut().for_each(|event| deal::spender(context, event));
    events.iter_mut().for_each(|event| deal::kind(context, event));
    events.iter_mut().for_each(|event| deal::buyer(context, event));
    deal::rivals(context, &mut events);
    let mut events = merge::merge(context, events);
    workplace::correct(context, &mut events);
    derive::hirings(&mut events);
    career::complete(context, &mut events);
    twins::link(context, &mut events);
    events.retain(|event| tells_enough(context, event));
    // A deal whose company was not found tells nothing, nor does "l'opération" alone.
    let spent = |event: &Draft| event.kind == Some(InvestmentKind::Spending) && event.entity(Slot::Investor).is_some();
    let named = |event: &Draft| event.entity(Slot::Target).is_some() && !event.is_deal();
    let told = |event: &Draft| spent(event) || named(event) || event.is_asset_sale();
    events.retain(|event| event.relation != RelationKind::Investment || told(event));
    events.iter_mut().for_each(|event| deal::kind(context, event));
    confidence::rate(context, &mut events);
    events
}

/// Whether some frame that told an event finds in the article what it wants.
fn tells_enough(context: Context<'_>, event: &Draft) -> bool {
    let told = |slot: Slot| event.has(slot) && event.entity(slot).is_none_or(|meant| meant.how != How::Focus);
    let satisfied = |frame: &Frame| frame.wants.iter().all(|any| any.iter().any(|slot| told(*slot)));
    event.evidence.iter().any(|(_, _, frame)| context.frames.get(*frame).is_none_or(satisfied))
}

/// Words other than names that mean somebody: those of relations, and all that the reference stage resolves.
fn references(context: Context<'_>, events: &[Draft]) -> Vec<Meant> {
    let filled = events.iter().flat_map(|event| event.entities.iter().map(|(_, meant)| *meant));
    let chain = context.resolver.chain().all().iter().filter(|referent| !referent.part);
    let chained = chain.flat_map(|referent| {
        referent.entities.iter().map(|entity| Meant { entity: *entity, how: referent.how, tokens: referent.tokens })
    });
    let all = filled.chain(chained);
    let mut out: Vec<Meant> = all
        .filter(|meant| matches!(meant.how, How::Description | How::Pronoun) && meant.tokens.0 < meant.tokens.1)
        .collect();
    out.sort_by_key(|meant| (meant.tokens, meant.entity));
    out.dedup_by_key(|meant| (meant.tokens, meant.entity));
    out
}
