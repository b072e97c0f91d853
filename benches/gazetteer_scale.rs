//! One's own lists of a thousand to a million names: time and memory to build, and speed, beside the bare automaton.

mod corpus;

use depeche::{Article, Extractor, Gazetteer};
use std::hint::black_box;
use std::time::{Duration, Instant};

const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// Names of two words, of 15 bytes in the mean, all different.
fn name(number: usize) -> String {
    const SYLLABLES: [&str; 32] = [
        "ba", "cor", "da", "fi", "gal", "ho", "ju", "kel", "la", "mon", "na", "or", "pi", "quo", "ras", "sol", "ta",
        "ul", "ve", "xi", "zo", "bri", "cha", "dre", "fla", "gri", "plu", "tro", "sten", "lin", "mar", "nis",
    ];
    // A multiplier prime to the number of names spreads neighbours over the syllables.
    let mut rest = number.wrapping_mul(7_368_787) % 16_777_216;
    let mut out = String::new();
    for place in 0..5 {
        let syllable = SYLLABLES[rest % SYLLABLES.len()];
        rest /= SYLLABLES.len();
        let capital = matches!(place, 0 | 3);
        out.push_str(if place == 3 { " " } else { "" });
        let mut letters = syllable.chars();
        let first = letters.next().unwrap_or('x');
        out.push(if capital { first.to_ascii_uppercase() } else { first });
        out.push_str(letters.as_str());
    }
    out.push_str(["", "ia", "ex"][number % 3]);
    out
}

/// A megabyte of articles in which every hundredth word or so is one of the names.
fn documents(names: &[String]) -> Vec<String> {
    let mut next = 0;
    let documents = corpus::documents(1_000_000);
    let with_name = |sentence: &str| {
        next += 1;
        format!("{sentence}. {} recrute. ", names[next * 7919 % names.len()])
    };
    let mut with_name = with_name;
    documents.iter().map(|text| text.split(". ").map(&mut with_name).collect()).collect()
}

fn time<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// Megabytes a second.
fn speed(documents: &[String], each: impl Fn(&str) -> usize) -> f64 {
    let all = || documents.iter().map(|text| each(black_box(text))).sum::<usize>();
    corpus::size(documents) as f64 / 1e6 / corpus::time(all)
}

fn main() {
    println!("{:>9} {:>8} | {:^27} | {:^27}", "", "text", "depeche", "contiguous automaton");
    println!(
        "{:>9} {:>8} | {:>8} {:>9} {:>8} | {:>8} {:>9} {:>8}",
        "names", "MB", "build s", "memory MB", "MB/s", "build s", "memory MB", "MB/s"
    );
    let (_, embedded) = time(|| Extractor::builder().build().expect("the data is tested"));
    for size in SIZES {
        let names: Vec<String> = (0..size).map(name).collect();
        let list: String = names.iter().map(|name| format!("{name}\torganization\t\t\t\n")).collect();
        let documents = documents(&names);
        let before = corpus::resident();
        let (extractor, built) = time(|| {
            let own = Gazetteer::from_str("names.tsv", &list).expect("the lines are well formed");
            Extractor::builder().gazetteer(own).build().expect("the data is tested")
        });
        let memory = (corpus::resident() - before) / 1e3;
        let ours = speed(&documents, |text| extractor.extract(&Article::new(text)).entities.len());
        drop(extractor);
        let (automaton, automaton_built) = time(|| corpus::automaton(&names));
        let bare = speed(&documents, |text| automaton.find_iter(text).count());
        println!(
            "{size:9} {:8.1} | {:8.2} {memory:9.0} {ours:8.1} | {:8.2} {:9.0} {bare:8.1}",
            list.len() as f64 / 1e6,
            built.saturating_sub(embedded).as_secs_f64(),
            automaton_built.as_secs_f64(),
            automaton.memory_usage() as f64 / 1e6,
        );
    }
}
