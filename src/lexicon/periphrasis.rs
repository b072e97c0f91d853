//! Verbs that carry other verbs, and what that says of the event.

use super::{DataError, VerbId, Verbs, rows};
use rustc_hash::FxHashMap;

/// How a carrying verb is joined to what it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// "va quitter".
    Bare,
    /// "refuse de quitter".
    De,
    /// "renonce à quitter".
    A,
    /// "finit par quitter".
    Par,
    /// "pressenti pour diriger".
    Pour,
}

/// What a carrying verb says of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Nothing: it is told as the carrying verb is.
    None,
    /// "va".
    Future,
    /// "doit": planned; "devrait": planned; "a dû": done.
    Due,
    /// "peut": open; "pourrait": rumored; "a pu": done.
    Possible,
    /// Decided or expected.
    Planned,
    /// Wanted, offered, negotiated.
    Proposed,
    /// Tried.
    Tentative,
    /// Refused, withdrawn, failed.
    Denied,
    /// "cesse de": what it carries is over.
    Ended,
    /// "fait entrer": somebody else does it.
    Causative,
    /// "se voit confier", "s'est fait racheter": its subject undergoes it.
    Passive,
}

/// Carrying verbs: plain, with "se", or as the participle after "être".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Shape {
    Plain,
    Reflexive,
    Participle,
}

/// The table of carrying verbs.
#[derive(Clone, Debug, Default)]
pub(super) struct Periphrases {
    effects: FxHashMap<(VerbId, Shape, Link), Effect>,
}

impl Periphrases {
    pub(super) fn load(file: &str, text: &str, verbs: &Verbs) -> Result<Self, DataError> {
        let mut table = Self::default();
        for row in rows(file, text) {
            let verb = row.cell(0);
            let (shape, infinitive) = if let Some(rest) = verb.strip_prefix("être ") {
                (Shape::Participle, infinitive_of(rest))
            } else if let Some(rest) = verb.strip_prefix("se ").or_else(|| verb.strip_prefix("s'")) {
                (Shape::Reflexive, rest.to_owned())
            } else {
                (Shape::Plain, verb.to_owned())
            };
            let link = link(row.cell(1)).ok_or_else(|| row.error("one of - de à par pour", row.cell(1)))?;
            let effect = effect(row.cell(2)).ok_or_else(|| row.error("an effect on the status", row.cell(2)))?;
            // Adjectives such as "prêt" carry verbs as participles do, but have no verb: nothing to enter.
            if let Some(verb) = verbs.find(&infinitive) {
                table.effects.insert((verb, shape, link), effect);
            }
        }
        Ok(table)
    }

    pub(super) fn effect(&self, verb: VerbId, reflexive: bool, passive: bool, link: Link) -> Option<Effect> {
        let shape = match (reflexive, passive) {
            (true, _) => Shape::Reflexive,
            (_, true) => Shape::Participle,
            _ => Shape::Plain,
        };
        self.effects.get(&(verb, shape, link)).copied()
    }
}

/// The participles of the table are regular: "appelé" is "appeler".
fn infinitive_of(participle: &str) -> String {
    match (participle.strip_suffix('é'), participle.strip_suffix('i')) {
        (Some(stem), _) => format!("{stem}er"),
        (None, Some(stem)) => format!("{stem}ir"),
        _ => participle.to_owned(),
    }
}

fn link(name: &str) -> Option<Link> {
    Some(match name {
        "-" => Link::Bare,
        "de" => Link::De,
        "à" => Link::A,
        "par" => Link::Par,
        "pour" => Link::Pour,
        _ => return None,
    })
}

fn effect(name: &str) -> Option<Effect> {
    Some(match name {
        "none" => Effect::None,
        "future" => Effect::Future,
        "due" => Effect::Due,
        "possible" => Effect::Possible,
        "planned" => Effect::Planned,
        "proposed" => Effect::Proposed,
        "tentative" => Effect::Tentative,
        "denied" => Effect::Denied,
        "ended" => Effect::Ended,
        "causative" => Effect::Causative,
        "passive" => Effect::Passive,
        _ => return None,
    })
}
