//! Figures that an evaluation must reach.

use crate::notices::Notices;
use anyhow::{Context, Result, bail};
use depeche::evaluate::Report;
use std::collections::BTreeMap;
use std::path::Path;

/// The floors of one corpus, by the name of the figure.
pub struct Floors(BTreeMap<String, f64>);

impl Floors {
    /// Reads the section that is called like the corpus: `[dev]` for `corpus/dev` and for `dev.jsonl`.
    pub fn read(path: &Path, gold: &Path) -> Result<Floors> {
        let name = path.display();
        let text = std::fs::read_to_string(path).with_context(|| name.to_string())?;
        let mut sections: BTreeMap<String, BTreeMap<String, f64>> =
            toml::from_str(&text).with_context(|| format!("{name}: expected sections of figures"))?;
        let corpus = corpus_name(gold);
        let Some(floors) = sections.remove(&corpus) else {
            let known: Vec<&str> = sections.keys().map(String::as_str).collect();
            bail!("{name}: expected a section [{corpus}], found {}", known.join(", "));
        };
        if floors.is_empty() {
            bail!("{name}: expected figures in [{corpus}], found none");
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

fn corpus_name(gold: &Path) -> String {
    let path = gold.canonicalize().unwrap_or_else(|_| gold.to_owned());
    let name = if path.is_dir() { path.file_name() } else { path.file_stem() };
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
