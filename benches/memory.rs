//! The most memory that one article takes beyond the embedded data, and whether articles leave any behind.

mod corpus;

use depeche::{Article, Extractor};

/// Kilobytes that the process held at most since it began, or since the mark was last reset.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0.0)
}

fn reset_peak() {
    // Without this right, the first and smallest article is right all the same.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

fn main() {
    let extractor = Extractor::french();
    extractor.extract(&Article::new("Claire Petit rejoint Engie."));
    println!("extractor  {:7.1} MB", corpus::resident() / 1e3);
    let articles = corpus::articles().join("\n\n");
    for bytes in [1_000_000, 10_000_000] {
        let text: String = articles.chars().cycle().take(bytes * 97 / 100).collect();
        reset_peak();
        let before = corpus::resident();
        let found = extractor.extract(&Article::new(text.as_str())).relations.len();
        let times = (peak() - before) * 1024.0 / text.len() as f64;
        println!("{:8.1} MB, {found} relations: {times:.1} times its size at most", text.len() as f64 / 1e6);
    }
    let documents = corpus::documents(2_500_000);
    let all = || documents.iter().for_each(|text| drop(extractor.extract(&Article::new(text.as_str()))));
    all();
    let before = corpus::resident();
    (0..8).for_each(|_| all());
    println!("20 MB of articles more leave {:.1} MB behind", (corpus::resident() - before) / 1e3);
}
