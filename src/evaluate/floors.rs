use super::report::Report;
use std::collections::BTreeMap;
use std::fmt;

/// Figures that an evaluation must reach, each under its name in [`Report::figures`].
///
/// ```
/// use depeche::evaluate::{Floors, Scorer};
/// let floors = Floors::parse("[dev]\nmoney_f1 = 0.8\n", "dev")?;
/// let outcome = floors.check(&Scorer::default().report());
/// assert!(outcome.reached());
/// assert_eq!(outcome.to_string(), "money_f1  floor 0.8000  found 1.0000  ok\n");
/// # Ok::<(), depeche::evaluate::FloorError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Floors(BTreeMap<String, f64>);

/// Why floors cannot be used: what was expected, and what was found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct FloorError(String);

impl Floors {
    /// Reads one section of a TOML text: `core_f1 = 0.8`. A section that could not fail is refused: one without figures,
    /// or with floors that all figures reach.
    ///
    /// # Errors
    ///
    /// What was expected, and what was found.
    pub fn parse(toml: &str, section: &str) -> Result<Floors, FloorError> {
        let sections: Result<BTreeMap<String, BTreeMap<String, f64>>, _> = toml::from_str(toml);
        let mut sections = sections.map_err(|error| FloorError(format!("expected sections of figures: {error}")))?;
        let Some(floors) = sections.remove(section) else {
            let known: Vec<String> = sections.into_keys().collect();
            return Err(FloorError(format!("expected a section [{section}], found {}", known.join(", "))));
        };
        if floors.is_empty() {
            return Err(FloorError(format!("expected figures in [{section}], found none")));
        }
        if let Some((figure, floor)) = floors.iter().find(|(_, floor)| !(**floor > 0.0 && **floor <= 1.0)) {
            let expected = "expected a floor above 0 and up to 1";
            return Err(FloorError(format!("[{section}] {figure}: {expected}, found {floor}")));
        }
        Ok(Floors(floors))
    }

    /// Compares the figures of an evaluation with the floors.
    pub fn check(&self, report: &Report) -> FloorCheck {
        let figures = report.figures();
        let row = |(name, floor): (&String, &f64)| (name.clone(), *floor, figures.get(name).copied());
        FloorCheck(self.0.iter().map(row).collect())
    }
}

/// Floors beside the figures found. Displays as a table, one line a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct FloorCheck(Vec<(String, f64, Option<f64>)>);

impl FloorCheck {
    /// Whether every figure exists and none lies below its floor.
    pub fn reached(&self) -> bool {
        self.0.iter().all(|(_, floor, figure)| figure.is_some_and(|figure| figure >= *floor))
    }
}

impl fmt::Display for FloorCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wide = self.0.iter().map(|(name, ..)| name.len()).max().unwrap_or(0);
        for (name, floor, figure) in &self.0 {
            let (figure, verdict) = match figure {
                Some(figure) if figure >= floor => (format!("{figure:.4}"), "ok"),
                Some(figure) => (format!("{figure:.4}"), "below its floor"),
                None => ("      ".to_owned(), "unknown figure"),
            };
            writeln!(f, "{name:wide$}  floor {floor:.4}  found {figure}  {verdict}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Floors;
    use crate::evaluate::Scorer;

    #[test]
    fn floors_are_reached_or_not() {
        let report = Scorer::default().report();
        let check = |text: &str| Floors::parse(text, "a").map(|floors| floors.check(&report).reached());
        assert_eq!(check("[a]\nmoney_f1 = 1"), Ok(true));
        assert_eq!(check("[a]\nmoney_f1 = 1.0\nno_such_figure = 0.1"), Ok(false));
    }

    #[test]
    fn faults_say_what_was_expected() {
        let fault = |text: &str| Floors::parse(text, "a").map_err(|error| error.to_string()).err().unwrap_or_default();
        assert_eq!(fault("[b]\nx = 0.1\n[c]\nx = 0.1"), "expected a section [a], found b, c");
        assert_eq!(fault("[a]"), "expected figures in [a], found none");
        assert_eq!(fault("[a]\nx = 0.0"), "[a] x: expected a floor above 0 and up to 1, found 0");
        assert!(fault("[a]\nx = 'y'").starts_with("expected sections of figures: "));
    }
}
