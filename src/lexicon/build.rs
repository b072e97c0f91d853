//! The embedded lexicon, put together from its files.

use super::nominal::{load_modifiers, load_organization_nouns, load_person_nouns, load_roles, phrase_words};
use super::periphrasis::{Effect, Link, Periphrases};
use super::{
    DataError, Flags, Gender, Keys, Modifier, NounPhrase, Number, Row, Trie, VerbId, Verbs, Vocabulary, WordClass,
    WordId, rows,
};
use crate::text::lower;
use rustc_hash::FxHashMap;

macro_rules! embedded {
    ($name:literal) => {
        (concat!("grammar/lexicon/", $name), include_str!(concat!("../../grammar/lexicon/", $name)))
    };
}

/// All that the stages know of French words.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Every word of every list.
    pub vocabulary: Vocabulary,
    /// Verbs and their forms.
    pub verbs: Verbs,
    /// Prepositions, single and compound.
    pub prepositions: Prepositions,
    /// Roles, nouns for organizations, nouns for persons.
    pub nouns: Trie<NounPhrase>,
    /// Words that colour roles.
    pub modifiers: Trie<Modifier>,
    /// Adverbs of several words.
    pub adverbs: Trie<()>,
    /// Conjunctions of several words.
    pub conjunctions: Trie<WordClass>,
    classes: Vec<Vec<WordClass>>,
    genders: Vec<Option<(Gender, Number)>>,
    demonyms: Vec<Option<(Gender, Number)>>,
    countries: FxHashMap<WordId, &'static str>,
    titles: FxHashMap<WordId, Option<Gender>>,
    traits: FxHashMap<WordId, NounTrait>,
    periphrases: Periphrases,
}

/// What a noun does to the event or measure that hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounTrait {
    /// "34 % du capital de X": X is what is meant.
    Partitive,
    /// "une valorisation de 3 milliards".
    Valuation,
    /// "un projet de rachat".
    Prospective,
    /// "un accord pour racheter".
    Settled,
    /// "la famille X", "l'action X": not X itself.
    Called,
    /// "des rumeurs de départ", "selon une source".
    Rumour,
    /// "l'échec du rachat".
    Failure,
    /// "le poste de directeur".
    Post,
    /// "le nom de Claire Petit": the person is meant.
    Bearer,
    /// "trois ans plus tôt": how long, not what.
    Span,
    /// "pas question de", "il n'est pas question de".
    Question,
}

/// Prepositions by the names that frames use.
#[derive(Clone, Debug, Default)]
pub struct Prepositions {
    names: Vec<Box<str>>,
    ids: FxHashMap<Box<str>, u16>,
    phrases: Trie<u16>,
    contracted: [WordId; 2],
    usual: Usual,
}

/// The ids of the prepositions that stages ask for by name all the time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Usual {
    /// "de".
    pub de: Option<u16>,
    /// "à".
    pub a: Option<u16>,
    /// "par".
    pub par: Option<u16>,
    /// "selon".
    pub selon: Option<u16>,
    /// "comme".
    pub comme: Option<u16>,
    /// "avec".
    pub avec: Option<u16>,
}

impl Lexicon {
    /// Reads the embedded files. Tens of milliseconds: extractors share one.
    ///
    /// # Errors
    ///
    /// Only if an embedded file is faulty, which the library's tests rule out.
    pub fn french() -> Result<Lexicon, DataError> {
        let mut lexicon = Lexicon { vocabulary: Vocabulary::with_capacity(WORDS), ..Lexicon::default() };
        lexicon.load_function_words()?;
        for (words, flag) in [(["le", "la", "les", "l'"], Flags::ARTICLE), (["de", "du", "des", "d'"], Flags::DE)] {
            for word in words {
                lexicon.mark(word, flag);
            }
        }
        lexicon.load_prepositions()?;
        lexicon.verbs = Verbs::load(&mut lexicon.vocabulary)?;
        let (file, text) = embedded!("periphrases.tsv");
        lexicon.periphrases = Periphrases::load(file, text, &lexicon.verbs)?;
        lexicon.load_nouns()?;
        lexicon.load_common_words()?;
        lexicon.load_noun_traits()?;
        lexicon.load_people_words()?;
        lexicon.flag_beginnings();
        Ok(lexicon)
    }

    /// Tells the vocabulary which words begin phrases, so that no phrase is sought elsewhere.
    fn flag_beginnings(&mut self) {
        let vocabulary = &mut self.vocabulary;
        self.modifiers.beginnings().for_each(|word| vocabulary.add_flags(word, Flags::BEGINS_MODIFIER));
        self.adverbs.beginnings().for_each(|word| vocabulary.add_flags(word, Flags::BEGINS_ADVERB));
        self.prepositions.phrases.beginnings().for_each(|word| vocabulary.add_flags(word, Flags::BEGINS_PREPOSITION));
        self.conjunctions.beginnings().for_each(|word| vocabulary.add_flags(word, Flags::BEGINS_CONJUNCTION));
    }

