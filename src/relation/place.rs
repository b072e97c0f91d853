//! Places in files of frames, and what is wrong there.

use super::schema::RelationType;
use super::slot::Slot;
use crate::lexicon::{Lexicon, VerbId};
use serde::Deserialize;
use std::borrow::Cow;
use thiserror::Error;
use toml::Spanned;

/// A fault in a file of frames.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}:{line}: {}expected {expected}, found {found:?}{}", of(.frame), suggestion(.meant))]
pub struct FrameError {
    /// The file's name.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// The frame's id; empty if the fault lies outside any.
    pub frame: String,
    /// What the place accepts.
    pub expected: Cow<'static, str>,
    /// What it holds.
    pub found: String,
    /// What was probably meant.
    pub meant: Option<Box<str>>,
}

fn of(frame: &str) -> String {
    if frame.is_empty() { String::new() } else { format!("frame {frame}: ") }
}

fn suggestion(meant: &Option<Box<str>>) -> String {
    meant.as_ref().map_or(String::new(), |name| format!("; did you mean {name:?}?"))
}

/// One name, or several.
#[derive(Clone, Deserialize)]
#[serde(untagged, expecting = "neither a name nor a list of names")]
pub(super) enum Names {
    One(String),
    Several(Vec<String>),
}

impl Names {
    pub fn list(&self) -> Vec<&str> {
        match self {
            Names::One(names) => names.split(',').map(str::trim).filter(|name| !name.is_empty()).collect(),
            Names::Several(names) => names.iter().map(String::as_str).collect(),
        }
    }
}

/// A file of frames.
pub(super) struct Place<'t> {
    pub file: &'t str,
    pub text: &'t str,
}

impl Place<'_> {
    pub fn error(
        &self,
        at: usize,
        frame: &str,
        expected: impl Into<Cow<'static, str>>,
        found: &str,
        meant: Option<Box<str>>,
    ) -> FrameError {
        let before = self.text.get(..at).unwrap_or("");
        FrameError {
            file: self.file.to_owned(),
            line: before.matches('\n').count() + 1,
            frame: frame.to_owned(),
            expected: expected.into(),
            found: found.to_owned(),
            meant,
        }
    }

    pub fn verb(&self, frame: &str, at: usize, name: &str, lexicon: &Lexicon) -> Result<VerbId, FrameError> {
        lexicon.verbs.find(name).ok_or_else(|| {
            let meant = closest(name, lexicon.verbs.infinitives());
            self.error(at, frame, "a verb of grammar/lexicon/verbs.tsv", name, meant)
        })
    }

    pub fn preposition(&self, frame: &str, at: usize, name: &str, lexicon: &Lexicon) -> Result<u16, FrameError> {
        lexicon.prepositions.id(name).ok_or_else(|| {
            let meant = closest(name, lexicon.prepositions.names());
            self.error(at, frame, "a preposition of grammar/lexicon/prepositions.tsv", name, meant)
        })
    }
}

/// A frame in its file, with the type that it tells.
pub(super) struct FramePlace<'t> {
    pub file: &'t Place<'t>,
    pub id: &'t str,
    pub tells: &'t RelationType,
}

impl FramePlace<'_> {
    pub fn slots(&self, names: &Spanned<Names>) -> Result<Vec<Slot>, FrameError> {
        names.get_ref().list().into_iter().map(|name| self.slot(names.span().start, name)).collect()
    }

    pub fn some_slots(&self, names: &Option<Spanned<Names>>) -> Result<Vec<Slot>, FrameError> {
        names.as_ref().map_or(Ok(Vec::new()), |names| self.slots(names))
    }

    pub fn slot(&self, at: usize, name: &str) -> Result<Slot, FrameError> {
        self.tells.slot(name).ok_or_else(|| {
            let known = || self.tells.slots.iter().map(|(name, _)| &**name);
            let expected = format!("a slot of {} ({})", self.tells.name, list(known(), "or"));
            self.file.error(at, self.id, expected, name, closest(name, known()))
        })
    }
}

/// The known name nearest to a wrong one, if near enough to be a slip.
pub(super) fn closest<'n>(wrong: &str, known: impl Iterator<Item = &'n str>) -> Option<Box<str>> {
    known
        .map(|name| (strsim::damerau_levenshtein(wrong, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.chars().count() / 4)
        .min()
        .map(|(_, name)| name.into())
}

/// "hiring, departure or investment".
pub(super) fn list<'n>(names: impl Iterator<Item = &'n str>, last: &str) -> String {
    let names: Vec<&str> = names.collect();
    match names.split_last() {
        Some((end, [])) => (*end).to_owned(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
        None => String::new(),
    }
}
