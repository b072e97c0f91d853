//! Names in the world: lists of organizations, places, people and products, and how texts are searched for them.
//!
//! A list is a file of lines `name ⇥ kind ⇥ aliases, separated by | ⇥ key=value;… ⇥ id`; the keys are in [`KEYS`].
//! [`Gazetteer`] reads and merges lists; [`CompiledGazetteer`] finds their names among tokens. Not a stage: the entity
//! stage uses it.

mod compile;
mod error;
mod find;
mod json;
mod list;
mod ruler;

pub use compile::{CompiledGazetteer, Entry, FirstName};
pub use error::{Fault, GazetteerError};
pub use find::{Finder, Hit, Meaning, Names};
pub use list::{Gazetteer, KEYS};
