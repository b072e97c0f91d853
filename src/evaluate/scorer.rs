use super::gold::GoldArticle;
use super::measure::Tally;
use super::mistakes::Mistakes;
use super::money::MoneyScores;
use super::names::NameScores;
use super::predicted::Prediction;
use super::relations::RelationScores;
use super::report::Report;
use crate::types::EntityKind;

/// Compares what was read with what is annotated, article by article.
///
/// ```
/// use depeche::evaluate::{GoldArticle, Prediction, Scorer};
/// let gold: GoldArticle = serde_json::from_str(
///     r#"{"id": "1", "text": "Voltalia lève 12 M€", "people": [], "organizations": [["Voltalia"]],
///         "amounts": [], "relations": []}"#,
/// )?;
/// let prediction: Prediction = serde_json::from_str(
///     r#"{"id": "1", "entities": [{"kind": "organization", "name": "VOLTALIA", "id": null, "mentions": []}]}"#,
/// )?;
/// let mut scorer = Scorer::default();
/// scorer.add(&gold, &prediction);
/// assert_eq!(scorer.report().organizations.f1, 1.0);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Scorer {
    articles: usize,
    relations: RelationScores,
    people: NameScores,
    organizations: NameScores,
    name_mistakes: Mistakes,
    money: MoneyScores,
}

/// The mistakes of an evaluation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AllMistakes {
    /// In relations.
    pub relations: Mistakes,
    /// In people and organizations.
    pub names: Mistakes,
    /// In amounts of money.
    pub money: Mistakes,
}

impl Scorer {
    /// Scores one article. Cubic in its number of relations of one type, which are few; otherwise linear.
    pub fn add(&mut self, gold: &GoldArticle, prediction: &Prediction) {
        self.articles += 1;
        self.relations.add(gold, &prediction.relations);
        self.money.add(gold, &prediction.amounts);
        let (id, entities, mistakes) = (gold.id.as_str(), &prediction.entities, &mut self.name_mistakes);
        self.people.add((id, "people"), &gold.people, entities, EntityKind::Person, mistakes);
        let organization = EntityKind::Organization;
        self.organizations.add((id, "organizations"), &gold.organizations, entities, organization, mistakes);
    }

    /// The figures so far.
    pub fn report(&self) -> Report {
        let [core, exact, slots] = self.relations.measures();
        Report {
            articles: self.articles,
            core,
            exact,
            slots,
            confidence: self.relations.confidence.clone(),
            people: Tally::measure(self.people.tally),
            organizations: Tally::measure(self.organizations.tally),
            money: Tally::measure(self.money.tally),
            bound_accuracy: self.money.bound_accuracy(),
        }
    }

    /// The mistakes so far.
    pub fn mistakes(&self) -> AllMistakes {
        AllMistakes {
            relations: self.relations.mistakes.clone(),
            names: self.name_mistakes.clone(),
            money: self.money.mistakes.clone(),
        }
    }
}
