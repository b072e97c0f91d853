//! The vocabulary of the library: what goes in ([`Article`]) and what comes out ([`Extraction`]).
//!
//! Every type here serializes to, and from, the JSON that the command prints.

mod article;
mod date;
mod entity;
mod extraction;
mod generic;
mod limits;
mod money;
mod relation;
mod span;

pub use article::Article;
pub use date::{Date, ParseDateError};
pub use entity::{Entity, EntityKind, Mention, MentionForm};
pub use extraction::{DateMention, Extraction, NumberMention, Percentage, Sentence, SentenceKind};
pub use generic::{Generic, PercentageSlot, SlotValue, Slots};
pub use limits::{LimitError, Limits};
pub use money::{Amount, Bound, Currency, Money, ParseCurrencyError, Per, Quantity};
pub use relation::{
    DateSlot, Departure, EntitySlot, Evidence, Hiring, Investment, InvestmentKind, MoneySlot, Reason, Relation,
    RoleClass, RoleSlot, Stake, Status,
};
pub use rust_decimal::Decimal;
pub use span::Span;
