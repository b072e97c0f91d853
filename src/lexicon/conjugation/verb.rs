//! The list of verbs: which model conjugates each, with which auxiliary, and how it behaves in a sentence.

use rustc_hash::FxHashMap;

use super::error::{ConjugationError, EndingError};
use super::inflection::Inflection;
use super::model::{Model, Models};

/// The list of verbs that the library carries, `grammar/lexicon/verbs.tsv`.
pub const FRENCH_VERBS: &str = include_str!("../../../grammar/lexicon/verbs.tsv");

const COLUMNS: usize = 4;

/// The auxiliary of a verb's compound tenses, when it is not used with *se*, which always takes *être*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Auxiliary {
    /// *il a recruté*
    Avoir,
    /// *il est parti*: *est* and a participle are then active, not passive
    Etre,
    /// *il a monté le projet*, *il est monté au capital*
    Both,
}

/// One way in which a verb behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trait {
    /// Takes a direct object, and so has a passive.
    Transitive,
    /// Is used without a direct object.
    Intransitive,
    /// Is commonly used with *se*. Without [`Trait::Transitive`] and [`Trait::Intransitive`], only so: *s'emparer*.
    Pronominal,
    /// Is used with an *il* that names nobody: *il faut*, *il s'agit*.
    Impersonal,
    /// Reports what someone said or wrote: *annoncer*, *glisser*.
    Speech,
    /// Says that what follows is possible, wanted or due: *pouvoir*, *souhaiter*.
    Modal,
    /// Says where what follows stands in its course: *commencer à*, *finir par*.
    Aspect,
    /// Says that the subject moves, in space or from a post to another.
    Movement,
    /// Says that the subject pays, or offers to: *débourser*. What it pays for is told beside it.
    Payment,
    /// Says that the subject owns what the object is: *détenir*.
    Possession,
    /// Says that somebody does as somebody else does: *suivre*, *rejoindre*.
    Company,
    /// Starts with an h that forbids elision: *il le hisse*.
    HAspire,
}

impl Trait {
    const NAMES: [(&'static str, Self); 12] = [
        ("transitive", Self::Transitive),
        ("intransitive", Self::Intransitive),
        ("pronominal", Self::Pronominal),
        ("impersonal", Self::Impersonal),
        ("speech", Self::Speech),
        ("modal", Self::Modal),
        ("aspect", Self::Aspect),
        ("movement", Self::Movement),
        ("payment", Self::Payment),
        ("possession", Self::Possession),
        ("company", Self::Company),
        ("h_aspire", Self::HAspire),
    ];
}

/// A set of [`Trait`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Traits(u16);

impl Traits {
    /// Whether the verb has that trait.
    #[must_use]
    pub const fn has(self, wanted: Trait) -> bool {
        self.0 & (1 << wanted as u16) != 0
    }

    /// Whether the verb exists only with *se*, as *s'emparer*.
    #[must_use]
    pub const fn only_pronominal(self) -> bool {
        self.has(Trait::Pronominal) && !self.has(Trait::Transitive) && !self.has(Trait::Intransitive)
    }

    fn parse(cell: &str) -> Result<Self, &str> {
        cell.split(',').try_fold(Self::default(), |set, name| {
            let known = Trait::NAMES.iter().find(|entry| entry.0 == name.trim());
            known.map(|entry| Self(set.0 | 1 << entry.1 as u16)).ok_or(name)
        })
    }
}

/// A verb of the list.
#[derive(Debug, Clone, Copy)]
pub struct Verb<'t, 'm> {
    /// The infinitive, without *se*: what frames name the verb by.
    pub infinitive: &'t str,
    /// The infinitive as spelt since 1990, where only the circumflex of its root differs: *entrainer*.
    pub reformed: Option<&'t str>,
    /// How it is conjugated.
    pub model: &'m Model,
    /// The auxiliary of its compound tenses.
    pub auxiliary: Auxiliary,
    /// How it behaves.
    pub traits: Traits,
    /// Its line in the list, from 1.
    pub line: usize,
}

impl Verb<'_, '_> {
    /// Calls `emit` with every simple form of the verb, in both spellings of its root. See [`conjugate`](super::conjugate).
    ///
    /// # Errors
    ///
    /// None for a verb that [`parse_verbs`] returned: it has checked the infinitives.
    pub fn conjugate(&self, mut emit: impl FnMut(&str, Inflection)) -> Result<(), EndingError> {
        super::conjugate(self.infinitive, self.model, &mut emit)?;
        self.reformed.map_or(Ok(()), |spelling| super::conjugate(spelling, self.model, &mut emit))
    }
}

/// Reads a list of verbs, in its order: `infinitive ⇥ model ⇥ auxiliary ⇥ traits`, see the top of [`FRENCH_VERBS`].
///
/// A verb may come twice under different models (*ressortir*).
///
/// # Errors
///
/// On the first line with a wrong number of columns, an unknown model, auxiliary or trait, an infinitive that does not
/// end as its model does, or a verb already given with that model.
pub fn parse_verbs<'t, 'm>(text: &'t str, models: &'m Models) -> Result<Vec<Verb<'t, 'm>>, ConjugationError> {
    let mut verbs = Vec::new();
    let mut known: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    for (index, content) in text.lines().enumerate() {
        let line = index + 1;
        if content.trim().is_empty() || content.starts_with('#') {
            continue;
        }
        let verb = parse_line(content, line, models)?;
        if let Some(first) = known.insert((verb.infinitive, verb.model.name()), line) {
            return Err(ConjugationError::Duplicate { line, found: verb.infinitive.to_owned(), first });
        }
        verbs.push(verb);
    }
    Ok(verbs)
}

fn parse_line<'t, 'm>(content: &'t str, line: usize, models: &'m Models) -> Result<Verb<'t, 'm>, ConjugationError> {
    let mut cells = content.split('\t').map(str::trim);
    let (Some(names), Some(model), Some(auxiliary), Some(traits), None) =
        (cells.next(), cells.next(), cells.next(), cells.next(), cells.next())
    else {
        let found = content.split('\t').count();
        return Err(ConjugationError::Columns { line, expected: COLUMNS, found });
    };
    let cell =
        |column, expected, found: &str| ConjugationError::Cell { line, column, expected, found: found.to_owned() };
    let (infinitive, reformed) = match names.split_once('/') {
        Some((infinitive, reformed)) => (infinitive, Some(reformed)),
        None => (names, None),
    };
    let model = models.get(model).ok_or_else(|| ConjugationError::UnknownModel {
        line,
        infinitive: infinitive.to_owned(),
        found: model.to_owned(),
    })?;
    for spelling in std::iter::once(infinitive).chain(reformed) {
        if spelling.is_empty() || !spelling.chars().all(is_letter) {
            return Err(cell("infinitive", "an infinitive in lower case, without `se`", spelling));
        }
        model.root(spelling).map_err(|source| ConjugationError::Ending { line, source })?;
    }
    let auxiliary = match auxiliary {
        "avoir" => Auxiliary::Avoir,
        "être" => Auxiliary::Etre,
        "avoir/être" => Auxiliary::Both,
        _ => {
            return Err(cell("auxiliary", "`avoir`, `être` or `avoir/être`", auxiliary));
        }
    };
    let traits = Traits::parse(traits)
        .map_err(|name| cell("traits", "traits such as `transitive` or `speech`, separated by commas", name))?;
    Ok(Verb { infinitive, reformed, model, auxiliary, traits, line })
}

/// Infinitives may be compound: *sous-traiter*.
fn is_letter(letter: char) -> bool {
    letter.is_lowercase() || letter == '-'
}
