use super::GoldAmount;
use super::field::Field;
use super::slot::{RelationType, Shape, Slot};
use super::tree::Tree;
use crate::types::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// An annotated article: its text, and all that a reader finds in it.
///
/// ```
/// use depeche::evaluate::GoldArticle;
/// let gold: GoldArticle = serde_json::from_str(
///     r#"{"id": "1", "published": "2026-02-03", "text": "Kalirose lève 12 M€",
///         "people": [], "organizations": [["Kalirose"]],
///         "amounts": [{"text": "12 M€", "value": "12000000", "currency": "EUR", "bound": "exact"}],
///         "relations": [{"type": "investment", "kind": "funding_round", "target": ["Kalirose"], "status": "completed"}]}"#,
/// )?;
/// assert_eq!(gold.relations.len(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "Tree")]
pub struct GoldArticle {
    /// What predictions are matched by.
    pub id: String,
    /// When it was published.
    pub published: Option<Date>,
    /// The whole text.
    pub text: String,
    /// Each person named, by the forms of the name that the article uses.
    pub people: Vec<Vec<String>>,
    /// Each organization named, likewise.
    pub organizations: Vec<Vec<String>>,
    /// Every amount of money, in reading order.
    pub amounts: Vec<GoldAmount>,
    /// Every event.
    pub relations: Vec<GoldRelation>,
}

/// An annotated relation.
#[derive(Clone, Debug, PartialEq)]
pub struct GoldRelation {
    /// Its type.
    pub kind: RelationType,
    /// What fills its slots; those that the article does not state are absent.
    pub slots: BTreeMap<Slot, GoldValue>,
    /// Slots that are not scored, because readers would disagree on them.
    pub ignore: Vec<Slot>,
    /// Whether readers would disagree on the relation itself: finding it is neither rewarded nor punished.
    pub optional: bool,
}

/// What fills a slot.
#[derive(Clone, Debug, PartialEq)]
pub enum GoldValue {
    /// Any one of several names, roles or dates; never empty.
    AnyOf(Vec<String>),
    /// Several names, each in any one of its forms.
    Each(Vec<Vec<String>>),
    /// An amount of money.
    Amount(GoldAmount),
    /// A word or a percentage.
    Word(String),
}

/// An annotation that cannot be read: which field, what was expected there, what was found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: expected {expected}, found {found}")]
#[non_exhaustive]
pub struct GoldError {
    /// The way to the field: `relations[2].employer`.
    pub field: String,
    /// What should stand there.
    pub expected: String,
    /// What does.
    pub found: String,
}

impl TryFrom<Tree> for GoldArticle {
    type Error = GoldError;

    fn try_from(tree: Tree) -> Result<Self, GoldError> {
        let article = Field::root(&tree);
        article.check_object()?;
        let published = article.get("published").map(|field| field.date()).transpose()?;
        Ok(GoldArticle {
            id: article.require("id", "a text")?.label()?,
            published,
            text: article.require("text", "a text")?.text()?.to_owned(),
            people: article.require("people", "a list of lists of names")?.lists()?,
            organizations: article.require("organizations", "a list of lists of names")?.lists()?,
            amounts: article.require("amounts", "a list of amounts")?.each(|amount| amount.amount())?,
            relations: article.require("relations", "a list of relations")?.each(|field| relation(&field))?,
        })
    }
}

fn relation(field: &Field<'_>) -> Result<GoldRelation, GoldError> {
    let names = RelationType::ALL.map(RelationType::name);
    let name = field.require("type", &one_of(&names))?;
    let text = name.text()?;
    let Some(kind) = RelationType::ALL.into_iter().find(|kind| kind.name() == text) else {
        return Err(name.error(one_of(&names)));
    };
    let mut slots = BTreeMap::new();
    for (key, value) in field.fields() {
        if matches!(key, "type" | "ignore" | "optional" | "note") {
            continue;
        }
        let Some(slot) = kind.slots().iter().copied().find(|slot| slot.name() == key) else {
            let known: Vec<&str> = kind.slots().iter().map(|slot| slot.name()).collect();
            return Err(value.unknown(format!("a slot of {} ({})", kind.name(), known.join(", "))));
        };
        if let Some(filler) = filler(slot, &value)? {
            slots.insert(slot, filler);
        }
    }
    let ignore = field.get("ignore").map(|list| list.each(|slot| ignored(&slot))).transpose()?.unwrap_or_default();
    let optional = field.get("optional").map(|flag| flag.flag()).transpose()?.unwrap_or(false);
    Ok(GoldRelation { kind, slots, ignore, optional })
}

