//! The closed classes of words.

use super::table::Row;
use super::{DataError, Gender, Number};

/// A class that a word never leaves, with what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// "le", "son", "ces".
    Determiner(Determiner),
    /// "à", "chez".
    Preposition,
    /// "du" holds "de".
    Contraction(Contraction),
    /// "qui", "dont".
    Relative(Relative),
    /// "il", "celui-ci", "se".
    Pronoun(Pronoun),
    /// "et", "mais".
    Coordination,
    /// "lorsque", "si".
    Subordination,
    /// "ne", "pas".
    Negation(Negation),
    /// "déjà", "finalement".
    Adverb,
}

/// What a determiner says of its noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Determiner {
    /// "le".
    Definite,
    /// "un".
    Indefinite,
    /// "son".
    Possessive,
    /// "ce".
    Demonstrative,
    /// "plusieurs".
    Quantity,
}

/// The preposition inside a contraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contraction {
    /// "du", "des".
    De,
    /// "au", "aux".
    A,
    /// "duquel".
    DeRelative,
    /// "auquel".
    ARelative,
}

/// A relative pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relative {
    /// The antecedent is the subject, or follows a preposition.
    Qui,
    /// The antecedent is the object; or a conjunction.
    Que,
    /// The antecedent belongs to "de".
    Dont,
    /// The antecedent is the place or time.
    Ou,
    /// The antecedent is the subject, or follows a preposition.
    Lequel,
}

/// A pronoun by its function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pronoun {
    /// "il", "elles".
    Subject(Gender, Number),
    /// "on", "nous".
    Generic,
    /// "se".
    Reflexive,
    /// "le", "les" before a verb.
    Object(Option<Gender>, Number),
    /// "lui", "leur".
    Dative(Number),
    /// "y".
    Y,
    /// "en".
    En,
    /// "celui-ci".
    Demonstrative(Gender, Number),
    /// "je"; "nous": the house that the speaker speaks for.
    Speaker(Number),
    /// "cela", "ce".
    Neuter,
    /// "personne", "chacun".
    Indefinite,
}

/// A word of negation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Negation {
    /// "ne".
    Particle,
    /// "pas", "plus".
    Full,
    /// "que" of "ne … que".
    Restriction,
}

impl WordClass {
    /// Reads the class and feature columns of a line.
    pub(super) fn parse(row: &Row<'_>) -> Result<WordClass, DataError> {
        let (class, feature) = (row.cell(1), row.cell(2));
        let parsed = match class {
            "determiner" => determiner(feature).map(WordClass::Determiner),
            "preposition" => Some(WordClass::Preposition),
            "contraction" => contraction(feature).map(WordClass::Contraction),
            "relative" => relative(feature).map(WordClass::Relative),
            "pronoun" => pronoun(feature).map(WordClass::Pronoun),
            "coordination" => Some(WordClass::Coordination),
            "subordination" => Some(WordClass::Subordination),
            "negation" => negation(feature).map(WordClass::Negation),
            "adverb" => Some(WordClass::Adverb),
            _ => return Err(row.error("a closed class of words", class)),
        };
        parsed.ok_or_else(|| row.error(format!("a feature of the class {class}"), feature))
    }
}

fn determiner(feature: &str) -> Option<Determiner> {
    Some(match feature {
        "definite" => Determiner::Definite,
        "indefinite" => Determiner::Indefinite,
        "possessive" => Determiner::Possessive,
        "demonstrative" => Determiner::Demonstrative,
        "quantity" => Determiner::Quantity,
        _ => return None,
    })
}

fn contraction(feature: &str) -> Option<Contraction> {
    Some(match feature {
        "de" => Contraction::De,
        "à" => Contraction::A,
        "de-relative" => Contraction::DeRelative,
        "à-relative" => Contraction::ARelative,
        _ => return None,
    })
}

fn relative(feature: &str) -> Option<Relative> {
    Some(match feature {
        "qui" => Relative::Qui,
        "que" => Relative::Que,
        "dont" => Relative::Dont,
        "où" => Relative::Ou,
        "lequel" => Relative::Lequel,
        _ => return None,
    })
}

fn negation(feature: &str) -> Option<Negation> {
    Some(match feature {
        "particle" => Negation::Particle,
        "full" => Negation::Full,
        "restriction" => Negation::Restriction,
        _ => return None,
    })
}

fn pronoun(feature: &str) -> Option<Pronoun> {
    let (function, traits) = feature.split_once('-').unwrap_or((feature, ""));
    let gender = if traits.starts_with('f') { Gender::Feminine } else { Gender::Masculine };
    let number = if traits.ends_with('p') { Number::Plural } else { Number::Singular };
    Some(match function {
        "subject" if traits == "generic" => Pronoun::Generic,
        "speaker" => Pronoun::Speaker(number),
        "subject" => Pronoun::Subject(gender, number),
        "reflexive" => Pronoun::Reflexive,
        "object" => Pronoun::Object(traits.starts_with(['m', 'f']).then_some(gender), number),
        "dative" => Pronoun::Dative(number),
        "y" => Pronoun::Y,
        "en" => Pronoun::En,
        "demonstrative" => Pronoun::Demonstrative(gender, number),
        "neuter" => Pronoun::Neuter,
        "indefinite" => Pronoun::Indefinite,
        _ => return None,
    })
}
