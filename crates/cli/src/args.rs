//! Arguments of the command.

use clap::{Args, Parser, Subcommand, ValueEnum};
use depeche::Date;
use std::path::PathBuf;

const EXIT_CODES: &str = "\
Exit codes:
  0  all was read (also when the reader of the output closes it early)
  1  some input could not be read, or a figure lies below its floor; standard error tells which
  2  wrong arguments, gazetteer, frames or floors; nothing was done";

const EXTRACT_EXAMPLES: &str = "\
Examples:
  depeche extract article.txt                          for a person, on a terminal
  depeche extract articles/ > relations.jsonl          a folder of .txt, .jsonl and annotated .json files
  depeche extract --jobs 0 --format jsonl news.jsonl   every core; lines come out in input order
  curl … | depeche extract --input jsonl - | jq .relations
  depeche extract --format html article.txt > article.html
  depeche extract --published 2025-07-04 article.txt   so that \"hier\" is 2025-07-03

Input:
  Text is UTF-8; a byte order mark is skipped, and offsets count from after it.
  JSON Lines hold one object a line: {\"id\", \"text\", \"title\"?, \"published\"?}. A title that the text does not begin
  with is put before it, with a blank line between; offsets then count from the first byte of the title.
";

const EVALUATE_EXAMPLES: &str = "\
Examples:
  depeche evaluate corpus/                             the tables
  depeche evaluate --errors 10 corpus/                 and the first ten mistakes of each kind
  depeche evaluate --json corpus/                      the same figures, as one JSON object
  depeche evaluate --predictions out.jsonl corpus/     scores what was printed earlier
  depeche evaluate --floors floors.toml corpus/dev     fails where a figure lies below its floor in [dev]

Floors:
  [dev]                      # the name of GOLD, without extension, or what --section tells
  core_f1 = 0.80             # core, exact, slots; people, organizations, money; _precision, _recall, _f1
  hiring_core_precision = 0.9
  hiring_date_f1 = 0.7
  bound_accuracy = 0.9
  sure_precision = 0.9       # of relations of a confidence of 0.8 and more
";

/// Reads French news articles and prints who was hired, who left, and who invested what in whom.
#[derive(Debug, Parser)]
#[command(name = "depeche", version, after_help = EXIT_CODES, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print what articles tell.
    #[command(after_help = format!("{EXTRACT_EXAMPLES}\n{EXIT_CODES}"))]
    Extract(ExtractOptions),
    /// Print precision, recall and F1 over annotated articles.
    #[command(after_help = format!("{EVALUATE_EXAMPLES}\n{EXIT_CODES}"))]
    Evaluate(EvaluateOptions),
}

#[derive(Debug, Args)]
pub struct ExtractOptions {
    /// Text files, .jsonl files, folders, or - for standard input [default: standard input]
    #[arg(value_name = "FILE|DIR|-")]
    pub inputs: Vec<PathBuf>,
    /// How to print [default: text on a terminal, jsonl otherwise]
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// What files and standard input hold [default: by extension; standard input is text]
    #[arg(long, value_enum)]
    pub input: Option<InputFormat>,
    /// When the articles were published, where they do not tell: 2025-07-04
    #[arg(long, value_name = "DATE")]
    pub published: Option<Date>,
    /// Print instead how each sentence was read: its noun groups, clauses, what frames took from them, or why nothing
    #[arg(long, conflicts_with = "format")]
    pub explain: bool,
    #[command(flatten)]
    pub setup: Setup,
    /// Articles read at once; 0 for one on each core
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub jobs: usize,
    /// Skip, with a message, text files and JSON lines of more bytes than this
    #[arg(long, value_name = "N", default_value_t = 256 * 1024 * 1024)]
    pub max_bytes: u64,
    /// Skip, with a message, articles that name more people, organizations, places and products than this
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    pub max_entities: usize,
    /// When to use colour; auto is on a terminal, unless NO_COLOR is set
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
}

#[derive(Debug, Args)]
pub struct EvaluateOptions {
    /// A folder of annotated .json articles, or a .jsonl file of them
    #[arg(value_name = "GOLD_DIR|GOLD.jsonl")]
    pub gold: PathBuf,
    #[command(flatten)]
    pub setup: Setup,
    /// Print the figures as one JSON object
    #[arg(long)]
    pub json: bool,
    /// Print the first N mistakes of each kind
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub errors: usize,
    /// Score these lines, printed by `depeche extract`, instead of reading the articles
    #[arg(long, value_name = "PRED.jsonl")]
    pub predictions: Option<PathBuf>,
    /// Fail where a figure lies below its floor in this TOML file
    #[arg(long, value_name = "FILE")]
    pub floors: Option<PathBuf>,
    /// The section of the floors file [default: the name of GOLD, without extension]
    #[arg(long, value_name = "NAME", requires = "floors")]
    pub section: Option<String>,
}

/// What the extractor knows beyond the embedded data.
#[derive(Debug, Args)]
pub struct Setup {
    /// Names to know besides the embedded ones; may be given several times
    #[arg(long = "gazetteer", value_name = "FILE")]
    pub gazetteers: Vec<PathBuf>,
    /// Frames to know besides the embedded ones; may be given several times
    #[arg(long = "frames", value_name = "FILE")]
    pub frames: Vec<PathBuf>,
    /// Leave out relations less sure than this, from 0 (nothing is left out) to 1 [default: 0.35]
    #[arg(long, value_name = "N", value_parser = fraction)]
    pub least_confidence: Option<f32>,
}

fn fraction(text: &str) -> Result<f32, String> {
    let number: Option<f32> = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "expected a number from 0 to 1".to_owned())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a person: each relation, and the sentence that tells it
    Text,
    /// One indented object, or a list of them for several articles
    Json,
    /// One object a line
    Jsonl,
    /// One page without scripts: the articles, highlighted, and a card for each relation
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// One article
    Text,
    /// One article a line
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[cfg(test)]
mod tests {
    use super::Arguments;
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
