//! The grammatical features of one verb form, and the short codes that name them in data and tests.

use std::fmt;
use std::str::FromStr;

/// The mood of a finite form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mood {
    /// *il recrute*
    Indicative,
    /// *il recruterait*, the mood of unconfirmed reports in the press
    Conditional,
    /// *qu'il recrute*
    Subjunctive,
    /// *recrutons*
    Imperative,
}

/// The tense of a finite form. Compound tenses are built by the clause stage from these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tense {
    /// *il recrute*
    Present,
    /// *il recrutait*
    Imperfect,
    /// The *passé simple*: *il recruta*
    Past,
    /// *il recrutera*
    Future,
}

/// Grammatical person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Person {
    /// *je*, *nous*
    First,
    /// *tu*, *vous*
    Second,
    /// *il*, *elles*
    Third,
}

/// Grammatical number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Number {
    /// One.
    Singular,
    /// More than one.
    Plural,
}

/// Grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gender {
    /// *recruté*
    Masculine,
    /// *recrutée*
    Feminine,
}

/// What a simple verb form expresses.
///
/// Its [`Display`](fmt::Display) form is a code that [`FromStr`] reads back:
///
/// | code | meaning |
/// |---|---|
/// | `inf`, `ppr` | infinitive, present participle |
/// | `pp.ms`, `pp.fs`, `pp.mp`, `pp.fp` | past participle, by gender and number |
/// | `ind.pre.3s`, `ind.imp.…`, `ind.pst.…`, `ind.fut.…` | indicative: present, imperfect, *passé simple*, future |
/// | `con.pre.…` | conditional |
/// | `sub.pre.…`, `sub.imp.…` | subjunctive: present, imperfect |
/// | `imp.pre.2s`, `imp.pre.1p`, `imp.pre.2p` | imperative |
///
/// ```
/// use depeche::lexicon::conjugation::{Inflection, Mood, Number, Person, Tense};
///
/// let parsed: Inflection = "con.pre.3s".parse()?;
/// let expected = Inflection::Finite {
///     mood: Mood::Conditional,
///     tense: Tense::Present,
///     person: Person::Third,
///     number: Number::Singular,
/// };
/// assert_eq!(parsed, expected);
/// assert_eq!(parsed.to_string(), "con.pre.3s");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Inflection {
    /// A form with a person.
    Finite {
        /// Mood of the form.
        mood: Mood,
        /// Tense of the form.
        tense: Tense,
        /// Person of its subject.
        person: Person,
        /// Number of its subject.
        number: Number,
    },
    /// *recruter*
    Infinitive,
    /// *recrutant*
    PresentParticiple,
    /// *recruté*, *recrutées*
    PastParticiple {
        /// Gender that it agrees with.
        gender: Gender,
        /// Number that it agrees with.
        number: Number,
    },
}

impl Inflection {
    /// The six persons in the order of a conjugation table: *je, tu, il, nous, vous, ils*.
    pub const PERSONS: [(Person, Number); 6] = [
        (Person::First, Number::Singular),
        (Person::Second, Number::Singular),
        (Person::Third, Number::Singular),
        (Person::First, Number::Plural),
        (Person::Second, Number::Plural),
        (Person::Third, Number::Plural),
    ];

    /// Whether the form has a person, that is, can be the verb of a main clause.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::Finite { .. })
    }
}

/// The pairs of mood and tense that French has, with their codes.
const TENSES: [(&str, Mood, Tense); 8] = [
    ("ind.pre", Mood::Indicative, Tense::Present),
    ("ind.imp", Mood::Indicative, Tense::Imperfect),
    ("ind.pst", Mood::Indicative, Tense::Past),
    ("ind.fut", Mood::Indicative, Tense::Future),
    ("con.pre", Mood::Conditional, Tense::Present),
    ("sub.pre", Mood::Subjunctive, Tense::Present),
    ("sub.imp", Mood::Subjunctive, Tense::Imperfect),
    ("imp.pre", Mood::Imperative, Tense::Present),
];

const fn mood_code(mood: Mood) -> &'static str {
    match mood {
        Mood::Indicative => "ind",
        Mood::Conditional => "con",
        Mood::Subjunctive => "sub",
        Mood::Imperative => "imp",
    }
}

const fn tense_code(tense: Tense) -> &'static str {
    match tense {
        Tense::Present => "pre",
        Tense::Imperfect => "imp",
        Tense::Past => "pst",
        Tense::Future => "fut",
    }
}

impl fmt::Display for Inflection {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Infinitive => out.write_str("inf"),
            Self::PresentParticiple => out.write_str("ppr"),
            Self::PastParticiple { gender, number } => {
                let gender = match gender {
                    Gender::Masculine => 'm',
                    Gender::Feminine => 'f',
                };
                write!(out, "pp.{gender}{}", number_code(number))
            }
            Self::Finite { mood, tense, person, number } => {
                let person = match person {
                    Person::First => '1',
                    Person::Second => '2',
                    Person::Third => '3',
                };
                write!(out, "{}.{}.{person}{}", mood_code(mood), tense_code(tense), number_code(number))
            }
        }
    }
}

const fn number_code(number: Number) -> char {
    match number {
        Number::Singular => 's',
        Number::Plural => 'p',
    }
}

/// A code that names no inflection.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an inflection code such as `ind.pre.3s`, `inf` or `pp.fs`, found `{found}`")]
pub struct InflectionCodeError {
    /// The code as given.
    pub found: String,
}

impl FromStr for Inflection {
    type Err = InflectionCodeError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        parse_code(code).ok_or_else(|| InflectionCodeError { found: code.to_owned() })
    }
}

fn parse_code(code: &str) -> Option<Inflection> {
    match code {
        "inf" => return Some(Inflection::Infinitive),
        "ppr" => return Some(Inflection::PresentParticiple),
        _ => {}
    }
    let (prefix, last) = code.rsplit_once('.')?;
    let mut letters = last.chars();
    let (first, number) = (letters.next()?, letters.next()?);
    if letters.next().is_some() {
        return None;
    }
    let number = match number {
        's' => Number::Singular,
        'p' => Number::Plural,
        _ => return None,
    };
    if prefix == "pp" {
        let gender = match first {
            'm' => Gender::Masculine,
            'f' => Gender::Feminine,
            _ => return None,
        };
        return Some(Inflection::PastParticiple { gender, number });
    }
    let &(_, mood, tense) = TENSES.iter().find(|entry| entry.0 == prefix)?;
    let person = match first {
        '1' => Person::First,
        '2' => Person::Second,
        '3' => Person::Third,
        _ => return None,
    };
    Some(Inflection::Finite { mood, tense, person, number })
}
