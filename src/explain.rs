//! How an article was read, for people: each sentence with its groups and clauses and what frames made of it, then each
//! relation with where its slots come from.

use crate::clause::{Analysis, Clause, Group, GroupId, Head};
use crate::event::{Context, Draft, Unsettled, factors};
use crate::reference::{How, Meant};
use crate::relation::{Called, Candidate, Fill, Filler, Frame, Polarity, RelationKind, Silence, Slot, VoiceWanted};
use crate::types::{EntityKind, SentenceKind};
use std::fmt::Write;
use std::ops::Range;

/// An article as all stages read it.
pub(crate) struct Explanation<'a> {
    pub context: Context<'a>,
    /// Frames that were called up, and what became of each.
    pub called: &'a [Called],
    pub candidates: &'a [Candidate],
    /// Candidates, by their index, that gave no event.
    pub unsettled: &'a [(usize, Unsettled)],
    /// The events, one for each relation.
    pub events: &'a [Draft],
    /// What is less sure is left out of the extraction.
    pub least: f32,
}

impl Explanation<'_> {
    pub fn text(&self) -> String {
        let mut out = String::new();
        for (analysis, sentence) in self.context.analyses.iter().zip(self.context.sentences) {
            let _ = writeln!(out, "{:?}: {}", sentence.kind, sentence.span.of(self.context.tokens.text()));
            out.push_str(&analysis.show(self.context.tokens, self.context.lexicon));
            self.sentence(analysis, &mut out);
            self.meant(analysis.sentence, &mut out);
        }
        for (number, event) in self.events.iter().enumerate() {
            self.event(number + 1, event, &mut out);
        }
        out
    }

    /// What frames took from a sentence, and why others that its words called up took nothing.
    fn sentence(&self, analysis: &Analysis, out: &mut String) {
        let candidates = self.candidates.iter().enumerate();
        for (index, candidate) in candidates.filter(|(_, candidate)| candidate.sentence == analysis.sentence) {
            let _ = write!(out, "  => {} {:?}", self.id(candidate.frame), candidate.status);
            for fill in &candidate.fills {
                let _ =
                    write!(out, " {}={}", self.name(candidate.relation, fill.slot), self.filler(analysis, fill.filler));
            }
            let _ = writeln!(out, " -> {}", self.outcome(index, candidate));
        }
        let here: Vec<&Called> = self.called.iter().filter(|called| called.sentence == analysis.sentence).collect();
        for called in &here {
            // Where one frame of a word tells something, the silence of its others is no news.
            let told = here.iter().any(|other| other.trigger == called.trigger && other.silent.is_none());
            if let (false, Some(silence), Some(frame)) = (told, &called.silent, self.context.frames.get(called.frame)) {
                let why = Why { explanation: self, analysis, frame, trigger: &called.trigger };
                let _ = writeln!(out, "  -- {} by {:?}: {}", frame.id, self.words(&called.trigger), why.of(silence));
            }
        }
    }

    /// Whom the pronouns and descriptions of a sentence mean.
    fn meant(&self, sentence: usize, out: &mut String) {
        for referent in self.context.resolver.chain().in_sentence(sentence) {
            let names = referent.entities.iter().filter_map(|entity| self.context.entities.list.get(*entity));
            let names: Vec<&str> = names.map(|entity| entity.name.as_str()).collect();
            let words = self.words(&(referent.tokens.0..referent.tokens.1));
            let _ = writeln!(out, "  {words} = {}", names.join(", "));
        }
    }

    /// Into which relation a candidate went, or why into none.
    fn outcome(&self, index: usize, candidate: &Candidate) -> String {
        let evidence = (candidate.sentence, candidate.tokens.clone(), candidate.frame);
        let numbered = self.events.iter().enumerate();
        let into: Vec<String> = numbered
            .filter(|(_, event)| event.evidence.contains(&evidence))
            .map(|(at, _)| (at + 1).to_string())
            .collect();
        if !into.is_empty() {
            return format!("relation {}", into.join(", "));
        }
        match self.unsettled.iter().find(|(unsettled, _)| *unsettled == index).map(|(_, why)| why) {
            Some(Unsettled::Aside(kind)) => format!("nothing: a {} tells of other articles", lower(kind)),
            Some(Unsettled::Unknown(slots)) if slots.is_empty() => "nothing: too little is told".to_owned(),
            Some(Unsettled::Unknown(slots)) => {
                let names: Vec<&str> = slots.iter().map(|slot| self.name(candidate.relation, *slot)).collect();
                format!("nothing: who or what is meant is not known for {}", names.join(", "))
            }
            None => "nothing: what it leaves open is told nowhere in the article".to_owned(),
        }
    }

    fn event(&self, number: usize, event: &Draft, out: &mut String) {
        let tells = self.context.frames.tells(event.relation);
        let _ = writeln!(out, "relation {number}: {}, {}", tells.map_or("", |t| &t.name), lower(&event.status()));
        for (name, slot) in tells.iter().flat_map(|tells| &tells.slots).filter(|(_, slot)| *slot != Slot::Agent) {
            let around = if self.in_clause(event, *slot) { "" } else { ", not in the clause" };
            for meant in event.all(*slot) {
                let entity = self.context.entities.list.get(meant.entity).map_or("", |entity| &entity.name);
                let _ = writeln!(out, "  {name} = {entity}: {}{around}", self.how(meant));
            }
            if let Some(words) = self.value(event, *slot) {
                let _ = writeln!(out, "  {name} = {words}{around}");
            }
        }
        for (sentence, tokens, frame) in &event.evidence {
            let kind = self.context.sentences.get(*sentence).map_or(SentenceKind::Body, |sentence| sentence.kind);
            let _ = writeln!(out, "  read by {} in the {}: {:?}", self.id(*frame), lower(&kind), self.words(tokens));
        }
        let (odds, factors) = factors(self.context, event);
        let _ = write!(out, "  confidence {:.2}: odds {odds:.2} by its frame", event.confidence);
        for factor in factors {
            let _ = write!(out, ", {} × {}", factor.sign, factor.odds);
        }
        if event.confidence < self.least {
            let _ = write!(out, "; left out, being less sure than {}", self.least);
        }
        out.push('\n');
    }

    /// Whether one of the clauses that an event was read from fills a slot itself.
    fn in_clause(&self, event: &Draft, slot: Slot) -> bool {
        let read = |candidate: &Candidate| {
            event.evidence.iter().any(|(sentence, tokens, frame)| {
                (*sentence, *frame) == (candidate.sentence, candidate.frame) && *tokens == candidate.tokens
            })
        };
        self.candidates.iter().any(|candidate| candidate.has(slot) && read(candidate))
    }

    fn how(&self, meant: Meant) -> String {
        let words = self.words(&(meant.tokens.0..meant.tokens.1));
        match meant.how {
            How::Name => "by name".to_owned(),
            How::Description => format!("by description, {words:?}"),
            How::Pronoun => format!("by pronoun, {words:?}"),
            How::Focus => "what the sentence or the article is about".to_owned(),
        }
    }

    /// The words of a slot that no entity fills.
    fn value(&self, event: &Draft, slot: Slot) -> Option<String> {
        let (values, text) = (self.context.values, self.context.tokens.text());
        let role = event.role(slot).map(|words| self.words(&words.tokens));
        let amount = || Some(values.amounts.get(event.amount(slot)?)?.span.of(text));
        let date = || Some(values.dates.get(event.date(slot)?)?.span.of(text));
        let share = || {
            Some(match event.share(slot)? {
                crate::event::StakeWords::Percentage(index) => values.percentages.get(index)?.span.of(text),
                crate::event::StakeWords::Share(index) => values.shares.get(index)?.span.of(text),
            })
        };
        role.or_else(amount).or_else(date).or_else(share).map(|words| format!("{words:?}"))
    }

    fn id(&self, frame: usize) -> &str {
        self.context.frames.get(frame).map_or("", |frame| &frame.id)
    }

    fn name(&self, relation: RelationKind, slot: Slot) -> &str {
        self.context.frames.tells(relation).map_or("", |tells| tells.name_of(slot))
    }

    fn words(&self, tokens: &Range<usize>) -> &str {
        self.context.tokens.span(tokens.clone()).of(self.context.tokens.text())
    }

    fn filler(&self, analysis: &Analysis, filler: Filler) -> &str {
        match filler {
            Filler::Group(id) => analysis.groups.get(id).map_or("", |group| self.words(&group.tokens)),
            Filler::Possessor(_) | Filler::Clitic { .. } => "(pronoun)",
            Filler::Whole(_) => "(not told)",
        }
    }
}

