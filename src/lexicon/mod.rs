//! What is known of French words before any text is read.

pub mod conjugation;
