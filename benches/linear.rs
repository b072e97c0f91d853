//! Cost per byte at growing sizes, for articles and for texts that no newsroom writes. Fails if any grows.

mod corpus;

use depeche::{Article, Extractor};
use std::hint::black_box;
use std::process::ExitCode;

const SIZES: [usize; 4] = [10_000, 100_000, 1_000_000, 10_000_000];

/// How much dearer a byte may be in a text ten times as long. Caches and pages of memory count; a square would show as ten.
const FLAT: f64 = 1.5;

/// Texts by what they repeat.
fn shapes() -> Vec<(&'static str, String)> {
    let article = corpus::articles().into_iter().next().unwrap_or_default();
    let endless = article.replace(['\n', '.', '!', '?', ';'], " ");
    let repeated = [
        ("digits only", "1234567890"),
        ("numbers only", "12 345,6 7 "),
        ("percentages", "12 % "),
        ("opening guillemets", "« "),
        ("straight quotes", "\""),
        ("brackets", "("),
        ("apostrophes", "l'"),
        ("points", "."),
        ("initials", "A."),
        ("hyphens", "a-b-"),
        ("one word", "nomme "),
        ("one letter", "a"),
        ("relatives", "qui recrute "),
        ("enumeration", "Paul et "),
        ("commas", "Paul, "),
        ("roles", "de la direction de "),
        ("appositions", "Paul Durand, PDG de Danone, "),
        ("number words", "deux mille cent "),
        ("sums", "12 millions d'euros et "),
        ("dates", "mardi 12 juin "),
        ("emoji", "😀🎉👩‍👩‍👧"),
        ("accents apart", "e\u{301}"),
        ("white space", " \n"),
        ("short lines", "Paul part\n"),
        ("bullets", "- Paul part\n"),
        ("short sentences", "Il part. Elle recrute Paul. "),
        ("one event", "Paul Durand et Claire Petit ont quitté Orange. "),
        ("descriptions", "Le groupe a recruté la présidente. "),
    ];
    let mut out = vec![("one article", article), ("one sentence", endless), ("names only", names())];
    out.extend(repeated.map(|(name, unit)| (name, unit.to_owned())));
    out
}

/// Half a megabyte of names that differ.
fn names() -> String {
    const FIRST: [&str; 8] = ["Claire", "Paul", "Orange", "Danone", "Voltalia", "Zorbex", "Marie", "Blanchet"];
    const SECOND: [&str; 5] = ["Petit", "Durand", "Énergies", "Kervadec", "Capital"];
    let name = |n: usize| format!("{} {} Nom{n}{}", FIRST[n * 7 % 8], SECOND[n * 3 % 5], ["mar, ", " et ", " "][n % 3]);
    (0..20_000).map(name).collect()
}

/// Exactly so many bytes of `unit`, or a character less.
fn text(unit: &str, bytes: usize) -> String {
    let mut text = unit.repeat(bytes / unit.len() + 1);
    let end = (0..=bytes).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text.truncate(end);
    text
}

/// Nanoseconds a byte, the better of two measures.
fn cost(extractor: &Extractor, text: &str) -> f64 {
    let article = Article::new(text);
    let measure = || corpus::time(|| extractor.extract(black_box(&article))) * 1e9 / text.len() as f64;
    measure().min(measure())
}

fn main() -> ExitCode {
    let extractor = Extractor::french();
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    println!("nanoseconds a byte {:>9} {:>9} {:>9} {:>9}", "10 kB", "100 kB", "1 MB", "10 MB");
    let mut grows = false;
    for (name, unit) in shapes() {
        if !wanted.is_empty() && !wanted.iter().any(|wanted| name.contains(wanted.as_str())) {
            continue;
        }
        let costs = SIZES.map(|size| cost(&extractor, &text(&unit, size)));
        let flat = costs.windows(2).all(|pair| matches!(pair, [less, more] if *more <= FLAT * less));
        let row: String = costs.iter().map(|cost| format!("{cost:10.1}")).collect();
        let verdict = if flat { "" } else { "  GROWS" };
        println!("{name:18}{row}{verdict}");
        grows |= !flat;
    }
    if grows { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
