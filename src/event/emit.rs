//! Drafts written out as relations.

use super::Context;
use super::draft::{Draft, RoleWords, StakeWords};
use crate::lexicon::{Keys, NounPhrase};
use crate::reference::Meant;
use crate::relation::{RelationKind, Slot};
use crate::types::{
    Date, DateSlot, Departure, EntitySlot, Evidence, Generic, Hiring, Investment, MoneySlot, PercentageSlot, Relation,
    RoleClass, RoleSlot, SlotValue, Stake,
};
use crate::value::ShareValue;

pub(super) fn emit(context: Context<'_>, draft: &Draft) -> Relation {
    let out = Writer { context, draft };
    match draft.relation {
        RelationKind::Hiring => Relation::Hiring(out.hiring()),
        RelationKind::Departure => Relation::Departure(out.departure()),
        RelationKind::Investment => Relation::Investment(out.investment()),
        RelationKind::Own(_) => Relation::Generic(out.generic()),
    }
}

struct Writer<'a> {
    context: Context<'a>,
    draft: &'a Draft,
}

impl Writer<'_> {
    fn hiring(&self) -> Hiring {
        Hiring {
            person: self.entity(Slot::Person),
            employer: self.entity(Slot::Employer),
            role: self.role(Slot::Role),
            previous_employer: self.entity(Slot::PreviousEmployer),
            previous_role: self.role(Slot::PreviousRole),
            replaces: self.entity(Slot::Replaces),
            date: self.date(),
            status: self.draft.status(),
            confidence: self.draft.confidence,
            evidence: self.evidence(),
        }
    }

    fn departure(&self) -> Departure {
        Departure {
            person: self.entity(Slot::Person),
            employer: self.entity(Slot::Employer),
            role: self.role(Slot::Role),
            date: self.date(),
            reason: self.draft.reason,
            destination: self.entity(Slot::Destination),
            successor: self.entity(Slot::Successor),
            status: self.draft.status(),
            confidence: self.draft.confidence,
            evidence: self.evidence(),
        }
    }

    fn investment(&self) -> Investment {
        Investment {
            kind: self.draft.kind.unwrap_or_default(),
            investor: self.draft.all(Slot::Investor).filter_map(|meant| self.slot(meant)).collect(),
            target: self.entity(Slot::Target),
            seller: self.entity(Slot::Seller),
            amount: self.amount(Slot::Amount),
            stake: self.share(Slot::Stake),
            round: self.draft.round.clone(),
            valuation: self.amount(Slot::Valuation),
            date: self.date(),
            status: self.draft.status(),
            confidence: self.draft.confidence,
            evidence: self.evidence(),
        }
    }

    fn generic(&self) -> Generic {
        let tells = self.context.frames.tells(self.draft.relation);
        let slots = tells.iter().flat_map(|tells| &tells.slots).filter(|(_, slot)| *slot != Slot::Date);
        let filled = slots.filter_map(|(name, slot)| Some((name.to_string(), self.value(*slot)?)));
        Generic {
            type_name: tells.map_or(String::new(), |tells| tells.name.to_string()),
            slots: filled.collect(),
            date: self.date(),
            status: self.draft.status(),
            confidence: self.draft.confidence,
            evidence: self.evidence(),
        }
    }

    /// What fills a slot of a declared type, whatever it is.
    fn value(&self, slot: Slot) -> Option<SlotValue> {
        if slot.is_several() {
            let mut named: Vec<EntitySlot> = self.draft.all(slot).filter_map(|meant| self.slot(meant)).collect();
            named.sort_by_key(|slot| slot.span);
            let named: Vec<SlotValue> = named.into_iter().map(SlotValue::Entity).collect();
            return (!named.is_empty()).then_some(SlotValue::Several(named));
        }
        let entity = || self.entity(slot).map(SlotValue::Entity);
        let words = || self.role(slot).map(SlotValue::Words);
        let money = || self.amount(slot).map(SlotValue::Money);
        let date = || self.other_date(slot).map(SlotValue::Date);
        entity().or_else(words).or_else(money).or_else(|| self.percentage(slot)).or_else(date)
    }

    fn other_date(&self, slot: Slot) -> Option<DateSlot> {
        let date = self.context.values.dates.get(self.draft.date(slot)?)?;
        Some(DateSlot { value: date.value, span: date.span })
    }

    fn percentage(&self, slot: Slot) -> Option<SlotValue> {
        let span = match self.draft.share(slot)? {
            StakeWords::Percentage(index) => self.context.values.percentages.get(index)?.span,
            StakeWords::Share(index) => self.context.values.shares.get(index)?.span,
        };
        Some(SlotValue::Percentage(PercentageSlot { percentage: self.share(slot)?, span }))
    }

    fn slot(&self, meant: Meant) -> Option<EntitySlot> {
        let entity = self.context.entities.list.get(meant.entity)?;
        let span = self.context.resolver.span(meant, self.context.tokens);
        Some(EntitySlot { name: entity.name.clone(), entity: Some(meant.entity), span })
    }

    fn entity(&self, slot: Slot) -> Option<EntitySlot> {
        self.slot(self.draft.entity(slot)?)
    }

    fn role(&self, slot: Slot) -> Option<RoleSlot> {
        let words = self.draft.role(slot)?;
        let span = self.context.tokens.span(words.tokens.clone());
        let text = span.of(self.context.tokens.text()).to_owned();
        Some(RoleSlot { text, normalized: self.class(words), span })
    }

    fn class(&self, words: &RoleWords) -> Option<RoleClass> {
        let start = words.tokens.start;
        let keys = |depth: usize| {
            let token = self.context.tokens.get(start + depth);
            let word = if token.word.is_known() { token.word } else { token.base };
            Keys { word, alternative: token.base }
        };
        match self.context.lexicon.nouns.longest(keys)? {
            (_, NounPhrase::Role(role)) => Some(RoleClass(role.class.to_string())),
            _ => None,
        }
    }

    fn date(&self) -> Option<DateSlot> {
        let date = self.context.values.dates.get(self.draft.date?)?;
        Some(DateSlot { value: shifted(date.value, self.draft.shift), span: date.span })
    }

    fn amount(&self, slot: Slot) -> Option<MoneySlot> {
        let amount = self.context.values.amounts.get(self.draft.amount(slot)?)?;
        Some(MoneySlot { money: amount.money, span: amount.span })
    }

    fn share(&self, slot: Slot) -> Option<Stake> {
        match self.draft.share(slot)? {
            StakeWords::Percentage(index) => {
                self.context.values.percentages.get(index).map(|p| Stake::Percent(p.value))
            }
            StakeWords::Share(index) => self.context.values.shares.get(index).map(|share| match share.value {
                ShareValue::Percent(value) => Stake::Percent(value),
                ShareValue::Minority => Stake::Minority,
                ShareValue::Majority => Stake::Majority,
            }),
        }
    }

    fn evidence(&self) -> Vec<Evidence> {
        let told = self.draft.evidence.iter().map(|(sentence, tokens, frame)| Evidence {
            sentence: *sentence,
            span: self.context.tokens.span(tokens.clone()),
            frame: self.context.frames.get(*frame).map_or(String::new(), |f| f.id.to_string()),
        });
        told.collect()
    }
}

/// A date some years later; days that the year does not have do not move.
fn shifted(date: Date, years: i16) -> Date {
    match date {
        Date::Month { year, month } => Date::Month { year: year.saturating_add(years), month },
        Date::Day { year, month, day } if (month, day) != (2, 29) => {
            Date::Day { year: year.saturating_add(years), month, day }
        }
        other => other,
    }
}
