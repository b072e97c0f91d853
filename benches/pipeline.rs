//! The whole pipeline, the bare automaton on the same text in the same run, and each stage alone.
#![allow(missing_docs)] // criterion's macro makes a public function

mod corpus;

use criterion::{Criterion, Throughput, criterion_group};
use depeche::{Article, Extractor};
use std::hint::black_box;
use std::time::Duration;

/// Text enough that neither the text nor what is made of it stays in the nearest caches.
const BYTES: usize = 2_500_000;
const PUBLISHED: &str = "2025-07-04";

/// In the order of the pipeline.
const STAGES: [&str; 9] =
    ["layout", "sentence", "token", "entity", "value", "clause", "relation", "reference", "event"];

fn extract_all(extractor: &Extractor, documents: &[String]) -> usize {
    let published = PUBLISHED.parse().expect("it is a date");
    let one = |text: &String| extractor.extract(&Article::new(text.as_str()).published(published)).relations.len();
    documents.iter().map(one).sum()
}

fn pipeline(criterion: &mut Criterion) {
    let documents = corpus::documents(BYTES);
    let extractor = Extractor::french();
    let automaton = corpus::automaton(&corpus::names());
    let mut group = criterion.benchmark_group("pipeline");
    group.sample_size(10).throughput(Throughput::Bytes(corpus::size(&documents)));
    group.bench_function("extract", |b| b.iter(|| extract_all(&extractor, black_box(&documents))));
    group.bench_function("bare_automaton", |b| b.iter(|| scan_all(&automaton, black_box(&documents))));
    group.finish();
}

fn scan_all(automaton: &aho_corasick::AhoCorasick, documents: &[String]) -> usize {
    documents.iter().map(|text| automaton.find_iter(text.as_str()).count()).sum()
}

/// The time of each stage within the pipeline, in the order of [`STAGES`].
fn stage_times(extractor: &Extractor, documents: &[String]) -> [Duration; STAGES.len()] {
    let published = PUBLISHED.parse().expect("it is a date");
    let mut sums = [Duration::ZERO; STAGES.len()];
    for text in documents {
        let (_, times) = extractor.extract_timed(&Article::new(text.as_str()).published(published));
        for (sum, (stage, (name, time))) in sums.iter_mut().zip(STAGES.iter().zip(times)) {
            assert_eq!(*stage, name);
            *sum += time;
        }
    }
    sums
}

fn stages(criterion: &mut Criterion) {
    let documents = corpus::documents(BYTES);
    let extractor = Extractor::french();
    let mut group = criterion.benchmark_group("stage");
    group.sample_size(10).throughput(Throughput::Bytes(corpus::size(&documents)));
    for (place, stage) in STAGES.iter().enumerate() {
        group.bench_function(*stage, |b| {
            b.iter_custom(|rounds| (0..rounds).map(|_| stage_times(&extractor, &documents)[place]).sum());
        });
    }
    group.finish();
}

fn single(criterion: &mut Criterion) {
    criterion.bench_function("build", |b| b.iter(|| Extractor::builder().build().expect("the data is tested")));
    let article = corpus::articles().into_iter().next().unwrap_or_default();
    let end = (1000..article.len()).find(|&at| article.is_char_boundary(at)).unwrap_or(article.len());
    let article = Article::new(&article[..end]);
    let extractor = Extractor::french();
    criterion.bench_function("article_1kB", |b| b.iter(|| extractor.extract(black_box(&article))));
}

/// Pipeline and automaton in turns, so that whatever else the machine does slows both: the figure to compare.
fn ratio() {
    let documents = corpus::documents(BYTES);
    let megabytes = corpus::size(&documents) as f64 / 1e6;
    let extractor = Extractor::french();
    let automaton = corpus::automaton(&corpus::names());
    let turn =
        |_| (corpus::time(|| extract_all(&extractor, &documents)), corpus::time(|| scan_all(&automaton, &documents)));
    let rounds: Vec<(f64, f64)> = (0..9).map(turn).collect();
    let best = |of: fn(&(f64, f64)) -> f64| megabytes / rounds.iter().map(of).fold(f64::INFINITY, f64::min);
    let mut ratios: Vec<f64> = rounds.iter().map(|(all, bare)| all / bare).collect();
    ratios.sort_by(f64::total_cmp);
    println!("{megabytes:.1} MB in {} documents, best of {} rounds:", documents.len(), rounds.len());
    println!("pipeline        {:7.1} MB/s", best(|round| round.0));
    println!("bare automaton  {:7.1} MB/s", best(|round| round.1));
    println!("ratio           {:7.1} (median of the rounds)", ratios[ratios.len() / 2]);
    let times = stage_times(&extractor, &documents);
    let whole: Duration = times.iter().sum();
    for (stage, time) in STAGES.iter().zip(times) {
        let share = 100.0 * time.as_secs_f64() / whole.as_secs_f64();
        println!("  {stage:12} {share:5.1} %  {:7.1} MB/s", megabytes / time.as_secs_f64());
    }
}

criterion_group!(benches, pipeline, stages, single);

fn main() {
    // A profiler that asks for one run of one bench wants nothing else.
    if !std::env::args().any(|argument| argument == "--test") {
        ratio();
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
