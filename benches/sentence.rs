//! Blocks and sentences, in bytes a second, beside the sentences of the Unicode standard on the same text.
#![allow(missing_docs)] // criterion's macro makes a public function

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use depeche::layout::layout;
use depeche::sentence::{sentences, split};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

const TITLE: &str = "Keller lève 12 millions d’euros pour ses vélos électriques";
const PARAGRAPHS: &[&str] = &[
    "La start-up lyonnaise Keller, qui fabrique des vélos, a annoncé jeudi avoir levé 12 millions d’euros auprès du fonds Aurive. \
     M. Paul Roche, son P.-D.G., veut recruter cent personnes d’ici à la fin de l’année. « Nous doublons la mise. Le marché est \
     porteur », assure-t-il. Le chiffre d’affaires, de 3,5 millions en 2021, devrait tripler.",
    "Une usine à Lormont",
    "Le site ouvrira en juin. Il emploiera d’abord quarante salariés, puis le double… si tout va bien. Qui l’eût cru ? En 2019, \
     la S.A. Keller cherchait un repreneur. Mme Claire Petit, directrice financière, avait alors claqué la porte.",
    "- Le capital est désormais détenu à 30 % par Aurive, fonds créé par J. K. Martin",
];

/// About a megabyte of articles, one after another; in lines, or all in one line.
fn text(joint: &str) -> String {
    let article = format!("{TITLE}{joint}{}{joint}", PARAGRAPHS.join(joint));
    article.repeat(1_000_000 / article.len())
}

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("sentence");
    for (shape, text) in [("articles", text("\n\n")), ("one_line", text(" "))] {
        let blocks = layout(&text);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("layout", shape), &text, |b, text| {
            b.iter(|| layout(black_box(text)).blocks.len());
        });
        group.bench_with_input(BenchmarkId::new("split", shape), &text, |b, text| {
            b.iter(|| split(black_box(text), &blocks).len());
        });
        group.bench_with_input(BenchmarkId::new("layout_and_split", shape), &text, |b, text| {
            b.iter(|| sentences(black_box(text)).len());
        });
        group.bench_with_input(BenchmarkId::new("unicode_sentences", shape), &text, |b, text| {
            b.iter(|| black_box(text.as_str()).unicode_sentences().count());
        });
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