    fn load_function_words(&mut self) -> Result<(), DataError> {
        let (file, text) = embedded!("function_words.tsv");
        for row in rows(file, text) {
            let class = WordClass::parse(&row)?;
            if class == WordClass::Adverb && row.cell(0).contains([' ', '\'']) {
                let words = phrase_words(&mut self.vocabulary, row.cell(0), Flags::NONE, Flags::NONE);
                self.adverbs.insert(words, ());
                continue;
            }
            let flag = if class == WordClass::Adverb { Flags::ADVERB } else { Flags::FUNCTION };
            if row.cell(0).contains(' ') {
                if !matches!(class, WordClass::Coordination | WordClass::Subordination) {
                    return Err(row.error("a conjunction or an adverb, if of several words", row.cell(0)));
                }
                let words = phrase_words(&mut self.vocabulary, row.cell(0), Flags::FUNCTION, Flags::NONE);
                self.conjunctions.insert(words, class);
                continue;
            }
            let word = self.mark(row.cell(0), flag);
            if let Some(slot) = row_of(&mut self.classes, word) {
                slot.push(class);
            }
        }
        Ok(())
    }

    fn load_prepositions(&mut self) -> Result<(), DataError> {
        self.prepositions.contracted = [self.vocabulary.intern("de"), self.vocabulary.intern("à")];
        // The names of the table go before a word's own: "moyennant" is "pour un montant de".
        let (file, text) = embedded!("prepositions.tsv");
        for row in rows(file, text) {
            if row.cell(1).is_empty() {
                return Err(row.error("a name in the second column", row.cell(0)));
            }
            self.prepositions.add(&mut self.vocabulary, row.cell(0), row.cell(1));
        }
        let (file, text) = embedded!("function_words.tsv");
        for row in rows(file, text).filter(|row| row.cell(1) == "preposition") {
            let name = match row.cell(0) {
                "d'" => "de",
                "jusque" | "jusqu'" => "jusqu'à",
                other => other,
            };
            self.prepositions.add(&mut self.vocabulary, row.cell(0), name);
        }
        let id = |name: &str| self.prepositions.id(name);
        let (de, a, par) = (id("de"), id("à"), id("par"));
        self.prepositions.usual = Usual { de, a, par, selon: id("selon"), comme: id("comme"), avec: id("avec") };
        Ok(())
    }

    fn load_nouns(&mut self) -> Result<(), DataError> {
        let (vocabulary, nouns) = (&mut self.vocabulary, &mut self.nouns);
        let (file, text) = embedded!("roles.tsv");
        load_roles(file, text, vocabulary, nouns)?;
        let (file, text) = embedded!("organization_nouns.tsv");
        load_organization_nouns(file, text, vocabulary, nouns)?;
        let (file, text) = embedded!("person_nouns.tsv");
        load_person_nouns(file, text, vocabulary, nouns)?;
        let (file, text) = embedded!("role_modifiers.tsv");
        load_modifiers(file, text, vocabulary, &mut self.modifiers)
    }

    fn load_common_words(&mut self) -> Result<(), DataError> {
        let (file, text) = embedded!("nouns.tsv");
        for row in rows(file, text) {
            let gender = super::nominal::gender(&row, row.cell(2))?;
            for (column, number) in [(0, Number::Singular), (1, Number::Plural)] {
                self.mark_noun(&row, column, gender, number);
            }
        }
        let (file, text) = embedded!("adjectives.tsv");
        for row in rows(file, text) {
            for (column, (gender, number)) in FOUR_FORMS.into_iter().enumerate() {
                self.mark_noun(&row, column, gender, number);
                if !matches!(row.cell(column), "" | "-") {
                    self.mark(row.cell(column), Flags::ADJECTIVE);
                }
            }
        }
        Ok(())
    }

    fn load_noun_traits(&mut self) -> Result<(), DataError> {
        let (file, text) = embedded!("noun_traits.tsv");
        for row in rows(file, text) {
            let kind = match row.cell(1) {
                "partitive" => NounTrait::Partitive,
                "valuation" => NounTrait::Valuation,
                "prospective" => NounTrait::Prospective,
                "settled" => NounTrait::Settled,
                "called" => NounTrait::Called,
                "rumour" => NounTrait::Rumour,
                "failure" => NounTrait::Failure,
                "post" => NounTrait::Post,
                "bearer" => NounTrait::Bearer,
                "span" => NounTrait::Span,
                "question" => NounTrait::Question,
                other => return Err(row.error("a trait of nouns", other)),
            };
            let word = self.mark(row.cell(0), Flags::COMMON);
            self.traits.insert(word, kind);
        }
        Ok(())
    }

    fn mark_noun(&mut self, row: &Row<'_>, column: usize, gender: Gender, number: Number) {
        let form = row.cell(column);
        if matches!(form, "" | "-") || form.contains(' ') {
            return;
        }
        let word = self.mark(form, Flags::COMMON);
        if let Some(slot) = row_of(&mut self.genders, word) {
            slot.get_or_insert((gender, number));
        }
    }

