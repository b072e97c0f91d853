//! The whole pipeline on one screen.

use crate::clause::{self, Analysis};
use crate::entity::{Entities, Recognizer};
use crate::event;
use crate::gazetteer::{Gazetteer, GazetteerError};
use crate::layout;
use crate::lexicon::{DataError, Lexicon};
use crate::reference::{Affiliations, Discourse, Resolver};
use crate::relation::{self, Candidate, FrameError, Frames};
use crate::sentence;
use crate::token::{Tokens, tokenize};
use crate::types::{Article, Entity, Extraction, Mention, Span};
use crate::value::{ValueReader, Values};
use once_cell::sync::OnceCell;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;

/// Reads articles. Cheap to clone, shared between threads.
///
/// ```
/// use depeche::{Article, Extractor, Relation};
///
/// let extractor = Extractor::french();
/// let extraction = extractor.extract(&Article::new("Claire Petit rejoint Engie comme directrice financière."));
/// for relation in &extraction.relations {
///     if let Relation::Hiring(hiring) = relation {
///         assert_eq!(hiring.person.as_ref().map(|p| p.name.as_str()), Some("Claire Petit"));
///     }
/// }
/// assert_eq!(extraction.relations.len(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    data: Arc<Data>,
}

/// All that is built once.
#[derive(Debug)]
struct Data {
    lexicon: Lexicon,
    recognizer: Recognizer,
    values: ValueReader,
    frames: Frames,
}

impl Extractor {
    /// An extractor with the embedded data. The first call builds it, in tens of milliseconds; later ones share it.
    pub fn french() -> Extractor {
        static FRENCH: OnceCell<Extractor> = OnceCell::new();
        let built = FRENCH.get_or_try_init(|| Extractor::builder().build());
        // The tests build the embedded data: it has no fault that could show here.
        built.cloned().unwrap_or_else(|_| Extractor { data: Arc::new(Data::empty()) })
    }

    /// For gazetteers and frames of one's own.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads one article. Never fails; linear in the text.
    pub fn extract(&self, article: &Article<'_>) -> Extraction {
        let data = &*self.data;
        let text = article.text();
        let layout = layout::layout(text);
        let sentences = sentence::split(text, &layout);
        let spans: Vec<Span> = sentences.iter().map(|sentence| sentence.span).collect();
        let tokens = tokenize(text, &spans, &data.lexicon.vocabulary);
        let entities = data.recognizer.recognize(&tokens, &sentences, &data.lexicon);
        let values = data.values.read_tokens(&tokens, article.published_date(), None);
        let analyses = data.analyse(&tokens, &entities, &values);
        let candidates = data.candidates(&analyses, &tokens);
        let discourse = Discourse::new(&analyses, &entities);
        let affiliations = Affiliations::new(&analyses);
        let resolver = Resolver::new(&analyses, &discourse, &affiliations);
        let context = event::Context {
            tokens: &tokens,
            sentences: &sentences,
            analyses: &analyses,
            entities: &entities,
            values: &values,
            lexicon: &data.lexicon,
            frames: &data.frames,
            resolver: &resolver,
        };
        let (relations, _) = event::relations(context, &candidates);
        Extraction {
            published: values.published,
            entities: written(&tokens, &entities),
            sentences,
            amounts: values.amounts,
            numbers: values.numbers,
            percentages: values.percentages,
            dates: values.dates,
            relations,
        }
    }

    /// The frames that it reads by.
    pub fn frames(&self) -> &Frames {
        &self.data.frames
    }

    /// How each sentence of an article was read: its noun groups, its clauses and what the frames took from them.
    pub fn explain(&self, article: &Article<'_>) -> String {
        let data = &*self.data;
        let text = article.text();
        let sentences = sentence::split(text, &layout::layout(text));
        let spans: Vec<Span> = sentences.iter().map(|sentence| sentence.span).collect();
        let tokens = tokenize(text, &spans, &data.lexicon.vocabulary);
        let entities = data.recognizer.recognize(&tokens, &sentences, &data.lexicon);
        let values = data.values.read_tokens(&tokens, article.published_date(), None);
        let analyses = data.analyse(&tokens, &entities, &values);
        let candidates = data.candidates(&analyses, &tokens);
        let mut out = String::new();
        for (analysis, sentence) in analyses.iter().zip(&sentences) {
            let _ = writeln!(out, "{:?}: {}", sentence.kind, sentence.span.of(text));
            out.push_str(&analysis.show(&tokens, &data.lexicon));
            for candidate in candidates.iter().filter(|candidate| candidate.sentence == analysis.sentence) {
                let id = data.frames.get(candidate.frame).map_or("", |frame| &frame.id);
                let _ = write!(out, "  => {id} {:?}", candidate.status);
                for fill in &candidate.fills {
                    let words = match fill.filler {
                        relation::Filler::Group(group) => analysis.groups.get(group).map(|g| g.tokens.clone()),
                        _ => None,
                    };
                    let words = words.map_or("(pronoun)", |range| tokens.span(range).of(text));
                    let _ = write!(out, " {}={words}", fill.slot.name());
                }
                out.push('\n');
            }
        }
        out
    }
}

