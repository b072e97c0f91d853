//! Figures that an evaluation must reach.

use crate::notices::Notices;
use anyhow::{Context, Result, anyhow, bail};
use depeche::evaluate::Report;
use std::collections::BTreeMap;
use std::path::Path;

/// The floors of one corpus, by the name of the figure.
pub struct Floors(BTreeMap<String, f64>);

impl Floors {
    /// Reads one section. One that could not fail is refused: without figures, or with floors that all figures reach.
    pub fn read(path: &Path, section: &str) -> Result<Floors> {
        let name = path.display();
        let text = std::fs::read_to_string(path).map_err(|error| anyhow!("{name}: {error}"))?;
        let mut sections: BTreeMap<String, BTreeMap<String, f64>> =
            toml::from_str(&text).with_context(|| format!("{name}: expected sections of figures"))?;
        let Some(floors) = sections.remove(section) else {
            let known: Vec<&str> = sections.keys().map(String::as_str).collect();
            bail!("{name}: expected a section [{section}], found {}", known.join(", "));
        };
        if floors.is_empty() {
            bail!("{name}: expected figures in [{section}], found none");
        }
        if let Some((figure, floor)) = floors.iter().find(|(_, floor)| !(**floor > 0.0 && **floor <= 1.0)) {
            bail!("{name}: [{section}] {figure}: expected a floor above 0 and up to 1, found {floor}");
        }
        Ok(Floors(floors))
    }

    /// Tells the table of floors and figures on standard error; whether no figure lies below its floor.
    pub fn check(&self, report: &Report, notices: &Notices) -> bool {
        let figures = report.figures();
        let wide = self.0.keys().map(String::len).max().unwrap_or(0);
        let mut reached = true;
        let mut table = String::new();
        for (name, floor) in &self.0 {
            let (figure, verdict) = match figures.get(name) {
                Some(figure) if figure >= floor => (format!("{figure:.4}"), "ok"),
                Some(figure) => (format!("{figure:.4}"), "below its floor"),
                None => ("      ".to_owned(), "unknown figure"),
            };
            reached &= verdict == "ok";
            table.push_str(&format!("  {name:wide$}  floor {floor:.4}  found {figure}  {verdict}\n"));
        }
        if !reached {
            notices.fault(format_args!("figures below their floors\n{}", table.trim_end()));
        }
        reached
    }
}

/// The section that is called like the corpus: `dev` for `corpus/dev` and for `dev.jsonl`.
pub fn section_of(gold: &Path) -> String {
    let path = gold.canonicalize().unwrap_or_else(|_| gold.to_owned());
    let name = if path.is_dir() { path.file_name() } else { path.file_stem() };
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
