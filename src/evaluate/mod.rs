//! Scores what was read in articles against what people annotated there.
//!
//! An annotated article ([`GoldArticle`]) lists people, organizations, amounts and relations; each slot of a relation
//! gives every answer that a reader would accept. A [`Scorer`] pairs annotated relations with those that were read
//! ([`Prediction`]), type by type and so that the total likeness is greatest, and counts three things:
//!
//! - **core**: relations whose who and where are right. A hiring or departure needs the person and, where annotated,
//!   the employer; an investment its target and one investor, as far as annotated.
//! - **exact**: relations right in every slot that is scored, with no slot filled that should be empty.
//! - **slots**: single fillers.
//!
//! and, by bands of their confidence, how many relations have a right core.
//!
//! Names are compared without case, accents, punctuation, leading articles and titles; roles may be longer or shorter
//! than annotated when they begin alike; amounts by value and currency. An annotated relation marked optional is
//! neither rewarded nor punished, and slots that it lists to be ignored are not counted.
//!
//! The module needs the types of the library and nothing else of it, and reads no file.

mod align;
mod amount;
mod bands;
mod brief;
mod compare;
mod field;
mod floors;
mod gold;
mod letters;
mod measure;
mod mistakes;
mod money;
mod name;
mod names;
mod predicted;
mod relations;
mod report;
mod scorer;
mod slot;
mod tree;

pub use amount::GoldAmount;
pub use bands::{Band, Bands};
pub use floors::{FloorCheck, FloorError, Floors};
pub use gold::{GoldArticle, GoldError, GoldRelation, GoldValue};
pub use measure::Measure;
pub use mistakes::Mistakes;
pub use predicted::Prediction;
pub use report::Report;
pub use scorer::{AllMistakes, Scorer};
pub use slot::{RelationType, Slot};
pub use tree::Tree;
