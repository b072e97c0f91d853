//! Pronouns, and nouns told again by one.

use super::super::group::{Group, Head};
use super::{Chunk, Chunker};
use crate::lexicon::{Determiner, Negation, Number, Pronoun, WordClass};
use crate::token::Shape;

impl Chunker<'_> {
    /// "tous", "certains" without a noun.
    pub(super) fn is_pronoun_alone(&self, at: usize) -> bool {
        let pronoun = self.reader.pronouns(at).any(|p| matches!(p, Pronoun::Indefinite | Pronoun::Neuter));
        let next = at + 1;
        let before_verb = !self.reader.readings(next).is_empty() && !self.noun_like(next)
            || self.reader.is_class(next, WordClass::Negation(Negation::Particle));
        pronoun && (before_verb || self.reader.is_mark(next))
    }

    pub(super) fn pronoun(&mut self) -> bool {
        let at = self.at;
        let shape = self.reader.token(at).shape;
        if let Some(group) = self.event_again(at) {
            self.at += 1;
            self.out.groups.push(group);
            self.push(Chunk::Group(self.out.groups.len() - 1));
            return true;
        }
        let found = self.reader.pronouns(at).find(|p| {
            matches!(
                p,
                Pronoun::Subject(..)
                    | Pronoun::Generic
                    | Pronoun::Speaker(_)
                    | Pronoun::Demonstrative(..)
                    | Pronoun::Neuter
                    | Pronoun::Indefinite
                    | Pronoun::Dative(_)
            )
        });
        // "celui de l'obésité": any noun may be meant.
        let bound = matches!(self.reader.str(at + 1), "de" | "d'" | "d’" | "du" | "des");
        let Some(pronoun) = found.map(|pronoun| match pronoun {
            Pronoun::Demonstrative(..) if bound && !self.reader.str(at).contains('-') => Pronoun::Neuter,
            other => other,
        }) else {
            return false;
        };
        let mut group = Group::new(at..at + 1, Head::Pronoun(pronoun));
        match pronoun {
            Pronoun::Subject(gender, number) | Pronoun::Demonstrative(gender, number) => {
                group.gender = Some(gender);
                group.number = number;
            }
            Pronoun::Dative(number) | Pronoun::Speaker(number) => group.number = number,
            _ => group.number = Number::Singular,
        }
        self.at += 1;
        // "-t-il" behind its verb has been taken by the verb group; one left over says nothing.
        if !shape.has(Shape::CLITIC) {
            self.out.groups.push(group);
            self.push(Chunk::Group(self.out.groups.len() - 1));
        }
        true
    }

    /// "le départ de X et celui de Y": the noun that the pronoun stands for.
    pub(super) fn event_again(&self, at: usize) -> Option<Group> {
        let demonstrative = matches!(self.reader.str(at), "celui" | "celle" | "ceux" | "celles");
        if !demonstrative || !matches!(self.reader.str(at + 1), "de" | "d'" | "d’" | "du" | "des") {
            return None;
        }
        let before = self.out.groups.iter().rev().find(|group| matches!(group.head, Head::Event(_)))?;
        let mut group = Group::new(at..at + 1, before.head);
        group.determiner = Some(Determiner::Definite);
        Some(group)
    }
}
