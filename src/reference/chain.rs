//! Whom each pronoun and description of an article means.

use super::affiliation::Affiliations;
use super::discourse::{Discourse, Told};
use super::reader::Reader;
use super::resolve::How;
use super::section::Sections;
use crate::clause::GroupId;
use crate::relation::Candidate;

/// Whom a group means that does not name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referent {
    /// The sentence of the group.
    pub sentence: usize,
    /// The group.
    pub group: GroupId,
    /// Its tokens.
    pub tokens: (usize, usize),
    /// Who: several for "ils", "les deux associés".
    pub entities: Vec<usize>,
    /// By a pronoun or a description.
    pub how: How,
    /// Whether it means only a part: "son conseil", "l'usine".
    pub part: bool,
}

/// All of them, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Referents {
    list: Vec<Referent>,
    /// Whom "les", "leur" before verbs mean, by the verbs' first tokens.
    clitics: Vec<(usize, Vec<usize>)>,
}

impl Referents {
    /// Resolves the pronouns and descriptions of an article, and tells the discourse whom they mean. Linear in its
    /// groups.
    pub fn new(
        told: Told<'_>,
        discourse: &mut Discourse<'_>,
        affiliations: &Affiliations,
        sections: &Sections,
        candidates: &[Candidate],
    ) -> Self {
        let mut reader = Reader::new(told, discourse, affiliations, sections, candidates);
        let mut rest = candidates;
        for analysis in told.analyses {
            let (own, later) = rest.split_at(rest.partition_point(|known| known.sentence <= analysis.sentence));
            rest = later;
            reader.sentence(analysis, own);
        }
        let clitics = std::mem::take(&mut reader.clitics);
        let (list, seen) = reader.finish();
        discourse.follow(seen);
        Self { list, clitics }
    }

    /// Whom a group means.
    pub fn of(&self, sentence: usize, group: GroupId) -> Option<&Referent> {
        let place = self.list.binary_search_by_key(&(sentence, group), |known| (known.sentence, known.group));
        place.ok().and_then(|place| self.list.get(place))
    }

    /// Whom "les", "leur" before a verb mean.
    pub fn clitic(&self, token: usize) -> &[usize] {
        let place = self.clitics.binary_search_by_key(&token, |(known, _)| *known);
        place.ok().and_then(|place| self.clitics.get(place)).map_or(&[], |(_, entities)| entities)
    }

    /// Those of a sentence.
    pub fn in_sentence(&self, sentence: usize) -> impl Iterator<Item = &Referent> {
        let start = self.list.partition_point(|known| known.sentence < sentence);
        self.list.get(start..).unwrap_or(&[]).iter().take_while(move |known| known.sentence == sentence)
    }

    /// All of them.
    pub fn all(&self) -> &[Referent] {
        &self.list
    }
}
