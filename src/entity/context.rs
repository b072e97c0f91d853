//! What stands around a name.

use super::candidate::{Candidate, Scores};
use super::cues::Cue;
use super::scan::is_title;
use super::view::View;
use crate::lexicon::{Flags, NounPhrase};
use crate::token::Shape;
use crate::types::{EntityKind, SentenceKind};
use std::ops::Range;

/// Adds what the words before and after a candidate tell. Looks at a bounded number of tokens.
pub(super) fn weigh(view: View<'_>, sentence: Range<usize>, kind: SentenceKind, candidate: &mut Candidate) {
    if kind == SentenceKind::Byline && candidate.tokens.len() > 1 && candidate.hit.is_none() {
        candidate.scores.person += 4;
    }
    // In a title, it would be the town of the regional press.
    let listed = !matches!(kind, SentenceKind::Title | SentenceKind::Lead) && is_whole(view, &sentence, candidate);
    if candidate.hit.is_none() && (listed || before_amount(view, &sentence, candidate)) {
        candidate.scores.organization += 5;
    }
    before(view, sentence.clone(), candidate);
    after(view, sentence, candidate);
}

/// "Talvec. Paul Martin est nommé…": a sentence of nothing but a name heads what is told of a house.
fn is_whole(view: View<'_>, sentence: &Range<usize>, candidate: &Candidate) -> bool {
    let end = candidate.tokens.end;
    let unknown = candidate.tokens.clone().any(|at| !view.is_ordinary(at));
    unknown && candidate.tokens.start == sentence.start && end + 1 == sentence.end && view.str(end) == "."
}

/// "2. Pilia - 20 M€": who raises it.
fn before_amount(view: View<'_>, sentence: &Range<usize>, candidate: &Candidate) -> bool {
    let end = candidate.tokens.end;
    let opens = candidate.tokens.start <= sentence.start + 2;
    let mark = matches!(view.str(end), "-" | "–" | "—" | ":");
    let digits = |at: usize| view.str(at).starts_with(|ch: char| ch.is_ascii_digit());
    let money = |at: usize| view.str(at).contains(['€', '$', '£']) || view.is(at, &["millions", "million", "euros"]);
    opens && mark && digits(end + 1) && (end + 1..sentence.end.min(end + 4)).any(money)
}

fn before(view: View<'_>, sentence: Range<usize>, candidate: &mut Candidate) {
    let first = candidate.tokens.start;
    if first <= sentence.start {
        return;
    }
    let last = first - 1;
    if is_title(view, last) || view.flags(last).any(Flags::TITLE) && view.str(last).len() > 1 {
        candidate.titled = true;
        candidate.gender = view.lexicon.title(view.token(last).word).flatten();
        candidate.scores.person += 10;
        return;
    }
    // "l'Élysée": what stands before the article governs the name as well.
    let with_article = view.is_article(last) && last > sentence.start;
    let governor = if with_article { last - 1 } else { last };
    candidate.scores.add(noun_before(view, sentence.clone(), last));
    candidate.scores.add(preposition(view, sentence.clone(), governor, with_article));
    candidate.scores.add(verb_before(view, governor));
}

/// "la start-up X", "le PDG X", "l'américain X", "le logiciel X".
fn noun_before(view: View<'_>, sentence: Range<usize>, last: usize) -> Scores {
    let mut scores = Scores::default();
    let flags = view.flags(last);
    let determined = last > sentence.start && view.flags(last - 1).any(Flags::FUNCTION);
    if flags.any(Flags::DEMONYM) {
        let person = view.is_capital(last);
        let points = if determined { 5 } else { 0 };
        scores.add(if person { Scores::person(points + 2) } else { Scores::organization(points) });
    }
    if view.cue(last).any(Cue::BEFORE_PRODUCT) {
        scores.product += 6;
    }
    if view.cue(last).any(Cue::BEFORE_PLACE) {
        scores.place += 5;
    }
    if view.cue(last).any(Cue::BEFORE_NOBODY) {
        scores.other += 6;
    }
    let comma = view.str(last) == "," && last > sentence.start;
    scores.add(phrase_before(view, sentence, if comma { last - 1 } else { last }, comma));
    scores
}

/// A phrase of the noun lists before the name: the longest that ends right there, else the nearest.
fn phrase_before(view: View<'_>, sentence: Range<usize>, last: usize, comma: bool) -> Scores {
    const NOUNS: Flags = Flags::ORGANIZATION_NOUN.with(Flags::ROLE).with(Flags::PERSON_NOUN);
    const REACH: usize = 6;
    let from = last.saturating_sub(REACH).max(sentence.start);
    let mut nearest = None;
    for start in (from..=last).rev() {
        // "chef d'orchestre": the elided word belongs to the phrase.
        if !view.is_word(start) && !view.token(start).shape.has(Shape::ELIDED) {
            break;
        }
        if !view.flags(start).any(NOUNS) {
            continue;
        }
        let keys = |n: usize| crate::lexicon::Keys { word: view.token(start + n).word, ..Default::default() };
        let Some((length, noun)) = view.lexicon.nouns.longest(keys) else { continue };
        if nearest.is_none() || start + length == last + 1 {
            nearest = Some((start..start + length, noun));
        }
    }
    match nearest {
        Some((phrase, noun)) if comma => across_comma(view, sentence, phrase, noun, last),
        Some((phrase, noun)) => beside(view, phrase, noun, last),
        None => Scores::default(),
    }
}

