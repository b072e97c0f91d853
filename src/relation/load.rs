//! Frames from TOML, checked so that a fault names its place.

use super::frame::{Call, Frame, Polarity, VoiceWanted};
use super::slot::{RelationKind, Slot};
use crate::clause::Triggers;
use crate::lexicon::{Lexicon, VerbForm, VerbId, WordClass, WordId};
use crate::types::{InvestmentKind, Reason, Status};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use thiserror::Error;
use toml::Spanned;

/// A fault in a file of frames.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}:{line}: frame {frame}: expected {expected}, found {found:?}{}", suggestion(.meant))]
pub struct FrameError {
    /// The file's name.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// The frame's id; empty if the fault lies outside any.
    pub frame: String,
    /// What the place accepts.
    pub expected: &'static str,
    /// What it holds.
    pub found: String,
    /// What was probably meant.
    pub meant: Option<Box<str>>,
}

fn suggestion(meant: &Option<Box<str>>) -> String {
    meant.as_ref().map_or(String::new(), |name| format!("; did you mean {name:?}?"))
}

/// All frames, by what calls them up.
#[derive(Clone, Debug, Default)]
pub struct Frames {
    frames: Vec<Frame>,
    by_verb: FxHashMap<VerbId, Vec<Call>>,
    by_idiom: FxHashMap<u16, Vec<Call>>,
    by_event: FxHashMap<u16, Vec<Call>>,
    /// The idioms and nouns that the clause stage must find as units.
    pub triggers: Triggers,
    examples: Vec<Example>,
}

