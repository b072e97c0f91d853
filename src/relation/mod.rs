//! Stage 8: frames turn constructions into candidate relations.
//!
//! The syntax lives in the clause stage; a [`Frame`] says only which function of a verb or noun fills which slot, as data
//! under `grammar/frames`.

mod candidate;
mod fill;
mod frame;
mod holds;
mod load;
mod place;
mod schema;
mod silence;
mod slot;

pub use candidate::{Candidate, Fill, Filler};
pub use fill::candidates;
pub(crate) use fill::employer_inside;
pub use frame::{Call, Frame, Polarity, VoiceWanted};
pub use holds::Holds;
pub use load::{Example, Frames};
pub use place::FrameError;
pub use schema::RelationType;
pub use silence::{Called, Silence};
pub use slot::{OwnSlot, RelationKind, Slot};
