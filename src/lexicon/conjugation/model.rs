//! Conjugation models: the table a linguist edits, compiled into flat lists of endings.

use rustc_hash::FxHashMap;

use super::compile;
use super::error::{ConjugationError, EndingError};
use super::inflection::Inflection;

/// The table of models that the library carries, `grammar/lexicon/conjugation_models.tsv`.
pub const FRENCH_MODELS: &str = include_str!("../../../grammar/lexicon/conjugation_models.tsv");

<<<<<<< HEAD
/// Columns of the table, in order.
const COLUMNS: [&str; 10] = [
    "model",
    "infinitive",
    "present",
    "imperfect",
    "past",
    "future",
    "subjunctive",
    "imperative",
    "present participle",
    "past participle",
];

=======
>>>>>>> verbs
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
    let mute = text
        .strip_suffix('u')
        .filter(|rest| rest.ends_with(['g', 'q']));
    let rest = mute.unwrap_or(text);
    let vowels = [
        'a', 'e', 'i', 'o', 'u', 'y', 'é', 'è', 'ê', 'â', 'î', 'ô', 'û', 'ï', 'ë', 'ü',
    ];
    text.len()
        - rest
            .rfind(vowels)
            .map_or(0, |at| at + vowel_length(rest, at))
}

fn vowel_length(text: &str, at: usize) -> usize {
    text.get(at..)
        .and_then(|rest| rest.chars().next())
        .map_or(0, char::len_utf8)
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
                return Err(ConjugationError::Duplicate {
                    line,
                    found: model.name,
                    first,
                });
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
<<<<<<< HEAD

fn parse_line(content: &str, line: usize) -> Result<Model, ConjugationError> {
    let cells: Vec<&str> = content.split('\t').map(str::trim).collect();
    let found = cells.len();
    let cells: [&str; COLUMNS.len()] =
        cells.try_into().map_err(|_| ConjugationError::Columns { line, expected: COLUMNS.len(), found })?;
    let mut compiler = Compiler { line, endings: Vec::with_capacity(64) };
    compiler.compile(cells)?;
    let [name, infinitive, ..] = cells;
    Ok(Model { name: name.to_owned(), infinitive: infinitive.to_owned(), endings: compiler.endings })
}

struct Compiler {
    line: usize,
    endings: Vec<Ending>,
}

impl Compiler {
    fn compile(&mut self, cells: [&str; COLUMNS.len()]) -> Result<(), ConjugationError> {
        let [name, infinitive, present, imperfect, past, future, subjunctive, imperative, active, passive] = cells;
        if name.is_empty() {
            return Err(self.error(0, name, "the name of the model"));
        }
        let infinitives = cell::alternatives(infinitive).map_err(|e| self.error(1, infinitive, e))?;
        if infinitives.is_empty() {
            return Err(self.error(1, infinitive, "the ending of the infinitive"));
        }
        self.add(1, infinitive, &infinitives, Inflection::Infinitive)?;
        let indicative = cell::persons(present).map_err(|e| self.error(2, present, e))?;
        self.tense(2, present, &indicative, Mood::Indicative, Tense::Present)?;

        let six = derive_imperfect(imperfect, &indicative).map_err(|e| self.error(3, imperfect, e))?;
        self.tense(3, imperfect, &six, Mood::Indicative, Tense::Imperfect)?;
        let (six, past_subjunctive) = cell::past(past).map_err(|e| self.error(4, past, e))?;
        self.tense(4, past, &six, Mood::Indicative, Tense::Past)?;
        self.tense(4, past, &past_subjunctive, Mood::Subjunctive, Tense::Imperfect)?;
        let six = cell::tense(future, &cell::FUTURE).map_err(|e| self.error(5, future, e))?;
        self.tense(5, future, &six, Mood::Indicative, Tense::Future)?;
        let six = cell::tense(future, &cell::CONDITIONAL).map_err(|e| self.error(5, future, e))?;
        self.tense(5, future, &six, Mood::Conditional, Tense::Present)?;
        let six = derive_subjunctive(subjunctive, &indicative).map_err(|e| self.error(6, subjunctive, e))?;
        self.tense(6, subjunctive, &six, Mood::Subjunctive, Tense::Present)?;
        let six = derive_imperative(imperative, &indicative).map_err(|e| self.error(7, imperative, e))?;
        self.tense(7, imperative, &six, Mood::Imperative, Tense::Present)?;
        let forms = derive_active(active, &indicative).map_err(|e| self.error(8, active, e))?;
        self.add(8, active, &forms, Inflection::PresentParticiple)?;
        self.past_participle(passive)
    }

    fn past_participle(&mut self, content: &str) -> Result<(), ConjugationError> {
        let four = cell::participle(content).map_err(|e| self.error(9, content, e))?;
        let agreements = [
            (Gender::Masculine, Number::Singular),
            (Gender::Feminine, Number::Singular),
            (Gender::Masculine, Number::Plural),
            (Gender::Feminine, Number::Plural),
        ];
        for (forms, (gender, number)) in four.iter().zip(agreements) {
            self.add(9, content, forms, Inflection::PastParticiple { gender, number })?;
        }
        Ok(())
    }

    fn tense(
        &mut self,
        column: usize,
        content: &str,
        six: &Six,
        mood: Mood,
        tense: Tense,
    ) -> Result<(), ConjugationError> {
        for (forms, (person, number)) in six.iter().zip(Inflection::PERSONS) {
            self.add(column, content, forms, Inflection::Finite { mood, tense, person, number })?;
        }
        Ok(())
    }

    fn add(
        &mut self,
        column: usize,
        content: &str,
        patterns: &[String],
        inflection: Inflection,
    ) -> Result<(), ConjugationError> {
        for pattern in patterns {
            let ending = Ending::new(pattern, inflection)
                .filter(|ending| ending.copies == 0 || self.has_consonants(inflection))
                .ok_or_else(|| self.error(column, content, "`C` as in the infinitive, or `CC`"))?;
            self.endings.push(ending);
        }
        Ok(())
    }

    /// Whether `C` has a meaning: the infinitive defines it.
    fn has_consonants(&self, inflection: Inflection) -> bool {
        inflection == Inflection::Infinitive || self.endings.first().is_some_and(|infinitive| infinitive.copies == 1)
    }

    fn error(&self, column: usize, found: &str, expected: Expected) -> ConjugationError {
        let column = COLUMNS.get(column).copied().unwrap_or_default();
        ConjugationError::Cell { line: self.line, column, expected, found: found.to_owned() }
    }
}

fn nous(present: &Six) -> Result<Vec<String>, Expected> {
    cell::stems(&present[3], "ons")
}

fn derive_imperfect(content: &str, present: &Six) -> Result<Six, Expected> {
    match content {
        "=" => nous(present).map(|stems| cell::derived(&stems, &stems, &cell::IMPERFECT)),
        _ => cell::tense(content, &cell::IMPERFECT),
    }
}

fn derive_subjunctive(content: &str, present: &Six) -> Result<Six, Expected> {
    match content {
        "=" => {
            let strong = cell::stems(&present[5], "ent")?;
            Ok(cell::derived(&strong, &nous(present)?, &cell::SUBJUNCTIVE))
        }
        _ => cell::tense(content, &cell::SUBJUNCTIVE),
    }
}

/// The imperative has the forms of the present; *tu* loses its s after e (*embauche*, *offre*).
fn derive_imperative(content: &str, present: &Six) -> Result<Six, Expected> {
    let [_, tu, _, nous, vous, _] = present;
    let mut six = Six::default();
    [six[1], six[3], six[4]] = match content {
        "-" => Default::default(),
        "=" => {
            let bare = tu.iter().map(|form| form.strip_suffix('s').filter(|bare| bare.ends_with('e')).unwrap_or(form));
            [bare.map(str::to_owned).collect(), nous.clone(), vous.clone()]
        }
        _ => cell::list(content, "`-`, `=`, or three persons separated by commas: tu, nous, vous")?,
    };
    Ok(six)
}

fn derive_active(content: &str, present: &Six) -> Result<Vec<String>, Expected> {
    match content {
        "=" => Ok(nous(present)?.iter().map(|stem| format!("{stem}ant")).collect()),
        _ => cell::alternatives(content),
    }
}
=======
>>>>>>> verbs
