//! Stage 4: words, numbers and marks.
//!
//! Elided words end at their apostrophe (`l'|IA`), subject clitics begin at their hyphen (`a|-t-il`), `ex-`, `mi-` and
//! `demi-` stand alone, units leave their numbers (`250|M|€`); compounds (`vice-président`), dotted acronyms (`P.-D.G`),
//! domain names (`X.com`), addresses, hashtags and handles stay whole. Each word is looked up once.

mod plain;
mod scan;
mod shape;
mod tokenize;

pub use shape::Shape;
pub use tokenize::{Token, Tokens, tokenize};
pub(crate) use tokenize::{name_pieces, pieces_of};
