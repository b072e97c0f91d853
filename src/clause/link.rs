//! From the row of chunks to clauses: which subject, which objects, which complements each verb has.
//!
//! One pass with a stack of open clauses. A clause opens before its verb is known (a relative pronoun opens one) and
//! waits for it; a finite verb that meets a clause already served goes to the nearest one still waiting, takes the
//! fresh noun group before it as its own subject, or shares the subject of the clause that it is joined to.

use super::attach;
use super::chunk::{Chunk, Chunks, Mark};
use super::group::{Group, GroupId, Head};
use super::status::{Modality, Negated};
use super::verb::{VerbGroup, Voice, agreement};
use super::{Analysis, Clause, ClauseLink};
use crate::lexicon::{Determiner, Effect, Lexicon, Link, NounTrait, Number, Pronoun, Relative, Trait, VerbForm};
use crate::types::EntityKind;

pub(super) fn link(chunks: Chunks, lexicon: &Lexicon) -> Analysis {
    let finite = chunks.row.iter().any(|c| matches!(c, Chunk::Verb(v) if matches!(v.form, VerbForm::Finite(..))));
    let mut linker = Linker::new(chunks.groups, lexicon, finite);
    linker.clauses.reserve_exact(chunks.row.iter().filter(|chunk| matches!(chunk, Chunk::Verb(_))).count());
    let mut row = chunks.row.into_iter().peekable();
    while let Some(chunk) = row.next() {
        linker.before_verb = matches!(row.peek(), Some(Chunk::Verb(v)) if matches!(v.form, VerbForm::Finite(..)));
        linker.take(chunk);
    }
    linker.finish()
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
    /// Prepositions behind a post that belong to it: "directeur chez X", "PDG depuis 2019".
    of_posts: Vec<u16>,
}

