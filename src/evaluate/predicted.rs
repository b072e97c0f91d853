use super::slot::Slot;
use crate::types::{
    Amount, Departure, Entity, EntitySlot, Extraction, Hiring, Investment, InvestmentKind, Money, MoneySlot, Reason,
    Relation, RoleSlot, Stake, Status,
};
use serde::Deserialize;
use std::borrow::Cow;

/// What was read in one article, as far as it is scored. Deserializes from a line that `depeche extract` printed;
/// what a line leaves out counts as not found.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Prediction {
    /// The article that it was read in.
    pub id: String,
    /// People, organizations, places and products.
    #[serde(default)]
    pub entities: Vec<Entity>,
    /// Amounts of money.
    #[serde(default)]
    pub amounts: Vec<Amount>,
    /// Hirings, departures and investments.
    #[serde(default)]
    pub relations: Vec<Relation>,
}

impl Prediction {
    /// What was read in the article called `id`.
    pub fn new(id: impl Into<String>, extraction: Extraction) -> Self {
        let Extraction { entities, amounts, relations, .. } = extraction;
        Self { id: id.into(), entities, amounts, relations }
    }
}

/// What fills a slot of a relation that was read.
pub(super) enum Filler<'r> {
    /// Nothing.
    Absent,
    /// A name, role, date or word; never empty.
    One(Cow<'r, str>),
    /// Several names; never empty ones.
    Many(Vec<&'r str>),
    /// An amount of money.
    Money(&'r Money),
}

/// What fills `slot`; nothing where relations of this type have no such slot.
pub(super) fn filler(relation: &Relation, slot: Slot) -> Filler<'_> {
    match relation {
        Relation::Hiring(hiring) => of_hiring(hiring, slot),
        Relation::Departure(departure) => of_departure(departure, slot),
        Relation::Investment(investment) => of_investment(investment, slot),
        Relation::Generic(_) => Filler::Absent,
    }
}

fn of_hiring(hiring: &Hiring, slot: Slot) -> Filler<'_> {
    match slot {
        Slot::Person => name(hiring.person.as_ref()),
        Slot::Employer => name(hiring.employer.as_ref()),
        Slot::Role => role(hiring.role.as_ref()),
        Slot::PreviousEmployer => name(hiring.previous_employer.as_ref()),
        Slot::PreviousRole => role(hiring.previous_role.as_ref()),
        Slot::Replaces => name(hiring.replaces.as_ref()),
        Slot::Date => written(hiring.date.map(|date| date.value)),
        Slot::Status => status(hiring.status),
        _ => Filler::Absent,
    }
}

fn of_departure(departure: &Departure, slot: Slot) -> Filler<'_> {
    match slot {
        Slot::Person => name(departure.person.as_ref()),
        Slot::Employer => name(departure.employer.as_ref()),
        Slot::Role => role(departure.role.as_ref()),
        Slot::Date => written(departure.date.map(|date| date.value)),
        Slot::Reason => departure.reason.map_or(Filler::Absent, reason),
        Slot::Destination => name(departure.destination.as_ref()),
        Slot::Successor => name(departure.successor.as_ref()),
        Slot::Status => status(departure.status),
        _ => Filler::Absent,
    }
}

fn of_investment(investment: &Investment, slot: Slot) -> Filler<'_> {
    match slot {
        Slot::Kind => kind(investment.kind),
        Slot::Investor => {
            let names = investment.investor.iter().map(|slot| slot.name.as_str());
            Filler::Many(names.filter(|name| !name.is_empty()).collect())
        }
        Slot::Target => name(investment.target.as_ref()),
        Slot::Seller => name(investment.seller.as_ref()),
        Slot::Amount => money(investment.amount.as_ref()),
        Slot::Stake => stake(investment.stake),
        Slot::Round => investment.round.as_deref().map_or(Filler::Absent, one),
        Slot::Valuation => money(investment.valuation.as_ref()),
        Slot::Date => written(investment.date.map(|date| date.value)),
        Slot::Status => status(investment.status),
        _ => Filler::Absent,
    }
}

fn one(text: &str) -> Filler<'_> {
    if text.is_empty() { Filler::Absent } else { Filler::One(Cow::Borrowed(text)) }
}

fn name(slot: Option<&EntitySlot>) -> Filler<'_> {
    slot.map_or(Filler::Absent, |slot| one(&slot.name))
}

fn role(slot: Option<&RoleSlot>) -> Filler<'_> {
    slot.map_or(Filler::Absent, |slot| one(&slot.text))
}

fn money(slot: Option<&MoneySlot>) -> Filler<'_> {
    slot.map_or(Filler::Absent, |slot| Filler::Money(&slot.money))
}

fn written<'r>(value: Option<impl ToString>) -> Filler<'r> {
    value.map_or(Filler::Absent, |value| Filler::One(Cow::Owned(value.to_string())))
}

fn stake<'r>(stake: Option<Stake>) -> Filler<'r> {
    match stake {
        None => Filler::Absent,
        Some(Stake::Percent(value)) => written(Some(value.normalize())),
        Some(Stake::Minority) => one("minority"),
        Some(Stake::Majority) => one("majority"),
    }
}

fn status<'r>(status: Status) -> Filler<'r> {
    one(match status {
        Status::Completed => "completed",
        Status::Planned => "planned",
        Status::Proposed => "proposed",
        Status::Rumored => "rumored",
        Status::Denied => "denied",
    })
}

fn reason<'r>(reason: Reason) -> Filler<'r> {
    one(match reason {
        Reason::Resignation => "resignation",
        Reason::Dismissal => "dismissal",
        Reason::Retirement => "retirement",
        Reason::EndOfTerm => "end_of_term",
        Reason::NewJob => "new_job",
    })
}

fn kind<'r>(kind: InvestmentKind) -> Filler<'r> {
    one(match kind {
        InvestmentKind::FundingRound => "funding_round",
        InvestmentKind::Stake => "stake",
        InvestmentKind::Acquisition => "acquisition",
        InvestmentKind::Spending => "spending",
    })
}
