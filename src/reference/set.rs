//! Several at once: "X et Y … ils", "les deux associés".

use super::discourse::{Discourse, Trace};
use super::expected::Expected;
use crate::clause::{Analysis, Head};
use crate::lexicon::Gender;
use std::collections::BTreeMap;

/// Those that the sentences so far name together.
#[derive(Clone, Debug, Default)]
pub(super) struct Sets {
    list: Vec<(usize, Vec<usize>)>,
    /// The last sentence that speaks of several without naming them.
    people: Option<usize>,
}

/// How many sentences back a plural looks.
const REACH: usize = 3;
/// No more sets than these are looked at, and no more members kept.
const LOOK: usize = 8;

impl Sets {
    /// Takes in the enumerations of a sentence.
    pub fn read(&mut self, analysis: &Analysis) {
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (id, group) in analysis.groups.iter().enumerate() {
            let Head::Entity(entity, _) = group.head else { continue };
            let set = sets.entry(group.first.unwrap_or(id)).or_default();
            if !set.contains(&entity) && set.len() < LOOK {
                set.push(entity);
            }
        }
        self.list.extend(sets.into_values().filter(|set| set.len() > 1).map(|set| (analysis.sentence, set)));
    }

    /// A sentence names several together.
    pub fn push(&mut self, sentence: usize, set: Vec<usize>) {
        self.list.push((sentence, set));
    }

    /// A sentence says something of several whom it does not name: "les syndicats".
    pub fn people(&mut self, sentence: usize) {
        self.people = Some(sentence);
    }

    /// Those named together last.
    pub fn last(&self, sentence: usize) -> Option<&[usize]> {
        self.list.last().filter(|(told, _)| told + REACH >= sentence).map(|(_, set)| set.as_slice())
    }

    /// Whom a plural means: the last ones named together, or else all that the sentence before names, if nothing else in
    /// the plural comes into question.
    pub fn best(
        &self,
        discourse: &Discourse<'_>,
        seen: &[Trace],
        sentence: usize,
        expected: Expected,
        gender: Option<Gender>,
        count: Option<usize>,
    ) -> Option<Vec<usize>> {
        let fits = |set: &[usize]| {
            let kinds = set.iter().all(|entity| expected.allows(discourse.kind(*entity)));
            let alike = set.windows(2).all(|pair| matches!(pair, [a, b] if discourse.kind(*a) == discourse.kind(*b)));
            let genders = || set.iter().map(|entity| discourse.gender(*entity));
            let gender = match gender {
                Some(Gender::Feminine) => genders().all(|known| known != Some(Gender::Masculine)),
                Some(Gender::Masculine) => genders().any(|known| known != Some(Gender::Feminine)),
                None => true,
            };
            kinds && alike && gender && set.len() > 1 && count.is_none_or(|count| count == set.len())
        };
        let near = self.list.iter().rev().take(LOOK).filter(|(told, _)| told + REACH >= sentence);
        let named = near.clone().find(|(_, set)| fits(set));
        if let Some((told, set)) = named {
            let other = count.is_none() && self.people.is_some_and(|people| people >= *told);
            return (!other).then(|| set.clone());
        }
        count?;
        let mut last: Vec<usize> = Vec::new();
        for trace in seen.iter().rev().take(LOOK).take_while(|trace| trace.sentence + 1 >= sentence) {
            if expected.allows(discourse.kind(trace.entity)) && !last.contains(&trace.entity) {
                last.push(trace.entity);
            }
        }
        last.reverse();
        fits(&last).then_some(last)
    }
}
