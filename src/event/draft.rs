//! Candidates with their entities.

use super::Context;
use crate::clause::{Analysis, ClauseLink, Group, GroupId, Head};
use crate::reference::{How, Meant};
use crate::relation::{Candidate, Fill, Filler, Holds, RelationKind, Slot};
use crate::types::{InvestmentKind, Per, Quantity, Reason, SentenceKind, Status};
use rust_decimal::Decimal;
use std::ops::Range;

/// No relation lists more entities, so that damaged input costs no more than linear time.
const ENTITIES: usize = 64;

/// A relation in the making.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What it tells.
    pub relation: RelationKind,
    /// Slots that entities fill, in the order of filling; several only for investors.
    pub entities: Vec<(Slot, Meant)>,
    /// The posts, and other nouns, as tokens.
    pub roles: Vec<(Slot, RoleWords)>,
    /// Indices of amounts.
    pub amounts: Vec<(Slot, usize)>,
    /// Percentages or shares.
    pub shares: Vec<(Slot, StakeWords)>,
    /// Indices of dates other than the one below.
    pub dates: Vec<(Slot, usize)>,
    /// Index of the date.
    pub date: Option<usize>,
    /// Years to add to that date: the verb tells whether "en septembre" is the last one or the next one.
    pub shift: i16,
    /// Whether that date is only when somebody announced it.
    pub announced: bool,
    /// `A`, `seed`.
    pub round: Option<String>,
    /// Of which kind an investment is.
    pub kind: Option<InvestmentKind>,
    /// Why somebody leaves.
    pub reason: Option<Reason>,
    /// The status that each mention gives, with its weight.
    pub statuses: Vec<(Status, u32)>,
    /// From 0 to 1, once all is known of it.
    pub confidence: f32,
    /// Where it is told: sentence, tokens, frame.
    pub evidence: Vec<(usize, Range<usize>, usize)>,
}

/// The words of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleWords {
    /// Its tokens, without article and employer.
    pub tokens: Range<usize>,
}

/// Where a part of the capital is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StakeWords {
    /// Index of a percentage.
    Percentage(usize),
    /// Index of a share in words.
    Share(usize),
}

impl Draft {
    /// The entity that fills a slot.
    pub fn entity(&self, slot: Slot) -> Option<Meant> {
        self.entities.iter().find(|(known, _)| *known == slot).map(|(_, meant)| *meant)
    }

    /// All entities that fill a slot.
    pub fn all(&self, slot: Slot) -> impl Iterator<Item = Meant> + '_ {
        self.entities.iter().filter(move |(known, _)| *known == slot).map(|(_, meant)| *meant)
    }

    /// The post that fills a slot.
    pub fn role(&self, slot: Slot) -> Option<&RoleWords> {
        self.roles.iter().find(|(known, _)| *known == slot).map(|(_, words)| words)
    }

    /// The amount that fills a slot.
    pub fn amount(&self, slot: Slot) -> Option<usize> {
        self.amounts.iter().find(|(known, _)| *known == slot).map(|(_, index)| *index)
    }

    /// The part that fills a slot.
    pub fn share(&self, slot: Slot) -> Option<StakeWords> {
        self.shares.iter().find(|(known, _)| *known == slot).map(|(_, words)| *words)
    }

    /// The date that fills a slot.
    pub fn date(&self, slot: Slot) -> Option<usize> {
        let other = || self.dates.iter().find(|(known, _)| *known == slot).map(|(_, index)| *index);
        self.date.filter(|_| slot == Slot::Date).or_else(other)
    }

    /// Whether anything fills a slot.
    pub fn has(&self, slot: Slot) -> bool {
        let named = self.entity(slot).is_some() || self.role(slot).is_some();
        named || self.amount(slot).is_some() || self.share(slot).is_some() || self.date(slot).is_some()
    }

    /// "X cède 61 magasins à Y": what is sold has no name.
    pub fn is_asset_sale(&self) -> bool {
        let between = self.entity(Slot::Investor).is_some() && self.entity(Slot::Seller).is_some();
        self.kind == Some(InvestmentKind::Acquisition) && between && self.entity(Slot::Target).is_none()
    }

    /// "l'opération": an investment whose kind and company another sentence tells.
    pub fn is_deal(&self) -> bool {
        self.relation == RelationKind::Investment && self.kind.is_none()
    }

    /// The sentence of the first evidence.
    pub fn sentence(&self) -> usize {
        self.evidence.first().map_or(0, |(sentence, _, _)| *sentence)
    }

    /// The status that most mentions give; of equals, the first.
    pub fn status(&self) -> Status {
        if let [(status, _)] = self.statuses.as_slice() {
            return *status;
        }
        // At most one sum for each status, in the order of first mention.
        let mut sums: Vec<(Status, u32)> = Vec::new();
        for (status, weight) in &self.statuses {
            match sums.iter_mut().find(|(known, _)| known == status) {
                Some((_, sum)) => *sum += weight,
                None => sums.push((*status, *weight)),
            }
        }
        let first_best = sums.into_iter().reduce(|best, other| if other.1 > best.1 { other } else { best });
        first_best.map_or(Status::Completed, |(status, _)| status)
    }

    pub(super) fn set_entity(&mut self, slot: Slot, meant: Meant) {
        let more = slot.is_several() && self.entities.len() < ENTITIES;
        if self.entity(slot).is_none() || more && self.all(slot).all(|known| known.entity != meant.entity) {
            self.entities.push((slot, meant));
        }
    }
}

