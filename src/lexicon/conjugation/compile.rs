//! Compiles one line of the table of models into a flat list of endings.

use super::cell::{self, Expected, Six};
use super::error::ConjugationError;
use super::inflection::{Gender, Inflection, Mood, Number, Tense};
use super::model::{Ending, Model};

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

/// A cell of the table, with its place for error messages.
#[derive(Clone, Copy)]
struct Cell<'t> {
    line: usize,
    column: &'static str,
    text: &'t str,
}

impl Cell<'_> {
    fn read<T>(self, read: impl FnOnce(&str) -> Result<T, Expected>) -> Result<T, ConjugationError> {
        read(self.text).map_err(|expected| self.error(expected))
    }

    fn error(self, expected: Expected) -> ConjugationError {
        ConjugationError::Cell { line: self.line, column: self.column, expected, found: self.text.to_owned() }
    }
}

/// Compiles the line numbered `line`, from 1.
pub(super) fn model(content: &str, line: usize) -> Result<Model, ConjugationError> {
    let texts: Vec<&str> = content.split('\t').map(str::trim).collect();
    let found = texts.len();
    let texts: [&str; COLUMNS.len()] =
        texts.try_into().map_err(|_| ConjugationError::Columns { line, expected: COLUMNS.len(), found })?;
    let mut columns = COLUMNS.into_iter();
    let cells = texts.map(|text| Cell { line, column: columns.next().unwrap_or_default(), text });
    let [name, infinitive, ..] = cells;
    if name.text.is_empty() {
        return Err(name.error("the name of the model"));
    }
    let mut compiler = Compiler { endings: Vec::with_capacity(64), has_consonants: infinitive.text.contains('C') };
    compiler.compile(cells)?;
    Ok(Model { name: name.text.to_owned(), infinitive: infinitive.text.to_owned(), endings: compiler.endings })
}

struct Compiler {
    endings: Vec<Ending>,
    /// Whether the infinitive gives `C` a meaning.
    has_consonants: bool,
}

impl Compiler {
    fn compile(&mut self, cells: [Cell<'_>; COLUMNS.len()]) -> Result<(), ConjugationError> {
        use {Mood::*, Tense::*};
        let [_, infinitive, present, imperfect, past, future, subjunctive, imperative, active, passive] = cells;
        let forms = infinitive.read(cell::alternatives)?;
        if forms.is_empty() {
            return Err(infinitive.error("the ending of the infinitive"));
        }
        self.add(infinitive, &forms, Inflection::Infinitive)?;
        let now = present.read(cell::persons)?;
        self.tense(present, &now, Indicative, Present)?;
        self.tense(imperfect, &imperfect.read(|text| derive_imperfect(text, &now))?, Indicative, Imperfect)?;
        let (past_indicative, past_subjunctive) = past.read(cell::past)?;
        self.tense(past, &past_indicative, Indicative, Past)?;
        self.tense(future, &future.read(|text| cell::tense(text, &cell::FUTURE))?, Indicative, Future)?;
        self.tense(future, &future.read(|text| cell::tense(text, &cell::CONDITIONAL))?, Conditional, Present)?;
        self.tense(subjunctive, &subjunctive.read(|text| derive_subjunctive(text, &now))?, Subjunctive, Present)?;
        self.tense(past, &past_subjunctive, Subjunctive, Imperfect)?;
        self.tense(imperative, &imperative.read(|text| derive_imperative(text, &now))?, Imperative, Present)?;
        self.add(active, &active.read(|text| derive_active(text, &now))?, Inflection::PresentParticiple)?;
        self.past_participle(passive)
    }

    fn past_participle(&mut self, cell: Cell<'_>) -> Result<(), ConjugationError> {
        let agreements = [
            (Gender::Masculine, Number::Singular),
            (Gender::Feminine, Number::Singular),
            (Gender::Masculine, Number::Plural),
            (Gender::Feminine, Number::Plural),
        ];
        for (forms, (gender, number)) in cell.read(cell::participle)?.iter().zip(agreements) {
            self.add(cell, forms, Inflection::PastParticiple { gender, number })?;
        }
        Ok(())
    }

    fn tense(&mut self, cell: Cell<'_>, six: &Six, mood: Mood, tense: Tense) -> Result<(), ConjugationError> {
        for (forms, (person, number)) in six.iter().zip(Inflection::PERSONS) {
            self.add(cell, forms, Inflection::Finite { mood, tense, person, number })?;
        }
        Ok(())
    }

    fn add(&mut self, cell: Cell<'_>, patterns: &[String], inflection: Inflection) -> Result<(), ConjugationError> {
        for pattern in patterns {
            let ending = Ending::new(pattern, inflection)
                .filter(|ending| ending.copies == 0 || self.has_consonants)
                .filter(|ending| ending.copies <= 1 || inflection != Inflection::Infinitive)
                .ok_or_else(|| cell.error("`C` as in the infinitive, or `CC`"))?;
            self.endings.push(ending);
        }
        Ok(())
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
