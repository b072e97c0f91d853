use serde::Serialize;

/// Precision, recall and their harmonic mean, rounded to four decimals, with the counts that they come from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Measure {
    /// The part of what was read that is right; 1 where nothing was read and nothing is annotated.
    pub precision: f64,
    /// The part of what is annotated that was read; 1 where nothing is annotated and nothing was read.
    pub recall: f64,
    /// The harmonic mean of the two.
    pub f1: f64,
    /// How many were read and are right.
    pub right: usize,
    /// How many were read.
    pub predicted: usize,
    /// How many are annotated.
    pub gold: usize,
}

/// Running counts for one [`Measure`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) right: usize,
    pub(super) predicted: usize,
    pub(super) gold: usize,
}

impl Tally {
    pub(super) fn add(&mut self, right: usize, predicted: usize, gold: usize) {
        self.right += right;
        self.predicted += predicted;
        self.gold += gold;
    }

    pub(super) fn measure(self) -> Measure {
        let share = |whole: usize, other: usize| match (whole, other) {
            (0, 0) => 1.0,
            (0, _) => 0.0,
            _ => self.right as f64 / whole as f64,
        };
        let (precision, recall) = (share(self.predicted, self.gold), share(self.gold, self.predicted));
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Measure {
            precision: rounded(precision),
            recall: rounded(recall),
            f1: rounded(f1),
            right: self.right,
            predicted: self.predicted,
            gold: self.gold,
        }
    }
}

/// To four decimals, a tie of the exact binary value going to the even digit.
pub(super) fn rounded(value: f64) -> f64 {
    format!("{value:.4}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn measures() {
        let measure = |right, predicted, gold| {
            let m = Tally { right, predicted, gold }.measure();
            (m.precision, m.recall, m.f1)
        };
        assert_eq!(measure(2, 3, 4), (0.6667, 0.5, 0.5714));
        assert_eq!(measure(0, 0, 0), (1.0, 1.0, 1.0));
        assert_eq!(measure(0, 0, 4), (0.0, 0.0, 0.0));
        assert_eq!(measure(0, 4, 0), (0.0, 0.0, 0.0));
        assert_eq!(measure(5, 5, 5), (1.0, 1.0, 1.0));
    }
}
