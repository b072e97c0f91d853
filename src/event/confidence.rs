//! How sure a relation is; computed here and nowhere else.
//!
//! An event has the odds of its frame, and each sign that speaks for or against it multiplies them by a factor:
//! `grammar/event/confidence.tsv`. The factors were fitted to annotated articles (see the head of that file), so that of
//! the relations of a confidence of 0.8 about eight in ten are right.

use super::Context;
use super::draft::Draft;
use crate::reference::{How, Meant};
use crate::relation::{RelationKind, Slot};
use crate::types::{EntityKind, InvestmentKind, SentenceKind};
use once_cell::sync::Lazy;

const FILE: &str = include_str!("../../grammar/event/confidence.tsv");

/// A sign for or against an event, by the factor of its odds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// Its name in the file.
    pub sign: &'static str,
    /// What the odds are multiplied by.
    pub odds: f32,
}

type Sign = fn(&Evidence<'_>) -> bool;

/// Every sign by its name in the file, in the order in which they are told.
const SIGNS: [(&str, Sign); 17] = [
    ("library", |e| !e.is_declared()),
    ("title", |e| e.stands_in(SentenceKind::Title)),
    ("bullet", |e| e.stands_in(SentenceKind::Bullet)),
    ("long", |e| e.length() > 50),
    ("no_verb", |e| !e.has_verb()),
    ("dated", |e| e.draft.date.is_some()),
    ("nowhere", |e| e.is_nowhere() && e.draft.role(Slot::Role).is_none()),
    ("post_nowhere", |e| e.is_nowhere() && e.draft.role(Slot::Role).is_some()),
    ("pronoun", |e| e.core().any(|meant| meant.how == How::Pronoun)),
    ("description", |e| e.core().any(|meant| meant.how == How::Description)),
    ("no_investor", |e| e.lacks_investor()),
    ("prominent", |e| e.place().is_some_and(|place| e.is_prominent(place))),
    ("topic", |e| e.guess().is_none() && e.place().is_some_and(|place| e.is_topic(place))),
    ("guess_obscure", |e| e.guess().is_some_and(|place| !e.is_prominent(place) && !e.is_topic(place))),
    ("guess_thin", |e| e.guess().is_some_and(|place| e.is_thin(place))),
    ("guess_far", |e| e.guess().is_some_and(|place| e.is_far(place))),
    ("person_often", |e| e.draft.entity(Slot::Person).is_some_and(|person| e.count(person) > 2)),
];

/// The factors of the signs, in the order of [`SIGNS`].
static FACTORS: Lazy<Vec<Factor>> = Lazy::new(|| {
    let told = |sign: &str| {
        let line = FILE.lines().find_map(|line| line.strip_prefix(sign)?.strip_prefix('\t'));
        line.and_then(|rest| rest.split('\t').next()?.parse().ok())
    };
    SIGNS.iter().map(|(sign, _)| Factor { sign, odds: told(sign).unwrap_or(1.0) }).collect()
});

/// Rates each event, from 0.05 to 0.99.
pub(super) fn rate(context: Context<'_>, events: &mut [Draft]) {
    let total = mentions(context);
    for event in events {
        let evidence = Evidence { context, draft: event, mentions: total };
        let odds = frame_odds(context, event) * evidence.factors().map(|factor| factor.odds).product::<f32>();
        // Two decimals: more would feign a precision that nothing measures.
        event.confidence = ((odds / (1.0 + odds)).clamp(0.05, 0.99) * 100.0).round() / 100.0;
    }
}

/// The odds of an event by its surest frame, and the signs that speak for or against it.
pub fn factors(context: Context<'_>, event: &Draft) -> (f32, Vec<Factor>) {
    let evidence = Evidence { context, draft: event, mentions: mentions(context) };
    (frame_odds(context, event), evidence.factors().collect())
}

fn frame_odds(context: Context<'_>, event: &Draft) -> f32 {
    let frames = event.evidence.iter().filter_map(|(_, _, frame)| context.frames.get(*frame));
    let confidence = frames.map(|frame| frame.confidence).fold(0.0, f32::max).clamp(0.01, 0.99);
    confidence / (1.0 - confidence)
}

/// How often organizations are named in the article.
fn mentions(context: Context<'_>) -> usize {
    let discourse = context.resolver.discourse();
    let entities = context.entities.list.iter().enumerate();
    let organizations = entities.filter(|(_, entity)| entity.kind == EntityKind::Organization);
    organizations.map(|(entity, _)| discourse.count(entity)).sum()
}

/// No more mentions than these are looked at for one event, so that the cost stays linear.
const LOOK: usize = 64;

/// From where on an organization stands out: the title names it, or it is named five times.
const PROMINENT: i32 = 5;

/// An event with what its signs look at.
struct Evidence<'a> {
    context: Context<'a>,
    draft: &'a Draft,
    /// How often the article names organizations.
    mentions: usize,
}

