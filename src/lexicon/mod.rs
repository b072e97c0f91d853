//! French words: their ids, what they can be, and how verbs are conjugated.
//!
//! Not a stage but what the stages share: every token is looked up once in the [`Vocabulary`], and all that follows
//! compares ids. The data are the files of `grammar/lexicon`, each with its columns explained at its top.

mod build;
pub mod conjugation;
mod nominal;
mod periphrasis;
mod table;
mod trie;
mod verbs;
mod vocabulary;
mod word_class;
mod word_key;

pub use build::{Lexicon, NounTrait, Prepositions, Usual};
pub use conjugation::{Auxiliary, Gender, Mood, Number, Tense, Trait};
pub use nominal::{Modifier, NounPhrase, OrganizationNoun, PersonNoun, Role, RoleKind};
pub use periphrasis::{Effect, Link};
pub use table::{DataError, Row, rows};
pub use trie::{Keys, Trie};
pub use verbs::{Reading, Verb, VerbForm, VerbId, Verbs};
pub use vocabulary::{Flags, Vocabulary, WordId};
pub use word_class::{Contraction, Determiner, Negation, Pronoun, Relative, WordClass};
pub(crate) use word_key::{WordKey, load};