fn lower(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}

/// Why one frame that was called up told nothing.
struct Why<'e> {
    explanation: &'e Explanation<'e>,
    analysis: &'e Analysis,
    frame: &'e Frame,
    trigger: &'e Range<usize>,
}

impl Why<'_> {
    fn of(&self, silence: &Silence) -> String {
        let lexicon = self.explanation.context.lexicon;
        match silence {
            Silence::Voice(VoiceWanted::Reflexive) => "it tells something with \"se\" only".to_owned(),
            Silence::Voice(VoiceWanted::Passive) => "it tells something in the passive only".to_owned(),
            Silence::Voice(_) => "with \"se\" it tells something else".to_owned(),
            Silence::Polarity(Polarity::Positive) => "negated, it tells nothing".to_owned(),
            Silence::Polarity(Polarity::Negative) => "it tells something with \"ne … pas\" only".to_owned(),
            Silence::Polarity(Polarity::NoLonger) => "it tells something with \"ne … plus\" only".to_owned(),
            Silence::Polarity(Polarity::Deniable) => "with \"ne … plus\" it tells nothing".to_owned(),
            Silence::State => "it tells a state, and nothing says that it is to begin".to_owned(),
            Silence::Supposed => "it is only supposed, by \"si\"".to_owned(),
            Silence::Preposition(preposition, id) => {
                let name = lexicon.prepositions.name(*preposition);
                format!("\"{name}\" before {} shows that something else is told", self.group(*id))
            }
            Silence::Object(id) => format!("with {} as object it tells something else", self.group(*id)),
            Silence::Nobody(id) => format!("{} does it, so that it is not done", self.group(*id)),
            Silence::Stranger(id) => {
                format!("the subject {} fits none of {}", self.group(*id), self.names(&self.frame.subject, ", "))
            }
            Silence::Verb(verb) => format!("with the verb \"{}\" it tells nothing", lexicon.verbs.infinitive(*verb)),
            Silence::Alone => "it tells something with certain verbs only".to_owned(),
            Silence::Slots(fills) => self.slots(fills),
        }
    }

    /// Which slots are lacking, and which of those filled speak against it.
    fn slots(&self, fills: &[Fill]) -> String {
        let filled = |slot: &Slot| fills.iter().find(|fill| fill.slot == *slot);
        let against = self.frame.excludes.iter().filter_map(filled).map(|fill| {
            let words = self.explanation.filler(self.analysis, fill.filler);
            format!("{}=\"{words}\" speaks against it", self.names(&[fill.slot], ""))
        });
        let lacking = self.frame.requires.iter().filter(|any| !any.iter().any(|slot| filled(slot).is_some()));
        let lacking = lacking.map(|any| {
            let mut offers: Vec<String> = any.iter().flat_map(|slot| self.refused(*slot, fills)).collect();
            offers.dedup();
            let offers = if offers.is_empty() { String::new() } else { format!(" ({})", offers.join("; ")) };
            format!("nothing fills {}{offers}", self.names(any, " or "))
        });
        against.chain(lacking).collect::<Vec<_>>().join("; ")
    }

    /// The groups in a function that fills a slot, and why they do not.
    fn refused(&self, slot: Slot, fills: &[Fill]) -> Vec<String> {
        let describe = |(function, id): (&str, GroupId)| {
            let taken = fills.iter().find(|fill| fill.filler == Filler::Group(id));
            let why = match taken {
                Some(fill) => format!("fills {}", self.names(&[fill.slot], "")),
                None => "is refused".to_owned(),
            };
            format!("{function} {} {why}", self.group(id))
        };
        self.offered(slot).into_iter().map(describe).collect()
    }

    /// The groups that the functions of a slot hold, by the name of the function.
    fn offered(&self, slot: Slot) -> Vec<(&str, GroupId)> {
        let lexicon = self.explanation.context.lexicon;
        let complement = |(preposition, id): (u16, GroupId)| {
            let fits = self.frame.complements.iter().any(|(p, slots)| *p == preposition && slots.contains(&slot));
            fits.then(|| (lexicon.prepositions.name(preposition), id))
        };
        let Some(clause) = self.analysis.clauses.iter().find(|clause| clause.verb.tokens == *self.trigger) else {
            let noun = self.analysis.groups.iter().position(|group| group.core == *self.trigger);
            let inside =
                self.analysis.groups.iter().enumerate().filter(|(_, group)| noun.is_some() && group.parent == noun);
            return inside.filter_map(|(id, group)| complement((group.preposition?, id))).collect();
        };
        let arguments = self.arguments(clause);
        let subject = arguments.subject.filter(|_| self.frame.subject.contains(&slot)).map(|id| ("the subject", id));
        let objects =
            arguments.objects.iter().filter(|_| self.frame.object.contains(&slot)).map(|id| ("the object", *id));
        subject.into_iter().chain(objects).chain(arguments.complements.iter().copied().filter_map(complement)).collect()
    }

    fn arguments(&self, clause: &Clause) -> crate::clause::Arguments {
        let prepositions = &self.explanation.context.lexicon.prepositions;
        clause.arguments(self.analysis, prepositions.id("par"), prepositions.id("à"))
    }

    /// "le ministre" (a post).
    fn group(&self, id: GroupId) -> String {
        let Some(group) = self.analysis.groups.get(id) else { return String::new() };
        format!("{:?} ({})", self.explanation.words(&group.tokens), what(group))
    }

    fn names(&self, slots: &[Slot], between: &str) -> String {
        let names: Vec<&str> = slots.iter().map(|slot| self.explanation.name(self.frame.relation, *slot)).collect();
        names.join(between)
    }
}

/// What a group means, in plain English.
fn what(group: &Group) -> &'static str {
    match group.head {
        Head::Entity(_, EntityKind::Person) => "a person",
        Head::Entity(_, EntityKind::Organization) => "an organization",
        Head::Entity(_, EntityKind::Place) => "a place",
        Head::Entity(_, EntityKind::Product) => "a product",
        Head::Pronoun(_) => "a pronoun",
        Head::Role(_) => "a post",
        Head::Organization { .. } => "an organization without its name",
        Head::Person { .. } => "a person without a name",
        Head::Demonym => "somebody by a place",
        Head::Event(_) => "an event",
        Head::Amount(_) => "an amount",
        Head::Percentage(_) | Head::Share(_) => "a part",
        Head::Date(_) => "a date",
        Head::Number => "a number",
        Head::Common(_) => "a noun",
    }
}
