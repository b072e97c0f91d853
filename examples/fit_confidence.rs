//! Fits the factors of `grammar/event/confidence.tsv` anew, and prints them:
//!
//! ```sh
//! cargo run --release --example fit_confidence -- tests/corpus/articles tests/corpus/headlines.jsonl tests/corpus/generality.jsonl
//! ```
//!
//! Each relation read in an annotated article is an observation: the signs that hold of it, the odds of its frame, and whether
//! its core is right. A logistic regression finds for each sign the weight that tells best the right from the wrong; a factor of
//! odds is the exponential of a weight. A penalty draws weights to nothing where there is little to learn from.

use depeche::evaluate::{GoldArticle, Prediction, Scorer};
use depeche::{Article, Extractor};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// How strongly weights are drawn to nothing: as much as this many observations that contradict them.
const PENALTY: f64 = 2.0;

/// What every relation of the library has: its weight is where the others start from, and is not drawn to nothing.
const BASE: &str = "library";

/// One relation that was read.
struct Observation {
    /// The signs that hold, by their index.
    signs: Vec<usize>,
    /// The logarithm of the odds of its frame.
    start: f64,
    right: bool,
}

impl Observation {
    fn probability(&self, weights: &[f64]) -> f64 {
        let sum: f64 = self.signs.iter().map(|sign| weights[*sign]).sum();
        1.0 / (1.0 + (-self.start - sum).exp())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::builder().least_confidence(0.0).build()?;
    let (mut names, mut observations) = (Vec::new(), Vec::new());
    for path in std::env::args().skip(1) {
        for gold in golds(Path::new(&path))? {
            observe(&extractor, &gold, &mut names, &mut observations);
        }
    }
    let weights = fit(&observations, &names);
    let right = observations.iter().filter(|observation| observation.right).count();
    println!("# {right} of {} relations are right", observations.len());
    println!("# sign\tfactor\trelations\tright");
    for (sign, name) in names.iter().enumerate() {
        let holds = || observations.iter().filter(|observation| observation.signs.contains(&sign));
        let right = holds().filter(|observation| observation.right).count();
        println!("{name}\t{:.2}\t{}\t{right}", weights[sign].exp(), holds().count());
    }
    Ok(())
}

fn golds(path: &Path) -> Result<Vec<GoldArticle>, Box<dyn Error>> {
    if path.is_dir() {
        let files: Result<Vec<_>, _> = std::fs::read_dir(path)?.collect();
        let mut paths: Vec<_> = files?.into_iter().map(|file| file.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
        paths.sort();
        paths.iter().map(|path| Ok(serde_json::from_str(&std::fs::read_to_string(path)?)?)).collect()
    } else {
        let lines = std::fs::read_to_string(path)?;
        lines.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    }
}

/// Adds the relations of an article, without those that annotators leave open.
fn observe(extractor: &Extractor, gold: &GoldArticle, names: &mut Vec<String>, out: &mut Vec<Observation>) {
    let article = Article::new(gold.text.as_str());
    let article = if let Some(date) = gold.published { article.published(date) } else { article };
    let told = extractor.explain(&article);
    // "  confidence 0.92: odds 9.00 by its frame, library × 0.3, title × 1.6"
    let factors = told.lines().filter_map(|line| line.strip_prefix("  confidence ")?.split_once(": odds "));
    let extraction = extractor.extract(&article);
    let (mut right, mut counted) = (0, 0);
    for (read, (_, factors)) in (1..=extraction.relations.len()).zip(factors) {
        // What each relation adds to those before it: of two that tell one event, the second is wrong.
        let mut so_far = extraction.clone();
        so_far.relations.truncate(read);
        let mut scorer = Scorer::default();
        scorer.add(gold, &Prediction::new(gold.id.as_str(), so_far));
        let core = scorer.report().core.get("all").map_or((0, 0), |core| (core.right, core.predicted));
        let (adds, counts) = (core.0 > right, core.1 > counted);
        (right, counted) = core;
        if !counts {
            continue;
        }
        let odds = factors.split(' ').next().and_then(|odds| odds.parse::<f64>().ok()).unwrap_or(1.0);
        let signs = factors.split(", ").filter_map(|factor| Some(factor.split_once(" × ")?.0));
        let signs = signs.map(|name| {
            let known = names.iter().position(|known| known == name);
            known.unwrap_or_else(|| {
                names.push(name.to_owned());
                names.len() - 1
            })
        });
        out.push(Observation { signs: signs.collect(), start: odds.ln(), right: adds });
    }
}

/// The weights that make what was observed most probable, by Newton's method.
fn fit(observations: &[Observation], names: &[String]) -> Vec<f64> {
    let penalty: Vec<f64> = names.iter().map(|name| if name == BASE { 0.01 } else { PENALTY }).collect();
    let mut weights = vec![0.0; names.len()];
    for _ in 0..50 {
        let mut slope: Vec<f64> = weights.iter().zip(&penalty).map(|(weight, penalty)| -weight * penalty).collect();
        let mut curve: BTreeMap<(usize, usize), f64> =
            (0..names.len()).map(|sign| ((sign, sign), penalty[sign])).collect();
        for observation in observations {
            let probability = observation.probability(&weights);
            for &sign in &observation.signs {
                slope[sign] += f64::from(u8::from(observation.right)) - probability;
                for &other in &observation.signs {
                    *curve.entry((sign, other)).or_default() += probability * (1.0 - probability);
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solve(&curve, slope)) {
            *weight += step;
        }
    }
    weights
}

/// Solves a system of linear equations whose matrix is symmetric and positive definite.
fn solve(matrix: &BTreeMap<(usize, usize), f64>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    let mut rows: Vec<Vec<f64>> =
        (0..size).map(|i| (0..size).map(|j| matrix.get(&(i, j)).copied().unwrap_or(0.0)).collect()).collect();
    for i in 0..size {
        let pivot = rows[i].clone();
        for k in i + 1..size {
            let factor = rows[k][i] / pivot[i];
            rows[k].iter_mut().zip(&pivot).for_each(|(cell, above)| *cell -= factor * above);
            right[k] -= factor * right[i];
        }
    }
    for i in (0..size).rev() {
        let known: f64 = (i + 1..size).map(|j| rows[i][j] * right[j]).sum();
        right[i] = (right[i] - known) / rows[i][i];
    }
    right
}
