use crate::types::Relation;

/// The type of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RelationType {
    /// See [`Hiring`](crate::types::Hiring).
    Hiring,
    /// See [`Departure`](crate::types::Departure).
    Departure,
    /// See [`Investment`](crate::types::Investment).
    Investment,
}

impl RelationType {
    /// All of them, in the order in which they are scored.
    pub const ALL: [RelationType; 3] = [RelationType::Hiring, RelationType::Departure, RelationType::Investment];

    /// Its name in annotations and reports.
    pub const fn name(self) -> &'static str {
        match self {
            RelationType::Hiring => "hiring",
            RelationType::Departure => "departure",
            RelationType::Investment => "investment",
        }
    }

    /// The type of a relation that was read.
    ///
    /// `None` for types that users declare: annotations know none of them, and they are not scored.
    pub const fn of(relation: &Relation) -> Option<Self> {
        match relation {
            Relation::Hiring(_) => Some(RelationType::Hiring),
            Relation::Departure(_) => Some(RelationType::Departure),
            Relation::Investment(_) => Some(RelationType::Investment),
            Relation::Generic(_) => None,
        }
    }

    /// The slots that relations of the type have.
    pub const fn slots(self) -> &'static [Slot] {
        use Slot::*;
        match self {
            RelationType::Hiring => &[Person, Employer, Role, PreviousEmployer, PreviousRole, Replaces, Date, Status],
            RelationType::Departure => &[Person, Employer, Role, Date, Reason, Destination, Successor, Status],
            RelationType::Investment => {
                &[Kind, Investor, Target, Seller, Amount, Stake, Round, Valuation, Date, Status]
            }
        }
    }
}

macro_rules! slots {
    ($($variant:ident $name:literal $shape:ident;)*) => {
        /// A slot of a relation; the fields of the types of relations say what each means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Slot {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Slot {
            /// Every slot of every type.
            pub const ALL: &'static [Slot] = &[$(Slot::$variant),*];

            /// Its name in annotations and reports.
            pub const fn name(self) -> &'static str {
                match self { $(Slot::$variant => $name,)* }
            }

            /// How annotations tell it and how it is compared.
            pub(super) const fn shape(self) -> Shape {
                match self { $(Slot::$variant => Shape::$shape,)* }
            }
        }
    };
}

slots! {
    Person "person" Name;
    Employer "employer" Name;
    Role "role" Role;
    PreviousEmployer "previous_employer" Name;
    PreviousRole "previous_role" Role;
    Replaces "replaces" Name;
    Destination "destination" Name;
    Successor "successor" Name;
    Investor "investor" NameLists;
    Target "target" Name;
    Seller "seller" Name;
    Amount "amount" Amount;
    Valuation "valuation" Amount;
    Kind "kind" Word;
    Reason "reason" Word;
    Round "round" Word;
    Stake "stake" Stake;
    Date "date" Date;
    Status "status" Word;
}

/// How a slot is annotated and compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Any of several forms of one name.
    Name,
    /// Several names, each in any of its forms.
    NameLists,
    /// Any of several wordings of a post.
    Role,
    /// An amount of money.
    Amount,
    /// Any of several ISO dates.
    Date,
    /// A percentage or a word.
    Stake,
    /// A word, compared without case.
    Word,
}
