//! First pass: stretches of tokens that may be names, in reading order.

use super::candidate::{Candidate, Ground};
use super::cues::Cue;
use super::extent;
use super::view::{View, mix};
use crate::gazetteer::{Finder, Hit};
use crate::lexicon::{Flags, Keys, NounPhrase};
use crate::token::Shape;
use crate::types::{EntityKind, SentenceKind};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Every candidate of the text, leftmost first, without overlaps.
pub(super) fn candidates(view: View<'_>, kinds: &[SentenceKind]) -> Vec<Candidate> {
    let finder = Finder::new(view.gazetteer, &view.lexicon.vocabulary);
    let surnames = surnames(view);
    let mut scan = Scan { view, finder, out: Vec::new(), sentence: 0..0, shouted: false, headline: false, surnames };
    let one_line = !view.tokens.text().trim_end().contains('\n');
    for (index, range) in view.tokens.sentences().iter().enumerate() {
        let kind = kinds.get(index).copied().unwrap_or(SentenceKind::Body);
        let headline = kind == SentenceKind::Title || one_line;
        let end = if headline { headline_end(view, range.clone()) } else { range.end };
        scan.headline = headline;
        scan.sentence(range.start..end);
    }
    scan.out
}

/// A feed's headline ends with the name of its outlet: " - Les Echos", " | L'Usine Nouvelle". Returns where the news ends.
fn headline_end(view: View<'_>, range: Range<usize>) -> usize {
    const LONGEST: usize = 6;
    // A question mark before the dash makes the outlet a sentence of its own.
    let alone = range.start > 0 && view.is(range.start, &["-", "|", "–", "—"]);
    let from = range.end.saturating_sub(LONGEST + 1).max(if alone { range.start } else { range.start + 3 });
    let cut = (from..range.end.saturating_sub(1)).rev().find(|&at| view.is(at, &["-", "|", "–", "—"]));
    let Some(cut) = cut.filter(|&at| view.token(at).shape.has(Shape::SPACED)) else { return range.end };
    let named = view.is_capital(cut + 1) || view.base_flags(cut + 1).any(Flags::NAME_START);
    let spoken = (cut + 1..range.end).any(|at| view.is_finite(at) && !view.is_capital(at));
    if named && !spoken { cut } else { range.end }
}

/// Surnames that begin with a capital article or particle, told with a first name somewhere: "Bruno Le Maire". Alone,
/// they look like the start of a sentence or a title.
fn surnames(view: View<'_>) -> FxHashSet<u64> {
    let particle = |at: usize| view.flags(at).any(Flags::FUNCTION) && view.is_capital(at);
    (1..view.tokens.all().len().saturating_sub(1))
        .filter(|&at| particle(at) && view.is_capital(at + 1) && view.is_capital(at - 1))
        .filter(|&at| view.token(at).shape.has(Shape::SPACED) && view.first_name(at - 1).is_some())
        .map(|at| pair(view, at))
        .collect()
}

/// A number for a token and the one after it.
fn pair(view: View<'_>, at: usize) -> u64 {
    let (mut key, mut folded) = (0, String::new());
    view.pieces(at..at + 2, &mut folded, |piece| key = mix(key, piece));
    key
}

/// "Premier ministre", "Président de la République": the length of a post of several words.
fn post_length(view: View<'_>, at: usize) -> Option<usize> {
    let keys = |n: usize| Keys { word: view.token(at + n).word, ..Default::default() };
    let (length, noun) = view.lexicon.nouns.longest(keys)?;
    (length > 1 && matches!(noun, NounPhrase::Role(_))).then_some(length)
}

struct Scan<'a> {
    view: View<'a>,
    finder: Finder<'a>,
    out: Vec<Candidate>,
    sentence: Range<usize>,
    shouted: bool,
    headline: bool,
    surnames: FxHashSet<u64>,
}

