//! Stage 8: frames turn constructions into candidate relations.
mod frame;
mod load;
mod slot;
pub use frame::*;
pub use load::*;
pub use slot::*;