/// "le président du conseil, X": what a phrase tells of a name behind a comma, the phrase reaching to `last`.
fn across_comma(
    view: View<'_>,
    sentence: Range<usize>,
    phrase: Range<usize>,
    noun: &NounPhrase,
    last: usize,
) -> Scores {
    let person = matches!(noun, NounPhrase::Role(_) | NounPhrase::Person(_));
    let whole = phrase.end == last + 1 || is_portfolio(view, phrase.end..last + 1);
    let determined = phrase.start == sentence.start
        || (phrase.start.saturating_sub(2)..phrase.start)
            .any(|i| i >= sentence.start && view.flags(i).any(Flags::FUNCTION));
    if person && whole && determined { Scores::person(5) } else { Scores::default() }
}

/// What a phrase tells of a name right after `last`.
fn beside(view: View<'_>, phrase: Range<usize>, noun: &NounPhrase, last: usize) -> Scores {
    let gap = (last + 1).saturating_sub(phrase.end);
    let rest = phrase.end..last + 1;
    match noun {
        NounPhrase::Organization(noun) if gap == 0 => Scores::organization(if noun.before_name { 7 } else { 3 }),
        NounPhrase::Organization(noun) if noun.before_name && is_plain(view, rest.clone()) => Scores::organization(5),
        NounPhrase::Role(_) | NounPhrase::Person(_) if gap == 0 => Scores::person(5),
        NounPhrase::Role(_) | NounPhrase::Person(_) if gap == 1 && !view.is_de(last) && !view.is_article(last) => {
            Scores::person(5)
        }
        NounPhrase::Role(_) if gap > 1 && is_portfolio(view, rest) => Scores::person(4),
        _ => Scores::default(),
    }
}

/// "fabricant français de pompes à chaleur X": lower-case words that end with a noun or adjective.
fn is_plain(view: View<'_>, mut range: Range<usize>) -> bool {
    let last = range.end - 1;
    range.all(|at| view.is_word(at) && !view.is_capital(at) && !view.is_finite(at) || view.is(at, &["à"]))
        && !view.flags(last).any(Flags::FUNCTION.with(Flags::ADVERB))
}

/// "ministre de l'Économie X": words between a role and a name that can belong to the role.
fn is_portfolio(view: View<'_>, range: Range<usize>) -> bool {
    view.is_de(range.start) && !view.is_de(range.end - 1) && !view.is_article(range.end - 1)
}

/// "chez X", "au sein de X", "le capital de X", "à X".
fn preposition(view: View<'_>, sentence: Range<usize>, at: usize, with_article: bool) -> Scores {
    let back = |n: usize| at.checked_sub(n).filter(|&i| i >= sentence.start);
    if view.is(at, &["chez"]) {
        return Scores::organization(5);
    }
    if view.is(at, &["en", "dans"]) && !with_article {
        return Scores::place(if view.is(at, &["en"]) { 3 } else { 0 });
    }
    if view.is(at, &["à", "au", "aux"]) {
        if back(1).is_some_and(|verb| view.is_word(verb) && view.verb_cue(verb).any(Cue::TO_ORGANIZATION)) {
            return Scores::organization(5);
        }
        return Scores::place(if with_article || !view.is(at, &["à"]) { 0 } else { 3 });
    }
    if view.is(at, &["vers"]) {
        return Scores::place(3);
    }
    if view.is(at, &["selon", "contre", "auprès"]) {
        return Scores { person: 1, organization: 1, ..Scores::default() };
    }
    if !view.is_de(at) {
        return Scores::default();
    }
    let Some(noun) = back(1) else { return Scores::default() };
    let mut scores = of(view, noun);
    if let (true, Some(head)) = (scores == Scores::default() && !view.flags(noun).any(Flags::FUNCTION), back(2)) {
        // One adjective may part the noun from its complement: "le directeur général de X".
        if view.is_word(head) && !view.is_capital(noun) {
            scores = of(view, head);
        }
    }
    scores
}

/// What a noun tells of its complement with "de".
fn of(view: View<'_>, noun: usize) -> Scores {
    let mut scores = Scores::default();
    let cue = view.cue(noun);
    if view.flags(noun).any(Flags::ROLE) || cue.any(Cue::OF_ORGANIZATION) {
        scores.organization += 3;
    }
    if cue.any(Cue::OF_PLACE) {
        scores.place += 3;
    }
    scores
}