impl<'l> Linker<'l> {
    fn new(groups: Vec<Group>, lexicon: &'l Lexicon, has_finite: bool) -> Self {
        Self {
            lexicon,
            groups,
            clauses: Vec::new(),
            stack: vec![Open::new(ClauseLink::Main, None)],
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
            de: lexicon.prepositions.id("de"),
            a: lexicon.prepositions.id("à"),
            of_posts: OF_POSTS.iter().filter_map(|name| lexicon.prepositions.id(name)).collect(),
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
        several && (event || self.has_verb() && matches!(group.head, Head::Role(_) | Head::Person { .. }))
    }

    fn restart(&mut self) {
        self.stack.clear();
        self.stack.push(Open::new(ClauseLink::Main, None));
    }

    fn enclose(&mut self) {
        let fresh = vec![Open::new(ClauseLink::Main, None)];
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

    // ---------------------------------------------------------------- noun groups

    fn group(&mut self, id: GroupId) {
        let preposition = self.preposition.take();
        if let Some(group) = self.groups.get_mut(id) {
            group.preposition = preposition;
            group.enclosure = self.enclosure;
        }
        match preposition {
            Some(preposition) => self.complement(preposition, id),
            None => self.bare(id),
        }
        self.verb_since = false;
        let incidental = self.groups.get(id).is_some_and(|g| matches!(g.head, Head::Number | Head::Date(_)));
        if !incidental || self.last.is_none() {
            self.last = Some(id);
        }
    }

    fn complement(&mut self, preposition: u16, id: GroupId) {
        if let Some(kind) = self.exemplified(preposition, id) {
            self.substitute(kind, id);
            return;
        }
        if let Some(first) = self.coordinated_with(preposition, id) {
            self.join(first, id);
            return;
        }
        let near = self.last.filter(|_| !self.verb_since);
        let host = near.and_then(|last| attach::host(&self.groups, last, preposition, self.de, &self.of_posts));
        let is_date = self.groups.get(id).is_some_and(|g| matches!(g.head, Head::Date(_)));
        let of_post = host.and_then(|h| self.groups.get(h)).is_some_and(|h| matches!(h.head, Head::Role(_)));
        let noun_only = host.is_some() && (Some(preposition) == self.de || of_post && is_date && !self.has_verb());
        if let (Some(host), Some(group)) = (host, self.groups.get_mut(id)) {
            if self.before == Before::Preposition && !self.after_comma {
                group.parent = Some(host);
                if noun_only {
                    return;
                }
            }
        }
        self.place_complement(preposition, id);
    }

    /// "des start-up comme X et Y": the names stand for the noun before them.
    fn exemplified(&self, preposition: u16, id: GroupId) -> Option<GroupId> {
        let named = self.groups.get(id).is_some_and(|group| matches!(group.head, Head::Entity(..)));
        if self.lexicon.prepositions.name(preposition) != "comme" || !named || self.verb_since {
            return None;
        }
        let kind = attach::outermost(&self.groups, self.last?);
        let noun = self.groups.get(kind)?;
        let plural = noun.number == Number::Plural;
        let thing = matches!(noun.head, Head::Common(_) | Head::Organization { .. } | Head::Person { .. });
        (plural && thing).then_some(kind)
    }

    /// "auprès de A et auprès de B": the group before with the same preposition, if the two are enumerated.
    fn coordinated_with(&self, preposition: u16, id: GroupId) -> Option<GroupId> {
        if !self.enumerates || self.verb_since {
            return None;
        }
        let mut at = self.last?;
        for _ in 0..4 {
            let group = self.groups.get(at)?;
            if group.preposition == Some(preposition) && attach::same_sort(group, self.groups.get(id)?) {
                return Some(group.first.unwrap_or(at));
            }
            at = group.parent?;
        }
        None
    }

    fn has_verb(&self) -> bool {
        self.top().is_some_and(|open| open.clause.is_some())
    }

    fn place_complement(&mut self, preposition: u16, id: GroupId) {
        let Some(open) = self.stack.last_mut() else { return };
        match open.clause.and_then(|clause| self.clauses.get_mut(clause)) {
            Some(clause) => clause.complements.push((preposition, id)),
            None => open.waiting.push((preposition, id)),
        }
    }

    fn bare(&mut self, id: GroupId) {
        let verb_before = self.top().is_some_and(|open| open.clause.is_some());
        if let (Some(event), Before::Colon) = (self.listed, self.before) {
            if let Some(group) = self.groups.get_mut(id).filter(|group| group.is_entity(EntityKind::Person)) {
                group.parent = Some(event);
                group.preposition = self.de;
                return;
            }
            self.topic = self.topic.or(Some(event));
            self.restart();
        }
        let last = self.last;
        if self.ends_opening(id) {
            self.stack.truncate(1);
            self.opening_over = false;
            return self.place_bare(id);
        }
        let last = last.filter(|_| !self.verb_since);
        match last.map_or(attach::Tie::None, |last| attach::tie(&self.groups, last, id, self.before, verb_before)) {
            attach::Tie::Describes(host) => {
                self.set_describes(id, host);
                return;
            }
            attach::Tie::Introduces(role) => {
                // "le cofondateur et PDG de Y, X": both posts are X's.
                let first = self.groups.get(role).and_then(|group| group.first).unwrap_or(role);
                self.set_describes(role, id);
                self.set_describes(first, id);
                self.substitute(first, id);
                self.substitute(role, id);
                self.mark_fresh(id);
                return;
            }
            attach::Tie::Enclosed(host) => {
                if let Some(group) = self.groups.get_mut(id) {
                    group.parent = Some(host);
                }
                return;
            }
            // "après l'éviction de X, Y rend les clés": an enumeration would end with a conjunction.
            attach::Tie::Joins(_) if self.before_verb && self.before == Before::Comma => {}
            attach::Tie::Joins(first) => {
                self.join(first, id);
                self.mark_fresh(id);
                return;
            }
            attach::Tie::None => {}
        }
        self.place_bare(id);
    }

    fn place_bare(&mut self, id: GroupId) {
        let nominal = self.groups.get(id).is_some_and(Group::is_nominal);
        if nominal {
            self.mark_fresh(id);
        }
        let Some(open) = self.stack.last_mut() else { return };
        match open.clause.and_then(|clause| self.clauses.get_mut(clause)) {
            Some(clause) => clause.objects.push(id),
            None if nominal => open.candidate = Some(id),
            None => {}
        }
    }

    fn mark_fresh(&mut self, id: GroupId) {
        if self.fresh.is_none() {
            self.fresh = Some(id);
            self.fresh_after_comma = self.before == Before::Comma;
        }
    }

    fn set_describes(&mut self, description: GroupId, named: GroupId) {
        if let Some(group) = self.groups.get_mut(description) {
            group.describes = Some(named);
        }
    }

    /// Puts a name where the post that introduced it stood.
    fn substitute(&mut self, role: GroupId, name: GroupId) {
        let preposition = self.groups.get(role).and_then(|group| group.preposition);
        let parent = self.groups.get(role).and_then(|group| group.parent);
        if let Some(group) = self.groups.get_mut(name) {
            group.preposition = preposition;
            group.parent = parent;
        }
        for open in &mut self.stack {
            if open.candidate == Some(role) {
                open.candidate = Some(name);
            }
            open.waiting.iter_mut().filter(|(_, id)| *id == role).for_each(|(_, id)| *id = name);
        }
        for clause in self.clauses.iter_mut().rev().take(3) {
            clause.objects.iter_mut().filter(|id| **id == role).for_each(|id| *id = name);
            clause.complements.iter_mut().filter(|(_, id)| *id == role).for_each(|(_, id)| *id = name);
            if clause.subject == Some(role) {
                clause.subject = Some(name);
            }
        }
    }

    /// Adds a group to the enumeration that `first` begins, wherever that one stands.
    fn join(&mut self, first: GroupId, id: GroupId) {
        let (preposition, parent) =
            self.groups.get(first).map_or((None, None), |group| (group.preposition, group.parent));
        if let Some(group) = self.groups.get_mut(id) {
            group.first = Some(first);
            group.preposition = preposition;
            group.parent = parent;
        }
        for open in &mut self.stack {
            if let Some(place) = open.waiting.iter().find(|(_, other)| *other == first).copied() {
                open.waiting.push((place.0, id));
                return;
            }
        }
        for clause in self.clauses.iter_mut().rev().take(3) {
            if clause.objects.contains(&first) {
                clause.objects.push(id);
                return;
            }
            if let Some(place) = clause.complements.iter().find(|(_, other)| *other == first).copied() {
                clause.complements.push((place.0, id));
                return;
            }
        }
    }

    // ---------------------------------------------------------------- relatives

    fn relative(&mut self, relative: Relative) {
        let restricted = self.top_clause().and_then(|c| self.clauses.get(c)).is_some_and(|c| c.verb.restricted);
        if relative == Relative::Que && restricted && self.before == Before::Verb {
            return;
        }
        let preposition = self.preposition.take();
        let parent = self.top_clause();
        if self.is_complementizer(relative) {
            self.open(Open::new(ClauseLink::Reported, parent));
            return;
        }
        // "n'a pas précisé où il irait": asked, not told.
        if relative == Relative::Ou && self.before == Before::Verb {
            self.open(Open::new(ClauseLink::Condition, parent));
            return;
        }
        if relative == Relative::Que && preposition.is_some() {
            self.open(Open::new(ClauseLink::Subordinate, parent));
            return;
        }
        let apart = matches!(self.before, Before::Comma | Before::Other)
            || self.before == Before::Preposition && self.after_comma;
        let antecedent = match self.last {
            Some(last) if apart => Some(attach::anchor(&self.groups, last)),
            last => last,
        };
        let mut open = Open::new(ClauseLink::Relative(relative), parent);
        open.antecedent = antecedent;
        open.preposition = preposition;
        self.open(open);
    }

    fn is_complementizer(&self, relative: Relative) -> bool {
        if relative != Relative::Que {
            return false;
        }
        let Some(clause) = self.top().and_then(|open| open.clause).and_then(|c| self.clauses.get(c)) else {
            return self.last.is_none();
        };
        let speech = self.lexicon.verbs.get(clause.verb.predicate.verb).is_some_and(|v| v.traits.has(Trait::Speech));
        let dated = self.last.and_then(|last| self.groups.get(last)).is_some_and(|g| matches!(g.head, Head::Date(_)));
        if dated && self.before == Before::Group {
            return true;
        }
        let object = clause.objects.iter().any(|id| self.groups.get(*id).is_some_and(Group::is_nominal));
        self.before == Before::Verb || speech && !object || self.before == Before::Coordination
    }

    // ---------------------------------------------------------------- verbs

    fn verb(&mut self, verb: VerbGroup) {
        match verb.form {
            VerbForm::Finite(..) => self.finite(verb),
            VerbForm::PastParticiple(..) => self.past_participle(verb),
            VerbForm::PresentParticiple => self.present_participle(verb),
            VerbForm::Infinitive => self.infinitive(verb),
        }
    }

    fn finite(&mut self, verb: VerbGroup) {
        if self.is_incise(&verb) {
            let clause = self.new_clause(verb, ClauseLink::Main, None, None);
            self.invert_pronoun(clause);
            return;
        }
        if self.begins_anew() {
            self.restart();
            if let Some(open) = self.stack.last_mut() {
                open.candidate = self.fresh;
            }
            self.fresh.into_iter().for_each(|id| self.detach(id));
            return self.serve(0, verb);
        }
        let depth = self.stack.len();
        let waiting = self.stack.iter().rposition(|open| open.clause.is_none());
        let with_candidate = self.stack.iter().rposition(|open| open.clause.is_none() && open.candidate.is_some());
        match (waiting, with_candidate) {
            (Some(top), Some(lower)) if top + 1 == depth && lower < top && self.stack_top_has_subject() => {
                self.serve(top, verb);
            }
            (Some(top), _) if top + 1 == depth && !self.leaves_list(top) => self.serve(top, verb),
            (_, Some(place)) => {
                let place = self.below_list(place);
                self.stack.truncate(place + 1);
                self.serve(place, verb);
            }
            (Some(place), None) if self.fresh.is_some() => {
                let fresh = self.fresh;
                fresh.into_iter().for_each(|id| self.detach(id));
                self.stack.truncate(place + 1);
                if let Some(open) = self.stack.get_mut(place) {
                    open.candidate = fresh;
                }
                self.serve(place, verb);
            }
            _ => self.join_clause(verb),
        }
    }

    /// "X évincé, Y assure l'intérim", "départ de X, Y lui succède": a name between a comma and its verb is the subject
    /// of that verb when what stood before the comma was told without one.
    fn begins_anew(&self) -> bool {
        let Some(fresh) = self.fresh.filter(|_| self.fresh_after_comma && self.before == Before::Group) else {
            return false;
        };
        let Some(candidate) = self.stack.first().filter(|open| open.clause.is_none()).and_then(|o| o.candidate) else {
            return false;
        };
        let event = self.groups.get(candidate).is_some_and(|group| matches!(group.head, Head::Event(_)));
        let told = self.clauses.iter().any(|c| c.link == ClauseLink::Participle && c.subject == Some(candidate));
        let named = self.groups.get(fresh).is_some_and(|g| matches!(g.head, Head::Entity(..)));
        named && fresh != candidate && (event || told)
    }

    fn stack_top_has_subject(&self) -> bool {
        self.top().is_some_and(|open| matches!(open.link, ClauseLink::Relative(Relative::Qui | Relative::Lequel)))
    }

    /// "dont A et B, rachète": the relative had no verb of its own, the comma closed it.
    fn leaves_list(&self, top: usize) -> bool {
        let listed = self
            .stack
            .get(top)
            .is_some_and(|open| open.candidate.is_some() && matches!(open.link, ClauseLink::Relative(Relative::Dont)));
        let lower = self.stack.iter().take(top).any(|open| open.clause.is_none() && open.candidate.is_some());
        self.before == Before::Comma && listed && lower
    }

    fn below_list(&self, place: usize) -> usize {
        if !self.leaves_list(place) {
            return place;
        }
        self.stack.iter().take(place).rposition(|o| o.clause.is_none() && o.candidate.is_some()).unwrap_or(place)
    }

    /// "a-t-il précisé", ", a annoncé X": told in passing, the sentence goes on around it.
    fn is_incise(&self, verb: &VerbGroup) -> bool {
        let speech = self.lexicon.verbs.get(verb.predicate.verb).is_some_and(|v| v.traits.has(Trait::Speech));
        self.before == Before::Comma && speech && verb.inverted.is_some()
    }

    fn new_clause(
        &mut self,
        verb: VerbGroup,
        link: ClauseLink,
        parent: Option<usize>,
        subject: Option<GroupId>,
    ) -> usize {
        self.clauses.push(Clause {
            verb,
            link,
            parent,
            subject,
            objects: Vec::new(),
            complements: Vec::new(),
            enclosure: self.enclosure,
            reported: false,
        });
        self.clauses.len() - 1
    }

    /// Gives its verb to a clause that waited for it.
    fn serve(&mut self, place: usize, verb: VerbGroup) {
        let Some(open) = self.stack.get(place).cloned() else { return };
        let clause = self.new_clause(verb, open.link, open.parent, open.candidate);
        if let ClauseLink::Relative(relative) = open.link {
            self.bind(clause, relative, open.antecedent, open.preposition);
        }
        if let Some(made) = self.clauses.get_mut(clause) {
            made.complements.extend(open.waiting);
        }
        if self.clauses.get(clause).is_some_and(|c| c.subject.is_none()) {
            self.invert_pronoun(clause);
        }
        let subject = self.clauses.get(clause).and_then(|c| c.subject);
        for orphan in open.orphans {
            if let Some(orphan) = self.clauses.get_mut(orphan) {
                orphan.subject = orphan.subject.or(subject);
                orphan.parent = orphan.parent.or(Some(clause));
            }
        }
        if let Some(open) = self.stack.get_mut(place) {
            open.clause = Some(clause);
            open.waiting = Vec::new();
            open.orphans = Vec::new();
        }
    }

    /// Gives the antecedent its function in the relative clause.
    fn bind(&mut self, clause: usize, relative: Relative, antecedent: Option<GroupId>, preposition: Option<u16>) {
        let Some(antecedent) = antecedent else { return };
        let cleft = self.groups.get(antecedent).and_then(|group| group.preposition).filter(|_| self.is_cleft(clause));
        let (de, a) = (self.de, self.a);
        let Some(made) = self.clauses.get_mut(clause) else { return };
        match (relative, preposition) {
            (_, Some(preposition)) => made.complements.push((preposition, antecedent)),
            (Relative::Qui | Relative::Lequel, None) => made.subject = Some(antecedent),
            (Relative::Que, None) => match cleft.filter(|p| Some(*p) == a) {
                Some(preposition) => made.complements.push((preposition, antecedent)),
                None => made.objects.push(antecedent),
            },
            (Relative::Dont, None) => made.complements.extend(de.map(|de| (de, antecedent))),
            (Relative::Ou, None) => made.complements.extend(a.map(|a| (a, antecedent))),
        }
    }

    /// "c'est à X que": the relative goes on the sentence that "c'est" began.
    fn is_cleft(&self, clause: usize) -> bool {
        let parent = self.clauses.get(clause).and_then(|c| c.parent).and_then(|p| self.clauses.get(p));
        let subject = parent.and_then(|p| p.subject).and_then(|s| self.groups.get(s));
        subject.is_some_and(|group| matches!(group.head, Head::Pronoun(Pronoun::Neuter)))
    }

    fn invert_pronoun(&mut self, clause: usize) {
        let Some(made) = self.clauses.get_mut(clause) else { return };
        let Some(pronoun) = made.verb.inverted else { return };
        let mut group = Group::new(made.verb.tokens.clone(), Head::Pronoun(pronoun));
        if let Pronoun::Subject(gender, number) = pronoun {
            group.gender = Some(gender);
            group.number = number;
        }
        group.enclosure = self.enclosure;
        self.groups.push(group);
        made.subject = Some(self.groups.len() - 1);
    }

    /// No clause waits: the verb begins one beside the last, with a subject of its own or a shared one.
    fn join_clause(&mut self, verb: VerbGroup) {
        let base = if self.after_comma { 0 } else { self.stack.len().saturating_sub(1) };
        let open = self.stack.get(base).cloned().unwrap_or_else(|| Open::new(ClauseLink::Main, None));
        let speech = self.lexicon.verbs.get(verb.predicate.verb).is_some_and(|v| v.traits.has(Trait::Speech));
        let own = self.fresh.filter(|id| self.groups.get(*id).is_some_and(|g| g.preposition.is_none()));
        let shared = open.clause.and_then(|c| self.clauses.get(c)).and_then(|c| c.subject);
        let joined = self.before == Before::Coordination || self.before == Before::Comma && !speech;
        let subject = match own {
            Some(id) => {
                self.detach(id);
                Some(id)
            }
            None if joined || self.before == Before::Group => shared,
            None => None,
        };
        let clause = self.new_clause(verb, open.link, open.parent, subject);
        if subject.is_none() {
            self.invert_pronoun(clause);
        }
        let mut next = Open::new(open.link, open.parent);
        next.clause = Some(clause);
        next.antecedent = open.antecedent;
        self.stack.truncate(base);
        self.stack.push(next);
    }

    /// Takes a group back from the clause before, whose object or enumeration it seemed to be.
    fn detach(&mut self, id: GroupId) {
        for clause in self.clauses.iter_mut().rev().take(3) {
            clause.objects.retain(|other| *other != id);
            clause.complements.retain(|(_, other)| *other != id);
        }
        if let Some(group) = self.groups.get_mut(id) {
            group.first = None;
            group.parent = None;
            group.preposition = None;
        }
    }

    fn past_participle(&mut self, verb: VerbGroup) {
        let candidate = self.top().filter(|open| open.clause.is_none()).and_then(|open| open.candidate);
        let joined = self.before == Before::Coordination;
        let host = match (self.before, self.last) {
            (Before::Group, Some(last)) => attach::agreeing(&self.groups, last, agreement(verb.form)),
            (Before::Comma | Before::Open, Some(last)) => Some(attach::anchor(&self.groups, last)),
            (Before::Other | Before::Preposition, Some(_)) => candidate,
            _ => None,
        };
        if !self.has_finite && candidate.is_some() && (host == candidate || joined) {
            let place = self.stack.len() - 1;
            self.serve(place, verb);
            return;
        }
        if let Some(host) = host.filter(|_| self.fresh_after_comma && host == self.fresh) {
            self.detach(host);
        }
        let shared = self.top_clause().filter(|_| joined).and_then(|c| self.clauses.get(c)).and_then(|c| c.subject);
        self.dependent(verb, ClauseLink::Participle, host.or(shared));
    }

    fn present_participle(&mut self, verb: VerbGroup) {
        let top = self.top_clause().and_then(|c| self.clauses.get(c)).and_then(|c| c.subject);
        let candidate = self.top().and_then(|open| open.candidate);
        let subject = match self.before {
            _ if verb.gerund => top.or(candidate),
            Before::Group => {
                let own = self.fresh.or(self.last);
                own.into_iter().for_each(|id| self.detach(id));
                own
            }
            Before::Comma | Before::Coordination => top.or(candidate),
            _ => None,
        };
        self.dependent(verb, ClauseLink::Participle, subject);
    }

    fn infinitive(&mut self, mut verb: VerbGroup) {
        let preposition = self.preposition.take().map(|p| self.lexicon.prepositions.name(p).to_owned());
        if preposition.as_deref() == Some("sans") {
            verb.modality.negated = Negated::Yes;
        }
        let clause = self.top().and_then(|open| open.clause).and_then(|c| self.clauses.get(c));
        match preposition.as_deref() {
            Some("pour" | "en vue de") => verb.modality.effects.insert(0, Effect::Planned),
            // "serait sur le point d'acquérir": the verb before only places the event in time.
            Some("sur le point de") => {
                verb.modality.effects.insert(0, Effect::Planned);
                verb.modality.mood = clause.and_then(|clause| clause.verb.modality.mood);
            }
            Some(name) => self.carry(name, &mut verb),
            None => {}
        }
        let clause = self.top().and_then(|open| open.clause).and_then(|c| self.clauses.get(c));
        let subject = clause.and_then(|clause| {
            let passive = clause.verb.voice == Voice::Passive;
            let object = clause
                .objects
                .iter()
                .copied()
                .find(|id| self.groups.get(*id).is_some_and(|g| g.is_entity(EntityKind::Person)));
            if passive { clause.subject } else { object.or(clause.subject) }
        });
        self.dependent(verb, ClauseLink::Infinitive, subject);
    }

    /// "n'a pas l'intention de", "le projet de": the noun before an infinitive says that it is only wished for.
    fn intends(&self) -> bool {
        let noun = self.last.filter(|_| !self.verb_since).and_then(|last| self.groups.get(last));
        noun.is_some_and(|group| match group.head {
            Head::Common(word) => self.lexicon.noun_trait(word) == Some(NounTrait::Prospective),
            _ => false,
        })
    }

    /// "a songé, selon X, à racheter": what the verb before says of the infinitive reaches it across other words.
    fn carry(&self, preposition: &str, verb: &mut VerbGroup) {
        let link = match preposition {
            "de" => Link::De,
            "à" => Link::A,
            _ => return,
        };
        if self.intends() {
            let above = self.top().and_then(|open| open.clause).and_then(|c| self.clauses.get(c));
            if let Some(above) = above {
                verb.modality = Modality { negated_inside: verb.modality.negated, ..above.verb.modality.clone() };
            }
            verb.modality.effects.push(Effect::Proposed);
            return;
        }
        let Some(above) = self.top().and_then(|open| open.clause).and_then(|c| self.clauses.get(c)) else { return };
        let above = &above.verb;
        let voice = (above.voice == Voice::Reflexive, above.voice == Voice::Passive);
        let Some(effect) = self.lexicon.effect(above.predicate.verb, voice.0, voice.1, link) else { return };
        verb.modality = Modality { negated_inside: verb.modality.negated, ..above.modality.clone() };
        verb.modality.effects.push(effect);
        verb.carriers = above.carriers.clone();
        verb.carriers.push(above.predicate.verb);
    }

    /// A clause without a finite verb; one without a subject waits for that of its sentence.
    fn dependent(&mut self, verb: VerbGroup, link: ClauseLink, subject: Option<GroupId>) {
        let parent = self.top_clause();
        let clause = self.new_clause(verb, link, parent, subject);
        if subject.is_none() {
            if let Some(open) = self.stack.iter_mut().rev().find(|open| open.clause.is_none()) {
                open.orphans.push(clause);
            }
        }
        let mut open = Open::new(link, parent);
        open.clause = Some(clause);
        self.open(open);
    }

    // ---------------------------------------------------------------- the end

    fn finish(mut self) -> Analysis {
        for index in 0..self.clauses.len() {
            self.invert(index);
        }
        Analysis { groups: self.groups, clauses: self.clauses, topic: self.topic, ..Analysis::default() }
    }

    /// A subject behind its verb: "auquel succédera X", "lui succède X", "à sa tête arrive X", "annonce X".
    fn invert(&mut self, index: usize) {
        let Some(clause) = self.clauses.get(index) else { return };
        if clause.subject.is_some() || !matches!(clause.verb.form, VerbForm::Finite(..)) {
            return;
        }
        let traits = self.lexicon.verbs.get(clause.verb.predicate.verb).map(|v| v.traits);
        let intransitive = traits.is_some_and(|t| t.has(Trait::Intransitive) && !t.has(Trait::Transitive));
        let speech = traits.is_some_and(|t| t.has(Trait::Speech));
        let dative = clause.verb.clitics.iter().any(|p| matches!(p, Pronoun::Dative(_) | Pronoun::Y));
        let relative = matches!(clause.link, ClauseLink::Relative(_));
        if !(intransitive || speech || dative || relative || !clause.complements.is_empty()) {
            return;
        }
        let skip = usize::from(clause.link == ClauseLink::Relative(Relative::Que));
        let behind = clause.objects.iter().copied().enumerate().skip(skip).find(|(_, id)| {
            self.groups.get(*id).is_some_and(|g| {
                g.tokens.start >= clause.verb.tokens.end
                    && g.is_nominal()
                    && !matches!(g.head, Head::Amount(_) | Head::Share(_))
            })
        });
        if let (Some((place, id)), Some(clause)) = (behind, self.clauses.get_mut(index)) {
            clause.objects.remove(place);
            clause.subject = Some(id);
        }
    }
}
