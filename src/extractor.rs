//! The whole pipeline on one screen.

use crate::clause::{self, Analysis};
use crate::entity::{Entities, Recognizer};
use crate::event;
use crate::explain::Explanation;
use crate::gazetteer::{Gazetteer, GazetteerError};
use crate::layout;
use crate::lexicon::{DataError, Lexicon};
use crate::reference::{self, Affiliations, Discourse, How, Meant, Referents, Resolver, Sections, Told};
use crate::relation::{self, Called, Candidate, FrameError, Frames};
use crate::sentence;
use crate::token::{Tokens, tokenize};
use crate::types::{Article, Entity, Extraction, LimitError, Limits, Mention, MentionForm, Sentence, Span};
use crate::value::{ValueReader, Values};
use once_cell::sync::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
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
    /// What is less sure is not told.
    least_confidence: f32,
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

    /// Reads one article if it is no larger than `limits` tell. Nothing is ever cut short.
    ///
    /// # Errors
    ///
    /// The limit that it exceeds: the length of its text, known before it is read, or the number of its entities, known after.
    pub fn extract_within(&self, article: &Article<'_>, limits: Limits) -> Result<Extraction, LimitError> {
        let (bytes, most) = (article.text().len(), limits.bytes.min(Limits::MOST_BYTES));
        if bytes > most {
            return Err(LimitError::Bytes { found: bytes, limit: most });
        }
        let extraction = self.extract(article);
        let (found, limit) = (extraction.entities.len(), limits.entities);
        if found > limit { Err(LimitError::Entities { found, limit }) } else { Ok(extraction) }
    }

    /// Reads one article. Never fails; linear in the text. Of a text longer than [`Limits::MOST_BYTES`] it reads the
    /// beginning; [`extract_within`](Self::extract_within) tells such a text from others.
    pub fn extract(&self, article: &Article<'_>) -> Extraction {
        self.read(article, |_| ())
    }

    /// Reads one article, and tells how long each stage took, in the order of the stages.
    pub fn extract_timed(&self, article: &Article<'_>) -> (Extraction, Vec<(&'static str, Duration)>) {
        let mut times = Vec::new();
        let mut last = Instant::now();
        let extraction = self.read(article, |stage| {
            let now = Instant::now();
            times.push((stage, now - last));
            last = now;
        });
        (extraction, times)
    }

    /// The pipeline; `done` is told the name of each stage once it is through.
    fn read(&self, article: &Article<'_>, mut done: impl FnMut(&'static str)) -> Extraction {
        let data = &*self.data;
        let read = data.sentences(article, &mut done, &mut |_| ());
        let least = data.least_confidence;
        let events =
            data.with_references(&read, &mut done, |context| event::relations(context, &read.candidates, least));
        done("event");
        let Sentences { sentences, tokens, entities, values, analyses, candidates } = read;
        // The largest of what was made, and needed no more: what is written takes their room.
        drop((analyses, candidates));
        Extraction {
            published: values.published,
            entities: written(&tokens, &entities, &events.references),
            sentences,
            amounts: values.amounts,
            numbers: values.numbers,
            percentages: values.percentages,
            dates: values.dates,
            relations: events.relations,
        }
    }

    /// The frames that it reads by.
    pub fn frames(&self) -> &Frames {
        &self.data.frames
    }

    /// How an article was read: each sentence with its noun groups, its clauses, and what frames took from them or why
    /// they took nothing; then each relation, with where its slots come from.
    pub fn explain(&self, article: &Article<'_>) -> String {
        let data = &*self.data;
        let (mut called, mut unsettled) = (Vec::new(), Vec::new());
        let read = data.sentences(article, &mut |_| (), &mut |frame| called.push(frame));
        let candidates = &read.candidates;
        data.with_references(&read, &mut |_| (), |context| {
            let events = event::drafts(context, candidates, &mut |candidate, why| unsettled.push((candidate, why)));
            let unsettled = &unsettled;
            let least = data.least_confidence;
            Explanation { context, called: &called, candidates, unsettled, events: &events, least }.text()
        })
    }
}

/// What the stages that read sentence by sentence give.
struct Sentences<'t> {
    sentences: Vec<Sentence>,
    tokens: Tokens<'t>,
    entities: Entities,
    values: Values,
    analyses: Vec<Analysis>,
    candidates: Vec<Candidate>,
}

