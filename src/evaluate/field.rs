//! Fields of annotations, read with the way to them at hand for errors.

use super::GoldAmount;
use super::amount::{bound, decimal, single};
use super::gold::GoldError;
use super::tree::Tree;
use crate::types::{Bound, Currency, Date, Decimal, Money, Quantity};

/// A field and the way to it.
pub(super) struct Field<'t> {
    path: String,
    tree: &'t Tree,
}

impl<'t> Field<'t> {
    pub(super) fn root(tree: &'t Tree) -> Self {
        Field { path: String::new(), tree }
    }

    /// That something else than `expected` stands here.
    pub(super) fn error(&self, expected: impl Into<String>) -> GoldError {
        let field = if self.path.is_empty() { "the article".into() } else { self.path.clone() };
        GoldError { field, expected: expected.into(), found: self.tree.describe() }
    }

    /// That no field of this name is known.
    pub(super) fn unknown(&self, expected: String) -> GoldError {
        GoldError { field: self.path.clone(), expected, found: "an unknown name".into() }
    }

    pub(super) fn check_object(&self) -> Result<(), GoldError> {
        if matches!(self.tree, Tree::Map(_)) { Ok(()) } else { Err(self.error("an object")) }
    }

    /// The fields in it, except those that are null.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&'t str, Field<'t>)> {
        let fields: &[(String, Tree)] = if let Tree::Map(fields) = self.tree { fields } else { &[] };
        let given = fields.iter().filter(|(_, tree)| *tree != Tree::Null);
        given.map(|(name, tree)| (name.as_str(), Field { path: self.path_to(name), tree }))
    }

    fn path_to(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// The field called `name`; the last one, where a name is given twice.
    pub(super) fn get(&self, name: &str) -> Option<Field<'t>> {
        self.fields().filter(|(key, _)| *key == name).last().map(|(_, field)| field)
    }

    pub(super) fn require(&self, name: &str, expected: &str) -> Result<Field<'t>, GoldError> {
        self.check_object()?;
        self.get(name).ok_or_else(|| GoldError {
            field: self.path_to(name),
            expected: expected.to_owned(),
            found: "nothing".into(),
        })
    }

    pub(super) fn text(&self) -> Result<&'t str, GoldError> {
        if let Tree::Text(text) = self.tree { Ok(text) } else { Err(self.error("a text")) }
    }

    /// A text, or a number as it is written.
    pub(super) fn label(&self) -> Result<String, GoldError> {
        match self.tree {
            Tree::Text(text) | Tree::Number(text) => Ok(text.clone()),
            _ => Err(self.error("a text")),
        }
    }

    pub(super) fn flag(&self) -> Result<bool, GoldError> {
        if let Tree::Bool(flag) = self.tree { Ok(*flag) } else { Err(self.error("true or false")) }
    }

    pub(super) fn is_list(&self) -> bool {
        matches!(self.tree, Tree::List(_))
    }

    /// Reads each item of a list.
    pub(super) fn each<T>(&self, read: impl Fn(Field<'t>) -> Result<T, GoldError>) -> Result<Vec<T>, GoldError> {
        self.items("a list")?.map(read).collect()
    }

    fn items(&self, expected: &str) -> Result<impl Iterator<Item = Field<'t>>, GoldError> {
        let Tree::List(items) = self.tree else { return Err(self.error(expected)) };
        Ok(items.iter().enumerate().map(|(i, tree)| Field { path: format!("{}[{i}]", self.path), tree }))
    }

    pub(super) fn names(&self) -> Result<Vec<String>, GoldError> {
        self.items("a list of texts")?.map(|item| item.text().map(str::to_owned)).collect()
    }

    /// Lists of names, none of which is empty.
    pub(super) fn lists(&self) -> Result<Vec<Vec<String>>, GoldError> {
        let list = |item: Field<'t>| {
            let names = item.names()?;
            if names.is_empty() { Err(item.error("at least one name")) } else { Ok(names) }
        };
        self.items("a list of lists of texts")?.map(list).collect()
    }

    pub(super) fn date(&self) -> Result<Date, GoldError> {
        self.text()?.parse().map_err(|_| self.error("a date such as 2025-06-29, 2025-06 or 2025"))
    }

    fn decimal(&self, name: &str) -> Result<Decimal, GoldError> {
        const EXPECTED: &str = "a decimal number";
        let field = self.require(name, EXPECTED)?;
        decimal(&field.label()?).ok_or_else(|| field.error(EXPECTED))
    }

    pub(super) fn amount(&self) -> Result<GoldAmount, GoldError> {
        const BOUNDS: &str = "one of exact, approximate, at_least, at_most, range";
        let text = self.get("text").map(|field| field.text()).transpose()?.unwrap_or_default().to_owned();
        let name = self.require("bound", BOUNDS)?;
        let bound = bound(name.text()?).ok_or_else(|| name.error(BOUNDS))?;
        let quantity = if bound == Bound::Range {
            Quantity::Range { min: self.decimal("min")?, max: self.decimal("max")? }
        } else {
            single(self.decimal("value")?)
        };
        let currency = self.get("currency").map(|field| field.currency()).transpose()?;
        Ok(GoldAmount { text, money: Money { quantity, currency, bound } })
    }

    fn currency(&self) -> Result<Currency, GoldError> {
        const EXPECTED: &str = "three capital letters or null";
        self.text()?.parse().map_err(|_| self.error(EXPECTED))
    }
}
