//! depeche
pub mod layout;
pub mod sentence;
pub mod types;
