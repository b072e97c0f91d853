//! Stage 9: who is meant.
//!
//! Names were identified by the entity stage. Here pronouns, definite descriptions, possessives and parts of
//! organizations ("le conseil") find the entity that they mean: the nearest one before them that fits in kind, gender
//! and number; subjects, and those whom the title is about, first. What fits nothing stays unresolved rather than
//! guessed. Words that tell who is meant are data: `grammar/reference/words.tsv`.

mod affiliation;
mod career;
mod chain;
mod describe;
mod discourse;
mod expected;
mod movers;
mod place;
mod post;
mod pronoun;
mod reader;
mod resolve;
mod search;
mod section;
mod set;
mod speaker;
mod words;

pub use affiliation::{Affiliation, Affiliations, posts};
pub use career::careers;
pub use chain::{Referent, Referents};
pub use discourse::{Discourse, Told, Trace};
pub use post::Post;
pub use resolve::{How, Meant, Resolver};
pub use section::{Sections, Topic};
pub(crate) use words::words;
