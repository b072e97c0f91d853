//! Mentions of one event become one draft.

use super::Context;
use super::career::is_old;
use super::draft::{Draft, RoleWords, StakeWords};
use crate::reference::{How, Post};
use crate::relation::{RelationKind, Slot};
use crate::types::{Date, InvestmentKind, Money, Status};
use rust_decimal::Decimal;

/// Joins drafts that tell one event, in the order of their first mention. Each draft is compared with the events of its
/// person or organization only, and with the last of those only, so that the cost stays linear.
pub(super) fn merge(context: Context<'_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut events: Vec<Draft> = Vec::new();
    for draft in drafts {
        let recent = events.len().saturating_sub(64);
        let mut known = events.iter().skip(recent);
        let same = |event: &Draft| same_event(context, event, &draft);
        // "l'opération", "ce tour" are the ones told last.
        let bare = draft.relation == RelationKind::Investment && draft.entity(Slot::Target).is_none();
        let place = if draft.is_deal() || bare { known.rposition(same) } else { known.position(same) };
        match place.and_then(|place| events.get_mut(recent + place)) {
            Some(event) => absorb(context, event, draft),
            None => events.push(draft),
        }
    }
    events
}

fn same_event(context: Context<'_>, a: &Draft, b: &Draft) -> bool {
    if a.relation != b.relation || !dates_agree(context, a, b) && !is_told_ahead(a, b) {
        return false;
    }
    match a.relation {
        RelationKind::Investment => same_investment(context, a, b),
        RelationKind::Hiring | RelationKind::Departure => same_move(context, a, b),
        RelationKind::Own(_) => same_declared(context, a, b),
    }
}

/// "X dirigera Y à compter de juin : le conseil l'a désigné lundi": decided at one time, effective at another.
fn is_told_ahead(a: &Draft, b: &Draft) -> bool {
    let statuses = [a.status(), b.status()];
    let ahead = statuses.contains(&Status::Planned) && statuses.contains(&Status::Completed);
    a.relation == RelationKind::Hiring && ahead && a.sentence() == b.sentence()
}

fn same_move(context: Context<'_>, a: &Draft, b: &Draft) -> bool {
    if a.entity(Slot::Person).map(|m| m.entity) != b.entity(Slot::Person).map(|m| m.entity) {
        return false;
    }
    let (Some(x), Some(y)) = (a.entity(Slot::Employer), b.entity(Slot::Employer)) else { return true };
    let dated = a.date.is_some() && b.date.is_some();
    if is_old(context, a) != is_old(context, b) && !roles_told_alike(context, a, b) {
        // What was years ago is another event than what the article tells without a date.
        return false;
    }
    if x.entity == y.entity {
        return roles_agree(context, a, b) || !dated;
    }
    // An employer that was only supposed gives way to one that is told.
    (x.how == How::Focus || y.how == How::Focus) && roles_agree(context, a, b)
}

fn roles_agree(context: Context<'_>, a: &Draft, b: &Draft) -> bool {
    let (Some(x), Some(y)) = (a.role(Slot::Role), b.role(Slot::Role)) else { return true };
    let first = |words: &RoleWords| context.tokens.get(words.tokens.start).base;
    first(x) == first(y) || is_same_post(context, x, y)
}

fn roles_told_alike(context: Context<'_>, a: &Draft, b: &Draft) -> bool {
    let told = a.role(Slot::Role).is_some() && b.role(Slot::Role).is_some();
    let first = |draft: &Draft| draft.evidence.first().cloned();
    let one = first(a).zip(first(b)).is_some_and(|((s, x, _), (t, y, _))| s == t && x == y);
    (one || told) && roles_agree(context, a, b)
}

/// Whether the words of two posts name one.
pub(super) fn is_same_post(context: Context<'_>, a: &RoleWords, b: &RoleWords) -> bool {
    let told = context.resolver.told();
    Post::new(told, a.tokens.clone()).is(&Post::new(told, b.tokens.clone()))
}

