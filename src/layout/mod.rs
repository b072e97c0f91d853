//! From raw text to blocks: title, byline, dateline, lead, headings, list items, paragraphs, teasers, notices.
//!
//! What a block is follows from the shape of its lines (length, final stop, mark at the head), from where it stands,
//! and from a few words (`grammar/layout/`). Blocks are in order, do not overlap, and cover all that is not white space.

mod assign;
mod data;
mod dates;
mod line;
mod title;
mod wrap;

use serde::{Deserialize, Serialize};

use crate::types::Span;

/// What a block of the text is: the kind of its sentences.
pub use crate::types::SentenceKind as BlockKind;

/// One block of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Block {
    /// Where it stands, in bytes of the text, without surrounding white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// The mark or number of a list item at its head: `-`, `•`, `1.`
    pub marker: Option<Span>,
    /// An inline dateline at its head, dash included: `PARIS, 3 mai (AFP) -`
    pub dateline: Option<Span>,
    /// The name of the outlet at the end of a feed's headline, dash or bar excluded: `Les Echos`
    pub tail: Option<Span>,
}

/// The blocks of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Layout {
    /// In the order of the text.
    pub blocks: Vec<Block>,
}

/// The blocks of `text`.
///
/// Cost: one pass to find the lines; a bounded look at the head and tail of each.
///
/// ```
/// use depeche::layout::{BlockKind, layout};
///
/// let text = "Verdon lève 12 millions d'euros\n\nNANTES, 3 mai (AFP) - La start-up Verdon a levé 12 millions.";
/// let blocks = layout(text).blocks;
/// assert_eq!(blocks[0].kind, BlockKind::Title);
/// assert_eq!(blocks[1].dateline.map(|d| d.of(text)), Some("NANTES, 3 mai (AFP) -"));
/// ```
pub fn layout(text: &str) -> Layout {
    let lines = line::lines(text);
    let mut raws = Vec::with_capacity(lines.len());
    let mut rest = lines.as_slice();
    while !rest.is_empty() {
        let more = rest.iter().skip(1).take_while(|line| !line.after_blank).count();
        let (paragraph, others) = rest.split_at((more + 1).min(rest.len()));
        wrap::split(text, paragraph, |block| raws.extend(assign::Raw::new(block)));
        rest = others;
    }
    Layout { blocks: assign::blocks(text, &raws) }
}
