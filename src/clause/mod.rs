//! Stage 7: who does what to whom.
//!
//! A cascade over the tokens of one sentence. `chunk` cuts it into noun groups, verb groups, prepositions and
//! marks; `link` gives each verb its subject, objects and complements, through relatives, participles,
//! infinitives, coordination, inversion and enclosures; [`Clause::arguments`] undoes the passive and the causative, so
//! that frames see one construction. Nothing here knows what a verb means.

mod arguments;
mod attach;
mod chunk;
mod group;
mod known;
mod link;
mod noun;
mod passive;
mod reader;
mod show;
mod status;
mod triggers;
mod verb;
mod words;

pub use arguments::Arguments;
pub use group::{Group, GroupId, Head};
pub use known::{Known, KnownKind, known};
pub use status::{Modality, Negated};
pub use triggers::Triggers;
pub use verb::{Predicate, VerbGroup, Voice};

use crate::lexicon::{Lexicon, Relative};
use crate::token::Tokens;
use std::ops::Range;

/// A sentence as the engine read it.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// Its number in the article.
    pub sentence: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its noun groups, in reading order.
    pub groups: Vec<Group>,
    /// Its clauses, in the order of their verbs.
    pub clauses: Vec<Clause>,
    /// The group before a colon that tells what the sentence is about: "Engie : …".
    pub topic: Option<GroupId>,
}

/// A verb with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Clause {
    /// The verb group.
    pub verb: VerbGroup,
    /// How it is joined to the rest of the sentence.
    pub link: ClauseLink,
    /// The clause that it depends on.
    pub parent: Option<usize>,
    /// The surface subject.
    pub subject: Option<GroupId>,
    /// Groups without preposition after the verb, or the antecedent of "que".
    pub objects: Vec<GroupId>,
    /// Groups with their prepositions.
    pub complements: Vec<(u16, GroupId)>,
    /// In which enclosure it stands.
    pub enclosure: u32,
    /// Told by somebody ("selon X") rather than by the article.
    pub reported: bool,
}

/// How a clause is joined to the rest of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseLink {
    /// By nothing.
    Main,
    /// By a relative pronoun.
    Relative(Relative),
    /// By "que" behind a verb of saying.
    Reported,
    /// By "lorsque".
    Subordinate,
    /// By "si": supposed, not told.
    Condition,
    /// By its participle.
    Participle,
    /// By its infinitive.
    Infinitive,
}

/// Reads every sentence of a text. `known` are the names and values of the text as [`known`](known()) gives them. Linear
/// in the text.
pub fn analyse_all(tokens: &Tokens<'_>, known: &[Known], lexicon: &Lexicon, triggers: &Triggers) -> Vec<Analysis> {
    let mut out = Vec::with_capacity(tokens.sentence_count());
    let (mut rest, mut words) = (known, Vec::new());
    let (of_posts, mut row) = (link::of_posts(lexicon), Vec::new());
    for (index, range) in tokens.sentences().iter().enumerate() {
        let (own, later) = rest.split_at(rest.partition_point(|known| known.tokens.start < range.end));
        rest = later;
        words::read(tokens, range.clone(), own, lexicon, &mut words);
        out.push(read(tokens, index, &words, (lexicon, &of_posts), triggers, &mut row));
    }
    out
}

/// Reads one sentence. `known` are the names and values that begin in it, in order and without overlap. Linear in the
/// tokens of the sentence.
pub fn analyse(
    tokens: &Tokens<'_>,
    sentence: usize,
    known: &[Known],
    lexicon: &Lexicon,
    triggers: &Triggers,
) -> Analysis {
    let mut words = Vec::new();
    words::read(tokens, tokens.sentence(sentence), known, lexicon, &mut words);
    read(tokens, sentence, &words, (lexicon, &link::of_posts(lexicon)), triggers, &mut Vec::new())
}

fn read(
    tokens: &Tokens<'_>,
    sentence: usize,
    words: &[words::Word<'_>],
    (lexicon, of_posts): (&Lexicon, &[u16]),
    triggers: &Triggers,
    row: &mut Vec<chunk::Chunk>,
) -> Analysis {
    let range = tokens.sentence(sentence);
    let reader = reader::Reader::new(tokens, range.clone(), words, lexicon, triggers);
    let mut chunks = chunk::chunk(reader, std::mem::take(row));
    let mut analysis = link::link(&mut chunks, lexicon, of_posts);
    *row = chunks.row;
    passive::idioms(reader, &mut analysis);
    analysis.sentence = sentence;
    analysis.tokens = range;
    analysis
}