/// Why a candidate gives no event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsettled {
    /// It stands in a block that tells of other articles.
    Aside(SentenceKind),
    /// It is not known who is meant in these slots, or what the others leave is no event.
    Unknown(Vec<Slot>),
}

/// The drafts of a candidate: one for each person, or each target, of an enumeration. None if somebody without whom
/// there is no event stays unknown.
pub(super) fn settle(context: Context<'_>, candidate: &Candidate) -> Result<Vec<Draft>, Unsettled> {
    if let Some(kind) = aside(context, candidate) {
        return Err(Unsettled::Aside(kind));
    }
    let mut draft = Draft {
        relation: candidate.relation,
        entities: Vec::new(),
        roles: Vec::new(),
        amounts: Vec::new(),
        shares: Vec::new(),
        dates: Vec::new(),
        date: None,
        shift: 0,
        announced: false,
        round: None,
        kind: candidate.kind,
        reason: candidate.reason,
        statuses: vec![(candidate.status, weight(context, candidate.sentence))],
        confidence: 0.0,
        evidence: vec![(candidate.sentence, candidate.tokens.clone(), candidate.frame)],
    };
    let mut unresolved = Vec::new();
    // Names first: whoever fills one slot cannot be meant by the pronoun of another.
    let (names, others): (Vec<&Fill>, Vec<&Fill>) =
        candidate.fills.iter().partition(|fill| is_name(context, candidate.sentence, fill));
    for fill in names.into_iter().chain(others) {
        fill_slot(context, candidate, fill, &mut draft, &mut unresolved);
    }
    untangle(&mut draft, &mut unresolved);
    if lacks_core(context, candidate, &draft, &unresolved) {
        return Err(Unsettled::Unknown(unresolved));
    }
    Ok(spread(context, candidate, draft))
}

fn is_name(context: Context<'_>, sentence: usize, fill: &Fill) -> bool {
    let Filler::Group(id) = fill.filler else { return false };
    let group = context.analyses.get(sentence).and_then(|analysis| analysis.groups.get(id));
    group.is_some_and(|group| matches!(group.head, Head::Entity(..)))
}

/// Nobody succeeds himself, and what an organization puts into itself has no target.
fn untangle(draft: &mut Draft, unresolved: &mut Vec<Slot>) {
    let is = |draft: &Draft, a: Slot, b: Slot| {
        let (x, y) = (draft.entity(a), draft.entity(b));
        x.is_some() && x.map(|m| m.entity) == y.map(|m| m.entity)
    };
    let twice = [
        (Slot::Replaces, Slot::Person),
        (Slot::Successor, Slot::Person),
        (Slot::PreviousEmployer, Slot::Employer),
        (Slot::Destination, Slot::Employer),
        (Slot::Seller, Slot::Target),
    ];
    for (extra, main) in twice {
        if is(draft, extra, main) {
            draft.entities.retain(|(slot, _)| *slot != extra);
        }
    }
    let Some(target) = draft.entity(Slot::Target) else { return };
    if draft.all(Slot::Investor).any(|meant| meant.entity == target.entity) {
        match draft.kind {
            Some(InvestmentKind::FundingRound) => {
                draft.entities.retain(|(slot, meant)| *slot != Slot::Investor || meant.entity != target.entity);
            }
            Some(InvestmentKind::Acquisition) => {
                draft.entities.retain(|(slot, _)| *slot != Slot::Target);
                unresolved.push(Slot::Target);
            }
            _ => {
                draft.entities.retain(|(slot, _)| *slot != Slot::Target);
                draft.kind = Some(InvestmentKind::Spending);
            }
        }
    }
}

