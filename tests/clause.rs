//! Who does what to whom, as a table: a text, then its clauses.

use depeche::{Article, Extractor};

/// The lines that tell clauses, without the numbers of idioms, which change when frames do.
fn clauses(text: &str) -> String {
    let told = Extractor::french().explain(&Article::new(text).published("2025-06-16".parse().expect("it is a date")));
    let lines = told.lines().filter_map(|line| line.strip_prefix("  (")).map(|line| {
        let mut words = line.split(' ');
        let mut out = Vec::new();
        while let Some(word) = words.next() {
            match word {
                "idiom" => drop(words.next()),
                other => out.push(other),
            }
        }
        format!("({}", out.join(" "))
    });
    lines.collect::<Vec<_>>().join(" / ")
}

#[test]
fn the_table_of_clauses() {
    let table = include_str!("cases/clauses.tsv");
    let mut wrong = Vec::new();
    let mut read = 0;
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (text, expected) = line.split_once('\t').expect("two columns");
        let found = clauses(text);
        read += 1;
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(read > 20 && wrong.is_empty(), "{} of {read} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
