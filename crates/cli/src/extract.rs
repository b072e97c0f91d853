//! `depeche extract`.

use crate::args::{ExtractOptions, Format};
use crate::engine;
use crate::input::{Document, Documents, Holds, Source, sources};
use crate::notices::Notices;
use crate::output::{Look, Output, colored};
use anyhow::{Context, Result};
use depeche::{Extractor, LimitError, Limits};
use rayon::ThreadPool;
use rayon::prelude::*;
use std::io::{self, IsTerminal, Write};

/// Articles handed to each thread at a time: enough for threads to wait little for one another.
const ARTICLES_PER_JOB: usize = 16;

/// Bytes of text held at a time, unless one article alone has more.
const BYTES_AT_ONCE: usize = 16 * 1024 * 1024;

/// Reads and prints; whether everything could be read.
pub fn run(options: &ExtractOptions) -> Result<bool> {
    let extractor = engine::extractor(&options.setup)?;
    let to_terminal = io::stdout().is_terminal();
    let quiet = Notices::new();
    let sources = sources(&options.inputs, options.input, &quiet);
    let several = sources.len() > 1 || sources.iter().any(|source| source.holds == Holds::Lines);
    let notices = if several && !to_terminal && io::stderr().is_terminal() {
        Notices::with_progress(total_bytes(&sources))
    } else {
        Notices::new()
    };
    hint_at_standard_input(&sources, &notices);
    let for_person = to_terminal || options.explain;
    let format = options.format.unwrap_or(if for_person { Format::Text } else { Format::Jsonl });
    let look = Look { color: colored(options.color, to_terminal), headings: several, width: width() };
    let documents = Documents::new(sources, options.published, options.max_bytes, &notices);
    let explain = options.explain;
    let limits = Limits { entities: options.max_entities, ..Limits::default() };
    let output = Output::new(format, look);
    let mut printer = Printer { extractor, output, pool: pool(options.jobs)?, explain, limits };
    let outcome = printer.print(documents, &notices);
    notices.finish();
    outcome?;
    Ok(quiet.clean() && notices.clean())
}

/// Says what the command waits for, where a person has started it without input.
fn hint_at_standard_input(sources: &[Source], notices: &Notices) {
    if sources.iter().any(|source| source.path.is_none()) && io::stdin().is_terminal() {
        notices.warning("reading standard input; Ctrl-D ends it");
    }
}

/// `None` when there is one thread only, which then is this one.
fn pool(jobs: usize) -> Result<Option<ThreadPool>> {
    if jobs == 1 {
        return Ok(None);
    }
    rayon::ThreadPoolBuilder::new().num_threads(jobs).build().map(Some).context("threads could not be started")
}

fn total_bytes(sources: &[Source]) -> Option<u64> {
    sources.iter().map(|source| source.path.as_ref()?.metadata().ok().map(|data| data.len())).sum()
}

/// Columns of the terminal; 100 where there is none, unless `COLUMNS` tells.
fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = console::Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    told.or(seen).unwrap_or(100).max(20)
}

/// What is printed of an article, or the limit that it exceeds.
type Rendered = Result<Result<String>, LimitError>;

struct Printer {
    extractor: Extractor,
    output: Output,
    pool: Option<ThreadPool>,
    /// Print how the sentences were read instead of what they tell.
    explain: bool,
    limits: Limits,
}

impl Printer {
    /// Prints each article in the order of input, holding a bounded number of them.
    fn print(&mut self, mut documents: Documents<'_>, notices: &Notices) -> Result<()> {
        let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
        let most = self.pool.as_ref().map_or(1, |pool| pool.current_num_threads() * ARTICLES_PER_JOB);
        let mut done = 0u64;
        let mut chunk = take(&mut documents, most);
        while !chunk.is_empty() {
            let (rendered, next) = self.render(&chunk, || take(&mut documents, most));
            for (text, document) in rendered.into_iter().zip(&chunk) {
                match text {
                    Ok(text) => self.output.write(&text?, &mut out)?,
                    Err(limit) => notices.fault(too_large(&document.place, limit)),
                }
            }
            // Whoever reads the output of a pipe need not wait for the next article.
            out.flush()?;
            done += chunk.len() as u64;
            notices.done(done);
            chunk = next.unwrap_or_else(|| take(&mut documents, most));
        }
        self.output.end(&mut out)?;
        out.flush()?;
        Ok(())
    }

    /// What is printed of each article, or why it is not read. While other threads are at it, `ahead` gets the next ones.
    fn render(
        &self,
        chunk: &[Document],
        ahead: impl FnOnce() -> Vec<Document>,
    ) -> (Vec<Rendered>, Option<Vec<Document>>) {
        let render = |document: &Document| {
            if self.explain {
                return Ok(Ok(self.extractor.explain(&document.article)));
            }
            let extraction = self.extractor.extract_within(&document.article, self.limits)?;
            Ok(self.output.render(&document.id, document.article.text(), &extraction))
        };
        match &self.pool {
            // A lone thread prints what it has before it waits for more.
            None => (chunk.iter().map(render).collect(), None),
            Some(pool) => {
                let mut rendered = Vec::new();
                let next = pool.in_place_scope(|scope| {
                    scope.spawn(|_| rendered = chunk.par_iter().map(render).collect());
                    ahead()
                });
                (rendered, Some(next))
            }
        }
    }
}

fn too_large(place: &str, limit: LimitError) -> String {
    match limit {
        LimitError::Entities { limit, .. } => format!("{place}: more entities than --max-entities {limit}, skipped"),
        other => format!("{place}: {other}, skipped"),
    }
}

fn take(documents: &mut Documents<'_>, most: usize) -> Vec<Document> {
    let mut chunk = Vec::new();
    let mut bytes = 0;
    while chunk.len() < most && bytes < BYTES_AT_ONCE {
        let Some(document) = documents.next() else { break };
        bytes += document.article.text().len();
        chunk.push(document);
    }
    chunk
}