/// Headlines of other articles and page furniture tell nothing of this article.
fn aside(context: Context<'_>, candidate: &Candidate) -> Option<SentenceKind> {
    let kind = context.sentences.get(candidate.sentence)?.kind;
    matches!(kind, SentenceKind::Teaser | SentenceKind::Notice | SentenceKind::Byline | SentenceKind::Caption)
        .then_some(kind)
}

/// The press tells the past in the present in titles: the body knows the status better.
fn weight(context: Context<'_>, sentence: usize) -> u32 {
    match context.sentences.get(sentence).map(|s| s.kind) {
        Some(SentenceKind::Title | SentenceKind::Heading) => 2,
        _ => 3,
    }
}

fn fill_slot(context: Context<'_>, candidate: &Candidate, fill: &Fill, draft: &mut Draft, unresolved: &mut Vec<Slot>) {
    let group_id = match fill.filler {
        Filler::Group(id) => Some(id),
        _ => None,
    };
    let analysis = context.analyses.get(candidate.sentence);
    let group = group_id.and_then(|id| analysis.and_then(|a| a.groups.get(id)));
    match (fill.slot, group.map(|group| group.head)) {
        (slot, Some(Head::Amount(index))) if !(slot == Slot::Amount && is_price(context, index)) => {
            draft.amounts.push((slot, index));
        }
        (_, Some(Head::Amount(_))) => {}
        (slot, Some(head @ (Head::Percentage(_) | Head::Share(_)))) => {
            draft.shares.extend(stake_words(head).map(|words| (slot, words)));
        }
        (Slot::Date, Some(Head::Date(index))) => draft.date = Some(index),
        (slot, Some(Head::Date(index))) => draft.dates.push((slot, index)),
        (Slot::Role | Slot::PreviousRole, _) => {
            if let Some(id) = group_id {
                draft.roles.push((fill.slot, role_words(context, candidate.sentence, id)));
            }
        }
        (slot, head) => {
            // "X cède 20 % de son capital": the seller owns what it sells.
            let own = matches!(fill.filler, Filler::Possessor(_)) && slot == Slot::Target;
            let others = draft.entities.iter().filter(|(slot, _)| !(own && *slot == Slot::Seller));
            let barred: Vec<usize> = others.map(|(_, meant)| meant.entity).collect();
            let meant = context.resolver.meant(candidate.sentence, slot, fill.filler, &barred);
            let words = group_id.filter(|_| slot.holds().has(Holds::ROLE | Holds::NOUN));
            match (meant.filter(|meant| suits(context, slot, *meant)), words) {
                (Some(meant), _) => draft.set_entity(slot, meant),
                (None, Some(id)) if matches!(head, Some(Head::Role(_))) => {
                    draft.roles.push((slot, role_words(context, candidate.sentence, id)));
                }
                (None, Some(id)) if slot.holds().has(Holds::NOUN) => {
                    draft.roles.push((slot, noun_words(context, candidate.sentence, id)));
                }
                _ => unresolved.push(slot),
            }
        }
    }
}

/// What one share costs says nothing of the whole. No company costs 12.50 euros, though one may be had for a symbolic
/// euro.
fn is_price(context: Context<'_>, index: usize) -> bool {
    let Some(amount) = context.values.amounts.get(index) else { return false };
    let little = match amount.money.quantity {
        Quantity::Single { value } => value < Decimal::ONE_THOUSAND && value != Decimal::ONE,
        Quantity::Range { .. } => false,
    };
    // "8 millions par mois": a running cost.
    little || matches!(amount.per, Some(Per::Share | Per::Month))
}

fn stake_words(head: Head) -> Option<StakeWords> {
    match head {
        Head::Percentage(index) => Some(StakeWords::Percentage(index)),
        Head::Share(index) => Some(StakeWords::Share(index)),
        _ => None,
    }
}

