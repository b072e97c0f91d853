//! One sentence as a row of noun groups, verb groups, prepositions, conjunctions and marks.

mod phrase;
mod predicate;
mod pronoun;

use super::group::{Group, GroupId, Head};
use super::known::KnownKind;
use super::noun::noun_group;
use super::reader::Reader;
use super::verb::VerbGroup;
use super::words::Kinds;
use crate::lexicon::{Determiner, Flags, Modifier, NounTrait, Relative};
use crate::token::Shape;
use crate::types::EntityKind;

/// One unit of the row.
#[derive(Debug)]
pub(super) enum Chunk {
    Group(GroupId),
    Verb(Box<VerbGroup>),
    Preposition(u16),
    Relative(Relative),
    Coordination,
    /// Whether it only supposes.
    Subordination {
        condition: bool,
    },
    Mark(Mark),
}

/// A punctuation mark by what it does to the syntax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Comma,
    Colon,
    Stop,
    Open,
    Close,
    Dash,
    Quote,
    Other,
}

/// The row, with the groups that it refers to.
#[derive(Debug, Default)]
pub(super) struct Chunks {
    pub groups: Vec<Group>,
    pub row: Vec<Chunk>,
}

/// Reads a sentence; `row` is an empty one, whose room is used again.
pub(super) fn chunk(reader: Reader<'_>, row: Vec<Chunk>) -> Chunks {
    let tokens = reader.end.saturating_sub(reader.start);
    // Most sentences have a group for three tokens.
    let out = Chunks { groups: Vec::with_capacity(tokens / 3 + 2), row };
    let mut chunker = Chunker { reader, at: reader.start, out, expected: 1, finite: 0, over: false };
    while chunker.at < reader.end {
        chunker.step();
    }
    chunker.out
}

struct Chunker<'a> {
    reader: Reader<'a>,
    at: usize,
    out: Chunks,
    /// How many clauses have begun since the last full boundary: each has one finite verb to come.
    expected: usize,
    /// How many finite verbs have come. Once all have, a doubtful word is rather a noun.
    finite: usize,
    /// An adverb just said that what follows is over.
    over: bool,
}

