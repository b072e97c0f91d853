//! Which words are verbs, and the clitics before them.

use super::super::group::Head;
use super::super::verb::verb_group;
use super::{Chunk, Chunker, Mark};
use crate::lexicon::{Contraction, Flags, Negation, Pronoun, Relative, VerbForm, WordClass};
use crate::token::Shape;

impl Chunker<'_> {
    /// "ne", "se", "l'", "en", "y" before a verb.
    pub(super) fn verb_after_clitics(&mut self) -> bool {
        let at = self.at;
        let ne = self.reader.is_class(at, WordClass::Negation(Negation::Particle));
        if !ne && !self.is_clitic_here(at) {
            return self.gerund();
        }
        self.take_verb(at)
    }

    pub(super) fn take_verb(&mut self, at: usize) -> bool {
        let Some(group) = verb_group(self.reader, at, self.stands_apart()) else { return false };
        self.finite += usize::from(matches!(group.form, VerbForm::Finite(..)));
        let end = group.tokens.end.max(at + 1);
        let interposed = group.interposed.clone();
        self.push(Chunk::Verb(Box::new(group)));
        if let Some(date) = interposed {
            // "début mars": the date says it.
            self.at = date.start + usize::from(matches!(self.reader.str(date.start), "début" | "fin" | "courant"));
            while self.at < date.end.min(end) {
                self.step();
            }
        }
        self.at = end;
        true
    }

    pub(super) fn stands_apart(&self) -> bool {
        matches!(self.previous(), None | Some(Chunk::Mark(Mark::Comma | Mark::Colon | Mark::Stop | Mark::Open)))
    }

    /// Whether a word that may be an article or a pronoun is a pronoun before its verb.
    pub(super) fn is_clitic_here(&self, at: usize) -> bool {
        let reader = self.reader;
        let Some(pronoun) = reader.pronouns(at).find(|p| {
            matches!(p, Pronoun::Reflexive | Pronoun::Object(..) | Pronoun::Dative(_) | Pronoun::Y | Pronoun::En)
        }) else {
            return false;
        };
        let next = at + 1;
        match pronoun {
            Pronoun::Reflexive => true,
            Pronoun::En => reader.is_finite(next) && !self.noun_like(next) || self.clitic_then_verb(next),
            Pronoun::Y => !reader.readings(next).is_empty() || self.clitic_then_verb(next),
            Pronoun::Dative(_) => {
                (reader.is_finite(next) || reader.is_infinitive(next))
                    && (!self.noun_like(next) || self.after_subject())
                    || self.clitic_then_verb(next)
            }
            _ => self.object_clitic(at),
        }
    }

    /// "X nous a quittés": behind a subject, and before a verb in the third person.
    pub(super) fn is_generic_object(&self, at: usize) -> bool {
        let generic = self.reader.pronouns(at).any(|p| matches!(p, Pronoun::Generic | Pronoun::Speaker(_)));
        let plural = matches!(self.reader.str(at), "nous" | "vous");
        generic && plural && self.after_subject() && self.reader.is_finite(at + 1)
    }

    pub(super) fn clitic_then_verb(&self, at: usize) -> bool {
        self.reader.pronouns(at).any(|p| matches!(p, Pronoun::En | Pronoun::Y | Pronoun::Dative(_)))
            && self.reader.is_finite(at + 1)
    }

    pub(super) fn object_clitic(&self, at: usize) -> bool {
        let (reader, next) = (self.reader, at + 1);
        if reader.is_infinitive(next) && !self.noun_like(next) || self.clitic_then_verb(next) {
            return true;
        }
        if reader.token(at).shape.has(Shape::ELIDED) && reader.is_auxiliary(next) && reader.is_finite(next) {
            return true;
        }
        reader.is_finite(next) && self.after_subject() && (!self.noun_like(next) || self.after_pronoun())
    }

    pub(super) fn after_pronoun(&self) -> bool {
        match self.previous() {
            Some(Chunk::Relative(Relative::Qui)) => true,
            Some(Chunk::Group(id)) => self.out.groups.get(*id).is_some_and(|g| matches!(g.head, Head::Pronoun(_))),
            _ => false,
        }
    }

    /// "Claire Petit élue rectrice": behind a name, a participle that is also a noun is a participle.
    pub(super) fn after_name(&self) -> bool {
        match self.previous() {
            Some(Chunk::Group(id)) => self.out.groups.get(*id).is_some_and(|g| matches!(g.head, Head::Entity(..))),
            _ => false,
        }
    }

    /// "Marc Durand, parti en mai".
    pub(super) fn after_name_and_comma(&self) -> bool {
        match self.out.row.as_slice() {
            [.., Chunk::Group(id), Chunk::Mark(Mark::Comma)] => {
                self.out.groups.get(*id).is_some_and(|g| matches!(g.head, Head::Entity(..)))
            }
            _ => false,
        }
    }

    pub(super) fn after_subject(&self) -> bool {
        matches!(self.previous(), Some(Chunk::Group(_) | Chunk::Relative(_)))
    }

    /// A word that the lexicon also knows as a noun.
    pub(super) fn noun_like(&self, at: usize) -> bool {
        let nouns = Flags::COMMON
            .with(Flags::ROLE)
            .with(Flags::ORGANIZATION_NOUN)
            .with(Flags::PERSON_NOUN)
            .with(Flags::TRIGGER)
            .with(Flags::DEMONYM);
        self.reader.flags(at).any(nouns)
    }

    /// "en investissant".
    pub(super) fn gerund(&mut self) -> bool {
        let at = self.at;
        if !self.reader.pronouns(at).any(|p| p == Pronoun::En) {
            return false;
        }
        // "en rachetant", "en s'offrant".
        let clitic = self.reader.pronouns(at + 1).any(|p| matches!(p, Pronoun::Reflexive | Pronoun::Object(..)));
        let verb = at + 1 + usize::from(clitic);
        if self.reader.reading(verb, |form| form == VerbForm::PresentParticiple).is_none() {
            return false;
        }
        let Some(mut group) = verb_group(self.reader, at + 1, false) else { return false };
        group.gerund = true;
        self.at = group.tokens.end;
        self.push(Chunk::Verb(Box::new(group)));
        true
    }

    /// "entre au capital": a word that is a preposition or a verb is a verb before another preposition.
    pub(super) fn is_verb_before_preposition(&self, at: usize) -> bool {
        let function = self.reader.is_class(at, WordClass::Preposition) && self.reader.is_finite(at);
        let next = self.reader.contraction(at + 1) == Some(Contraction::A)
            || matches!(self.reader.str(at + 1), "à" | "dans" | "en" | "chez");
        let after_mark = matches!(self.previous(), Some(Chunk::Mark(Mark::Comma | Mark::Close)));
        function && next && (after_mark || matches!(self.previous(), Some(Chunk::Group(_) | Chunk::Relative(_))))
    }

    pub(super) fn is_verb(&self, at: usize) -> bool {
        let readings = self.reader.readings(at);
        if readings.is_empty() {
            return false;
        }
        let finite = self.reader.is_finite(at);
        let infinitive = self.reader.is_infinitive(at);
        let after_preposition = matches!(self.previous(), Some(Chunk::Preposition(_)));
        if !self.noun_like(at) {
            return !after_preposition || infinitive || !finite || self.reader.is_auxiliary(at);
        }
        if infinitive {
            return true;
        }
        let strong = Flags::ROLE.with(Flags::ORGANIZATION_NOUN).with(Flags::PERSON_NOUN);
        if self.reader.flags(at).any(strong) && self.reader.noun_phrase(at).is_some() {
            let apart = !self.reader.flags(at).any(Flags::ROLE) && self.after_name_and_comma();
            // "promue directrice": behind a comma and without an article.
            let promoted = self.reader.flags(at).any(Flags::PERSON_NOUN)
                && matches!(self.previous(), Some(Chunk::Mark(Mark::Comma)))
                && self.opens_with_participle(at);
            let behind = self.is_participle(at) && (self.after_name() || apart || promoted);
            return behind
                || finite && self.after_pronoun()
                || self.previous().is_none() && self.opens_with_participle(at);
        }
        match self.previous() {
            Some(Chunk::Preposition(_)) => false,
            None | Some(Chunk::Mark(Mark::Colon | Mark::Stop | Mark::Open)) => self.opens_with_participle(at),
            Some(Chunk::Group(_) | Chunk::Relative(_)) => {
                finite && self.finite < self.expected || self.is_participle(at)
            }
            _ => self.is_participle(at) || finite && self.finite < self.expected,
        }
    }

    /// "Arrivée chez Suez en 2002, …", but "Arrivée de Claire Petit": with "de" behind it, the word is the noun.
    pub(super) fn opens_with_participle(&self, at: usize) -> bool {
        let of = matches!(self.reader.str(at + 1), "de" | "d'" | "d’" | "du" | "des" | ":" | ",");
        self.is_participle(at) && !of && at + 1 < self.reader.end
    }

    pub(super) fn is_participle(&self, at: usize) -> bool {
        self.reader.reading(at, |form| matches!(form, VerbForm::PastParticiple(..))).is_some()
    }

    pub(super) fn verb(&mut self) {
        if !self.take_verb(self.at) {
            self.at += 1;
        }
    }
}