fn suits(context: Context<'_>, slot: Slot, meant: Meant) -> bool {
    let kind = context.entities.list.get(meant.entity).map(|entity| entity.kind);
    kind.is_some_and(|kind| slot.holds().has_entity(kind))
}

/// The words of a post: its core, and what "de" and the like add, up to the employer.
pub(super) fn role_words(context: Context<'_>, sentence: usize, id: GroupId) -> RoleWords {
    let Some(analysis) = context.analyses.get(sentence) else { return RoleWords { tokens: 0..0 } };
    let Some(group) = analysis.groups.get(id) else { return RoleWords { tokens: 0..0 } };
    let mut tokens = group.core.clone();
    for (child, inside) in analysis.groups.iter().enumerate().skip(id + 1) {
        let next = inside.parent == Some(id) || inside.parent.is_some_and(|p| p > id && p < child);
        let plain = matches!(inside.head, Head::Common(_)) || matches!(inside.head, Head::Role(_));
        let close = inside.tokens.start <= tokens.end + 2;
        if !(next && plain && close) {
            break;
        }
        tokens.end = inside.tokens.end;
    }
    RoleWords { tokens }
}

/// The words of any other noun: without its article, with what hangs on it.
fn noun_words(context: Context<'_>, sentence: usize, id: GroupId) -> RoleWords {
    let group = |id: GroupId| context.analyses.get(sentence).and_then(|analysis| analysis.groups.get(id));
    let Some(noun) = group(id) else { return RoleWords { tokens: 0..0 } };
    let article = usize::from(noun.determiner.is_some() && noun.tokens.start < noun.core.start);
    let mut tokens = noun.tokens.start + article..noun.tokens.end;
    let mut next = id + 1;
    while let Some(inside) = group(next).filter(|inside| inside.parent.is_some_and(|p| id <= p && p < next)) {
        tokens.end = tokens.end.max(inside.tokens.end);
        next += 1;
    }
    RoleWords { tokens }
}

fn lacks_core(context: Context<'_>, candidate: &Candidate, draft: &Draft, unresolved: &[Slot]) -> bool {
    match candidate.relation {
        RelationKind::Hiring | RelationKind::Departure => draft.entity(Slot::Person).is_none(),
        RelationKind::Investment => {
            let named = draft.entity(Slot::Target).is_some() || draft.entity(Slot::Investor).is_some();
            // "un tour de 2 millions a eu lieu en 2020", "2 millions seront investis": whose, the article tells elsewhere.
            let spending = draft.kind == Some(InvestmentKind::Spending);
            let open =
                (spending || draft.kind == Some(InvestmentKind::FundingRound)) && draft.amount(Slot::Amount).is_some();
            let vague = spending && (!open || unresolved.contains(&Slot::Investor));
            !(named || open || draft.is_deal()) || vague || unresolved.contains(&Slot::Target) || is_only_help(draft)
        }
        RelationKind::Own(_) => {
            let filled = candidate.fills.iter().any(|fill| fill.slot != Slot::Date && draft.has(fill.slot));
            let frame = context.frames.get(candidate.frame);
            !(filled && frame.is_some_and(|frame| frame.is_told_by(|slot| draft.has(slot))))
        }
    }
}

/// "Celle-ci apporte son appui": what a pronoun brings is money only where an amount or a share is told.
fn is_only_help(draft: &Draft) -> bool {
    let measured = !draft.amounts.is_empty() || !draft.shares.is_empty();
    let human = |meant: Meant| meant.how == How::Pronoun;
    let nobody = draft.entity(Slot::Investor).is_none() && draft.entity(Slot::Seller).is_none();
    let vague = nobody && draft.entity(Slot::Target).is_some_and(human);
    draft.kind != Some(InvestmentKind::FundingRound) && !measured && (vague || draft.all(Slot::Investor).any(human))
}

/// "X évincé, Y assure l'intérim": a verb parts what looks like an enumeration.
fn is_parted(analysis: &Analysis, end: usize, id: GroupId, group: &Group) -> bool {
    analysis.clauses.iter().any(|clause| {
        let verb = clause.verb.tokens.start;
        // "X, venue de Thales, et Y": what is said of X in passing parts nothing.
        let aside = matches!(clause.link, ClauseLink::Participle | ClauseLink::Relative(_));
        clause.subject == Some(id) || end <= verb && verb < group.tokens.start && !aside
    })
}

