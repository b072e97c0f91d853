//! From the row of chunks to clauses: which subject, which objects, which complements each verb has.
//!
//! One pass with a stack of open clauses. A clause opens before its verb is known (a relative pronoun opens one) and
//! waits for it; a finite verb that meets a clause already served goes to the nearest one still waiting, takes the
//! fresh noun group before it as its own subject, or shares the subject of the clause that it is joined to.

mod ending;
mod finite;
mod groups;
mod nonfinite;
mod relatives;

use super::attach;
use super::chunk::{Chunk, Chunks, Mark};
use super::group::{Group, GroupId, Head};
use super::{Analysis, Clause, ClauseLink};
use crate::lexicon::{Determiner, Lexicon, Number, VerbForm};

/// Empties the row, and takes its groups.
pub(super) fn link(chunks: &mut Chunks, lexicon: &Lexicon, of_posts: &[u16]) -> Analysis {
    let finite = chunks.row.iter().any(|c| matches!(c, Chunk::Verb(v) if matches!(v.form, VerbForm::Finite(..))));
    let mut linker = Linker::new(std::mem::take(&mut chunks.groups), lexicon, of_posts, finite);
    linker.clauses.reserve_exact(chunks.row.iter().filter(|chunk| matches!(chunk, Chunk::Verb(_))).count());
    let mut row = chunks.row.drain(..).peekable();
    while let Some(chunk) = row.next() {
        linker.before_verb = matches!(row.peek(), Some(Chunk::Verb(v)) if matches!(v.form, VerbForm::Finite(..)));
        linker.take(chunk);
    }
    linker.finish()
}

/// The ids of the prepositions behind a post that belong to it: "directeur chez X", "PDG depuis 2019".
pub(super) fn of_posts(lexicon: &Lexicon) -> Vec<u16> {
    OF_POSTS.iter().filter_map(|name| lexicon.prepositions.id(name)).collect()
}

const OF_POSTS: [&str; 9] =
    ["chez", "au sein de", "à", "depuis", "en charge de", "pour", "auprès de", "au conseil de", "dans"];

/// The kind of the chunk before, without its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    Group,
    Verb,
    Preposition,
    Relative,
    Coordination,
    Comma,
    Open,
    Colon,
    Other,
}

/// A clause that has begun, with or without its verb.
#[derive(Clone, Debug)]
struct Open {
    link: ClauseLink,
    parent: Option<usize>,
    clause: Option<usize>,
    candidate: Option<GroupId>,
    antecedent: Option<GroupId>,
    /// The preposition before the relative pronoun.
    preposition: Option<u16>,
    waiting: Vec<(u16, GroupId)>,
    /// Clauses without a finite verb that take the subject to come.
    orphans: Vec<usize>,
}

impl Open {
    fn new(link: ClauseLink, parent: Option<usize>) -> Self {
        Self {
            link,
            parent,
            clause: None,
            candidate: None,
            antecedent: None,
            preposition: None,
            waiting: Vec::new(),
            orphans: Vec::new(),
        }
    }
}

/// A stack with the main clause on it, and room for as many more as most sentences open.
fn stack() -> Vec<Open> {
    let mut stack = Vec::with_capacity(4);
    stack.push(Open::new(ClauseLink::Main, None));
    stack
}

struct Linker<'l> {
    lexicon: &'l Lexicon,
    groups: Vec<Group>,
    clauses: Vec<Clause>,
    stack: Vec<Open>,
    /// Stacks put aside while an enclosure is read.
    outside: Vec<(Vec<Open>, u32, Option<GroupId>)>,
    dash_depth: Option<usize>,
    enclosure: u32,
    enclosures: u32,
    preposition: Option<u16>,
    before: Before,
    after_comma: bool,
    /// The preposition read last follows a conjunction or a comma.
    enumerates: bool,
    last: Option<GroupId>,
    /// A verb stands between the last group and here.
    verb_since: bool,
    /// The first bare group since the last boundary.
    fresh: Option<GroupId>,
    /// It follows a comma.
    fresh_after_comma: bool,
    topic: Option<GroupId>,
    has_finite: bool,
    /// A finite verb follows the chunk being taken.
    before_verb: bool,
    /// A comma has closed a clause that opened the sentence.
    opening_over: bool,
    /// The event whose participants a list behind a colon names.
    listed: Option<GroupId>,
    de: Option<u16>,
    a: Option<u16>,
    /// See [`of_posts`].
    of_posts: &'l [u16],
}

impl<'l> Linker<'l> {
    fn new(groups: Vec<Group>, lexicon: &'l Lexicon, of_posts: &'l [u16], has_finite: bool) -> Self {
        Self {
            lexicon,
            groups,
            clauses: Vec::new(),
            stack: stack(),
            outside: Vec::new(),
            dash_depth: None,
            enclosure: 0,
            enclosures: 0,
            preposition: None,
            before: Before::Nothing,
            after_comma: false,
            enumerates: false,
            last: None,
            verb_since: false,
            fresh: None,
            fresh_after_comma: false,
            topic: None,
            has_finite,
            before_verb: false,
            opening_over: false,
            listed: None,
            de: lexicon.prepositions.usual().de,
            a: lexicon.prepositions.usual().a,
            of_posts,
        }
    }

