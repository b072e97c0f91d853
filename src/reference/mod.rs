//! Stage 9: who is meant.
//!
//! Names were identified by the entity stage. Here pronouns, definite descriptions, possessives and parts of
//! organizations ("le conseil") find the entity that they mean: the nearest one before them that fits in kind, gender
//! and number, subjects first. What fits nothing stays unresolved rather than guessed.

mod affiliation;
mod discourse;
mod resolve;

pub use affiliation::{Affiliation, Affiliations};
pub use discourse::Discourse;
pub use resolve::{How, Meant, Resolver};