fn same_investment(context: Context<'_>, a: &Draft, b: &Draft) -> bool {
    let target = |draft: &Draft| draft.entity(Slot::Target).map(|m| m.entity);
    let same_amount = amounts_agree(context, a, b);
    let one_amount = a.amount(Slot::Amount).is_some() && b.amount(Slot::Amount).is_some() && same_amount;
    let shared = a.all(Slot::Investor).any(|x| b.all(Slot::Investor).any(|y| x.entity == y.entity));
    let open = a.entity(Slot::Investor).is_none() || b.entity(Slot::Investor).is_none();
    match (target(a), target(b)) {
        (Some(x), Some(y)) if x == y => {
            let rounds = a.kind == Some(InvestmentKind::FundingRound) && a.kind == b.kind;
            // Who takes 2 % is not who takes half.
            let part = |draft: &Draft| draft.share(Slot::Stake).and_then(|words| percent(context, words));
            let parts = shared || part(a).zip(part(b)).is_none_or(|(x, y)| x == y);
            same_amount
                && parts
                && !(rounds && !one_amount && sought_again(a, b))
                && (shared || open || rounds && (one_amount || a.sentence() == b.sentence()))
        }
        (Some(_), Some(_)) => false,
        _ if is_told_on(a, b) && !is_old(context, a) => same_amount,
        _ => one_amount && (shared || open),
    }
}

fn percent(context: Context<'_>, words: StakeWords) -> Option<Decimal> {
    match words {
        StakeWords::Percentage(index) => context.values.percentages.get(index).map(|percentage| percentage.value),
        StakeWords::Share(_) => None,
    }
}

/// A round that was closed, and one that was sought.
fn sought_again(a: &Draft, b: &Draft) -> bool {
    let sought = |draft: &Draft| matches!(draft.status(), Status::Proposed | Status::Denied);
    sought(a) != sought(b) && a.sentence() != b.sentence()
}

/// "Le tour est mené par X", "l'opération s'élève à": a round or a deal without its company is the one told just before.
fn is_told_on(a: &Draft, b: &Draft) -> bool {
    let last = a.evidence.iter().map(|(sentence, _, _)| *sentence).max().unwrap_or(0);
    if b.is_deal() {
        return a.kind != Some(InvestmentKind::Spending) && b.sentence().abs_diff(last) <= 3;
    }
    let rounds = a.kind == Some(InvestmentKind::FundingRound);
    let shared = b.all(Slot::Investor).all(|x| a.all(Slot::Investor).any(|y| x.entity == y.entity));
    let bare = b.entity(Slot::Target).is_none() && b.entity(Slot::Investor).is_some();
    a.kind == b.kind
        && (rounds || shared)
        && bare
        && (b.amount(Slot::Amount).is_none() || b.sentence().abs_diff(last) <= 3)
}

/// Of a declared type: they share somebody in one slot, and no slot contradicts. Where nobody is named at all, they begin
/// with the same words.
fn same_declared(context: Context<'_>, a: &Draft, b: &Draft) -> bool {
    let within = |slot: Slot, x: &Draft, y: &Draft| x.all(slot).all(|m| y.all(slot).any(|n| n.entity == m.entity));
    let agree = |slot: Slot| within(slot, a, b) || within(slot, b, a);
    let shares = |slot: Slot| a.share(slot).is_none() || b.share(slot).is_none() || a.share(slot) == b.share(slot);
    let sums = |slot: Slot| sums_agree(context, slot, a, b);
    let (named, told) = (a.entities.iter(), b.entities.iter());
    let shared = named.clone().any(|(slot, m)| b.all(*slot).any(|n| n.entity == m.entity));
    let first = |words: &RoleWords| context.tokens.get(words.tokens.start).base;
    let alike = || a.roles.iter().any(|(slot, words)| b.role(*slot).is_some_and(|other| first(words) == first(other)));
    let nobody = a.entities.is_empty() && b.entities.is_empty();
    (shared || nobody && alike())
        && named.chain(told).all(|(slot, _)| agree(*slot))
        && a.amounts.iter().all(|(slot, _)| sums(*slot))
        && a.shares.iter().all(|(slot, _)| shares(*slot))
}

fn money(context: Context<'_>, draft: &Draft, slot: Slot) -> Option<Money> {
    context.values.amounts.get(draft.amount(slot)?).map(|amount| amount.money)
}

