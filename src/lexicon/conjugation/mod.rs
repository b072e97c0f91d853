//! Conjugation: every simple form of a French verb, with its inflection, from its infinitive and a model.
//!
//! Two tables under `grammar/lexicon` hold all knowledge of French: `conjugation_models.tsv` says how each family of
//! verbs is conjugated, `verbs.tsv` which verbs there are and which family each belongs to. Spellings of before and after
//! the reform of 1990 are both given where they differ (*connaît*, *connait*).
//!
//! Compound tenses are not here: they are an auxiliary and a participle, which the clause stage puts together.

mod cell;
mod compile;
mod error;
mod inflection;
mod model;
mod verb;

pub use error::{ConjugationError, EndingError};
pub use inflection::{Gender, Inflection, InflectionCodeError, Mood, Number, Person, Tense};
pub use model::{FRENCH_MODELS, Model, Models};
pub use verb::{Auxiliary, FRENCH_VERBS, Trait, Traits, Verb, parse_verbs};

/// Calls `emit` with every simple form of a verb and its inflection, in the order of a conjugation table, the infinitive first.
///
/// A form that expresses several things (*recrute*: first person, third person, subjunctive…) is given once for each.
/// The same pair never comes twice. The form is only valid during the call: it lives in a buffer that the next one
/// overwrites. One allocation per verb.
///
/// # Errors
///
/// When the infinitive does not end as the model does; nothing has been emitted then.
///
/// ```
/// use depeche::lexicon::conjugation::{Models, conjugate};
///
/// let models = Models::french()?;
/// let mut forms = Vec::new();
/// if let Some(model) = models.get("venir") {
///     conjugate("devenir", model, |form, inflection| forms.push(format!("{inflection} {form}")))?;
/// }
/// assert!(forms.contains(&"ind.pst.3p devinrent".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn conjugate(infinitive: &str, model: &Model, mut emit: impl FnMut(&str, Inflection)) -> Result<(), EndingError> {
    let root = model.root(infinitive)?;
    let mut form = String::with_capacity(infinitive.len() + 16);
    form.push_str(root.stem);
    for ending in &model.endings {
        form.truncate(root.stem.len());
        form.push_str(&ending.head);
        for _ in 0..ending.copies {
            form.push_str(root.consonants);
        }
        form.push_str(&ending.tail);
        emit(&form, ending.inflection);
    }
    Ok(())
}