impl Chunker<'_> {
    fn step(&mut self) {
        let at = self.at;
        if self.reader.known(at).is_some() {
            self.at = self.behind_count(at);
            return self.group(None);
        }
        if self.reader.is_mark(at) {
            self.at = self.behind_emphasis(at);
            if self.at == at {
                self.mark();
            }
            return;
        }
        if self.is_that_is(at) || self.is_date_edge(at) {
            self.at += 1;
            return;
        }
        if let Some(length) = self.ticker(at) {
            self.at += length;
            return;
        }
        if self.reader.is_open(at) {
            return self.open_word();
        }
        let reader = self.reader;
        if reader.is(at, Kinds::PREPOSITION) && self.is_verb_before_preposition(at) {
            return self.verb();
        }
        if self.conjunction_phrase()
            || reader.is(at, Kinds::RELATIVE.with(Kinds::CONTRACTION)) && self.relative()
            || reader.is(at, Kinds::PRONOUN.with(Kinds::NEGATION)) && self.verb_after_clitics()
            || self.function_phrase()
        {
            return;
        }
        if self.reader.determiner(at).is_some() && !self.is_pronoun_alone(at) {
            return self.group(None);
        }
        if self.is_generic_object(at) {
            self.at += 1;
            return;
        }
        if reader.is(at, Kinds::PRONOUN) && self.pronoun() {
            return;
        }
        if self.is_verb(at) {
            return self.verb();
        }
        if reader.is(at, Kinds::CONJUNCTION) && self.conjunction() {
            return;
        }
        match self.reader.adverb(at) {
            0 => self.group(None),
            length => self.adverb(length),
        }
    }

    /// "deux de ses adjointes": the people, not the number, are what is told of.
    fn behind_count(&self, at: usize) -> usize {
        let reader = self.reader;
        let number = reader.known(at).filter(|known| matches!(known.kind, KnownKind::Number(_)));
        let Some(de) = number.map(|known| known.tokens.end) else { return at };
        let noun = match reader.str(de) {
            "de" => de + 1 + usize::from(reader.determiner(de + 1).is_some()),
            "des" => de + 1,
            _ => return at,
        };
        let people = noun > de + 1 || reader.str(de) == "des";
        let named = reader.flags(noun).any(Flags::ROLE.with(Flags::PERSON_NOUN));
        if people && named && reader.known(noun).is_none() { noun - 1 } else { at }
    }

    /// "Claire Petit, elle, a quitté": the pronoun only stresses the name before it.
    fn behind_emphasis(&self, at: usize) -> usize {
        let reader = self.reader;
        let stressed = matches!(reader.str(at + 1), "lui" | "elle" | "eux" | "elles");
        let between = reader.str(at) == "," && reader.str(at + 2) == ",";
        let named = matches!(self.previous(), Some(Chunk::Group(_)));
        if stressed && between && named { at + 3 } else { at }
    }

    /// Passes an adverb; "auparavant", "jusque-là" say of the place or post behind them that it is over.
    fn adverb(&mut self, length: usize) {
        self.over = matches!(self.reader.modifier(self.at), Some((n, Modifier::Former)) if n == length);
        self.at += length;
    }

    /// "fin janvier": the date is the group.
    fn is_date_edge(&self, at: usize) -> bool {
        let next = self.reader.known(at + 1).map(|known| known.kind);
        matches!(next, Some(KnownKind::Date(_))) && matches!(self.reader.str(at), "fin" | "début" | "courant")
    }

    /// "Sanofi SASY.PA": how an exchange names the company just named.
    fn ticker(&self, at: usize) -> Option<usize> {
        let behind = matches!(self.previous(), Some(Chunk::Group(id)) if self.out.groups.get(*id)
            .is_some_and(|group| group.is_entity(EntityKind::Organization)));
        let caps = |at: usize| self.reader.token(at).shape.has(Shape::ALL_CAPS) && self.reader.known(at).is_none();
        let glued = |at: usize| !self.reader.token(at).shape.has(Shape::SPACED);
        let pair = caps(at) && self.reader.str(at + 1) == "." && caps(at + 2) && glued(at + 1) && glued(at + 2);
        (behind && pair).then_some(3)
    }

    /// "3 millions, soit 31 euros par titre", ", soit le double": a conjunction.
    fn is_that_is(&self, at: usize) -> bool {
        let next = self.reader.known(at + 1).map(|known| known.kind);
        let value = matches!(next, Some(KnownKind::Amount(_) | KnownKind::Percentage(_) | KnownKind::Share(_)));
        let apart = matches!(self.previous(), Some(Chunk::Mark(_)));
        let told = value && matches!(self.previous(), Some(Chunk::Group(_)))
            || apart && (value || self.reader.determiner(at + 1).is_some());
        told && self.reader.str(at) == "soit"
    }

    /// A word of no closed class, as most are: an adverb, a verb, or what begins a noun group.
    fn open_word(&mut self) {
        let at = self.at;
        match self.reader.adverb(at) {
            length @ 2.. => self.adverb(length),
            _ if self.is_verb(at) => self.verb(),
            0 => self.group(None),
            length => self.adverb(length),
        }
    }

    fn push(&mut self, chunk: Chunk) {
        if !matches!(chunk, Chunk::Preposition(_)) {
            self.over = false;
        }
        self.out.row.push(chunk);
    }

    fn previous(&self) -> Option<&Chunk> {
        self.out.row.last()
    }

    fn mark(&mut self) {
        let mark = match self.reader.str(self.at) {
            "," => Mark::Comma,
            ":" => Mark::Colon,
            ";" | "." | "!" | "?" | "…" | "..." | "|" | "•" | "●" | "■" | "→" => Mark::Stop,
            "(" | "[" => Mark::Open,
            ")" | "]" => Mark::Close,
            "–" | "—" | "-" => Mark::Dash,
            "«" | "»" | "\"" | "“" | "”" => Mark::Quote,
            _ => Mark::Other,
        };
        if matches!(mark, Mark::Stop | Mark::Colon) {
            (self.expected, self.finite) = (1, 0);
        }
        self.at += 1;
        self.push(Chunk::Mark(mark));
    }

    fn group(&mut self, contracted: Option<Determiner>) {
        match noun_group(self.reader, self.at, contracted) {
            Some((mut group, next)) => {
                self.at = next.max(self.at + 1);
                let placed =
                    matches!(group.head, Head::Role(_)) || matches!(self.previous(), Some(Chunk::Preposition(_)));
                if std::mem::take(&mut self.over) && placed {
                    group.time = group.time.or(Some(Modifier::Former));
                }
                if matches!(group.head, Head::Common(word) if self.reader.lexicon.noun_trait(word) == Some(NounTrait::Span))
                {
                    group.head = Head::Number;
                }
                self.out.groups.push(group);
                self.push(Chunk::Group(self.out.groups.len() - 1));
            }
            None => self.at += 1,
        }
    }
}