impl Data {
    /// The stages that read sentence by sentence; `called` hears of each frame that a word calls up.
    fn sentences<'t>(
        &self,
        article: &'t Article<'_>,
        done: &mut impl FnMut(&'static str),
        called: &mut dyn FnMut(Called),
    ) -> Sentences<'t> {
        let text = article.text();
        let layout = layout::layout(text);
        done("layout");
        let sentences = sentence::split(text, &layout);
        done("sentence");
        let spans: Vec<Span> = sentences.iter().map(|sentence| sentence.span).collect();
        let tokens = tokenize(text, &spans, &self.lexicon.vocabulary);
        done("token");
        let entities = self.recognizer.recognize(&tokens, &sentences, &self.lexicon);
        done("entity");
        let values = self.values.read_tokens(&tokens, article.published_date(), None);
        done("value");
        let analyses = self.analyse(&tokens, &entities, &values);
        done("clause");
        let candidates = self.candidates(&analyses, &tokens, called);
        done("relation");
        Sentences { sentences, tokens, entities, values, analyses, candidates }
    }

    /// Finds who is meant, and then makes what `make` makes of it.
    fn with_references<R>(
        &self,
        read: &Sentences<'_>,
        done: &mut impl FnMut(&'static str),
        make: impl FnOnce(event::Context<'_>) -> R,
    ) -> R {
        let Sentences { sentences, tokens, entities, values, analyses, candidates } = read;
        let told = Told { analyses, sentences, tokens, lexicon: &self.lexicon };
        let mut discourse = Discourse::new(told, entities);
        let affiliations = Affiliations::new(told);
        let sections = Sections::new(told);
        // Once the posts that events tell of are known, "le directeur général" can be who was just named to it.
        let posts = affiliations.with(reference::posts(told, candidates));
        let referents = Referents::new(told, &mut discourse, &posts, &sections, candidates);
        let resolver = &Resolver::new(told, &discourse, &affiliations, &sections, &referents);
        done("reference");
        let (lexicon, frames) = (&self.lexicon, &self.frames);
        make(event::Context { tokens, sentences, analyses, entities, values, lexicon, frames, resolver })
    }

    fn empty() -> Data {
        Data {
            lexicon: Lexicon::default(),
            recognizer: Recognizer::default(),
            values: ValueReader::french(),
            frames: Frames::default(),
            least_confidence: LEAST_CONFIDENCE,
        }
    }

    fn analyse(&self, tokens: &Tokens<'_>, entities: &Entities, values: &Values) -> Vec<Analysis> {
        let known = clause::known(tokens, entities, values);
        clause::analyse_all(tokens, &known, &self.lexicon, &self.frames.triggers)
    }

    fn candidates(&self, analyses: &[Analysis], tokens: &Tokens<'_>, called: &mut dyn FnMut(Called)) -> Vec<Candidate> {
        let of_one = |analysis| relation::candidates(analysis, tokens, &self.lexicon, &self.frames, called);
        analyses.iter().flat_map(of_one).collect()
    }
}

fn written(tokens: &Tokens<'_>, entities: &Entities, references: &[Meant]) -> Vec<Entity> {
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
    let mut others: Vec<(usize, Mention)> = Vec::with_capacity(references.len());
    for meant in references {
        let span = tokens.span(meant.tokens.0..meant.tokens.1);
        let form = if meant.how == How::Pronoun { MentionForm::Pronoun } else { MentionForm::Description };
        let Some(entity) = out.get(meant.entity) else { continue };
        let next = entity.mentions.partition_point(|mention| mention.span.end <= span.start);
        if entity.mentions.get(next).is_none_or(|mention| span.end <= mention.span.start) {
            others.push((meant.entity, Mention::new(span, span.of(tokens.text()), form)));
        }
    }
    for (place, mention) in others {
        if let Some(entity) = out.get_mut(place) {
            entity.mentions.push(mention);
        }
    }
    for entity in &mut out {
        entity.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
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
#[derive(Clone, Debug)]
pub struct ExtractorBuilder {
    gazetteers: Vec<Gazetteer>,
    frames: Vec<PathBuf>,
    least_confidence: f32,
}

/// Below, relations of annotated articles are wrong more often than not.
const LEAST_CONFIDENCE: f32 = 0.35;

impl Default for ExtractorBuilder {
    fn default() -> Self {
        Self { gazetteers: Vec::new(), frames: Vec::new(), least_confidence: LEAST_CONFIDENCE }
    }
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

    /// Leaves out relations less sure than this, from 0 (nothing is left out) to 1. At first 0.35: what is less sure is
    /// mostly wrong.
    #[must_use]
    pub fn least_confidence(mut self, least: f32) -> Self {
        self.least_confidence = least;
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
        let least_confidence = self.least_confidence;
        Ok(Extractor { data: Arc::new(Data { lexicon, recognizer, values, frames, least_confidence }) })
    }
}
