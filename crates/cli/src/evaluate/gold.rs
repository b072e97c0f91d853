//! Annotated articles from files.

use crate::input::{Lines, has_extension, message_of};
use crate::notices::Notices;
use anyhow::{Context, Result};
use depeche::evaluate::{GoldArticle, GoldError, Tree};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// Why one annotated article cannot be used.
#[derive(Debug)]
enum Fault {
    Json(serde_json::Error),
    Annotation(GoldError),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::Json(error) => write!(f, "expected JSON: {}", message_of(error)),
            Fault::Annotation(error) => error.fmt(f),
        }
    }
}

/// The articles of a folder (its `.json` files in the order of names) or of a file of lines. Those that cannot be
/// used are told and left out.
pub fn read(path: &Path, notices: &Notices) -> Result<Vec<GoldArticle>> {
    let mut golds = Golds { articles: Vec::new(), ids: BTreeSet::new(), notices };
    if path.is_dir() {
        for file in json_files(path).with_context(|| path.display().to_string())? {
            golds.add_file(&file);
        }
    } else if has_extension(path, "json") {
        golds.add_file(path);
    } else {
        golds.add_lines(path).with_context(|| path.display().to_string())?;
    }
    Ok(golds.articles)
}

fn json_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut files = entries.collect::<std::io::Result<Vec<_>>>()?;
    files.retain(|file| has_extension(file, "json"));
    files.sort();
    Ok(files)
}

struct Golds<'n> {
    articles: Vec<GoldArticle>,
    ids: BTreeSet<String>,
    notices: &'n Notices,
}

impl Golds<'_> {
    fn add_file(&mut self, path: &Path) {
        let place = path.display().to_string();
        match fs::read(path) {
            Ok(bytes) => self.add(&place, &bytes),
            Err(error) => self.notices.fault(format_args!("{place}: {error}")),
        }
    }

    fn add_lines(&mut self, path: &Path) -> Result<()> {
        let mut lines = Lines::new(Box::new(BufReader::new(File::open(path)?)), u64::MAX);
        while let Some(line) = lines.next_line()? {
            let bytes = line.bytes.unwrap_or_default();
            if !bytes.trim_ascii().is_empty() {
                self.add(&format!("{}:{}", path.display(), line.number), &bytes);
            }
        }
        Ok(())
    }

    fn add(&mut self, place: &str, bytes: &[u8]) {
        match parse(bytes) {
            Ok(article) if self.ids.insert(article.id.clone()) => self.articles.push(article),
            Ok(article) => {
                self.notices.fault(format_args!("{place}: id: expected an id of its own, found {:?} again", article.id))
            }
            Err(fault) => self.notices.fault(format_args!("{place}: {fault}")),
        }
    }
}

fn parse(bytes: &[u8]) -> Result<GoldArticle, Fault> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let tree: Tree = serde_json::from_slice(bytes).map_err(Fault::Json)?;
    GoldArticle::try_from(tree).map_err(Fault::Annotation)
}
