//! Scoring the people and organizations of one article.

use super::measure::Tally;
use super::mistakes::Mistakes;
use super::name::canon;
use crate::types::{Entity, EntityKind, MentionForm};
use std::collections::BTreeSet;

/// Tallies of one kind of entity.
#[derive(Clone, Debug, Default)]
pub(super) struct NameScores {
    pub(super) tally: Tally,
}

impl NameScores {
    /// An entity is right when its name, or a form that it shares with aliases annotated, is among the accepted forms.
    /// Each annotated one takes the first that fits. `what` names the kind in lists of mistakes.
    pub(super) fn add(
        &mut self,
        (id, what): (&str, &str),
        golds: &[Vec<String>],
        entities: &[Entity],
        kind: EntityKind,
        mistakes: &mut Mistakes,
    ) {
        let mut left: Vec<Forms<'_>> = entities.iter().filter(|entity| entity.kind == kind).map(Forms::of).collect();
        self.tally.add(0, left.len(), golds.len());
        for accepted in golds {
            let keys: BTreeSet<String> = accepted.iter().map(|form| canon(form)).collect();
            match left.iter().position(|forms| forms.fit(&keys, accepted.len() > 1)) {
                Some(at) => {
                    left.remove(at);
                    self.tally.add(1, 0, 0);
                }
                None => {
                    let name = accepted.first().map_or("", String::as_str);
                    mistakes.push(&format!("{what} missed"), format!("{id}: {name}"));
                }
            }
        }
        for forms in left {
            mistakes.push(&format!("{what} spurious"), format!("{id}: {}", forms.name));
        }
    }
}

/// The forms under which an article names an entity, as they are compared.
struct Forms<'e> {
    name: &'e str,
    key: String,
    others: BTreeSet<String>,
}

impl<'e> Forms<'e> {
    fn of(entity: &'e Entity) -> Self {
        let named = entity.mentions.iter().filter(|mention| {
            matches!(mention.form, MentionForm::Name | MentionForm::Alias) && !mention.text.is_empty()
        });
        Forms {
            name: &entity.name,
            key: canon(&entity.name),
            others: named.map(|mention| canon(&mention.text)).collect(),
        }
    }

    fn fit(&self, keys: &BTreeSet<String>, by_alias: bool) -> bool {
        keys.contains(&self.key) || (by_alias && !self.others.is_disjoint(keys))
    }
}
