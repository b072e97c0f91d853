//! Which sequences of number words make one number.
//!
//! The vocabulary says what a word is worth; this says what may follow what. "mille cent" is 1100, while in "deux trois
//! cents" the second word is refused, so that a new number begins there.

/// What a word does inside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// "zéro" to "seize".
    Unit(u8),
    /// "vingt", "septante".
    Ten(u8),
    /// "vingts", which only "quatre" may precede.
    Vingts,
    /// "cent".
    Hundred,
    /// "cents", which never begins a number.
    Hundreds,
    /// "mille".
    Thousand,
    /// "million", "milliard", "billion": a power of ten.
    Scale(u8),
}

/// A number being built, word by word, without decimals.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Accumulator {
    above: u128,
    above_power: Option<u8>,
    thousands: Option<u64>,
    group: u64,
    last: Option<Step>,
}

impl Accumulator {
    /// Takes one more word; `None` if no number goes on like that, and then nothing has changed.
    pub fn push(&mut self, step: Step) -> Option<()> {
        match step {
            Step::Unit(unit) => self.unit(unit)?,
            Step::Ten(20) if self.is_four() => self.group += 76,
            Step::Ten(ten) => self.ten(ten)?,
            Step::Vingts => self.group += if self.is_four() { 76 } else { return None },
            Step::Hundred if self.group == 0 && !self.is_zero() => self.group = 100,
            Step::Hundred | Step::Hundreds => self.hundreds()?,
            Step::Thousand => self.thousand()?,
            Step::Scale(power) => self.scale(power)?,
        }
        self.last = Some(step);
        Some(())
    }

    fn is_zero(&self) -> bool {
        self.last == Some(Step::Unit(0))
    }

    fn is_four(&self) -> bool {
        self.last == Some(Step::Unit(4)) && self.group % 100 == 4
    }

    fn unit(&mut self, unit: u8) -> Option<()> {
        let tail = self.group % 100;
        let legal = match self.last {
            None => true,
            Some(Step::Unit(10)) => (7..=9).contains(&unit),
            Some(Step::Unit(_)) => false,
            Some(Step::Ten(60)) => unit >= 1,
            Some(Step::Ten(20)) | Some(Step::Vingts) if tail == 80 => unit >= 1,
            Some(Step::Ten(_)) => (1..=9).contains(&unit),
            Some(_) => unit >= 1,
        };
        legal.then(|| self.group += u64::from(unit))
    }

    fn ten(&mut self, ten: u8) -> Option<()> {
        let legal = self.group % 100 == 0 && !self.is_zero() && !matches!(self.last, Some(Step::Ten(_)));
        legal.then(|| self.group += u64::from(ten))
    }

    fn hundreds(&mut self) -> Option<()> {
        let legal = matches!(self.group, 2..=9 | 11..=19);
        legal.then(|| self.group *= 100)
    }

    fn thousand(&mut self) -> Option<()> {
        let legal = self.thousands.is_none() && self.group != 1 && !self.is_zero();
        legal.then(|| {
            self.thousands = Some(self.group.max(1));
            self.group = 0;
        })
    }

    fn scale(&mut self, power: u8) -> Option<()> {
        let lower = self.lower();
        if lower == 0 || self.above_power.is_some_and(|above| power >= above) {
            return None;
        }
        let times = 10u128.checked_pow(u32::from(power))?;
        self.above = self.above.checked_add(u128::from(lower).checked_mul(times)?)?;
        self.above_power = Some(power);
        self.thousands = None;
        self.group = 0;
        Some(())
    }

    fn lower(&self) -> u64 {
        self.thousands.unwrap_or(0) * 1000 + self.group
    }

    /// What the words taken so far come to.
    pub fn value(&self) -> u128 {
        self.above + u128::from(self.lower())
    }

    /// Whether "et un", "et onze" may follow.
    pub fn takes_and(&self) -> bool {
        matches!(self.last, Some(Step::Ten(_) | Step::Vingts | Step::Thousand))
    }

    /// Whether no word was taken.
    pub fn is_empty(&self) -> bool {
        self.last.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::{Accumulator, Step};

    fn read(steps: &[Step]) -> Result<u128, usize> {
        let mut acc = Accumulator::default();
        for (i, step) in steps.iter().enumerate() {
            acc.push(*step).ok_or(i)?;
        }
        Ok(acc.value())
    }

    #[test]
    fn legal_sequences_add_up() {
        use Step::*;
        assert_eq!(read(&[Thousand, Hundred]), Ok(1100));
        assert_eq!(read(&[Unit(4), Ten(20), Unit(10), Unit(9)]), Ok(99));
        assert_eq!(read(&[Unit(11), Hundreds]), Ok(1100));
        assert_eq!(read(&[Thousand, Scale(9)]), Ok(1_000_000_000_000));
        assert_eq!(read(&[Unit(2), Scale(9), Unit(3), Scale(6), Unit(4), Thousand]), Ok(2_003_004_000));
    }

    #[test]
    fn impossible_sequences_are_refused_where_they_fail() {
        use Step::*;
        assert_eq!(read(&[Unit(2), Unit(3), Hundreds]), Err(1));
        assert_eq!(read(&[Ten(20), Unit(11)]), Err(1));
        assert_eq!(read(&[Ten(20), Ten(30)]), Err(1));
        assert_eq!(read(&[Hundreds]), Err(0));
        assert_eq!(read(&[Ten(50), Hundreds]), Err(1));
        assert_eq!(read(&[Unit(2), Scale(6), Unit(3), Scale(9)]), Err(3));
        assert_eq!(read(&[Thousand, Thousand]), Err(1));
        assert_eq!(read(&[Unit(0), Hundred]), Err(1));
        assert_eq!(read(&[Scale(6)]), Err(0));
    }
}
