//! When it happened, where the clause itself does not say.

use super::Context;
use super::draft::Draft;
use crate::clause::{Analysis, Clause, ClauseLink, Group, Head};
use crate::lexicon::{Mood, Tense};
use crate::reference::words;
use crate::types::{Date, Status};

/// How many clauses up a date is looked for.
const CLAUSES: usize = 4;

pub(super) fn complete(context: Context<'_>, draft: &mut Draft) {
    let Some((sentence, tokens, _)) = draft.evidence.first().cloned() else { return };
    let Some(analysis) = context.analyses.get(sentence) else { return };
    let within = |clause: &Clause| tokens.contains(&clause.verb.tokens.start);
    let first = analysis.clauses.iter().position(within);
    // "X a annoncé mardi avoir racheté Y": both verbs have the subject, the infinitive tells the event.
    let told = analysis.clauses.iter().position(|clause| {
        within(clause) && clause.link == ClauseLink::Infinitive && clause.parent.is_some() && clause.parent == first
    });
    let own = told.or(first);
    if let Some(index) = draft.date {
        draft.announced = is_announcement(context, analysis, own, index);
        draft.shift = shift(context, draft, own.and_then(|own| analysis.clauses.get(own)), index);
        return;
    }
    let told = || around(analysis, own).or_else(|| in_passing(context, analysis));
    if let Some(index) = told().or_else(|| beside(context, analysis, own)) {
        draft.date = Some(index);
        draft.announced = true;
    }
}

/// How far a date told without its year lies from the one that the verb means: what is planned comes next, what the
/// present tells is near, the rest is past.
fn shift(context: Context<'_>, draft: &Draft, clause: Option<&Clause>, index: usize) -> i16 {
    let Some(date) = context.values.dates.get(index) else { return 0 };
    let Some(published) = context.values.published else { return 0 };
    let text = date.span.of(context.tokens.text());
    let month = matches!(date.value, Date::Month { .. } | Date::Day { .. });
    let lower = text.to_lowercase();
    let named = words().begins_in("month", &lower);
    let full = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    // "en mars dernier", "en mars prochain" say it themselves.
    let behind: String = context.tokens.text().get(date.span.end..).unwrap_or("").chars().take(8).collect();
    let told = words().begins_in("shown", &lower) || words().begins_in("shown", behind.trim_start());
    if !month || !named || full || told {
        return 0;
    }
    let at = |value: Date| i32::from(value.year()) * 12 + i32::from(value.month().unwrap_or(1));
    let gap = at(date.value) - at(published);
    let present = clause.is_some_and(|clause| {
        matches!(clause.verb.modality.mood, Some((Mood::Indicative, Tense::Present))) && !clause.verb.modality.past
    });
    let past = clause.is_some_and(|clause| {
        clause.verb.modality.past
            || clause.link == ClauseLink::Participle
            || matches!(clause.verb.modality.mood, Some((Mood::Indicative, Tense::Imperfect | Tense::Past)))
    });
    match (gap, draft.status()) {
        (6.., Status::Completed) if past || present => -1,
        (..-5, Status::Planned) => 1,
        (..-5, Status::Completed) if present => 1,
        _ => 0,
    }
}

fn date_of(group: &Group) -> Option<usize> {
    match group.head {
        Head::Date(index) => Some(index),
        _ => None,
    }
}

fn dates<'a>(analysis: &'a Analysis, clause: &'a Clause) -> impl Iterator<Item = (&'a Group, usize)> {
    let groups = clause.objects.iter().chain(clause.complements.iter().map(|(_, id)| id));
    groups.filter_map(|id| analysis.groups.get(*id)).filter_map(|group| date_of(group).map(|index| (group, index)))
}

/// "a annoncé vendredi le départ de X": the date belongs to the announcement.
fn is_announcement(context: Context<'_>, analysis: &Analysis, own: Option<usize>, index: usize) -> bool {
    let Some(clause) = own.and_then(|own| analysis.clauses.get(own)) else { return false };
    let verb = context.lexicon.verbs.infinitive(clause.verb.predicate.verb);
    let told = dates(analysis, clause).find(|(_, known)| *known == index).map(|(group, _)| group);
    let effective = told
        .and_then(|group| group.preposition)
        .is_some_and(|preposition| words().has("effective", context.lexicon.prepositions.name(preposition)));
    words().has("speech", verb) && told.is_some() && !effective
}

/// The date of the clauses around: "a annoncé vendredi que X partait".
fn around(analysis: &Analysis, own: Option<usize>) -> Option<usize> {
    let mut at = own.and_then(|own| analysis.clauses.get(own))?.parent;
    for _ in 0..CLAUSES {
        let clause = analysis.clauses.get(at?)?;
        if let Some((_, index)) = dates(analysis, clause).next() {
            return Some(index);
        }
        at = clause.parent;
    }
    None
}

/// "a-t-il annoncé mardi": told in passing.
fn in_passing(context: Context<'_>, analysis: &Analysis) -> Option<usize> {
    let passing = |clause: &&Clause| {
        // "a-t-elle fait savoir".
        let verb = context.lexicon.verbs.infinitive(clause.verb.predicate.verb);
        clause.verb.inverted.is_some() && (words().has("speech", verb) || clause.verb.causative)
    };
    let mut found = analysis.clauses.iter().filter(passing).flat_map(|clause| dates(analysis, clause));
    found.next().map(|(_, index)| index)
}

/// "Réuni le 20 octobre, le conseil a nommé X": a participle of the same subject; "Mardi 18 mars, …": no clause at all.
fn beside(context: Context<'_>, analysis: &Analysis, own: Option<usize>) -> Option<usize> {
    let clause = own.and_then(|own| analysis.clauses.get(own))?;
    if !matches!(clause.link, ClauseLink::Main | ClauseLink::Reported) {
        return None;
    }
    let before = |group: &Group| group.core.start < clause.verb.tokens.start;
    let before_other = |other: &Clause| {
        let verb = context.lexicon.verbs.infinitive(other.verb.predicate.verb);
        words().has("meet", verb)
            && other.link == ClauseLink::Participle
            && other.subject.is_some()
            && other.subject == clause.subject
    };
    let shared = analysis.clauses.iter().filter(|other| before_other(other)).flat_map(|other| dates(analysis, other));
    let mut found: Vec<usize> = shared.filter(|(group, _)| before(group)).map(|(_, index)| index).collect();
    found.extend(opening(context, analysis));
    found.dedup();
    match found.as_slice() {
        [index] => Some(*index),
        _ => None,
    }
}

/// A date that opens the sentence.
fn opening(context: Context<'_>, analysis: &Analysis) -> Option<usize> {
    let first = analysis.groups.first()?;
    let bounded = first.preposition.is_some_and(|preposition| {
        let name = context.lexicon.prepositions.name(preposition);
        matches!(name, "avant" | "après" | "jusqu'à" | "depuis" | "entre" | "de" | "pour")
    });
    let opens = first.tokens.start <= analysis.tokens.start + 2 && !bounded && first.parent.is_none();
    if opens { date_of(first) } else { None }
}
