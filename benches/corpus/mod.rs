//! Texts for the benches, made from the articles of `tests/corpus/articles`; the same in every run.
#![allow(dead_code, missing_docs)] // each bench uses its part

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect("the folder is part of the project");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|found| found == extension));
    files.sort();
    files
}

/// The articles of the corpus, in the order of their names.
pub fn articles() -> Vec<String> {
    let read = |path: &PathBuf| {
        let json = fs::read_to_string(path).expect("the articles are part of the project");
        let article: serde_json::Value = serde_json::from_str(&json).expect("the articles are JSON");
        article["text"].as_str().expect("each article has a text").to_owned()
    };
    files("tests/corpus/articles", "json").iter().map(read).collect()
}

/// At least so many bytes of articles, each a document of its own, in an order that changes from round to round.
pub fn documents(bytes: usize) -> Vec<String> {
    let articles = articles();
    let mut out = Vec::new();
    let mut sum = 0;
    for round in 0.. {
        for place in 0..articles.len() {
            if sum >= bytes {
                return out;
            }
            let article = &articles[(place * 7 + round) % articles.len()];
            sum += article.len();
            out.push(article.clone());
        }
    }
    out
}

/// Bytes of all documents.
pub fn size(documents: &[String]) -> u64 {
    documents.iter().map(|document| document.len() as u64).sum()
}

/// All names and aliases of the embedded lists of organizations, places, people and products.
pub fn names() -> Vec<String> {
    let mut out = Vec::new();
    for list in ["organizations", "places", "people", "products"] {
        let text = fs::read_to_string(root().join(format!("gazetteers/{list}.tsv")))
            .expect("the lists are part of the project");
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let name = cells.next().unwrap_or("");
            let aliases = cells.nth(1).unwrap_or("").split(['|', ',']);
            out.extend(
                std::iter::once(name).chain(aliases).map(str::trim).filter(|n| !n.is_empty()).map(str::to_owned),
            );
        }
    }
    out
}

/// The fastest automaton for so many names: the floor that no search by names can beat.
pub fn automaton(names: &[String]) -> aho_corasick::AhoCorasick {
    aho_corasick::AhoCorasick::builder()
        .match_kind(aho_corasick::MatchKind::LeftmostLongest)
        .kind(Some(aho_corasick::AhoCorasickKind::ContiguousNFA))
        .build(names)
        .expect("the names fit an automaton")
}

/// Kilobytes of memory that the process holds.
pub fn resident() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0.0)
}

/// Seconds of the processor that the process has used, in hundredths: what others do on the machine does not count.
fn processor() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit(") ").next()?.split(' ').skip(11);
    let (user, system) = (fields.next()?.parse::<f64>().ok()?, fields.next()?.parse::<f64>().ok()?);
    Some((user + system) / 100.0)
}

/// Seconds that some work takes: of the processor where the system tells, else of the clock. Short work is repeated.
pub fn time<T>(mut work: impl FnMut() -> T) -> f64 {
    const LEAST: f64 = 0.4;
    let (start, from) = (std::time::Instant::now(), processor());
    for rounds in 1.. {
        std::hint::black_box(work());
        let seconds = match (from, processor()) {
            (Some(from), Some(to)) => to - from,
            _ => start.elapsed().as_secs_f64(),
        };
        if seconds >= LEAST {
            return seconds / f64::from(rounds);
        }
    }
    f64::INFINITY
}
