//! Annotated articles and predictions from files: each is read or refused, and any two are compared.

#![no_main]

use depeche::Extraction;
use depeche::evaluate::{Floors, GoldArticle, Prediction, Scorer};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (gold, prediction) = text.split_once('\n').unwrap_or((text, text));
    if let Err(error) = Floors::parse(text, "a") {
        assert!(!error.to_string().is_empty());
    }
    if let Ok(extraction) = serde_json::from_str::<Extraction>(prediction) {
        let json = serde_json::to_string(&extraction).expect("what was read is written");
        let back: Extraction = serde_json::from_str(&json).expect("what was written is read");
        assert_eq!(serde_json::to_string(&back).ok(), Some(json));
    }
    let gold = serde_json::from_str::<GoldArticle>(gold);
    let prediction = serde_json::from_str::<Prediction>(prediction);
    if let Ok(gold) = gold {
        let mut scorer = Scorer::default();
        scorer.add(&gold, &prediction.unwrap_or_default());
        let report = scorer.report();
        assert!(report.figures().values().all(|figure| (0.0..=1.0).contains(figure)));
        assert!(!report.render(&scorer.mistakes(), 2).is_empty());
    }
});
