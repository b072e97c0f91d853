//! Conjugation models: the table a linguist edits, compiled into flat lists of endings.

use rustc_hash::FxHashMap;

use super::compile;
use super::error::{ConjugationError, EndingError};
use super::inflection::Inflection;

/// The table of models that the library carries, `grammar/lexicon/conjugation_models.tsv`.
pub const FRENCH_MODELS: &str = include_str!("../../../grammar/lexicon/conjugation_models.tsv");

/// An ending of a model: `head`, the consonants of the verb `copies` times, `tail`.
#[derive(Debug, Clone)]
pub(super) struct Ending {
    pub head: Box<str>,
    pub copies: u8,
    pub tail: Box<str>,
    pub inflection: Inflection,
}

impl Ending {
    pub(super) fn new(pattern: &str, inflection: Inflection) -> Option<Self> {
        let copies = pattern.matches('C').count();
        let (head, rest) = pattern.split_once('C').unwrap_or((pattern, ""));
        let tail = rest.trim_start_matches('C');
        // Copies that are not adjacent would not survive the split.
        let adjacent = head.len() + copies + tail.len() == pattern.len() && !tail.contains('C');
        (copies <= 2 && adjacent).then(|| Self {
            head: head.into(),
            copies: copies as u8,
            tail: tail.into(),
            inflection,
        })
    }
}

/// How one family of verbs is conjugated, for example all verbs like *céder*.
#[derive(Debug, Clone)]
pub struct Model {
    pub(super) name: String,
    pub(super) infinitive: String,
    pub(super) endings: Vec<Ending>,
}

/// The invariable part of a verb, and the consonants that stand for `C` in the endings of its model.
#[derive(Debug, Clone, Copy)]
pub(super) struct Root<'v> {
    pub stem: &'v str,
    pub consonants: &'v str,
}

impl Model {
    /// Name of the model: the infinitive of the verb that shows it best.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Number of simple forms that the model gives, spelling variants included.
    #[must_use]
    pub fn form_count(&self) -> usize {
        self.endings.len()
    }

    /// Takes the model's ending off an infinitive.
    pub(super) fn root<'v>(&self, infinitive: &'v str) -> Result<Root<'v>, EndingError> {
        self.endings
            .iter()
            .take_while(|ending| ending.inflection == Inflection::Infinitive)
            .find_map(|ending| split_root(infinitive, ending))
            .ok_or_else(|| EndingError {
                model: self.name.clone(),
                expected: self.infinitive.clone(),
                found: infinitive.to_owned(),
            })
    }
}

fn split_root<'v>(infinitive: &'v str, ending: &Ending) -> Option<Root<'v>> {
    let rest = infinitive.strip_suffix(&*ending.tail)?;
    let (rest, consonants) = match ending.copies {
        0 => (rest, ""),
        _ => rest.split_at_checked(rest.len() - cluster_length(rest))?,
    };
    if ending.copies > 0 && consonants.is_empty() {
        return None;
    }
    let stem = rest.strip_suffix(&*ending.head)?;
    Some(Root { stem, consonants })
}

/// Bytes of the consonants that end `text`, where the *u* of *gu* and *qu* counts as one (*alléguer*).
fn cluster_length(text: &str) -> usize {
    let mute = text.strip_suffix('u').filter(|rest| rest.ends_with(['g', 'q']));
    let rest = mute.unwrap_or(text);
    let vowels = ['a', 'e', 'i', 'o', 'u', 'y', 'é', 'è', 'ê', 'â', 'î', 'ô', 'û', 'ï', 'ë', 'ü'];
    text.len() - rest.rfind(vowels).map_or(0, |at| at + vowel_length(rest, at))
}

fn vowel_length(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

/// A table of conjugation models.
///
/// ```
/// use depeche::lexicon::conjugation::Models;
///
/// let models = Models::french()?;
/// assert!(models.get("céder").is_some());
/// # Ok::<(), depeche::lexicon::conjugation::ConjugationError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Models {
    models: Vec<Model>,
    by_name: FxHashMap<String, usize>,
}

impl Models {
    /// The embedded table, [`FRENCH_MODELS`].
    ///
    /// # Errors
    ///
    /// None in a released version: the embedded table is tested.
    pub fn french() -> Result<Self, ConjugationError> {
        Self::parse(FRENCH_MODELS)
    }

    /// Reads a table of models, whose notation is explained at the top of the embedded one.
    ///
    /// # Errors
    ///
    /// On the first line that does not follow the notation, or that repeats a model.
    pub fn parse(text: &str) -> Result<Self, ConjugationError> {
        let mut models = Self::default();
        let mut lines: Vec<usize> = Vec::new();
        for (index, content) in text.lines().enumerate() {
            let line = index + 1;
            if content.trim().is_empty() || content.starts_with('#') {
                continue;
            }
            let model = compile::model(content, line)?;
            let position = models.models.len();
            if let Some(&known) = models.by_name.get(&model.name) {
                let first = lines.get(known).copied().unwrap_or_default();
                return Err(ConjugationError::Duplicate { line, found: model.name, first });
            }
            models.by_name.insert(model.name.clone(), position);
            models.models.push(model);
            lines.push(line);
        }
        Ok(models)
    }

    /// The model of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Model> {
        self.models.get(*self.by_name.get(name)?)
    }

    /// All models, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Model> {
        self.models.iter()
    }
}