/// A text that a frame must read, or must leave alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The id of its frame.
    pub frame: String,
    /// The text.
    pub text: String,
    /// The slots that the frame must fill, by name, with what; `None` for a counter-example.
    pub expect: Option<BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    defaults: BTreeMap<String, RawDefaults>,
    #[serde(default)]
    frame: Vec<RawFrame>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDefaults {
    #[serde(default)]
    complements: BTreeMap<String, Spanned<Names>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFrame {
    id: Spanned<String>,
    relation: Spanned<String>,
    #[serde(default)]
    verbs: Vec<Spanned<String>>,
    #[serde(default)]
    nouns: Vec<Spanned<String>>,
    subject: Option<Spanned<Names>>,
    object: Option<Spanned<Names>>,
    causer: Option<Spanned<Names>>,
    possessor: Option<Spanned<Names>>,
    dative: Option<Spanned<Names>>,
    en: Option<Spanned<Names>>,
    requires: Option<Spanned<Names>>,
    excludes: Option<Spanned<Names>>,
    excludes_prepositions: Option<Spanned<Names>>,
    #[serde(default)]
    supports: BTreeMap<String, Spanned<Names>>,
    #[serde(default)]
    supported: bool,
    #[serde(default)]
    polarity: Polarity,
    #[serde(default)]
    begins: bool,
    #[serde(default)]
    intransitive: bool,
    #[serde(default)]
    places: bool,
    status: Option<Status>,
    reason: Option<Reason>,
    kind: Option<InvestmentKind>,
    confidence: Option<f32>,
    #[serde(default)]
    complements: BTreeMap<String, Spanned<Names>>,
    #[serde(default)]
    examples: Vec<RawExample>,
    #[serde(default)]
    counter_examples: Vec<RawCounterExample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExample {
    text: String,
    expect: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCounterExample {
    text: String,
}

/// One name, or several.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Names {
    One(String),
    Several(Vec<String>),
}

impl Names {
    fn list(&self) -> Vec<&str> {
        match self {
            Names::One(names) => names.split(',').map(str::trim).filter(|name| !name.is_empty()).collect(),
            Names::Several(names) => names.iter().map(String::as_str).collect(),
        }
    }
}

impl Frames {
    /// Reads a file of frames and enters its words in the lexicon.
    ///
    /// # Errors
    ///
    /// The first fault: TOML that does not parse, an unknown relation, slot, verb or preposition.
    pub fn load(&mut self, file: &str, text: &str, lexicon: &mut Lexicon) -> Result<(), FrameError> {
        let place = Place { file, text };
        let raw: RawFile = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            place.error(at, "", "valid TOML with the keys of a frame", error.message(), None)
        })?;
        for frame in &raw.frame {
            self.add(&place, frame, &raw.defaults, lexicon)?;
        }
        Ok(())
    }

    fn add(
        &mut self,
        place: &Place<'_>,
        raw: &RawFrame,
        defaults: &BTreeMap<String, RawDefaults>,
        lexicon: &mut Lexicon,
    ) -> Result<(), FrameError> {
        let id = raw.id.get_ref();
        let relation = relation(place, raw)?;
        let slots = |names: &Option<Spanned<Names>>| match names {
            Some(names) => place.slots(id, names),
            None => Ok(Vec::new()),
        };
        let mut complements = Vec::new();
        let default = defaults.get(raw.relation.get_ref().as_str()).cloned().unwrap_or_default();
        for (prepositions, names) in raw.complements.iter().chain(&default.complements) {
            let fills = place.slots(id, names)?;
            for preposition in prepositions.split(',').map(str::trim) {
                let preposition = place.preposition(id, names.span().start, preposition, lexicon)?;
                complements.push((preposition, fills.clone()));
            }
        }
        let mut excludes_prepositions = Vec::new();
        if let Some(names) = &raw.excludes_prepositions {
            for name in names.get_ref().list() {
                excludes_prepositions.push(place.preposition(id, names.span().start, name, lexicon)?);
            }
        }
        let frame = Frame {
            id: id.as_str().into(),
            relation,
            subject: slots(&raw.subject)?,
            object: slots(&raw.object)?,
            causer: slots(&raw.causer)?,
            possessor: slots(&raw.possessor)?,
            dative: slots(&raw.dative)?,
            en: slots(&raw.en)?,
            complements,
            requires: required(place, raw)?,
            excludes: slots(&raw.excludes)?,
            excludes_prepositions,
            supports: supports(place, raw, lexicon)?,
            supported: raw.supported,
            polarity: raw.polarity,
            begins: raw.begins,
            intransitive: raw.intransitive,
            places: raw.places,
            status: raw.status,
            reason: raw.reason,
            kind: raw.kind,
            confidence: raw.confidence.unwrap_or(0.9),
            triggers: raw.verbs.iter().chain(&raw.nouns).map(|name| name.get_ref().as_str().into()).collect(),
        };
        self.frames.push(frame);
        self.call_up(place, raw, lexicon)?;
        self.keep_examples(raw);
        Ok(())
    }

    fn keep_examples(&mut self, raw: &RawFrame) {
        let frame = raw.id.get_ref();
        let positive = raw.examples.iter().map(|e| (e.text.clone(), Some(e.expect.clone())));
        let negative = raw.counter_examples.iter().map(|e| (e.text.clone(), None));
        let both = positive.chain(negative);
        self.examples.extend(both.map(|(text, expect)| Example { frame: frame.clone(), text, expect }));
    }

    fn call_up(&mut self, place: &Place<'_>, raw: &RawFrame, lexicon: &mut Lexicon) -> Result<(), FrameError> {
        let frame = self.frames.len() - 1;
        let determiners = wild_determiners(lexicon);
        for name in &raw.verbs {
            let (phrase, voice) = match passive(name.get_ref(), lexicon) {
                Some(infinitive) => (Cow::Owned(infinitive), VoiceWanted::Passive),
                None => {
                    let (phrase, voice) = voice(name.get_ref());
                    (Cow::Borrowed(phrase), voice)
                }
            };
            let verb = phrase.split(' ').next().unwrap_or("");
            let known = place.verb(raw.id.get_ref(), name.span().start, verb, lexicon)?;
            let call = Call { frame, voice };
            if phrase.contains(' ') {
                let idiom = self.triggers.add_idiom(&mut lexicon.vocabulary, &phrase, &determiners);
                self.by_idiom.entry(idiom).or_default().push(call);
            } else {
                self.by_verb.entry(known).or_default().push(call);
            }
        }
        for name in &raw.nouns {
            let event = self.triggers.add_event(&mut lexicon.vocabulary, name.get_ref());
            self.by_event.entry(event).or_default().push(Call { frame, voice: VoiceWanted::Any });
        }
        Ok(())
    }

    /// The frames of a verb.
    pub fn of_verb(&self, verb: VerbId) -> &[Call] {
        self.by_verb.get(&verb).map_or(&[], Vec::as_slice)
    }

    /// The frames of an idiom.
    pub fn of_idiom(&self, idiom: u16) -> &[Call] {
        self.by_idiom.get(&idiom).map_or(&[], Vec::as_slice)
    }

    /// The frames of a noun.
    pub fn of_event(&self, event: u16) -> &[Call] {
        self.by_event.get(&event).map_or(&[], Vec::as_slice)
    }

    /// One frame.
    pub fn get(&self, frame: usize) -> Option<&Frame> {
        self.frames.get(frame)
    }

    /// All frames, in the order of their files.
    pub fn all(&self) -> &[Frame] {
        &self.frames
    }

    /// The examples and counter-examples of all frames.
    pub fn examples(&self) -> &[Example] {
        &self.examples
    }
}

fn wild_determiners(lexicon: &Lexicon) -> Vec<WordId> {
    let words = ["le", "la", "les", "l'", "un", "une", "son", "sa", "ses", "leur", "leurs", "ce", "cette"];
    let found = words.iter().map(|word| lexicon.vocabulary.find(word));
    found.filter(|word| lexicon.classes(*word).iter().any(|c| matches!(c, WordClass::Determiner(_)))).collect()
}

