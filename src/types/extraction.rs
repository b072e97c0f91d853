use super::{Amount, Date, Entity, Relation, Span};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// All that was read in one article. Owned; serializes to the JSON of the command and back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Extraction {
    /// The publication date that relative dates were resolved from: as told, or as found in the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Sentences, headings and bullets in reading order; they cover all that is not white space.
    pub sentences: Vec<Sentence>,
    /// People, organizations, places and products.
    pub entities: Vec<Entity>,
    /// Amounts of money in reading order.
    pub amounts: Vec<Amount>,
    /// Numbers that are neither money, nor percentages, nor dates.
    pub numbers: Vec<NumberMention>,
    /// Percentages.
    pub percentages: Vec<Percentage>,
    /// Dates, resolved as far as the article allows.
    pub dates: Vec<DateMention>,
    /// Hirings, departures and investments.
    pub relations: Vec<Relation>,
}

/// One sentence, or what stands for one in a heading or a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sentence {
    /// Where, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
    /// In which part of the article.
    pub kind: SentenceKind,
}

/// The part of the article that a sentence stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SentenceKind {
    /// The headline.
    Title,
    /// Author and time of publication.
    Byline,
    /// Place, date and agency.
    Dateline,
    /// The standfirst.
    Lead,
    /// A heading inside the article.
    Heading,
    /// An item of a list.
    Bullet,
    /// Running text.
    Body,
    /// The caption or credit of a picture.
    Caption,
    /// The title of another article.
    Teaser,
    /// Paywall lines, contacts, signatures.
    Notice,
}

/// A number in digits or words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberMention {
    /// Where, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
    /// Its value.
    #[serde(with = "rust_decimal::serde::str")]
    pub value: Decimal,
}

/// A percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Percentage {
    /// Where, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
    /// In hundredths: `12.5` for "12,5 %".
    #[serde(with = "rust_decimal::serde::str")]
    pub value: Decimal,
}

/// A date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// Where, in bytes of the original text.
    #[serde(flatten)]
    pub span: Span,
    /// As precise as the text allows.
    pub value: Date,
}
