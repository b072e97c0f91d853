//! Function words: relatives, prepositions, contractions, conjunctions.

use super::{Chunk, Chunker};
use crate::lexicon::{Contraction, Determiner, Flags, Relative, WordClass};

impl Chunker<'_> {
    pub(super) fn relative(&mut self) -> bool {
        let at = self.at;
        let class = self.reader.classes(at).iter().find_map(|class| match class {
            WordClass::Relative(relative) => Some((None, *relative)),
            WordClass::Contraction(Contraction::ARelative) => Some((Some("à"), Relative::Lequel)),
            WordClass::Contraction(Contraction::DeRelative) => Some((None, Relative::Dont)),
            _ => None,
        });
        let Some((preposition, relative)) = class else { return false };
        let preposition = preposition.and_then(|name| self.reader.lexicon.prepositions.id(name));
        if let Some(preposition) = preposition {
            self.push(Chunk::Preposition(preposition));
        }
        self.at += 1;
        self.expected += 1;
        self.push(Chunk::Relative(relative));
        true
    }

    /// Adverbs of several words and prepositions, the longer first; contractions open a group.
    pub(super) fn function_phrase(&mut self) -> bool {
        let at = self.at;
        let adverb = self.reader.adverb(at);
        let contracted = self.reader.contraction(at).is_some();
        let preposition = self.reader.preposition(at).filter(|(n, _)| {
            *n >= adverb && (*n > 1 || !contracted) && !self.reader.noun_phrase_crosses(at + 1..at + n)
        });
        if let Some((length, id)) = preposition {
            self.at += length;
            self.push(Chunk::Preposition(id));
            let last = self.at - 1;
            if self.reader.contraction(last).is_some() {
                self.contracted_group();
            }
            return true;
        }
        if adverb > 1 {
            self.adverb(adverb);
            return true;
        }
        self.contraction()
    }

    pub(super) fn contraction(&mut self) -> bool {
        let at = self.at;
        let usual = self.reader.lexicon.prepositions.usual();
        let id = match self.reader.contraction(at) {
            Some(Contraction::De) if self.reader.str(at).eq_ignore_ascii_case("des") && !self.after_group() => {
                return false;
            }
            Some(Contraction::De) => usual.de,
            Some(Contraction::A) => usual.a,
            _ => return false,
        };
        let Some(id) = id else { return false };
        self.at += 1;
        self.push(Chunk::Preposition(id));
        self.contracted_group();
        true
    }

    pub(super) fn after_group(&self) -> bool {
        match self.previous() {
            Some(Chunk::Group(_)) => true,
            // "fait partie des effectifs": an idiom leaves its last preposition behind it.
            Some(Chunk::Verb(verb)) => verb.voice == super::super::Voice::Passive || verb.predicate.idiom.is_some(),
            _ => false,
        }
    }

    pub(super) fn contracted_group(&mut self) {
        if self.reader.is_mark(self.at)
            || !self.reader.classes(self.at).is_empty()
                && self.reader.known(self.at).is_none()
                && self.reader.determiner(self.at).is_none()
        {
            return;
        }
        self.group(Some(Determiner::Definite));
    }

    /// "ainsi que", "alors que".
    pub(super) fn conjunction_phrase(&mut self) -> bool {
        let begins = self.reader.begins(self.at, Flags::BEGINS_CONJUNCTION);
        if !begins || !self.reader.flags(self.at).any(Flags::FUNCTION) {
            return false;
        }
        let (reader, at) = (self.reader, self.at);
        let Some((length, class)) = reader.lexicon.conjunctions.longest(|depth| reader.keys(at + depth)) else {
            return false;
        };
        self.at += length;
        let coordinates = *class == WordClass::Coordination;
        let condition = matches!(reader.str(at), "à" | "À" | "au" | "Au");
        self.push(if coordinates { Chunk::Coordination } else { Chunk::Subordination { condition } });
        true
    }

    pub(super) fn conjunction(&mut self) -> bool {
        for class in self.reader.classes(self.at) {
            let chunk = match class {
                WordClass::Coordination => Chunk::Coordination,
                WordClass::Subordination => {
                    let condition = matches!(self.reader.str(self.at), "si" | "Si" | "s'" | "s’" | "S'" | "S’");
                    Chunk::Subordination { condition }
                }
                _ => continue,
            };
            self.at += 1;
            if matches!(chunk, Chunk::Subordination { .. }) {
                self.expected += 1;
            }
            self.push(chunk);
            return true;
        }
        false
    }
}
