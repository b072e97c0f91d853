//! Stage 8: frames turn constructions into candidate relations.
//!
//! The syntax lives in the clause stage; a [`Frame`] says only which function of a verb or noun fills which slot, as data
//! under `grammar/frames`.

mod candidate;
mod fill;
mod frame;
mod load;
mod slot;

pub use candidate::{Candidate, Fill, Filler};
pub use fill::candidates;
pub(crate) use fill::employer_inside;
pub use frame::{Call, Frame, Polarity, VoiceWanted};
pub use load::{Example, FrameError, Frames};
pub use slot::{RelationKind, Slot};
