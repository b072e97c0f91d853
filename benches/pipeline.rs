//! The whole pipeline, the bare automaton on the same text in the same run, and each stage alone.
#![allow(missing_docs)] // criterion's macro makes a public function

mod corpus;

use criterion::{Criterion, Throughput, criterion_group};
use depeche::clause::{self, Analysis};
use depeche::entity::{Entities, Recognizer};
use depeche::layout::{Layout, layout};
use depeche::lexicon::Lexicon;
use depeche::reference::{Affiliations, Discourse, Resolver};
use depeche::relation::{self, Frames};
use depeche::sentence::split;
use depeche::token::{Tokens, tokenize};
use depeche::value::{ValueReader, Values};
use depeche::{Article, Extractor, Gazetteer, Sentence, Span, event};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Text enough that neither the text nor what is made of it stays in the nearest caches.
const BYTES: usize = 2_500_000;
const PUBLISHED: &str = "2025-07-04";

/// What the stages share.
struct Shared {
    lexicon: Lexicon,
    frames: Frames,
    values: ValueReader,
    recognizer: Recognizer,
}

impl Shared {
    fn new() -> Shared {
        let mut lexicon = Lexicon::french().expect("the data is tested");
        let mut frames = Frames::default();
        for file in ["hiring", "departure", "investment"] {
            let path = format!("{}/grammar/frames/{file}.toml", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(&path).expect("the frames are part of the project");
            frames.load(&path, &text, &mut lexicon).expect("the data is tested");
        }
        let values = ValueReader::try_register(&mut lexicon.vocabulary).expect("the data is tested");
        let gazetteer = Gazetteer::embedded().expect("the data is tested");
        let recognizer = Recognizer::new(&mut lexicon, &gazetteer).expect("the data is tested");
        Shared { lexicon, frames, values, recognizer }
    }
}

/// One document with the layer that each stage makes of it.
struct Layers<'t> {
    text: &'t str,
    layout: Layout,
    sentences: Vec<Sentence>,
    spans: Vec<Span>,
    tokens: Tokens<'t>,
    entities: Entities,
    values: Values,
    analyses: Vec<Analysis>,
}

impl<'t> Layers<'t> {
    fn new(text: &'t str, shared: &Shared) -> Layers<'t> {
        let layout = layout(text);
        let sentences = split(text, &layout);
        let spans: Vec<Span> = sentences.iter().map(|sentence| sentence.span).collect();
        let tokens = tokenize(text, &spans, &shared.lexicon.vocabulary);
        let entities = shared.recognizer.recognize(&tokens, &sentences, &shared.lexicon);
        let values = shared.values.read_tokens(&tokens, PUBLISHED.parse().ok(), None);
        let analyses = clauses(&tokens, &entities, &values, shared);
        Layers { text, layout, sentences, spans, tokens, entities, values, analyses }
    }

    /// Frames, references and events.
    fn relations(&self, shared: &Shared) -> usize {
        let of_one = |analysis| relation::candidates(analysis, &self.tokens, &shared.lexicon, &shared.frames);
        let candidates: Vec<_> = self.analyses.iter().flat_map(of_one).collect();
        let discourse = Discourse::new(&self.analyses, &self.entities);
        let affiliations = Affiliations::new(&self.analyses);
        let resolver = Resolver::new(&self.analyses, &discourse, &affiliations);
        let context = event::Context {
            tokens: &self.tokens,
            sentences: &self.sentences,
            analyses: &self.analyses,
            entities: &self.entities,
            values: &self.values,
            lexicon: &shared.lexicon,
            frames: &shared.frames,
            resolver: &resolver,
        };
        event::relations(context, &candidates).0.len()
    }
}

fn clauses(tokens: &Tokens<'_>, entities: &Entities, values: &Values, shared: &Shared) -> Vec<Analysis> {
    let known = clause::known(tokens, entities, values);
    clause::analyse_all(tokens, &known, &shared.lexicon, &shared.frames.triggers)
}

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

fn stages(criterion: &mut Criterion) {
    let documents = corpus::documents(BYTES);
    let shared = Shared::new();
    let all: Vec<Layers<'_>> = documents.iter().map(|text| Layers::new(text, &shared)).collect();
    let mut group = criterion.benchmark_group("stage");
    group.sample_size(10).throughput(Throughput::Bytes(corpus::size(&documents)));
    let sum = |each: &dyn Fn(&Layers<'_>) -> usize| all.iter().map(each).sum::<usize>();
    group.bench_function("layout", |b| b.iter(|| sum(&|one| layout(one.text).blocks.len())));
    group.bench_function("sentence", |b| b.iter(|| sum(&|one| split(one.text, &one.layout).len())));
    let vocabulary = &shared.lexicon.vocabulary;
    group.bench_function("token", |b| b.iter(|| sum(&|one| tokenize(one.text, &one.spans, vocabulary).all().len())));
    group.bench_function("entity", |b| {
        b.iter(|| sum(&|one| shared.recognizer.recognize(&one.tokens, &one.sentences, &shared.lexicon).list.len()));
    });
    group.bench_function("value", |b| {
        b.iter(|| sum(&|one| shared.values.read_tokens(&one.tokens, PUBLISHED.parse().ok(), None).amounts.len()));
    });
    group.bench_function("clause", |b| {
        b.iter(|| sum(&|one| clauses(&one.tokens, &one.entities, &one.values, &shared).len()));
    });
    group.bench_function("relation_reference_event", |b| b.iter(|| sum(&|one| one.relations(&shared))));
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
    let rounds: Vec<(Duration, Duration)> = (0..9)
        .map(|_| (time(|| extract_all(&extractor, &documents)), time(|| scan_all(&automaton, &documents))))
        .collect();
    let speed = |time: Duration| megabytes / time.as_secs_f64();
    let best = |of: fn(&(Duration, Duration)) -> Duration| rounds.iter().map(of).min().map_or(0.0, speed);
    let mut ratios: Vec<f64> = rounds.iter().map(|(all, bare)| all.as_secs_f64() / bare.as_secs_f64()).collect();
    ratios.sort_by(f64::total_cmp);
    println!("{megabytes:.1} MB in {} documents, best of {} rounds:", documents.len(), rounds.len());
    println!("pipeline        {:7.1} MB/s", best(|round| round.0));
    println!("bare automaton  {:7.1} MB/s", best(|round| round.1));
    println!("ratio           {:7.1} (median of the rounds)", ratios[ratios.len() / 2]);
}

fn time(work: impl FnOnce() -> usize) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

criterion_group!(benches, pipeline, stages, single);

fn main() {
    ratio();
    benches();
    Criterion::default().configure_from_args().final_summary();
}