    fn take(&mut self, chunk: Chunk) {
        let before = match chunk {
            Chunk::Group(group) => {
                self.group(group);
                Before::Group
            }
            Chunk::Verb(verb) => {
                self.verb(*verb);
                self.verb_since = true;
                self.fresh = None;
                self.preposition = None;
                Before::Verb
            }
            Chunk::Preposition(id) => {
                self.preposition = Some(id);
                self.enumerates = matches!(self.before, Before::Coordination | Before::Comma);
                if self.before == Before::Comma {
                    self.fresh = None;
                }
                Before::Preposition
            }
            Chunk::Relative(relative) => {
                self.relative(relative);
                self.fresh = None;
                Before::Relative
            }
            Chunk::Coordination => {
                self.fresh = None;
                Before::Coordination
            }
            Chunk::Subordination { condition } => {
                let link = if condition { ClauseLink::Condition } else { ClauseLink::Subordinate };
                self.open(Open::new(link, self.top_clause()));
                self.fresh = None;
                Before::Other
            }
            Chunk::Mark(Mark::Quote | Mark::Other) => return,
            Chunk::Mark(mark) => self.mark(mark),
        };
        self.after_comma = before == Before::Comma || before == Before::Coordination && self.before == Before::Comma;
        self.before = before;
    }

    fn mark(&mut self, mark: Mark) -> Before {
        self.fresh = None;
        self.preposition = None;
        match mark {
            Mark::Comma => {
                self.opening_over = self.is_opening();
                return Before::Comma;
            }
            Mark::Colon if self.announces_list() => return Before::Colon,
            Mark::Colon => {
                if self.clauses.is_empty() && self.enclosure == 0 && self.topic.is_none() {
                    self.topic = self.top().and_then(|open| open.candidate);
                }
                self.restart();
            }
            Mark::Open => {
                self.enclose();
                return Before::Open;
            }
            Mark::Close => self.leave(),
            Mark::Dash if self.dash_depth == Some(self.outside.len()) => {
                self.leave();
                self.dash_depth = None;
                return Before::Comma;
            }
            // "PARIS, 9 mars (AFP) - X a annoncé": behind the place and the agency.
            Mark::Dash if self.clauses.is_empty() && self.outside.is_empty() && self.enclosures > 0 => {
                self.restart();
                self.last = None;
            }
            Mark::Dash => {
                self.enclose();
                self.dash_depth = Some(self.outside.len());
                return Before::Open;
            }
            _ => {
                self.restart();
                self.last = None;
            }
        }
        Before::Other
    }

    /// Whether all so far is a clause without a subject, before the main clause: "Après avoir débauché A, …".
    fn is_opening(&self) -> bool {
        let Some(main) = self.stack.first().filter(|open| open.clause.is_none() && open.candidate.is_none()) else {
            return false;
        };
        self.top_clause().is_some_and(|clause| main.orphans.contains(&clause))
    }

    /// The subject of the main clause behind such an opening.
    fn ends_opening(&self, id: GroupId) -> bool {
        let definite = |group: &Group| group.determiner == Some(Determiner::Definite);
        self.opening_over
            && self.before == Before::Comma
            && self.groups.get(id).is_some_and(|group| match group.head {
                Head::Entity(..) | Head::Pronoun(_) => true,
                Head::Organization { .. } | Head::Person { .. } | Head::Role(_) | Head::Demonym => definite(group),
                _ => false,
            })
    }

    /// "trois arrivées : A, B et C": the names behind the colon are what the plural before it announced.
    fn announces_list(&mut self) -> bool {
        let announced = self.last.map(|last| attach::outermost(&self.groups, last)).filter(|_| self.enclosure == 0);
        let Some(id) = announced else { return false };
        let Some(group) = self.groups.get(id) else { return false };
        let event = matches!(group.head, Head::Event(_)) && self.clauses.is_empty();
        let several = group.number == Number::Plural || event;
        self.listed = event.then_some(id);
        // "accueille trois associés : …", not "les administrateurs ont tranché : …".
        let verb = self.top_clause().and_then(|clause| self.clauses.get(clause)).map(|clause| clause.verb.tokens.end);
        let object = verb.is_some_and(|end| end <= group.tokens.start);
        several && (event || object && matches!(group.head, Head::Role(_) | Head::Person { .. }))
    }

    fn restart(&mut self) {
        self.stack.clear();
        self.stack.push(Open::new(ClauseLink::Main, None));
    }

    fn enclose(&mut self) {
        let fresh = stack();
        self.outside.push((std::mem::replace(&mut self.stack, fresh), self.enclosure, self.last));
        self.enclosures += 1;
        self.enclosure = self.enclosures;
    }

    fn leave(&mut self) {
        if let Some((stack, enclosure, last)) = self.outside.pop() {
            self.stack = stack;
            self.enclosure = enclosure;
            self.last = last;
        }
    }

    fn top(&self) -> Option<&Open> {
        self.stack.last()
    }

    fn top_clause(&self) -> Option<usize> {
        self.stack.iter().rev().find_map(|open| open.clause)
    }

    fn open(&mut self, open: Open) {
        // An embedding deeper than any sentence of the press: the oldest clauses are closed, so that the search for a
        // waiting clause stays bounded.
        if self.stack.len() >= 12 {
            self.stack.remove(1);
        }
        self.stack.push(open);
    }
}