/// "nomme X et Y": one event each.
fn spread(context: Context<'_>, candidate: &Candidate, draft: Draft) -> Vec<Draft> {
    let slot = match candidate.relation {
        RelationKind::Investment => Slot::Target,
        RelationKind::Hiring | RelationKind::Departure => Slot::Person,
        RelationKind::Own(_) => return vec![draft],
    };
    let Some(analysis) = context.analyses.get(candidate.sentence) else { return vec![draft] };
    let Some(filler) = candidate.get(slot) else { return vec![draft] };
    let mut out = vec![draft.clone()];
    // "ils", "les deux associés", "les a recrutés".
    let several = context.resolver.all_meant(candidate.sentence, slot, filler, &[]).into_iter().skip(1);
    let several: Vec<Draft> = several.filter_map(|meant| copy_for(context, slot, meant, &draft)).collect();
    let Filler::Group(first) = filler else {
        out.extend(several);
        return out;
    };
    beside(analysis, first, &mut out);
    let end = analysis.groups.get(first).map_or(0, |group| group.tokens.end);
    for (id, group) in analysis.groups.iter().enumerate() {
        if group.first != Some(first) || !slot.accepts(group) || is_parted(analysis, end, id, group) {
            continue;
        }
        let meant = context.resolver.group(candidate.sentence, slot, id, &[]).filter(|meant| meant.how == How::Name);
        if let Some(other) = meant.and_then(|meant| copy_for(context, slot, meant, &draft)) {
            let mut other = [other];
            beside(analysis, id, &mut other);
            out.extend(other);
        }
    }
    out.extend(several);
    match slot {
        Slot::Person if out.len() > 1 => apart(&mut out),
        Slot::Target => share_out(&mut out),
        _ => {}
    }
    out
}

/// The same event for another one.
fn copy_for(context: Context<'_>, slot: Slot, meant: Meant, draft: &Draft) -> Option<Draft> {
    let mut other = draft.clone();
    other.entities.retain(|(known, _)| *known != slot);
    other.entities.insert(0, (slot, meant));
    suits(context, slot, meant).then_some(other)
}

/// "X (52 %) et Y (65 %)": the part of each stands behind its name.
fn beside(analysis: &Analysis, target: GroupId, drafts: &mut [Draft]) {
    let part = analysis.groups.iter().find(|group| group.parent == Some(target) && group.enclosure != 0);
    let stake = part.and_then(|group| stake_words(group.head));
    for draft in drafts.iter_mut().filter(|draft| draft.relation == RelationKind::Investment) {
        if let Some(stake) = stake {
            draft.shares.retain(|(slot, _)| *slot != Slot::Stake);
            draft.shares.push((Slot::Stake, stake));
        }
    }
}

/// "X et Y ont levé 12 et 30 millions": to each its own.
fn share_out(drafts: &mut [Draft]) {
    let several = drafts.len();
    for (place, draft) in drafts.iter_mut().enumerate() {
        let is_amount = |slot: Slot| slot == Slot::Amount;
        let amounts: Vec<usize> =
            draft.amounts.iter().filter(|(slot, _)| is_amount(*slot)).map(|(_, index)| *index).collect();
        if amounts.len() > 1 {
            let own = if amounts.len() == several { amounts.get(place) } else { amounts.first() };
            draft.amounts.retain(|(slot, index)| !is_amount(*slot) || Some(index) == own);
        }
    }
}

/// "X, ex-Y, ainsi que Z, ex-W": what each was stands behind the own name.
fn apart(drafts: &mut [Draft]) {
    let starts: Vec<usize> = drafts.iter().filter_map(|draft| draft.entity(Slot::Person)).map(|m| m.tokens.0).collect();
    let Some(first) = starts.first().copied() else { return };
    for draft in drafts {
        let Some(start) = draft.entity(Slot::Person).map(|meant| meant.tokens.0) else { continue };
        let own = |at: usize| {
            let owner = starts.iter().copied().filter(|begin| *begin <= at).max();
            at < first || owner == Some(start)
        };
        draft.entities.retain(|(slot, meant)| *slot != Slot::PreviousEmployer || own(meant.tokens.0));
        draft.roles.retain(|(slot, words)| *slot != Slot::PreviousRole || own(words.tokens.start));
    }
}