impl Scan<'_> {
    fn sentence(&mut self, sentence: Range<usize>) {
        self.shouted = is_shouted(self.view, sentence.clone());
        self.sentence = sentence.clone();
        let mut at = sentence.start;
        while at < sentence.end {
            let next = if self.is_dull(at) { at + 1 } else { self.at(at) };
            at = next.max(at + 1);
        }
    }

    /// Whether nothing that [`at`](Self::at) looks for can begin here, as is so of most words and marks.
    fn is_dull(&self, at: usize) -> bool {
        const SHAPES: Shape = Shape::CAPITAL.with(Shape::CAMEL).with(Shape::NUMBER).with(Shape::ALL_CAPS);
        const BASE: Flags = Flags::LOWER_NAME.with(Flags::ORGANIZATION_NOUN);
        let (here, next) = (self.view.token(at), self.view.token(at + 1));
        if here.shape.has(Shape::MARK) {
            return true;
        }
        here.span().len() > 1
            && !here.shape.has(SHAPES)
            && !here.base_flags.any(BASE)
            && !next.shape.has(Shape::CAPITAL.with(Shape::CAMEL))
            && !next.flags.any(Flags::DEMONYM)
            && !self.view.cue(at).any(Cue::INSTITUTION)
    }

    /// Looks at one token; returns where to go on.
    fn at(&mut self, at: usize) -> usize {
        let view = self.view;
        let shape = view.token(at).shape;
        if shape.has(Shape::MARK) {
            return at + 1;
        }
        if extent::is_ticker(view, at) {
            return at + 3;
        }
        let national = at + 1 < self.sentence.end && view.flags(at + 1).any(Flags::DEMONYM) && !view.is_capital(at + 1);
        if national && view.cue(at).any(Cue::STATE_BODY) {
            return self.push_institution(at..at + 2);
        }
        if view.is_capital(at) {
            return self.capital(at);
        }
        self.lower(at)
    }

    /// A token without a capital: a list may hold it, or it begins the name of an institution.
    fn lower(&mut self, at: usize) -> usize {
        let view = self.view;
        let base = view.base_flags(at);
        let before_capital = view.is_capital(at + 1);
        let number = view.token(at).shape.has(Shape::NUMBER);
        let may_start = base.any(Flags::NAME_START) && (before_capital || base.any(Flags::LOWER_NAME));
        if may_start || number && before_capital {
            let hit = self.finder.longest(view.tokens, at, self.sentence.end).filter(|hit| !hit.ambiguous);
            let part =
                number || base.any(Flags::LOWER_NAME) || view.is_article(at) || view.cue(at).any(Cue::INSTITUTION);
            if let Some(hit) = hit.filter(|hit| part && hit.tokens.end > at + usize::from(before_capital)) {
                return self.push_hit(hit, Ground::Firm);
            }
        }
        if before_capital {
            let hit = self.finder.longest_after_contraction(view.tokens, at, self.sentence.end);
            let whole = |hit: &Hit| hit.tokens.end >= extent::run_end(view, at + 1, self.sentence.end);
            if let Some(hit) = hit.filter(whole) {
                let ground = if hit.ambiguous { Ground::Weak } else { Ground::Firm };
                return self.push_hit(hit, ground);
            }
        }
        if view.cue(at).any(Cue::INSTITUTION) || base.any(Flags::ORGANIZATION_NOUN) {
            if let Some(end) = extent::institution(view, at, self.sentence.end) {
                return self.push_institution(at..end);
            }
        }
        at + 1
    }

    fn push_hit(&mut self, hit: Hit, ground: Ground) -> usize {
        let end = hit.tokens.end;
        let mut candidate = Candidate::new(hit.tokens.clone(), ground);
        candidate.hit = Some(hit);
        candidate.shouted = self.shouted;
        self.out.push(candidate);
        end
    }

    fn push_institution(&mut self, tokens: Range<usize>) -> usize {
        let end = tokens.end;
        let mut candidate = Candidate::new(tokens, Ground::Firm);
        candidate.institution = true;
        self.out.push(candidate);
        end
    }

    /// A token with a capital.
    fn capital(&mut self, at: usize) -> usize {
        let view = self.view;
        let initial = is_initial(view, self.sentence.start, at);
        let hit = self.finder.longest(view.tokens, at, self.sentence.end);
        let known_end = hit.as_ref().map_or(at + 1, |hit| hit.tokens.end);
        if is_title(view, at) && at + 1 < self.sentence.end && known_end == at + 1 {
            return at + 1;
        }
        let end =
            extent::run_end(view, at, self.sentence.end).max(extent::run_end(view, known_end - 1, self.sentence.end));
        let end = self.over_last_name(at, end);
        let head = at + usize::from(view.is_article(at) && view.is_capital(at + 1));
        let bare = initial && head == at;
        let institution = extent::capital_institution(view, head, end.max(head + 1), self.sentence.end, bare);
        if let Some(institution) = institution.filter(|&to| to > known_end) {
            return self.push_institution(head..institution);
        }
        if let Some(to) = self.bare_noun(at, end, initial).filter(|&to| to > known_end) {
            return self.push_institution(at..to);
        }
        if let Some(hit) = hit {
            if let Some(next) = self.with_hit(hit, at, end, initial) {
                return next;
            }
        }
        self.run(at, end, initial)
    }

    /// "CCI Nice Côte d'Azur": the last capital of a run may begin a known name that goes on.
    fn over_last_name(&mut self, at: usize, end: usize) -> usize {
        if end < at + 2 {
            return end;
        }
        let hit = self.finder.longest(self.view.tokens, end - 1, self.sentence.end);
        hit.filter(|hit| !hit.ambiguous).map_or(end, |hit| hit.tokens.end.max(end))
    }

    /// "reprendre Fonderies de l'Orne": inside a sentence, a noun with a capital and without a determiner is a name.
    fn bare_noun(&self, at: usize, end: usize, initial: bool) -> Option<usize> {
        let view = self.view;
        // "Directrice des Ressources Humaines" is a post.
        let post = view.flags(at).any(Flags::ROLE);
        let common = view.flags(at).any(Flags::COMMON) && !post;
        let plain = !initial && end == at + 1 && common && view.first_name(at).is_none();
        let determined = at > self.sentence.start
            && (view.is_article(at - 1)
                || view.is(at - 1, &["du", "des", "au", "aux", "son", "sa", "ses", "un", "une"]));
        if !plain || determined || !view.is_de(end) {
            return None;
        }
        let town = end + 1 + usize::from(view.is_article(end + 1));
        (town < self.sentence.end && view.is_capital(town)).then(|| extent::run_end(view, town, self.sentence.end))
    }

    /// What the gazetteer knows at a capital, against the whole run of capitals.
    fn with_hit(&mut self, hit: Hit, at: usize, end: usize, initial: bool) -> Option<usize> {
        let view = self.view;
        let doubtful = hit.ambiguous && (initial || hit.tokens.len() == 1 && view.cue(at).any(Cue::NEVER));
        let ground = if doubtful { Ground::Weak } else { Ground::Firm };
        if hit.tokens.end >= end {
            let ordinary = hit.ambiguous && self.view.flags(at).any(Flags::FUNCTION) && hit.tokens.len() == 1;
            return (!ordinary).then(|| self.push_hit(hit, ground));
        }
        if hit.ambiguous && hit.tokens.len() == 1 {
            return None;
        }
        let rest = hit.tokens.end;
        const HEADS: Cue = Cue::INSTITUTION_CAPITAL.with(Cue::IN_ORGANIZATION).with(Cue::IN_PLACE).with(Cue::IN_EVENT);
        let person = !view.cue(at).any(HEADS)
            && view.is_sure_first_name(rest)
            && rest + 1 < end
            && view.gazetteer.names_of(&hit).all(|meaning| meaning.kind != EntityKind::Person);
        if person || extent::is_ticker(view, rest) {
            return Some(self.push_hit(hit, ground));
        }
        None
    }

    /// A run of capitals that the gazetteer does not know as a whole.
    fn run(&mut self, at: usize, end: usize, initial: bool) -> usize {
        let view = self.view;
        let ordinary = view.is_ordinary(at) || view.cue(at).any(Cue::NEVER);
        // "Mort d'Hélène": an ordinary word is a first name only right before a capital.
        let first_name = view.first_name(at).is_some() && end > at + 1 && view.is_capital(at + 1);
        let head = end > at + 1
            && view.cue(at).any(Cue::INSTITUTION_CAPITAL.with(Cue::INSTITUTION).with(Cue::IN_ORGANIZATION));
        let strip = ordinary && !first_name && !head && (initial || self.may_lead(at, end));
        if strip && !self.surnames.is_empty() && self.surnames.contains(&pair(view, at)) {
            let end = extent::run_end(view, at, at + 2);
            self.push_run(at..end, Ground::Firm);
            return end;
        }
        if strip {
            let single = end == at + 1;
            if single && !view.cue(at).any(Cue::NEVER) && !view.flags(at).any(Flags::FUNCTION) {
                self.push_run(at..end, Ground::None);
            }
            return at + 1;
        }
        if (at..end).all(|i| is_letter(view, i)) {
            return end;
        }
        if let Some(post) = post_length(view, at).filter(|_| end == at + 1 && ordinary) {
            return at + post;
        }
        let split = extent::split_before_first_name(view, at, end);
        let tokens = at..split;
        let all_ordinary = tokens.clone().all(|i| view.is_ordinary(i) || view.cue(i).any(Cue::NEVER));
        let lone = initial && tokens.len() == 1 && !self.is_subject(split);
        let ground = match (lone, all_ordinary) {
            (true, true) => Ground::None,
            (true, false) | (false, true) => Ground::Weak,
            (false, false) => Ground::Firm,
        };
        if tokens.len() == 1 && view.cue(at).any(Cue::NEVER) {
            return split;
        }
        self.push_run(tokens, ground);
        split
    }

    /// Whether a finite verb follows: before it, a word without determiner is a name even where a sentence begins.
    fn is_subject(&self, next: usize) -> bool {
        next < self.sentence.end && (self.view.is_finite(next) || self.headline && self.view.is_participle(next))
    }

    fn push_run(&mut self, tokens: Range<usize>, ground: Ground) {
        let mut candidate = Candidate::new(tokens, ground);
        candidate.shouted = self.shouted;
        self.out.push(candidate);
    }

    /// Inside a sentence, a capitalised role, nationality or day before a name is not part of it.
    fn may_lead(&self, at: usize, end: usize) -> bool {
        let view = self.view;
        const LEADS: Flags = Flags::ROLE.with(Flags::PERSON_NOUN).with(Flags::DEMONYM).with(Flags::TITLE);
        let leads = view.flags(at).any(LEADS) || view.cue(at).any(Cue::NEVER);
        leads && (end > at + 1) && !view.cue(at + 1).any(Cue::IN_ORGANIZATION)
    }
}

