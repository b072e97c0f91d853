use crate::args::InputFormat;
use crate::notices::Notices;
use std::path::{Path, PathBuf};

/// A place that articles come from.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// The file; `None` for standard input.
    pub path: Option<PathBuf>,
    /// What is in it.
    pub holds: Holds,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The text of one article.
    Text,
    /// One article a line, in JSON.
    Lines,
    /// One article, in JSON.
    Record,
}

impl Source {
    /// How messages call it.
    pub fn name(&self) -> String {
        self.path.as_ref().map_or_else(|| "standard input".into(), |path| path.display().to_string())
    }
}

/// The places that the arguments name; folders give their files in the order of names.
pub fn sources(inputs: &[PathBuf], format: Option<InputFormat>, notices: &Notices) -> Vec<Source> {
    if inputs.is_empty() {
        return vec![standard_input(format)];
    }
    let mut sources = Vec::new();
    for path in inputs {
        if path.as_os_str() == "-" {
            sources.push(standard_input(format));
        } else if path.is_dir() {
            sources.extend(folder(path, notices));
        } else {
            let holds = format.map_or_else(|| by_extension(path).unwrap_or(Holds::Text), told);
            sources.push(Source { path: Some(path.clone()), holds });
        }
    }
    sources
}

fn standard_input(format: Option<InputFormat>) -> Source {
    Source { path: None, holds: format.map_or(Holds::Text, told) }
}

fn told(format: InputFormat) -> Holds {
    match format {
        InputFormat::Text => Holds::Text,
        InputFormat::Jsonl => Holds::Lines,
    }
}

fn by_extension(path: &Path) -> Option<Holds> {
    [("txt", Holds::Text), ("jsonl", Holds::Lines), ("json", Holds::Record)]
        .into_iter()
        .find(|(extension, _)| has_extension(path, extension))
        .map(|(_, holds)| holds)
}

/// Whether the name ends in `.extension`, in capitals or not.
pub fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

fn folder(path: &Path, notices: &Notices) -> Vec<Source> {
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => {
            notices.fault(format_args!("{}: {error}", path.display()));
            return Vec::new();
        }
    };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.is_file());
    files.sort();
    let found: Vec<Source> =
        files.into_iter().filter_map(|file| Some(Source { holds: by_extension(&file)?, path: Some(file) })).collect();
    if found.is_empty() {
        notices.fault(format_args!("{}: expected .txt, .jsonl or .json files, found none", path.display()));
    }
    found
}
