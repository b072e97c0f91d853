//! Which words are forms of which verbs.

use super::conjugation::{Auxiliary, FRENCH_VERBS, Inflection, Models, Person, Traits, parse_verbs};
use super::{DataError, Flags, Gender, Mood, Number, Tense, Vocabulary, WordId};
use rustc_hash::FxHashMap;

/// A verb, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VerbId(u16);

impl VerbId {
    /// For tables with one row a verb.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A verb of the list.
#[derive(Clone, Debug)]
pub struct Verb {
    /// Its infinitive, without "se".
    pub infinitive: Box<str>,
    /// The word that the infinitive is.
    pub word: WordId,
    /// The auxiliary of its compound tenses.
    pub auxiliary: Auxiliary,
    /// How it behaves.
    pub traits: Traits,
}

/// One thing that a word can be as a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Of which verb.
    pub verb: VerbId,
    /// In which form.
    pub form: VerbForm,
}

/// A form of a verb, as far as reading the press needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// "recrute", "recrutera".
    Finite(Mood, Tense, Number),
    /// "recruter".
    Infinitive,
    /// "recrutant".
    PresentParticiple,
    /// "recrutée".
    PastParticiple(Gender, Number),
}

/// All verbs, and the words that are forms of them.
#[derive(Clone, Debug, Default)]
pub struct Verbs {
    verbs: Vec<Verb>,
    by_infinitive: FxHashMap<Box<str>, VerbId>,
    avoir: Option<VerbId>,
    etre: Option<VerbId>,
    readings: Vec<Reading>,
    /// For each word, where its readings begin; they end where those of the next word begin.
    starts: Vec<u32>,
}

impl Verbs {
    /// Conjugates every verb of the embedded list and enters its forms in the vocabulary.
    pub(super) fn load(vocabulary: &mut Vocabulary) -> Result<Verbs, DataError> {
        let fault = |line: usize, found: String| DataError {
            file: "grammar/lexicon/verbs.tsv".to_owned(),
            line,
            expected: "a verb with a known model".to_owned(),
            found,
        };
        let models = Models::french().map_err(|e| fault(0, e.to_string()))?;
        let list = parse_verbs(FRENCH_VERBS, &models).map_err(|e| fault(0, e.to_string()))?;
        let mut verbs = Verbs::default();
        let mut forms: Vec<(WordId, Reading)> = Vec::with_capacity(list.len() * 32);
        for entry in &list {
            let verb = verbs.add(entry.infinitive, entry.auxiliary, entry.traits);
            let auxiliary = matches!(entry.infinitive, "avoir" | "être");
            entry
                .conjugate(|form, inflection| {
                    if let Some(form_of) = kept(inflection, auxiliary) {
                        let word = vocabulary.mark(form, Flags::VERB);
                        forms.push((word, Reading { verb, form: form_of }));
                    }
                })
                .map_err(|e| fault(entry.line, e.to_string()))?;
        }
        verbs.index(&forms);
        verbs.verbs.iter_mut().for_each(|verb| verb.word = vocabulary.find(&verb.infinitive));
        Ok(verbs)
    }

    fn add(&mut self, infinitive: &str, auxiliary: Auxiliary, traits: Traits) -> VerbId {
        if let Some(&known) = self.by_infinitive.get(infinitive) {
            return known;
        }
        let id = VerbId(u16::try_from(self.verbs.len()).unwrap_or(u16::MAX));
        self.verbs.push(Verb { infinitive: infinitive.into(), word: WordId::UNKNOWN, auxiliary, traits });
        self.by_infinitive.insert(infinitive.into(), id);
        match infinitive {
            "avoir" => self.avoir = Some(id),
            "être" => self.etre = Some(id),
            _ => {}
        }
        id
    }

    fn index(&mut self, forms: &[(WordId, Reading)]) {
        let words = forms.iter().map(|(word, _)| word.index() + 1).max().unwrap_or(0);
        self.starts = Vec::with_capacity(words + 1);
        self.readings = Vec::with_capacity(forms.len());
        let mut last = None;
        for form in by_word(forms, words).filter_map(|place| forms.get(place)) {
            if last != Some(form) {
                self.open(form.0.index());
                self.readings.push(form.1);
            }
            last = Some(form);
        }
        self.open(words);
    }

    /// Begins the readings of a word, and those of the words before it that have none.
    fn open(&mut self, word: usize) {
        let next = u32::try_from(self.readings.len()).unwrap_or(u32::MAX);
        if self.starts.len() <= word {
            self.starts.resize(word + 1, next);
        }
    }

    /// What a word can be as a verb; empty for words that are no verb form.
    pub fn readings(&self, word: WordId) -> &[Reading] {
        let place = self.starts.get(word.index()..).unwrap_or(&[]);
        let [start, end, ..] = place else { return &[] };
        self.readings.get(*start as usize..*end as usize).unwrap_or(&[])
    }

    /// A verb by its infinitive, without "se".
    pub fn find(&self, infinitive: &str) -> Option<VerbId> {
        self.by_infinitive.get(infinitive).copied()
    }

    /// A verb of the list.
    pub fn get(&self, verb: VerbId) -> Option<&Verb> {
        self.verbs.get(usize::from(verb.0))
    }

    /// Whether it is "avoir" or "être".
    pub fn is_auxiliary(&self, verb: VerbId) -> bool {
        self.avoir == Some(verb) || self.etre == Some(verb)
    }

    /// Whether it is "être".
    pub fn is_etre(&self, verb: VerbId) -> bool {
        self.etre == Some(verb)
    }

    /// Its infinitive.
    pub fn infinitive(&self, verb: VerbId) -> &str {
        self.get(verb).map_or("", |v| &v.infinitive)
    }

    /// All infinitives, for suggestions.
    pub fn infinitives(&self) -> impl Iterator<Item = &str> {
        self.verbs.iter().map(|v| &*v.infinitive)
    }
}

/// The places of forms in the order of their words, those of one word in the order of the list: counted rather than
/// sorted, for there are two hundred thousand.
fn by_word(forms: &[(WordId, Reading)], words: usize) -> impl Iterator<Item = usize> {
    let mut next = vec![0; words + 1];
    for (word, _) in forms {
        if let Some(count) = next.get_mut(word.index() + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for count in &mut next {
        sum += *count;
        *count = sum;
    }
    let mut order = vec![0; forms.len()];
    for (place, (word, _)) in forms.iter().enumerate() {
        let Some(at) = next.get_mut(word.index()) else { continue };
        if let Some(slot) = order.get_mut(*at) {
            *slot = place;
        }
        *at += 1;
    }
    order.into_iter()
}

/// News is told in the third person, and people quoted in the first: "nous recrutons", "je quitterai", "j'ai rejoint".
/// Other persons and tenses only cost memory and collide with nouns.
fn kept(inflection: Inflection, auxiliary: bool) -> Option<VerbForm> {
    match inflection {
        Inflection::Infinitive => Some(VerbForm::Infinitive),
        Inflection::PresentParticiple => Some(VerbForm::PresentParticiple),
        Inflection::PastParticiple { gender, number } => Some(VerbForm::PastParticiple(gender, number)),
        Inflection::Finite { mood, tense, person: Person::Third, number } => {
            Some(VerbForm::Finite(mood, tense, number))
        }
        Inflection::Finite { mood: mood @ Mood::Indicative, tense, person: Person::First, number } => {
            let told = tense == Tense::Future || tense == Tense::Present && number == Number::Plural;
            (told || auxiliary).then_some(VerbForm::Finite(mood, tense, number))
        }
        Inflection::Finite { .. } => None,
    }
}
