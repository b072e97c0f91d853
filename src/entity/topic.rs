//! What a text is about, as far as that changes what its names are.

use super::cues::{Cue, Cues};
use crate::lexicon::Flags;
use crate::token::{Shape, Tokens};

/// What a text is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Topic {
    /// Clubs and players: there, the name of a city means its club.
    pub sport: bool,
    /// Companies, or too short to tell: there, an unknown name by itself is rather a company than a place, a probe or
    /// a beetle.
    pub business: bool,
}

/// One word in so many must be a word of sport pages.
const SPORT: usize = 45;

/// One word in so many must be a noun for organizations, or one that organizations complement. Half of the news about
/// companies has one in eleven, half of general news one in thirty.
const BUSINESS: usize = 20;

/// Texts with fewer words count as being about companies, as the library's readers are.
const SHORT: usize = 60;

impl Topic {
    /// Two table look-ups a token.
    pub fn of(tokens: &Tokens<'_>, cues: &Cues) -> Topic {
        let (mut words, mut sport, mut business) = (0, 0, 0);
        for token in tokens.all() {
            if !token.shape.has(Shape::WORD) {
                continue;
            }
            words += 1;
            let cue = cues.word(token.base);
            sport += usize::from(cue.any(Cue::SPORT));
            let noun = token.flags.any(Flags::ORGANIZATION_NOUN);
            business +=
                usize::from(noun && !token.shape.has(Shape::CAPITAL)) + usize::from(cue.any(Cue::OF_ORGANIZATION));
        }
        Topic { sport: sport > 0 && sport * SPORT >= words, business: words < SHORT || business * BUSINESS >= words }
    }
}
