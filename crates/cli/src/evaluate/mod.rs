//! `depeche evaluate`.

mod floors;
mod gold;

use crate::args::EvaluateOptions;
use crate::engine;
use crate::input::Lines;
use crate::notices::Notices;
use anyhow::{Context, Result};
use depeche::evaluate::{Floors, GoldArticle, Prediction, Report, Scorer};
use depeche::{Article, Extractor};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::Path;

/// Where predictions come from.
enum Predictions {
    Extracted(Box<Extractor>),
    Read(BTreeMap<String, Prediction>),
}

/// Scores and prints; whether all could be read and no figure lies below its floor.
pub fn run(options: &EvaluateOptions) -> Result<bool> {
    let notices = Notices::new();
    let section = options.section.clone().unwrap_or_else(|| floors::section_of(&options.gold));
    let floors = options.floors.as_deref().map(|path| floors::read(path, &section)).transpose()?;
    let predictions = match &options.predictions {
        Some(path) => Predictions::Read(read_predictions(path, &notices)?),
        None => Predictions::Extracted(Box::new(engine::extractor(&options.setup)?)),
    };
    let golds = gold::read(&options.gold, &notices)?;
    if golds.is_empty() {
        notices.fault(format_args!("{}: expected annotated articles, found none", options.gold.display()));
        return Ok(false);
    }
    let mut scorer = Scorer::default();
    for gold in &golds {
        scorer.add(gold, &predictions.of(gold, &notices));
    }
    let report = scorer.report();
    print(options, &scorer, &report)?;
    Ok(floors.is_none_or(|floors| reached(&floors, &report, &notices)) && notices.clean())
}

/// Tells the table of floors and figures on standard error unless all are reached.
fn reached(floors: &Floors, report: &Report, notices: &Notices) -> bool {
    let check = floors.check(report);
    if !check.reached() {
        let table = check.to_string().replace('\n', "\n  ");
        notices.fault(format_args!("figures below their floors\n  {}", table.trim_end()));
    }
    check.reached()
}

fn print(options: &EvaluateOptions, scorer: &Scorer, report: &Report) -> Result<()> {
    let text = if options.json {
        serde_json::to_string(report)? + "\n"
    } else {
        report.render(&scorer.mistakes(), options.errors)
    };
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

impl Predictions {
    /// What was read in an article; where predictions were given without it, nothing was.
    fn of(&self, gold: &GoldArticle, notices: &Notices) -> Prediction {
        match self {
            Predictions::Extracted(extractor) => {
                let article = Article::new(gold.text.as_str());
                let article = if let Some(date) = gold.published { article.published(date) } else { article };
                Prediction::new(&gold.id, extractor.extract(&article))
            }
            Predictions::Read(lines) => lines.get(&gold.id).cloned().unwrap_or_else(|| {
                notices.fault(format_args!("no prediction for {}; all of it counts as missed", gold.id));
                Prediction { id: gold.id.clone(), ..Prediction::default() }
            }),
        }
    }
}

fn read_predictions(path: &Path, notices: &Notices) -> Result<BTreeMap<String, Prediction>> {
    let name = path.display();
    let file = File::open(path).with_context(|| name.to_string())?;
    let mut lines = Lines::new(Box::new(BufReader::new(file)), u64::MAX);
    let mut predictions = BTreeMap::new();
    while let Some(line) = lines.next_line().with_context(|| name.to_string())? {
        let bytes = line.bytes.unwrap_or_default();
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Prediction>(&bytes) {
            Ok(prediction) => {
                if let Some(twice) = predictions.insert(prediction.id.clone(), prediction) {
                    notices.fault(format_args!("{name}:{}: a second prediction for {}", line.number, twice.id));
                }
            }
            Err(error) => {
                notices.fault(format_args!("{name}:{}: {}", line.number, crate::input::message_of(&error)));
            }
        }
    }
    Ok(predictions)
}