/// "être remercié" is "remercier" in the passive voice.
fn passive(name: &str, lexicon: &Lexicon) -> Option<String> {
    let participle = lexicon.vocabulary.find(name.strip_prefix("être ")?);
    let is_participle = |form: VerbForm| matches!(form, VerbForm::PastParticiple(..));
    let reading = lexicon.verbs.readings(participle).iter().find(|reading| is_participle(reading.form))?;
    Some(lexicon.verbs.infinitive(reading.verb).to_owned())
}

/// "se retirer" is "retirer" in the reflexive voice; "(se) retirer" in either.
fn voice(name: &str) -> (&str, VoiceWanted) {
    if let Some(rest) = name.strip_prefix("(se) ").or_else(|| name.strip_prefix("(s')")) {
        return (rest, VoiceWanted::Any);
    }
    match name.strip_prefix("se ").or_else(|| name.strip_prefix("s'")) {
        Some(rest) => (rest, VoiceWanted::Reflexive),
        None => (name, VoiceWanted::Plain),
    }
}

/// Names of slots; "role|employer" stands for either.
fn required(place: &Place<'_>, raw: &RawFrame) -> Result<Vec<Vec<Slot>>, FrameError> {
    let Some(names) = &raw.requires else { return Ok(Vec::new()) };
    let slot = |name: &str| place.slot(raw.id.get_ref(), names.span().start, name.trim());
    names.get_ref().list().into_iter().map(|any| any.split('|').map(slot).collect()).collect()
}

type Supports = Vec<(VerbId, Option<Vec<Slot>>)>;

/// The verbs around a noun; "nothing" in place of slots stands for a verb with which it tells nothing.
fn supports(place: &Place<'_>, raw: &RawFrame, lexicon: &Lexicon) -> Result<Supports, FrameError> {
    let mut out = Vec::new();
    for (verbs, names) in &raw.supports {
        let nothing = names.get_ref().list() == ["nothing"];
        let fills = if nothing { None } else { Some(place.slots(raw.id.get_ref(), names)?) };
        for verb in verbs.split(',').map(str::trim) {
            let (infinitive, _) = voice(verb);
            out.push((place.verb(raw.id.get_ref(), names.span().start, infinitive, lexicon)?, fills.clone()));
        }
    }
    Ok(out)
}

fn relation(place: &Place<'_>, raw: &RawFrame) -> Result<RelationKind, FrameError> {
    Ok(match raw.relation.get_ref().as_str() {
        "hiring" => RelationKind::Hiring,
        "departure" => RelationKind::Departure,
        "investment" => RelationKind::Investment,
        other => {
            let meant = closest(other, ["hiring", "departure", "investment"].into_iter());
            let at = raw.relation.span().start;
            return Err(place.error(at, raw.id.get_ref(), "hiring, departure or investment", other, meant));
        }
    })
}

struct Place<'t> {
    file: &'t str,
    text: &'t str,
}

impl Place<'_> {
    fn error(
        &self,
        at: usize,
        frame: &str,
        expected: &'static str,
        found: &str,
        meant: Option<Box<str>>,
    ) -> FrameError {
        let before = self.text.get(..at).unwrap_or("");
        FrameError {
            file: self.file.to_owned(),
            line: before.matches('\n').count() + 1,
            frame: frame.to_owned(),
            expected,
            found: found.to_owned(),
            meant,
        }
    }

    fn slots(&self, frame: &str, names: &Spanned<Names>) -> Result<Vec<Slot>, FrameError> {
        let parse = |name: &str| self.slot(frame, names.span().start, name);
        names.get_ref().list().into_iter().map(parse).collect()
    }

    fn slot(&self, frame: &str, at: usize, name: &str) -> Result<Slot, FrameError> {
        Slot::parse(name).ok_or_else(|| self.error(at, frame, "a slot", name, closest(name, Slot::names())))
    }

    fn verb(&self, frame: &str, at: usize, name: &str, lexicon: &Lexicon) -> Result<VerbId, FrameError> {
        lexicon.verbs.find(name).ok_or_else(|| {
            let meant = closest(name, lexicon.verbs.infinitives());
            self.error(at, frame, "a verb of grammar/lexicon/verbs.tsv", name, meant)
        })
    }

    fn preposition(&self, frame: &str, at: usize, name: &str, lexicon: &Lexicon) -> Result<u16, FrameError> {
        lexicon.prepositions.id(name).ok_or_else(|| {
            let meant = closest(name, lexicon.prepositions.names());
            self.error(at, frame, "a preposition of grammar/lexicon/prepositions.tsv", name, meant)
        })
    }
}

/// The known name nearest to a wrong one, if near enough to be a slip.
fn closest<'n>(wrong: &str, known: impl Iterator<Item = &'n str>) -> Option<Box<str>> {
    known
        .map(|name| (strsim::damerau_levenshtein(wrong, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.chars().count() / 4)
        .min()
        .map(|(_, name)| name.into())
}
