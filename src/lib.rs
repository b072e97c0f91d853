//! depeche

pub mod lexicon;
