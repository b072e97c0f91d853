//! Frames from TOML, checked so that a fault names its place.

use super::frame::{Call, Frame, Polarity, VoiceWanted};
use super::holds::Holds;
use super::place::{FrameError, FramePlace, Names, Place, closest, list};
use super::schema::{RawType, RelationType, RelationTypes};
use super::slot::{RelationKind, Slot};
use crate::clause::Triggers;
use crate::lexicon::{Lexicon, VerbForm, VerbId, WordClass, WordId};
use crate::types::{InvestmentKind, Reason, Status};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use toml::Spanned;

/// All frames, by what calls them up.
#[derive(Clone, Debug, Default)]
pub struct Frames {
    types: RelationTypes,
    frames: Vec<Frame>,
    by_id: FxHashMap<Box<str>, usize>,
    by_verb: FxHashMap<VerbId, Vec<Call>>,
    by_idiom: FxHashMap<u16, Vec<Call>>,
    by_event: FxHashMap<u16, Vec<Call>>,
    by_describing: FxHashMap<WordId, Vec<Call>>,
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
    relation: BTreeMap<Spanned<String>, RawType>,
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
    #[serde(default)]
    describing: Vec<Spanned<String>>,
    subject: Option<Spanned<Names>>,
    object: Option<Spanned<Names>>,
    causer: Option<Spanned<Names>>,
    possessor: Option<Spanned<Names>>,
    dative: Option<Spanned<Names>>,
    en: Option<Spanned<Names>>,
    requires: Option<Spanned<Names>>,
    wants: Option<Spanned<Names>>,
    named: Option<Spanned<Names>>,
    excludes: Option<Spanned<Names>>,
    excludes_prepositions: Option<Spanned<Names>>,
    #[serde(default)]
    supports: BTreeMap<String, Spanned<Names>>,
    #[serde(default)]
    supported: bool,
    through: Option<Spanned<Names>>,
    #[serde(default)]
    reciprocal: bool,
    #[serde(default)]
    rival: bool,
    #[serde(default)]
    verbless: bool,
    #[serde(default)]
    polarity: Polarity,
    #[serde(default)]
    begins: bool,
    #[serde(default)]
    intransitive: bool,
    #[serde(default)]
    places: bool,
    status: Option<Status>,
    reason: Option<Spanned<Reason>>,
    kind: Option<Spanned<InvestmentKind>>,
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
        let mut declared: Vec<_> = raw.relation.iter().collect();
        declared.sort_by_key(|(name, _)| name.span().start);
        for (name, slots) in declared {
            self.types.declare(&place, name, slots)?;
        }
        for frame in &raw.frame {
            let (relation, tells) = self.relation(&place, frame)?;
            let at = FramePlace { file: &place, id: frame.id.get_ref(), tells };
            let frame_read = read(&at, relation, frame, &raw.defaults, lexicon)?;
            self.by_id.entry(frame_read.id.clone()).or_insert(self.frames.len());
            self.frames.push(frame_read);
            self.call_up(&place, frame, lexicon)?;
            self.keep_examples(frame);
        }
        Ok(())
    }

    fn relation(&self, place: &Place<'_>, raw: &RawFrame) -> Result<(RelationKind, &RelationType), FrameError> {
        let name = raw.relation.get_ref();
        self.types.find(name).ok_or_else(|| {
            let expected = format!("{}; or a type declared by [relation.NAME]", list(self.types.names(), "or"));
            let meant = closest(name, self.types.names());
            place.error(raw.relation.span().start, raw.id.get_ref(), expected, name, meant)
        })
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
        for name in &raw.describing {
            let word = lexicon.vocabulary.find(name.get_ref());
            if !word.is_known() {
                let at = name.span().start;
                return Err(place.error(at, raw.id.get_ref(), "a noun of grammar/lexicon", name.get_ref(), None));
            }
            self.by_describing.entry(word).or_default().push(Call { frame, voice: VoiceWanted::Any });
        }
        Ok(())
    }

    /// The frames of a noun for a person: "successeur".
    pub fn of_describing(&self, word: WordId) -> &[Call] {
        self.by_describing.get(&word).map_or(&[], Vec::as_slice)
    }

    /// The index of a frame by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
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

    /// A type of relation, with its slots.
    pub fn tells(&self, relation: RelationKind) -> Option<&RelationType> {
        self.types.get(relation)
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

/// One frame, without what calls it up.
fn read(
    at: &FramePlace<'_>,
    relation: RelationKind,
    raw: &RawFrame,
    defaults: &BTreeMap<String, RawDefaults>,
    lexicon: &Lexicon,
) -> Result<Frame, FrameError> {
    only_for(at, raw.reason.as_ref(), "departure")?;
    only_for(at, raw.kind.as_ref(), "investment")?;
    let mut frame = Frame {
        id: at.id.into(),
        relation,
        subject: at.some_slots(&raw.subject)?,
        object: at.some_slots(&raw.object)?,
        causer: at.some_slots(&raw.causer)?,
        possessor: at.some_slots(&raw.possessor)?,
        dative: at.some_slots(&raw.dative)?,
        en: at.some_slots(&raw.en)?,
        complements: complements(at, raw, defaults, lexicon)?,
        measures: Vec::new(),
        named: at.some_slots(&raw.named)?,
        requires: required(at, &raw.requires)?,
        wants: required(at, &raw.wants)?,
        excludes: at.some_slots(&raw.excludes)?,
        excludes_prepositions: prepositions(at, &raw.excludes_prepositions, lexicon)?,
        through: prepositions(at, &raw.through, lexicon)?,
        reciprocal: raw.reciprocal,
        rival: raw.rival,
        verbless: raw.verbless,
        supports: supports(at, raw, lexicon)?,
        supported: raw.supported,
        polarity: raw.polarity,
        begins: raw.begins,
        intransitive: raw.intransitive,
        places: raw.places,
        status: raw.status,
        reason: raw.reason.as_ref().map(|reason| *reason.get_ref()),
        kind: raw.kind.as_ref().map(|kind| *kind.get_ref()),
        confidence: raw.confidence.unwrap_or(0.9),
        triggers: raw
            .verbs
            .iter()
            .chain(&raw.nouns)
            .chain(&raw.describing)
            .map(|name| name.get_ref().as_str().into())
            .collect(),
    };
    frame.measures = measures(&frame, at.tells);
    Ok(frame)
}

/// `reason` and `kind` mean something to one type only.
fn only_for<T>(at: &FramePlace<'_>, key: Option<&Spanned<T>>, name: &str) -> Result<(), FrameError> {
    match key {
        Some(value) if *at.tells.name != *name => {
            let expected = format!("a frame of {name} for this key");
            Err(at.file.error(value.span().start, at.id, expected, &at.tells.name, None))
        }
        _ => Ok(()),
    }
}

fn complements(
    at: &FramePlace<'_>,
    raw: &RawFrame,
    defaults: &BTreeMap<String, RawDefaults>,
    lexicon: &Lexicon,
) -> Result<Vec<(u16, Vec<Slot>)>, FrameError> {
    let mut out = Vec::new();
    let default = defaults.get(&*at.tells.name).cloned().unwrap_or_default();
    for (prepositions, names) in raw.complements.iter().chain(&default.complements) {
        let fills = at.slots(names)?;
        for preposition in prepositions.split(',').map(str::trim) {
            let preposition = at.file.preposition(at.id, names.span().start, preposition, lexicon)?;
            out.push((preposition, fills.clone()));
        }
    }
    Ok(out)
}

fn prepositions(
    at: &FramePlace<'_>,
    names: &Option<Spanned<Names>>,
    lexicon: &Lexicon,
) -> Result<Vec<u16>, FrameError> {
    let Some(names) = names else { return Ok(Vec::new()) };
    let preposition = |name| at.file.preposition(at.id, names.span().start, name, lexicon);
    names.get_ref().list().into_iter().map(preposition).collect()
}

/// The slots of amounts, parts and dates that stand inside other fillers: "une levée de 12 millions".
fn measures(frame: &Frame, tells: &RelationType) -> Vec<Slot> {
    let measured = Holds::AMOUNT | Holds::PERCENTAGE;
    let own = |slot: &Slot| match slot {
        Slot::Own(own) => own.holds.is_within(measured) && frame.fills(*slot),
        _ => matches!(slot, Slot::Amount | Slot::Stake | Slot::Date),
    };
    tells.slots.iter().map(|(_, slot)| *slot).filter(own).collect()
}

/// Names of slots; "role|employer" stands for either.
fn required(at: &FramePlace<'_>, names: &Option<Spanned<Names>>) -> Result<Vec<Vec<Slot>>, FrameError> {
    let Some(names) = names else { return Ok(Vec::new()) };
    let slot = |name: &str| at.slot(names.span().start, name.trim());
    names.get_ref().list().into_iter().map(|any| any.split('|').map(slot).collect()).collect()
}

type Supports = Vec<(VerbId, Option<Vec<Slot>>)>;

/// The verbs around a noun; "nothing" in place of slots stands for a verb with which it tells nothing.
fn supports(at: &FramePlace<'_>, raw: &RawFrame, lexicon: &Lexicon) -> Result<Supports, FrameError> {
    let mut out = Vec::new();
    for (verbs, names) in &raw.supports {
        let nothing = names.get_ref().list() == ["nothing"];
        let fills = if nothing { None } else { Some(at.slots(names)?) };
        for verb in verbs.split(',').map(str::trim) {
            let (infinitive, _) = voice(verb);
            out.push((at.file.verb(at.id, names.span().start, infinitive, lexicon)?, fills.clone()));
        }
    }
    Ok(out)
}
