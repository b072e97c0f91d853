//! Stage 10: one relation for each event.
//!
//! Candidates are given their entities ([`draft`]), completed from what the article tells elsewhere ([`complete`]),
//! joined where they tell one event ([`merge`]) and written out ([`emit`]).

mod complete;
mod draft;
mod emit;
mod merge;
mod round;

use crate::clause::Analysis;
use crate::entity::Entities;
use crate::lexicon::Lexicon;
use crate::reference::Resolver;
use crate::relation::{Candidate, Frames};
use crate::token::Tokens;
use crate::types::{Relation, Sentence};
use crate::value::Values;

pub use draft::Draft;

/// All that the stage looks at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The tokens of the article.
    pub tokens: &'a Tokens<'a>,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Its sentences as the clause stage read them.
    pub analyses: &'a [Analysis],
    /// Who and what it names.
    pub entities: &'a Entities,
    /// Its values.
    pub values: &'a Values,
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// The frames.
    pub frames: &'a Frames,
    /// Who is meant.
    pub resolver: &'a Resolver<'a>,
}

/// The relations of an article, in the order of their first evidence.
pub fn relations(context: Context<'_>, candidates: &[Candidate]) -> (Vec<Relation>, Vec<Draft>) {
    let mut drafts: Vec<Draft> = candidates.iter().flat_map(|candidate| draft::settle(context, candidate)).collect();
    for draft in &mut drafts {
        complete::complete(context, draft);
    }
    let drafts = merge::merge(context, drafts);
    (drafts.iter().map(|draft| emit::emit(context, draft)).collect(), drafts)
}
