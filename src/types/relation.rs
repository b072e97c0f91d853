use super::{Date, Generic, Money, Span};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// One event that the article tells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Relation {
    /// A person takes up a post or joins an organization.
    Hiring(Hiring),
    /// A person leaves a post or an organization.
    Departure(Departure),
    /// Money or securities go into an organization or a project.
    Investment(Investment),
    /// Something of a type that a file of frames declares.
    #[serde(untagged)]
    Generic(Generic),
}

impl Relation {
    /// The name of its type, as in the JSON.
    pub fn type_name(&self) -> &str {
        match self {
            Relation::Hiring(_) => "hiring",
            Relation::Departure(_) => "departure",
            Relation::Investment(_) => "investment",
            Relation::Generic(g) => &g.type_name,
        }
    }

    /// Whether it happened, will, might, or was denied.
    pub fn status(&self) -> Status {
        match self {
            Relation::Hiring(h) => h.status,
            Relation::Departure(d) => d.status,
            Relation::Investment(i) => i.status,
            Relation::Generic(g) => g.status,
        }
    }

    /// When it happens or takes effect.
    pub fn date(&self) -> Option<DateSlot> {
        match self {
            Relation::Hiring(h) => h.date,
            Relation::Departure(d) => d.date,
            Relation::Investment(i) => i.date,
            Relation::Generic(g) => g.date,
        }
    }

    /// From 0 to 1.
    pub fn confidence(&self) -> f32 {
        match self {
            Relation::Hiring(h) => h.confidence,
            Relation::Departure(d) => d.confidence,
            Relation::Investment(i) => i.confidence,
            Relation::Generic(g) => g.confidence,
        }
    }

    /// The words and frames that it was read from, in reading order; never empty.
    pub fn evidence(&self) -> &[Evidence] {
        match self {
            Relation::Hiring(h) => &h.evidence,
            Relation::Departure(d) => &d.evidence,
            Relation::Investment(i) => &i.evidence,
            Relation::Generic(g) => &g.evidence,
        }
    }
}

/// Recruitment, appointment, promotion, election to a board, a player signing for a club, an interim post.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Hiring {
    /// Who is hired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<EntitySlot>,
    /// Who hires.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<EntitySlot>,
    /// The post taken up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleSlot>,
    /// Where the person comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_employer: Option<EntitySlot>,
    /// What the person was before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_role: Option<RoleSlot>,
    /// The predecessor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<EntitySlot>,
    /// When it takes effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateSlot>,
    /// Whether it happened, will, might, or was denied.
    pub status: Status,
    /// From 0 to 1.
    pub confidence: f32,
    /// Where it was read.
    pub evidence: Vec<Evidence>,
}

/// Resignation, dismissal, retirement, end of term, transfer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Departure {
    /// Who leaves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<EntitySlot>,
    /// Whom the person leaves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<EntitySlot>,
    /// The post left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleSlot>,
    /// When it takes effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateSlot>,
    /// Why, if stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// The next employer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<EntitySlot>,
    /// Who takes over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<EntitySlot>,
    /// Whether it happened, will, might, or was denied.
    pub status: Status,
    /// From 0 to 1.
    pub confidence: f32,
    /// Where it was read.
    pub evidence: Vec<Evidence>,
}

/// A round of funding, a stake, an acquisition, or a budget for projects of one's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Investment {
    /// Of which kind.
    pub kind: InvestmentKind,
    /// Those who put the money in; where the text tells a lead investor, it comes first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub investor: Vec<EntitySlot>,
    /// What the money goes into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<EntitySlot>,
    /// Who sells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seller: Option<EntitySlot>,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<MoneySlot>,
    /// Which part of the capital.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stake: Option<Stake>,
    /// `pre-seed`, `seed`, `A`, `B`…
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<String>,
    /// What the whole target is worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valuation: Option<MoneySlot>,
    /// When it takes effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateSlot>,
    /// Whether it happened, will, might, or was denied.
    pub status: Status,
    /// From 0 to 1.
    pub confidence: f32,
    /// Where it was read.
    pub evidence: Vec<Evidence>,
}

/// A person or an organization that fills a slot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntitySlot {
    /// The fullest form that the article uses.
    pub name: String,
    /// Index among [`Extraction::entities`](super::Extraction::entities); `None` for those whom the article leaves
    /// unnamed ("200 saisonniers").
    pub entity: Option<usize>,
    /// The words that fill the slot, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
}

/// A post that fills a slot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleSlot {
    /// The words of the article, without article or employer.
    pub text: String,
    /// Its class, where the lexicon knows one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub normalized: Option<RoleClass>,
    /// Where, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
}

/// The class of a role: `chief_executive`, `chair`, `board_member`… as the lexicon of roles names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoleClass(pub String);

/// A date that fills a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateSlot {
    /// As precise as the text allows.
    pub value: Date,
    /// Where, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
}

/// An amount that fills a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneySlot {
    /// What it comes to.
    #[serde(flatten)]
    pub money: Money,
    /// Where, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
}

/// Words and rule that a relation comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Index among [`Extraction::sentences`](super::Extraction::sentences).
    pub sentence: usize,
    /// The clause, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
    /// The id of the frame.
    pub frame: String,
}

/// How sure the article is of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Told as a fact, or formally decided.
    #[default]
    Completed,
    /// Decided or expected for the future.
    Planned,
    /// Offered, sought, negotiated; outcome open.
    Proposed,
    /// Told as unconfirmed.
    Rumored,
    /// Denied, refused, withdrawn or failed.
    Denied,
}

/// Why somebody leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// "a démissionné".
    Resignation,
    /// "a été limogé".
    Dismissal,
    /// "part à la retraite".
    Retirement,
    /// "au terme de son mandat".
    EndOfTerm,
    /// "quitte X pour Y".
    NewJob,
}

/// What an investment is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum InvestmentKind {
    /// "lève 12 millions".
    FundingRound,
    /// "entre au capital de".
    #[default]
    Stake,
    /// "rachète".
    Acquisition,
    /// "va investir 80 millions dans son usine".
    Spending,
}

/// A part of the capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stake {
    /// In hundredths: `51` for 51 %.
    Percent(Decimal),
    /// "une participation minoritaire".
    Minority,
    /// "la majorité du capital".
    Majority,
}

impl Serialize for Stake {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Stake::Percent(value) => serializer.collect_str(&value.normalize()),
            Stake::Minority => serializer.serialize_str("minority"),
            Stake::Majority => serializer.serialize_str("majority"),
        }
    }
}

impl<'de> Deserialize<'de> for Stake {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match std::borrow::Cow::<str>::deserialize(deserializer)?.as_ref() {
            "minority" => Ok(Stake::Minority),
            "majority" => Ok(Stake::Majority),
            text => text.parse().map(Stake::Percent).map_err(de::Error::custom),
        }
    }
}
