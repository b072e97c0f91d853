use super::Span;
use serde::{Deserialize, Serialize};

/// Somebody or something that the article names, with every place where it is meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form that the article uses.
    pub name: String,
    /// The id of its gazetteer entry, if that gives one.
    pub id: Option<String>,
    /// Where it is meant, in reading order.
    pub mentions: Vec<Mention>,
}

impl Entity {
    /// An entity without an id.
    pub fn new(kind: EntityKind, name: impl Into<String>, mentions: Vec<Mention>) -> Self {
        Self { kind, name: name.into(), id: None, mentions }
    }
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, fund, agency, ministry, club, party, union, university, medium or named unit of one.
    Organization,
    /// A country, region, town or site.
    Place,
    /// A product, brand of product or programme.
    Product,
}

/// One place where an entity is meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mention {
    /// Where, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
    /// The words.
    pub text: String,
    /// How it is meant.
    pub form: MentionForm,
}

impl Mention {
    /// One mention.
    pub fn new(span: Span, text: impl Into<String>, form: MentionForm) -> Self {
        Self { span, text: text.into(), form }
    }
}

/// How a text means an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MentionForm {
    /// By its fullest name.
    Name,
    /// By another of its names: surname, acronym, short form, nickname.
    Alias,
    /// By what it is: "la jeune pousse", "l'ex-patron de GitHub".
    Description,
    /// By a pronoun: "il", "ce dernier".
    Pronoun,
}
