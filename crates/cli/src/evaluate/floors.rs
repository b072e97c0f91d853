//! Figures that an evaluation must reach.

use anyhow::{Context, Result, anyhow};
use depeche::evaluate::Floors;
use std::path::Path;

/// Reads one section of a file.
pub fn read(path: &Path, section: &str) -> Result<Floors> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| anyhow!("{name}: {error}"))?;
    Floors::parse(&text, section).with_context(|| name.to_string())
}

/// The section that is called like the corpus: `dev` for `corpus/dev` and for `dev.jsonl`.
pub fn section_of(gold: &Path) -> String {
    let path = gold.canonicalize().unwrap_or_else(|_| gold.to_owned());
    let name = if path.is_dir() { path.file_name() } else { path.file_stem() };
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
