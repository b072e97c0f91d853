//! Noun groups: a head with what determines, extends and describes it.

use crate::lexicon::{Determiner, Gender, Modifier, Number, Pronoun, RoleKind, WordId};
use crate::types::EntityKind;
use std::ops::Range;

/// A noun group, by its place in [`Analysis::groups`](super::Analysis::groups).
pub type GroupId = usize;

/// A noun, name or pronoun with its words.
#[derive(Clone, Debug)]
pub struct Group {
    /// All its tokens, determiner included, preposition not.
    pub tokens: Range<usize>,
    /// The tokens of the name, noun or post alone.
    pub core: Range<usize>,
    /// What it means.
    pub head: Head,
    /// "le", "son".
    pub determiner: Option<Determiner>,
    /// Where the words tell it.
    pub gender: Option<Gender>,
    /// Singular unless the words tell otherwise.
    pub number: Number,
    /// "ancien", "futur", "sortant", "par intérim".
    pub time: Option<Modifier>,
    /// The preposition that governs it.
    pub preposition: Option<u16>,
    /// The group that it depends on: the post whose employer it is, the event whose participant it is.
    pub parent: Option<GroupId>,
    /// The group that it describes: "Paul Martin" for "directeur général" in "Paul Martin, directeur général".
    pub describes: Option<GroupId>,
    /// The group that begins the enumeration it belongs to.
    pub first: Option<GroupId>,
    /// In which enclosure it stands: 0 for none, then one number for each bracket or dash pair.
    pub enclosure: u32,
}

/// What the head of a group means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// An entity, by its index, with what it is.
    Entity(usize, EntityKind),
    /// "il", "celui-ci".
    Pronoun(Pronoun),
    /// A post.
    Role(RoleKind),
    /// "la société"; whether it can refer back.
    Organization {
        /// Whether it can refer back to an organization named before.
        anaphoric: bool,
        /// A board, a unit, a team: a part of an organization, which "de" names.
        part: bool,
    },
    /// "le dirigeant"; whether it can refer back.
    Person {
        /// Whether it can refer back to a person named before.
        anaphoric: bool,
    },
    /// "l'Espagnol", "le normand": a person or an organization by its place.
    Demonym,
    /// A noun for an event that frames know, by its number.
    Event(u16),
    /// An amount of money, by its index.
    Amount(usize),
    /// A percentage, by its index.
    Percentage(usize),
    /// "la majorité du capital", by its index.
    Share(usize),
    /// A date, by its index.
    Date(usize),
    /// A bare number.
    Number,
    /// Any other noun.
    Common(WordId),
}

impl Group {
    pub(super) fn new(tokens: Range<usize>, head: Head) -> Self {
        Self {
            core: tokens.clone(),
            tokens,
            head,
            determiner: None,
            gender: None,
            number: Number::Singular,
            time: None,
            preposition: None,
            parent: None,
            describes: None,
            first: None,
            enclosure: 0,
        }
    }

    /// Whether it names an entity of a kind.
    pub fn is_entity(&self, kind: EntityKind) -> bool {
        matches!(self.head, Head::Entity(_, k) if k == kind)
    }

    /// Whether it tells how much or when.
    pub fn is_measure(&self) -> bool {
        matches!(self.head, Head::Amount(_) | Head::Percentage(_) | Head::Share(_) | Head::Date(_))
    }

    /// Whether it can be the subject of an event: somebody or something, rather than a date or a measure.
    pub fn is_nominal(&self) -> bool {
        !matches!(self.head, Head::Date(_) | Head::Percentage(_) | Head::Number)
    }
}
