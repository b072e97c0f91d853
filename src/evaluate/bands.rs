use serde::Serialize;

/// From which confidence on each band counts, the surest first.
const FROM: [f32; 6] = [0.9, 0.8, 0.7, 0.6, 0.5, 0.0];

/// The confidence from which on a relation counts as sure in [`Bands::sure_precision`].
const SURE: f32 = 0.8;

/// How many of the relations of one band of confidence are right.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Band {
    /// The least confidence in the band, which ends below the next one.
    pub from: f32,
    /// How many were read and have a right core.
    pub right: usize,
    /// How many were read.
    pub predicted: usize,
}

/// Relations that were read, by their confidence; those that annotations leave open are not counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Bands(Vec<Band>);

impl Default for Bands {
    fn default() -> Self {
        Bands(FROM.map(|from| Band { from, right: 0, predicted: 0 }).to_vec())
    }
}

impl Bands {
    pub(super) fn add(&mut self, confidence: f32, right: bool) {
        if let Some(band) = self.0.iter_mut().find(|band| confidence >= band.from) {
            band.right += usize::from(right);
            band.predicted += 1;
        }
    }

    /// The bands, the surest first.
    pub fn iter(&self) -> impl Iterator<Item = &Band> {
        self.0.iter()
    }

    /// The precision of relations of at least that confidence, which is the lower end of a band; `None` if there are none.
    pub fn precision_from(&self, confidence: f32) -> Option<f64> {
        let sure = self.0.iter().filter(|band| band.from >= confidence);
        let (right, predicted) = sure.fold((0, 0), |(r, p), band| (r + band.right, p + band.predicted));
        (predicted > 0).then(|| right as f64 / predicted as f64)
    }

    /// The precision of relations of a confidence of 0.8 and more; `None` if there are none.
    pub fn sure_precision(&self) -> Option<f64> {
        self.precision_from(SURE)
    }

    /// A line for each band, with its own precision and that of all from there up.
    pub(super) fn render(&self) -> String {
        let mut out = String::new();
        let mut end = 1.0;
        for Band { from, right, predicted } in self.iter() {
            let own = if *predicted == 0 { 1.0 } else { *right as f64 / *predicted as f64 };
            let up = self.precision_from(*from).unwrap_or(1.0);
            let name = format!("{from:.1} to {end:.1}");
            out.push_str(&format!(
                "  {name:32} P {own:.3}   ({right} right, {predicted} predicted)   from there up P {up:.3}\n"
            ));
            end = *from;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Bands;

    #[test]
    fn bands_count_what_lies_in_them_and_precision_what_lies_above() {
        let mut bands = Bands::default();
        for (confidence, right) in [(1.0, true), (0.9, true), (0.89, false), (0.8, true), (0.79, false), (0.0, false)] {
            bands.add(confidence, right);
        }
        let counts: Vec<(usize, usize)> = bands.iter().map(|band| (band.right, band.predicted)).collect();
        assert_eq!(counts, [(2, 2), (1, 2), (0, 1), (0, 0), (0, 0), (0, 1)]);
        assert_eq!(bands.precision_from(0.9), Some(1.0));
        assert_eq!(bands.sure_precision(), Some(0.75));
        assert_eq!(Bands::default().sure_precision(), None);
        assert!(bands.render().starts_with("  0.9 to 1.0"), "{}", bands.render());
    }
}
