//! A stretch of tokens that may be a name, with the evidence at its place.

use crate::lexicon::Gender;
use std::ops::Range;

/// Evidence for each kind, in points that add up; about four decide alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scores {
    pub person: i32,
    pub organization: i32,
    pub place: i32,
    pub product: i32,
    /// That it is no name that the stage reports: an event, a law, a common word.
    pub other: i32,
}

impl Scores {
    pub fn add(&mut self, more: Scores) {
        self.person = self.person.saturating_add(more.person);
        self.organization = self.organization.saturating_add(more.organization);
        self.place = self.place.saturating_add(more.place);
        self.product = self.product.saturating_add(more.product);
        self.other = self.other.saturating_add(more.other);
    }

    pub fn at_most(self, points: i32) -> Scores {
        Scores {
            person: self.person.min(points),
            organization: self.organization.min(points),
            place: self.place.min(points),
            product: self.product.min(points),
            other: self.other.min(points),
        }
    }

    pub const fn person(points: i32) -> Scores {
        Scores { person: points, ..Scores::NONE }
    }

    pub const fn organization(points: i32) -> Scores {
        Scores { organization: points, ..Scores::NONE }
    }

    pub const fn place(points: i32) -> Scores {
        Scores { place: points, ..Scores::NONE }
    }

    pub const fn product(points: i32) -> Scores {
        Scores { product: points, ..Scores::NONE }
    }

    const NONE: Scores = Scores { person: 0, organization: 0, place: 0, product: 0, other: 0 };
}

/// How much a capital tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ground {
    /// None: the sentence begins here or is all in capitals, and the word is an ordinary one.
    #[default]
    None,
    /// Little: the sentence begins here, but the word is in no list; or an ordinary word inside a sentence.
    Weak,
    /// A capital inside a sentence.
    Firm,
}

/// A stretch of tokens that may be a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub tokens: Range<usize>,
    /// The gazetteer's name for exactly these tokens.
    pub hit: Option<crate::gazetteer::Hit>,
    pub ground: Ground,
    /// What stands around this mention.
    pub scores: Scores,
    /// Told by a title before it.
    pub gender: Option<Gender>,
    pub titled: bool,
    /// The words describe an institution; the first of them may be in lower case.
    pub institution: bool,
    /// The sentence is all in capitals: only names known from elsewhere count.
    pub shouted: bool,
}

impl Candidate {
    pub fn new(tokens: Range<usize>, ground: Ground) -> Self {
        Candidate {
            tokens,
            hit: None,
            ground,
            scores: Scores::default(),
            gender: None,
            titled: false,
            institution: false,
            shouted: false,
        }
    }
}
