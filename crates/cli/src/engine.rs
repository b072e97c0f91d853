//! The extractor that the arguments ask for.

use crate::args::Setup;
use depeche::{BuildError, Extractor, Gazetteer, GazetteerError};
use std::fmt;

/// A gazetteer or frames that cannot be used.
#[derive(Debug)]
pub enum BadSetup {
    /// A gazetteer.
    Gazetteer(GazetteerError),
    /// Frames, or all of it together.
    Build(BuildError),
}

impl fmt::Display for BadSetup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadSetup::Gazetteer(error) => error.fmt(f),
            BadSetup::Build(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for BadSetup {}

/// Builds it; the embedded data alone when nothing is asked for.
pub fn extractor(setup: &Setup) -> Result<Extractor, BadSetup> {
    if setup.gazetteers.is_empty() && setup.frames.is_empty() && setup.least_confidence.is_none() {
        return Ok(Extractor::french());
    }
    let mut builder = Extractor::builder();
    for path in &setup.gazetteers {
        builder = builder.gazetteer(Gazetteer::from_path(path).map_err(BadSetup::Gazetteer)?);
    }
    for path in &setup.frames {
        builder = builder.frames(path);
    }
    if let Some(least) = setup.least_confidence {
        builder = builder.least_confidence(least);
    }
    builder.build().map_err(BadSetup::Build)
}
