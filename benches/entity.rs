//! Names in bytes a second, given tokens, beside a bare aho-corasick scan of the same text for the names of the lists;
//! and how long lists take to load.
#![allow(missing_docs)] // criterion's macro makes a public function

use aho_corasick::{AhoCorasick, MatchKind};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use depeche::Span;
use depeche::entity::Recognizer;
use depeche::gazetteer::Gazetteer;
use depeche::lexicon::{Lexicon, Vocabulary};
use depeche::sentence::sentences;
use depeche::token::tokenize;
use std::fmt::Write;
use std::hint::black_box;

const ARTICLE: &str = include_str!("../examples/article.txt");

/// Texts that could make the search slow, and articles, half a megabyte each.
fn texts() -> Vec<(&'static str, Vec<String>)> {
    let repeated = |unit: &str| vec![unit.repeat(500_000 / unit.len())];
    vec![
        ("articles", vec![ARTICLE.to_owned(); 500_000 / ARTICLE.len()]),
        ("capitals", repeated("Abc Defgh Ijk ")),
        ("one_name", repeated("Claire Petitval ")),
        ("brackets", repeated("(")),
    ]
}

fn recognize(criterion: &mut Criterion) {
    let mut lexicon = Lexicon::french().expect("the embedded lexicon");
    let lists = Gazetteer::embedded().expect("the embedded lists");
    let recognizer = Recognizer::new(&mut lexicon, &lists).expect("the embedded cues");
    let names = recognizer.gazetteer().entries().map(|(_, entry)| entry.name());
    let scan = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names).expect("an automaton");
    let mut group = criterion.benchmark_group("entity");
    for (name, texts) in texts() {
        let prepared: Vec<_> = texts
            .iter()
            .map(|text| {
                let found = sentences(text);
                let spans: Vec<Span> = found.iter().map(|sentence| sentence.span).collect();
                (tokenize(text, &spans, &lexicon.vocabulary), found)
            })
            .collect();
        group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
        group.bench_with_input(BenchmarkId::new("recognize", name), &prepared, |b, prepared| {
            b.iter(|| {
                let read = prepared.iter().map(|(tokens, found)| recognizer.recognize(tokens, found, &lexicon));
                read.map(|entities| entities.mentions.len()).sum::<usize>()
            });
        });
        group.bench_with_input(BenchmarkId::new("gazetteer", name), &prepared, |b, prepared| {
            b.iter(|| {
                let read =
                    prepared.iter().map(|(tokens, _)| recognizer.gazetteer().matches(tokens, &lexicon.vocabulary));
                read.map(|hits| hits.len()).sum::<usize>()
            });
        });
        group.bench_with_input(BenchmarkId::new("aho_corasick", name), &texts, |b, texts| {
            b.iter(|| texts.iter().map(|text| scan.find_iter(black_box(text)).count()).sum::<usize>());
        });
    }
    group.finish();
}

/// Names of two or three words, as many as asked for.
fn list(entries: usize) -> String {
    let mut out = String::new();
    for i in 0..entries {
        let _ = writeln!(out, "Zor{} Kal{} Groupe\torganization\tZK{i}\tsector=énergie\tid-{i}", i % 50_021, i / 7);
    }
    out
}

fn load(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("gazetteer");
    group.sample_size(10);
    for entries in [10_000, 100_000, 1_000_000] {
        let text = list(entries);
        group.throughput(Throughput::Elements(entries as u64));
        group.bench_with_input(BenchmarkId::new("load", entries), &text, |b, text| {
            b.iter(|| {
                let list = Gazetteer::from_str("list.tsv", black_box(text)).expect("a good list");
                list.compile(&mut Vocabulary::default()).len()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, recognize, load);
criterion_main!(benches);