fn ignored(field: &Field<'_>) -> Result<Slot, GoldError> {
    let name = field.text()?;
    Slot::ALL.iter().copied().find(|slot| slot.name() == name).ok_or_else(|| field.error("the name of a slot"))
}

/// `None` for a list without names, which tells as little as no slot at all.
fn filler(slot: Slot, field: &Field<'_>) -> Result<Option<GoldValue>, GoldError> {
    Ok(match slot.shape() {
        Shape::Name | Shape::Role => some_of(field.names()?),
        Shape::Date => some_of(if field.is_list() { field.names()? } else { vec![field.text()?.to_owned()] }),
        Shape::NameLists => Some(GoldValue::Each(field.lists()?)),
        Shape::Amount => Some(GoldValue::Amount(field.amount()?)),
        Shape::Stake => Some(GoldValue::Word(field.label()?)),
        Shape::Word => Some(GoldValue::Word(word(slot, field)?)),
    })
}

fn some_of(names: Vec<String>) -> Option<GoldValue> {
    if names.is_empty() { None } else { Some(GoldValue::AnyOf(names)) }
}

fn word(slot: Slot, field: &Field<'_>) -> Result<String, GoldError> {
    let known: &[&str] = match slot {
        Slot::Status => &["completed", "planned", "proposed", "rumored", "denied"],
        Slot::Reason => &["resignation", "dismissal", "retirement", "end_of_term", "new_job"],
        Slot::Kind => &["funding_round", "stake", "acquisition", "spending"],
        _ => return Ok(field.text()?.to_owned()),
    };
    let text = field.text()?;
    if known.contains(&text) { Ok(text.to_owned()) } else { Err(field.error(one_of(known))) }
}

fn one_of(names: &[&str]) -> String {
    format!("one of {}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::GoldArticle;

    fn error(relation: &str) -> String {
        let text = format!(
            r#"{{"id":"a","text":"t","people":[],"organizations":[["M"]],"amounts":[],"relations":[{relation}]}}"#
        );
        serde_json::from_str::<GoldArticle>(&text).unwrap_err().to_string()
    }

    /// A relation, and what is wrong with it.
    const FAULTS: &[(&str, &str)] = &[
        (r#"{"type":"firing"}"#, "type: expected one of hiring, departure, investment, found the text \"firing\""),
        (r#"{"type":"hiring","person":"Ann"}"#, "person: expected a list of texts, found the text \"Ann\""),
        (r#"{"type":"hiring","person":["Ann",3]}"#, "person[1]: expected a text, found the number 3"),
        (
            r#"{"type":"departure","reason":"boredom"}"#,
            "reason: expected one of resignation, dismissal, retirement, end_of_term, new_job, found the text \"boredom\"",
        ),
        (r#"{"type":"investment","investor":["A"]}"#, "investor[0]: expected a list of texts, found the text \"A\""),
        (
            r#"{"type":"investment","amount":{"value":"ten","currency":"EUR","bound":"exact"}}"#,
            "amount.value: expected a decimal number, found the text \"ten\"",
        ),
        (
            r#"{"type":"investment","amount":{"value":"1","currency":"eur","bound":"exact"}}"#,
            "amount.currency: expected three capital letters or null, found the text \"eur\"",
        ),
        (
            r#"{"type":"investment","amount":{"value":"1","currency":"EUR","bound":"range"}}"#,
            "amount.min: expected a decimal number, found nothing",
        ),
        (r#"{"type":"hiring","optional":"yes"}"#, "optional: expected true or false, found the text \"yes\""),
    ];

    #[test]
    fn errors_name_the_field_what_was_expected_and_what_was_found() {
        for (relation, expected) in FAULTS {
            assert_eq!(error(relation), format!("relations[0].{expected}"));
        }
        let unknown = error(r#"{"type":"hiring","employeur":["M"]}"#);
        assert!(
            unknown.starts_with("relations[0].employeur: expected a slot of hiring (person, employer,"),
            "{unknown}"
        );
    }

    #[test]
    fn a_slot_without_names_is_absent_and_extra_fields_of_the_article_are_let_be() {
        let gold: GoldArticle = serde_json::from_str(
            r#"{"id":7,"genre":"x","text":"t","people":[],"organizations":[],"amounts":[],
                "relations":[{"type":"hiring","person":["A"],"role":[],"date":"2025","note":"n","ignore":["role"]}]}"#,
        )
        .unwrap();
        assert_eq!(gold.id, "7");
        assert_eq!(gold.relations[0].slots.len(), 2);
    }
}