/// "M.", "Mme", "docteur"; a bare "M" is rather an initial.
pub(super) fn is_title(view: View<'_>, at: usize) -> bool {
    view.flags(at).any(Flags::TITLE) && view.str(at).len() > 1 && view.is_capital(at + 1)
}

/// Where an ordinary word takes a capital: at the start of a sentence, a quotation, a bullet, after a colon or a dash.
pub(super) fn is_initial(view: View<'_>, start: usize, at: usize) -> bool {
    if at == start {
        return true;
    }
    matches!(
        view.str(at - 1),
        "«" | "“"
            | "\""
            | "("
            | "["
            | ":"
            | "–"
            | "—"
            | "-"
            | "•"
            | "*"
            | "■"
            | "●"
            | "►"
            | "▶"
            | "→"
            | "."
            | "!"
            | "?"
            | "…"
            | "..."
            | "/"
            | "|"
            | "‹"
            | "„"
            | "#"
            | ">"
    )
}

/// "P. L.": initials alone name nobody.
fn is_letter(view: View<'_>, at: usize) -> bool {
    let mut letters = view.str(at).chars().filter(|ch| ch.is_alphanumeric());
    letters.next().is_some() && letters.next().is_none()
}

/// Whether a sentence of three words or more is all in capitals.
fn is_shouted(view: View<'_>, sentence: Range<usize>) -> bool {
    let mut words = 0;
    for at in sentence {
        let shape = view.token(at).shape;
        if !shape.has(Shape::WORD) || view.str(at).len() < 2 {
            continue;
        }
        words += 1;
        if !shape.has(Shape::ALL_CAPS) && !shape.has(Shape::ELIDED) {
            return false;
        }
    }
    words >= 3
}
