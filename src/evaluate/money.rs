//! Scoring the amounts of money of one article.

use super::amount::same_amount;
use super::brief::currency;
use super::gold::GoldArticle;
use super::measure::{Tally, rounded};
use super::mistakes::Mistakes;
use crate::types::{Amount, Quantity};

/// Tallies of amounts, and of the bounds of those that are right.
#[derive(Clone, Debug, Default)]
pub(super) struct MoneyScores {
    pub(super) tally: Tally,
    bounds_right: usize,
    pub(super) mistakes: Mistakes,
}

impl MoneyScores {
    /// The part of the right amounts whose bound is right as well; `None` where no amount is right.
    pub(super) fn bound_accuracy(&self) -> Option<f64> {
        let right = self.tally.right;
        if right == 0 { None } else { Some(rounded(self.bounds_right as f64 / right as f64)) }
    }

    pub(super) fn add(&mut self, article: &GoldArticle, amounts: &[Amount]) {
        let id = &article.id;
        let mut left: Vec<&Amount> = amounts.iter().collect();
        self.tally.add(0, left.len(), article.amounts.len());
        for gold in &article.amounts {
            let Some(at) = left.iter().position(|amount| same_amount(&amount.money, &gold.money)) else {
                self.mistakes.push("missed", format!("{id}: '{}'", gold.text));
                continue;
            };
            let amount = left.remove(at);
            self.tally.add(1, 0, 0);
            self.bounds_right += usize::from(amount.money.bound == gold.money.bound);
        }
        for amount in left {
            let value = match amount.money.quantity {
                Quantity::Single { value } => value.to_string(),
                Quantity::Range { min, max } => format!("{min}-{max}"),
            };
            let line = format!("{id}: '{}' = {value} {}", amount.text, currency(&amount.money));
            self.mistakes.push("spurious", line);
        }
    }
}