    fn load_people_words(&mut self) -> Result<(), DataError> {
        let (file, text) = embedded!("demonyms.tsv");
        for row in rows(file, text) {
            for (column, traits) in FOUR_FORMS.into_iter().enumerate() {
                if !row.cell(column).is_empty() {
                    let word = self.mark(row.cell(column), Flags::DEMONYM);
                    if let Some(slot) = row_of(&mut self.demonyms, word) {
                        slot.get_or_insert(traits);
                    }
                    if !row.cell(6).is_empty() {
                        self.countries.entry(word).or_insert(row.cell(6));
                    }
                }
            }
        }
        let (file, text) = embedded!("titles.tsv");
        for row in rows(file, text) {
            let word = self.mark(row.cell(0), Flags::TITLE);
            let gender = match row.cell(1) {
                "m" => Some(Gender::Masculine),
                "f" => Some(Gender::Feminine),
                _ => None,
            };
            self.titles.insert(word, gender);
        }
        let (file, text) = embedded!("legal_forms.tsv");
        for row in rows(file, text) {
            self.mark(row.cell(0), Flags::LEGAL_FORM);
        }
        Ok(())
    }

    fn mark(&mut self, form: &str, flags: Flags) -> WordId {
        let mut folded = String::with_capacity(form.len());
        lower(form, &mut folded);
        self.vocabulary.mark(&folded, flags)
    }

    /// The closed classes that a word belongs to.
    pub fn classes(&self, word: WordId) -> &[WordClass] {
        self.classes.get(word.index()).map_or(&[], Vec::as_slice)
    }

    /// Gender and number of a common noun or adjective.
    pub fn gender(&self, word: WordId) -> Option<(Gender, Number)> {
        self.genders.get(word.index()).copied().flatten()
    }

    /// What a noun does to the event or measure that hangs on it.
    pub fn noun_trait(&self, word: WordId) -> Option<NounTrait> {
        self.traits.get(&word).copied()
    }

    /// Gender and number of a word for people or things of a place.
    pub fn demonym(&self, word: WordId) -> Option<(Gender, Number)> {
        self.demonyms.get(word.index()).copied().flatten()
    }

    /// The code of the country that an adjective tells: `NL` for "néerlandais".
    pub fn country(&self, word: WordId) -> Option<&'static str> {
        self.countries.get(&word).copied()
    }

    /// For a civil title, the gender that it tells.
    pub fn title(&self, word: WordId) -> Option<Option<Gender>> {
        self.titles.get(&word).copied()
    }

    /// What a verb says of the verb or event that it carries.
    pub fn effect(&self, verb: VerbId, reflexive: bool, passive: bool, link: Link) -> Option<Effect> {
        self.periphrases.effect(verb, reflexive, passive, link)
    }
}

/// The row of a word in a table with one row for each of the first words.
fn row_of<T: Default>(table: &mut Vec<T>, word: WordId) -> Option<&mut T> {
    if table.len() <= word.index() {
        table.resize_with(word.index() + 1, T::default);
    }
    table.get_mut(word.index())
}

/// Room for the words of all lists, names of the embedded gazetteers included.
const WORDS: usize = 160_000;

const FOUR_FORMS: [(Gender, Number); 4] = [
    (Gender::Masculine, Number::Singular),
    (Gender::Feminine, Number::Singular),
    (Gender::Masculine, Number::Plural),
    (Gender::Feminine, Number::Plural),
];

impl Prepositions {
    fn add(&mut self, vocabulary: &mut Vocabulary, phrase: &str, name: &str) {
        let id = self.intern(name);
        let words = phrase_words(vocabulary, phrase, Flags::FUNCTION, Flags::NONE);
        self.phrases.insert(words, id);
    }

    fn intern(&mut self, name: &str) -> u16 {
        if let Some(id) = self.id(name) {
            return id;
        }
        let id = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        self.names.push(name.into());
        self.ids.insert(name.into(), id);
        id
    }

    /// The longest preposition that begins with `keys(0)`: its length in words and its id.
    pub fn longest(&self, keys: impl Fn(usize) -> Keys) -> Option<(usize, u16)> {
        self.phrases.longest(keys).map(|(length, id)| (length, *id))
    }

    /// The id of a preposition by its name.
    pub fn id(&self, name: &str) -> Option<u16> {
        self.ids.get(name).copied()
    }

    /// Its name.
    pub fn name(&self, id: u16) -> &str {
        self.names.get(usize::from(id)).map_or("", |name| name)
    }

    /// Those that stages ask for all the time.
    pub fn usual(&self) -> &Usual {
        &self.usual
    }

    /// All names, for suggestions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|name| &**name)
    }

    /// "de" and "à", which contractions hold.
    pub fn contracted(&self) -> [WordId; 2] {
        self.contracted
    }
}