fn amounts_agree(context: Context<'_>, a: &Draft, b: &Draft) -> bool {
    sums_agree(context, Slot::Amount, a, b)
}

fn sums_agree(context: Context<'_>, slot: Slot, a: &Draft, b: &Draft) -> bool {
    match (money(context, a, slot), money(context, b, slot)) {
        (Some(x), Some(y)) => {
            x.quantity == y.quantity && (x.currency == y.currency || x.currency.is_none() || y.currency.is_none())
        }
        _ => true,
    }
}

fn date_of(context: Context<'_>, draft: &Draft) -> Option<Date> {
    context.values.dates.get(draft.date?).map(|date| date.value)
}

/// Whether one date lies within the other.
fn dates_agree(context: Context<'_>, a: &Draft, b: &Draft) -> bool {
    let (Some(x), Some(y)) = (date_of(context, a), date_of(context, b)) else { return true };
    if a.announced != b.announced {
        // Announced one month, done in another.
        return x.year().abs_diff(y.year()) <= 1;
    }
    if x.year() != y.year() {
        return false;
    }
    match (x.month(), y.month()) {
        (Some(m), Some(n)) => m == n,
        _ => true,
    }
}

fn absorb(context: Context<'_>, event: &mut Draft, draft: Draft) {
    // Whoever is told by name is surer than whoever is meant by other words.
    for slot in [Slot::Employer, Slot::Target, Slot::Person] {
        let how = |d: &Draft| d.entity(slot).map(|meant| meant.how);
        if how(&draft).is_some_and(|new| how(event).is_none_or(|known| new < known)) {
            event.entities.retain(|(known, _)| *known != slot);
        }
    }
    // "L'opération sera bouclée en juin" says when, not whether.
    let telling = !draft.is_deal() || draft.status() == Status::Denied;
    let statuses = if telling { draft.statuses } else { Vec::new() };
    for (slot, meant) in draft.entities {
        event.set_entity(slot, meant);
    }
    for (slot, words) in draft.roles {
        if event.role(slot).is_none_or(|known| words.tokens.len() > known.tokens.len()) {
            event.roles.retain(|(known, _)| *known != slot);
            event.roles.push((slot, words));
        }
    }
    for (slot, index) in draft.amounts {
        match event.amount(slot) {
            None => event.amounts.push((slot, index)),
            Some(known) if is_fuller(context, index, known) => {
                event.amounts.retain(|(s, _)| *s != slot);
                event.amounts.push((slot, index));
            }
            Some(_) => {}
        }
    }
    let shares = draft.shares.into_iter().filter(|(slot, _)| event.share(*slot).is_none()).collect::<Vec<_>>();
    event.shares.extend(shares);
    let dates = draft.dates.into_iter().filter(|(slot, _)| event.date(*slot).is_none()).collect::<Vec<_>>();
    event.dates.extend(dates);
    event.round = event.round.take().or(draft.round);
    event.kind = event.kind.or(draft.kind);
    event.reason = event.reason.or(draft.reason);
    if event.date.is_none() || event.announced && !draft.announced && draft.date.is_some() {
        (event.date, event.announced, event.shift) = (draft.date, draft.announced, draft.shift);
    } else if event.announced == draft.announced {
        let known = event.date;
        event.date = finer(context, known, draft.date);
        if event.date != known {
            event.shift = draft.shift;
        }
    }
    event.statuses.extend(statuses);
    event.evidence.extend(draft.evidence);
}

/// An amount whose currency is told serves for one whose currency is not.
fn is_fuller(context: Context<'_>, index: usize, known: usize) -> bool {
    let currency = |i: usize| context.values.amounts.get(i).and_then(|amount| amount.money.currency);
    currency(known).is_none() && currency(index).is_some()
}

fn finer(context: Context<'_>, a: Option<usize>, b: Option<usize>) -> Option<usize> {
    let precision = |i: usize| context.values.dates.get(i).map(|date| date.value.precision());
    match (a, b) {
        (Some(x), Some(y)) if precision(y) > precision(x) => Some(y),
        (Some(x), _) => Some(x),
        (None, y) => y,
    }
}
