//! The value stage alone, on tokens made beforehand: megabytes of text a second.
#![allow(missing_docs)] // criterion's macro makes a public function

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use depeche::Span;
use depeche::lexicon::Vocabulary;
use depeche::token::tokenize;
use depeche::value::ValueReader;
use std::hint::black_box;

/// A paragraph of an article, of our own, with amounts, dates and shares as the press tells them.
const ARTICLE: &str = "La jeune pousse nantaise a annoncé mardi avoir levé 12,5 millions d'euros auprès de deux fonds, dont \
    un entré au capital en juin 2023. Fondée il y a six ans, elle emploie 140 personnes et vise entre 30 et 40 M€ de \
    chiffre d'affaires d'ici à fin 2027, contre environ 18 millions l'an dernier. Son directeur général, qui détient \
    encore un tiers du capital, quittera ses fonctions le 1er septembre ; sa successeure, passée par un grand groupe de \
    l'énergie, prendra la tête de l'entreprise après un mois de transition, avec pour mission d'ouvrir deux usines.\n";

/// Running text without a number.
const PROSE: &str = "Le conseil se réunit dans la grande salle du siège, où les administrateurs écoutent longuement la \
    direction avant de rendre leur avis. Personne ne conteste plus la stratégie du groupe, et chacun salue le travail \
    des équipes, même si la presse continue de douter de la solidité du projet.\n";

fn bench(c: &mut Criterion) {
    let mut vocabulary = Vocabulary::default();
    let reader = ValueReader::register(&mut vocabulary);
    let mut group = c.benchmark_group("value");
    let published = "2025-07-04".parse().ok();
    for (name, line) in [("article", ARTICLE), ("prose", PROSE)] {
        let text = line.repeat(200);
        let spans: Vec<Span> = (0..200).map(|i| Span::new(i * line.len(), (i + 1) * line.len() - 1)).collect();
        let tokens = tokenize(&text, &spans, &vocabulary);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| black_box(reader.read_tokens(&tokens, published, None))));
    }
    group.finish();
    c.bench_function("value/build", |b| {
        b.iter_batched(Vocabulary::default, |mut v| black_box(ValueReader::register(&mut v)), BatchSize::SmallInput)
    });
}

criterion_group!(benches, bench);
criterion_main!(benches);
