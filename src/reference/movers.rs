//! Who comes, who goes and who invests, by name, in an article.

use super::discourse::Told;
use crate::clause::Head;
use crate::relation::{Candidate, Filler, RelationKind, Slot};
use crate::types::{EntityKind, InvestmentKind};

/// "le futur patron" is one of those who come, "l'ancien" one of those who go.
#[derive(Clone, Debug, Default)]
pub(super) struct Movers {
    arriving: Vec<usize>,
    leaving: Vec<usize>,
    investing: Vec<usize>,
}

/// No more than these are kept.
const MOST: usize = 16;

impl Movers {
    /// Those whom the relations of an article name. Linear in the candidates.
    pub fn new(told: Told<'_>, candidates: &[Candidate]) -> Movers {
        let mut out = Movers::default();
        for candidate in candidates {
            let round = candidate.kind == Some(InvestmentKind::FundingRound);
            for fill in &candidate.fills {
                let list = match (candidate.relation, fill.slot) {
                    (RelationKind::Hiring, Slot::Person) | (_, Slot::Successor) => &mut out.arriving,
                    (RelationKind::Departure, Slot::Person) | (_, Slot::Replaces) => &mut out.leaving,
                    (RelationKind::Investment, Slot::Investor) if round => &mut out.investing,
                    _ => continue,
                };
                let group = match fill.filler {
                    Filler::Group(id) => told.analyses.get(candidate.sentence).and_then(|a| a.groups.get(id)),
                    _ => None,
                };
                match group.map(|group| group.head) {
                    Some(Head::Entity(entity, EntityKind::Person | EntityKind::Organization))
                        if !list.contains(&entity) && list.len() < MOST =>
                    {
                        list.push(entity);
                    }
                    _ => {}
                }
            }
        }
        out
    }

    /// Those who take up a post.
    pub fn arriving(&self) -> &[usize] {
        &self.arriving
    }

    /// Those who put money into a round: none of them is "la start-up" that raises it.
    pub fn investing(&self) -> &[usize] {
        &self.investing
    }

    /// Those who leave one.
    pub fn leaving(&self) -> &[usize] {
        &self.leaving
    }
}