/// "explique X", ", a déclaré X"; "rejoint X", "quitte X".
fn verb_before(view: View<'_>, last: usize) -> Scores {
    let mut scores = Scores::default();
    if !view.is_word(last) || view.is_capital(last) {
        return scores;
    }
    let cue = view.verb_cue(last);
    if cue.any(Cue::SUBJECT_SPEECH) {
        scores.person += 2;
    }
    if cue.any(Cue::OBJECT_ORGANIZATION) {
        scores.organization += 3;
    }
    if cue.any(Cue::OBJECT_PERSON) {
        scores.person += 3;
    }
    scores
}

fn after(view: View<'_>, sentence: Range<usize>, candidate: &mut Candidate) {
    let next = candidate.tokens.end;
    if next >= sentence.end {
        return;
    }
    if view.str(next) == "(" && view.str(next + 2) == ")" && is_place(view, next + 1) {
        candidate.scores.place += 8;
    }
    match view.str(next) {
        "," | "(" | "–" | "—" | "-" => candidate.scores.add(apposition(view, sentence, next + 1)),
        _ => candidate.scores.add(verb_after(view, sentence, next)),
    }
}

/// "Bourbourg (Nord)": the department in brackets.
fn is_place(view: View<'_>, at: usize) -> bool {
    let mut finder = crate::gazetteer::Finder::new(view.gazetteer, &view.lexicon.vocabulary);
    let hit = finder.longest(view.tokens, at, at + 1);
    hit.is_some_and(|hit| view.gazetteer.names_of(&hit).all(|meaning| meaning.kind == EntityKind::Place))
}

/// ", 58 ans,", ", directrice de", ", une start-up", "(45 ans)".
fn apposition(view: View<'_>, sentence: Range<usize>, at: usize) -> Scores {
    const REACH: usize = 4;
    const NOUNS: Flags = Flags::ORGANIZATION_NOUN.with(Flags::ROLE).with(Flags::PERSON_NOUN);
    if view.is(at + 1, &["ans"]) || view.is(at, &["âgé", "âgée", "né", "née"]) {
        return Scores::person(10);
    }
    if view.is(at, &["qui", "dont"]) {
        let verb =
            at + 1 + usize::from(view.is(at + 1, &["l'", "l’", "n'", "n’", "ne", "se", "s'", "s’", "a", "avait"]));
        return verb_after(view, sentence, verb);
    }
    for start in at..(at + REACH).min(sentence.end) {
        if !view.is_word(start) || view.is_capital(start) && start > at {
            break;
        }
        if !view.flags(start).any(NOUNS) {
            continue;
        }
        let keys = |n: usize| crate::lexicon::Keys { word: view.token(start + n).word, ..Default::default() };
        return match view.lexicon.nouns.longest(keys) {
            // ", le patron de Z, …" may also begin another member of a list, so it tells less than its absence of article.
            Some((_, NounPhrase::Role(_) | NounPhrase::Person(_))) => Scores::person(if start == at { 5 } else { 3 }),
            Some((_, NounPhrase::Organization(_))) => Scores::organization(if start == at { 4 } else { 2 }),
            None => continue,
        };
    }
    Scores::default()
}

/// "est", "a été" before a participle.
fn is_passive(view: View<'_>, from: usize, participle: usize) -> bool {
    let forms = |at: usize| view.lexicon.verbs.readings(view.token(at).word);
    let be = |at: usize| forms(at).iter().any(|reading| view.lexicon.verbs.infinitive(reading.verb) == "être");
    view.is_participle(participle) && (from..participle).any(be)
}

/// The verb that follows, over an auxiliary, negation and adverbs.
fn verb_after(view: View<'_>, sentence: Range<usize>, at: usize) -> Scores {
    const REACH: usize = 4;
    let mut scores = Scores::default();
    for i in at..(at + REACH).min(sentence.end) {
        if !view.is_word(i) || view.is_capital(i) {
            break;
        }
        let cue = view.verb_cue(i);
        if cue.any(Cue::OBJECT_PERSON) && i > at && is_passive(view, at, i) {
            scores.person += 5;
            break;
        }
        if cue.any(Cue::SUBJECT_ORGANIZATION) {
            scores.organization += 3;
        }
        if cue.any(Cue::SUBJECT_PERSON) {
            scores.person += 2;
        }
        if cue.any(Cue::SUBJECT_SPEECH) {
            scores.person += 1;
            scores.organization += 1;
        }
        if cue != Cue::NONE {
            break;
        }
        if i == at && !view.is_finite(i) && !view.flags(i).any(Flags::FUNCTION.with(Flags::ADVERB)) {
            break;
        }
        if view.is(i, &["de", "du", "des", "et", "ou", "à", "dans", "sur", "pour", "en", "par", "que"]) {
            break;
        }
    }
    scores
}