impl Evidence<'_> {
    fn factors(&self) -> impl Iterator<Item = Factor> + '_ {
        SIGNS.iter().zip(FACTORS.iter()).filter(|((_, holds), _)| holds(self)).map(|(_, factor)| *factor)
    }

    fn stands_in(&self, kind: SentenceKind) -> bool {
        let kind_of = |sentence: usize| self.context.sentences.get(sentence).map(|s| s.kind);
        self.draft.evidence.iter().any(|(sentence, _, _)| kind_of(*sentence) == Some(kind))
    }

    /// The tokens of the first sentence that tells it.
    fn length(&self) -> usize {
        self.context.analyses.get(self.draft.sentence()).map_or(0, |analysis| analysis.tokens.len())
    }

    /// Whether a verb tells it, rather than "l'arrivée de X" alone.
    fn has_verb(&self) -> bool {
        self.draft.evidence.iter().any(|(sentence, tokens, _)| {
            let clauses = self.context.analyses.get(*sentence).map_or(&[][..], |analysis| &analysis.clauses);
            clauses.iter().any(|clause| tokens.contains(&clause.verb.tokens.start))
        })
    }

    /// Those without whom there is no event.
    fn core(&self) -> impl Iterator<Item = Meant> + '_ {
        let slots: &[Slot] = match self.draft.relation {
            RelationKind::Investment => &[Slot::Target, Slot::Investor],
            RelationKind::Hiring | RelationKind::Departure => &[Slot::Person, Slot::Employer],
            RelationKind::Own(_) => &[],
        };
        let all = slots.is_empty();
        let core = self.draft.entities.iter().filter(move |(slot, _)| all || slots.contains(slot));
        core.map(|(_, meant)| *meant)
    }

    /// The organization that it happens to.
    fn place(&self) -> Option<Meant> {
        let slots = [Slot::Employer, Slot::Target, Slot::Investor];
        slots.into_iter().find_map(|slot| self.draft.entity(slot))
    }

    /// The same, where nothing in the clause tells it, and what the article is about was taken.
    fn guess(&self) -> Option<Meant> {
        self.place().filter(|place| place.how == How::Focus)
    }

    /// Neither the clause nor the article tells where.
    fn is_nowhere(&self) -> bool {
        !self.is_declared() && self.place().is_none()
    }

    /// A relation of a type that a file of frames declares.
    fn is_declared(&self) -> bool {
        matches!(self.draft.relation, RelationKind::Own(_))
    }

    /// "Kalirose est vendue": neither to whom nor by whom is told.
    fn lacks_investor(&self) -> bool {
        let deal = self.draft.relation == RelationKind::Investment;
        let nobody = self.draft.entity(Slot::Investor).is_none() && self.draft.entity(Slot::Seller).is_none();
        deal && self.draft.kind != Some(InvestmentKind::FundingRound) && nobody
    }

    fn count(&self, meant: Meant) -> usize {
        self.context.resolver.discourse().count(meant.entity)
    }

    /// Less than one in five mentions of organizations.
    fn is_thin(&self, meant: Meant) -> bool {
        self.count(meant) * 5 < self.mentions
    }

    /// Named neither in the sentence nor in the one before.
    fn is_far(&self, meant: Meant) -> bool {
        let Some((sentence, tokens, _)) = self.draft.evidence.first() else { return true };
        let near = self.context.resolver.discourse().before(tokens.end).iter().rev().take(LOOK);
        let mut near = near.take_while(|trace| trace.sentence + 1 >= *sentence);
        !near.any(|trace| trace.entity == meant.entity)
    }

    fn is_prominent(&self, meant: Meant) -> bool {
        self.context.resolver.discourse().prominence(meant.entity) >= PROMINENT
    }

    fn is_topic(&self, meant: Meant) -> bool {
        self.context.resolver.discourse().focus().is_some_and(|trace| trace.entity == meant.entity)
    }
}

#[cfg(test)]
mod tests {
    use super::{FILE, SIGNS};

    #[test]
    fn the_file_and_the_code_know_the_same_signs() {
        let lines = FILE.lines().filter(|line| !line.starts_with('#'));
        let told: Vec<&str> = lines.clone().filter_map(|line| line.split('\t').next()).collect();
        assert_eq!(told, SIGNS.map(|(name, _)| name));
        for line in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!(cells.len() == 3 && cells[1].parse::<f32>().is_ok_and(|odds| odds > 0.0), "{line}");
        }
    }
}
