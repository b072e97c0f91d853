//! One core and more, through rayon: the same documents by one thread and by each number of threads up to those of the
//! machine, in turns.

mod corpus;

use depeche::{Article, Extractor};
use rayon::prelude::*;
use std::time::Instant;

const BYTES: usize = 5_000_000;
const ROUNDS: usize = 7;

fn seconds(extractor: &Extractor, documents: &[String], threads: usize) -> f64 {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
    let start = Instant::now();
    let found: usize = pool.install(|| {
        documents.par_iter().map(|text| extractor.extract(&Article::new(text.as_str())).relations.len()).sum()
    });
    assert!(found > 0);
    start.elapsed().as_secs_f64()
}

fn main() {
    let documents = corpus::documents(BYTES);
    let megabytes = corpus::size(&documents) as f64 / 1e6;
    let extractor = Extractor::french();
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let mut counts: Vec<usize> = [1, 2, 4, 8, 16, 32].into_iter().filter(|count| *count < cores).collect();
    counts.push(cores);
    let mut rounds: Vec<Vec<f64>> = Vec::new();
    for _ in 0..ROUNDS {
        rounds.push(counts.iter().map(|&count| seconds(&extractor, &documents, count)).collect());
    }
    println!("{megabytes:.1} MB in {} documents, {ROUNDS} rounds, time of the clock:", documents.len());
    for (place, count) in counts.iter().enumerate() {
        let best = rounds.iter().map(|round| round[place]).fold(f64::INFINITY, f64::min);
        let mut gains: Vec<f64> = rounds.iter().map(|round| round[0] / round[place]).collect();
        gains.sort_by(f64::total_cmp);
        let (median, most) = (gains[ROUNDS / 2], gains[ROUNDS - 1]);
        println!(
            "{count:3} threads  {:7.1} MB/s  {median:5.2} times one thread (median; best {most:.2})",
            megabytes / best
        );
    }
}
