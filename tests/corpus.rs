//! The figures on the corpus of the project do not fall below `tests/corpus/floors.toml`.

mod support;

use depeche::Article;
use depeche::evaluate::{Floors, GoldArticle, Prediction, Scorer};
use support::{EXTRACTOR, articles, corpus, headlines, lines};

fn reaches_its_floors(section: &str, golds: &[String]) {
    let mut scorer = Scorer::default();
    for json in golds {
        let gold: GoldArticle = serde_json::from_str(json).expect("an annotated article");
        let article = Article::new(gold.text.as_str());
        let article = if let Some(date) = gold.published { article.published(date) } else { article };
        scorer.add(&gold, &Prediction::new(&gold.id, EXTRACTOR.extract(&article)));
    }
    let floors = std::fs::read_to_string(corpus().join("floors.toml")).expect("the floors");
    let floors = Floors::parse(&floors, section).expect("floors that can be used");
    let report = scorer.report();
    let check = floors.check(&report);
    assert!(
        check.reached(),
        "[{section}] of tests/corpus/floors.toml\n{check}\n{}",
        report.render(&scorer.mistakes(), 10)
    );
}

#[test]
fn articles_reach_their_floors() {
    reaches_its_floors("articles", &articles());
}

#[test]
fn headlines_reach_their_floors() {
    reaches_its_floors("headlines", &headlines());
}

#[test]
fn moves_reach_their_floors() {
    reaches_its_floors("moves", &lines("moves.jsonl"));
}
