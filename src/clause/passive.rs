//! Idioms in the passive: "l'intérim est assuré par X", "les clés ont été remises à Y".

use super::group::GroupId;
use super::reader::Reader;
use super::verb::Voice;
use super::{Analysis, Clause};

/// Gives clauses the idiom whose words are their verb and their subject. What hangs on the subject is then said of the
/// whole.
pub(super) fn idioms(reader: Reader<'_>, analysis: &mut Analysis) {
    for index in 0..analysis.clauses.len() {
        let Some((idiom, subject)) = analysis.clauses.get(index).and_then(|clause| idiom(reader, analysis, clause))
        else {
            continue;
        };
        let inside = analysis.groups.iter().enumerate().filter(|(_, group)| group.parent == Some(subject));
        let own: Vec<(u16, GroupId)> = inside.filter_map(|(id, group)| Some((group.preposition?, id))).collect();
        if let Some(clause) = analysis.clauses.get_mut(index) {
            clause.verb.predicate.idiom = Some(idiom);
            clause.complements.extend(own);
        }
    }
}

fn idiom(reader: Reader<'_>, analysis: &Analysis, clause: &Clause) -> Option<(u16, GroupId)> {
    let predicate = clause.verb.predicate;
    let subject = clause.subject.filter(|_| clause.verb.voice == Voice::Passive && predicate.idiom.is_none())?;
    let group = analysis.groups.get(subject)?;
    let at = group.tokens.start;
    let verb = reader.lexicon.vocabulary.find(reader.lexicon.verbs.infinitive(predicate.verb));
    let (length, idiom) = reader.triggers.idiom(
        verb,
        |i| reader.keys(at + i),
        |i| reader.determiner(at + i).is_some(),
        |i| reader.contraction(at + i).is_some(),
    )?;
    (at + length == group.core.end).then_some((idiom, subject))
}