impl Data {
    fn empty() -> Data {
        Data {
            lexicon: Lexicon::default(),
            recognizer: Recognizer::default(),
            values: ValueReader::french(),
            frames: Frames::default(),
        }
    }

    fn analyse(&self, tokens: &Tokens<'_>, entities: &Entities, values: &Values) -> Vec<Analysis> {
        let known = clause::known(tokens, entities, values);
        clause::analyse_all(tokens, &known, &self.lexicon, &self.frames.triggers)
    }

    fn candidates(&self, analyses: &[Analysis], tokens: &Tokens<'_>) -> Vec<Candidate> {
        let of_one = |analysis| relation::candidates(analysis, tokens, &self.lexicon, &self.frames);
        analyses.iter().flat_map(of_one).collect()
    }
}

fn written(tokens: &Tokens<'_>, entities: &Entities) -> Vec<Entity> {
    let named = |entity: &crate::entity::NamedEntity| {
        let mut out = Entity::new(entity.kind, entity.name.clone(), Vec::new());
        out.id.clone_from(&entity.id);
        out
    };
    let mut out: Vec<Entity> = entities.list.iter().map(named).collect();
    for mention in &entities.mentions {
        let span = tokens.span(mention.tokens.clone());
        if let Some(entity) = out.get_mut(mention.entity) {
            entity.mentions.push(Mention::new(span, span.of(tokens.text()), mention.form));
        }
    }
    out
}

/// Why an extractor cannot be built.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum BuildError {
    /// A list of names is faulty.
    #[error(transparent)]
    Gazetteer(#[from] GazetteerError),
    /// A file of frames is faulty.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// A file of the lexicon is faulty.
    #[error(transparent)]
    Data(#[from] DataError),
    /// A file of values is faulty.
    #[error(transparent)]
    Value(#[from] crate::value::DataError),
    /// A file cannot be read.
    #[error("{path}: {source}")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// Builds an [`Extractor`] with names and frames of one's own beside the embedded ones.
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {
    gazetteers: Vec<Gazetteer>,
    frames: Vec<PathBuf>,
}

const FRAMES: [(&str, &str); 3] = [
    ("grammar/frames/hiring.toml", include_str!("../grammar/frames/hiring.toml")),
    ("grammar/frames/departure.toml", include_str!("../grammar/frames/departure.toml")),
    ("grammar/frames/investment.toml", include_str!("../grammar/frames/investment.toml")),
];

impl ExtractorBuilder {
    /// Adds names; a name given here beats an embedded one.
    #[must_use]
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> Self {
        self.gazetteers.push(gazetteer);
        self
    }

    /// Adds a file of frames.
    #[must_use]
    pub fn frames(mut self, path: impl AsRef<Path>) -> Self {
        self.frames.push(path.as_ref().to_owned());
        self
    }

    /// Builds the extractor.
    ///
    /// # Errors
    ///
    /// The first fault of a file, with its place.
    pub fn build(self) -> Result<Extractor, BuildError> {
        let mut lexicon = Lexicon::french()?;
        let mut frames = Frames::default();
        for (file, text) in FRAMES {
            frames.load(file, text, &mut lexicon)?;
        }
        for path in self.frames {
            let text = std::fs::read_to_string(&path);
            let text = text.map_err(|source| BuildError::Read { path: path.clone(), source })?;
            frames.load(&path.display().to_string(), &text, &mut lexicon)?;
        }
        let values = ValueReader::try_register(&mut lexicon.vocabulary)?;
        let mut gazetteer = Gazetteer::embedded()?;
        for own in self.gazetteers {
            gazetteer = gazetteer.with(own);
        }
        let recognizer = Recognizer::new(&mut lexicon, &gazetteer)?;
        Ok(Extractor { data: Arc::new(Data { lexicon, recognizer, values, frames }) })
    }
}
