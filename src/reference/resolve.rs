//! From words to the entity that they mean.

use super::affiliation::Affiliations;
use super::discourse::{Discourse, Told, Trace};
use super::post::Post;
use super::search::Wanted;
use super::section::{Sections, Topic};
use super::words::words;
use crate::clause::{Analysis, Clause, Group, GroupId, Head};
use crate::lexicon::{Determiner, Gender, Number, Pronoun, RoleKind, Trait};
use crate::relation::{Filler, Slot, employer_inside};
use crate::types::{EntityKind, Span};

/// An entity, and how the words mean it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meant {
    /// Which entity.
    pub entity: usize,
    /// How.
    pub how: How,
    /// The tokens of the words.
    pub tokens: (usize, usize),
}

/// How words mean an entity, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// By name.
    Name,
    /// By a description in apposition, or one that names it in full.
    Description,
    /// By a pronoun or possessive.
    Pronoun,
    /// By nothing in the clause: the article is about it.
    Focus,
}

/// How many sentences back a pronoun looks.
const PRONOUN_REACH: usize = 3;
/// How many sentences back a description looks.
const DESCRIPTION_REACH: usize = 8;
/// How many sentences back an event without an employer looks.
const SETTING_REACH: usize = 4;
/// No more posts than these are compared with one, so that the cost stays linear in the article.
const POSTS: usize = 256;

/// How often one group leads to another: "le conseil de la direction du comité…" is followed no further, so that no
/// text, however nested, costs stack or time.
const STEPS: usize = 6;

/// Finds who is meant.
#[derive(Clone, Copy, Debug)]
pub struct Resolver<'a> {
    told: Told<'a>,
    discourse: &'a Discourse<'a>,
    affiliations: &'a Affiliations,
    sections: &'a Sections,
}

impl<'a> Resolver<'a> {
    /// A resolver for one article.
    pub fn new(
        told: Told<'a>,
        discourse: &'a Discourse<'a>,
        affiliations: &'a Affiliations,
        sections: &'a Sections,
    ) -> Self {
        Self { told, discourse, affiliations, sections }
    }

    /// The same resolver, knowing more posts.
    #[must_use]
    pub fn knowing<'b>(self, affiliations: &'b Affiliations) -> Resolver<'b>
    where
        'a: 'b,
    {
        Resolver { told: self.told, discourse: self.discourse, affiliations, sections: self.sections }
    }

    /// What the article says.
    pub fn told(&self) -> Told<'a> {
        self.told
    }

    /// Who fills a slot. `sentence` is the one that the filler stands in; `barred` fill other slots of the relation.
    pub fn meant(&self, sentence: usize, slot: Slot, filler: Filler, barred: &[usize]) -> Option<Meant> {
        match filler {
            Filler::Group(id) => self.group(sentence, slot, id, barred),
            Filler::Possessor(id) => self.possessor(sentence, slot, id, barred),
            Filler::Whole(id) => self.setting(sentence, self.analysis(sentence)?.groups.get(id)?.tokens.start, barred),
            Filler::Clitic { token, plural: false } => {
                let wanted = self.wanted(slot, None, PRONOUN_REACH, barred);
                self.search(sentence, token..token + 1, wanted, How::Pronoun)
            }
            Filler::Clitic { .. } => None,
        }
    }

    fn analysis(&self, sentence: usize) -> Option<&'a Analysis> {
        self.told.analyses.get(sentence)
    }

    fn wanted<'w>(&self, slot: Slot, gender: Option<Gender>, reach: usize, barred: &'w [usize]) -> Wanted<'w> {
        let human = slot.is_person();
        let organization = slot.is_organization() || slot.is_party();
        let gender = if human { gender } else { None };
        Wanted { person: human, organization, gender, reach, step: 5, barred, noun: None, focus: 1 }
    }

    /// Who a noun group of a sentence means, as the filler of a slot.
    pub fn group(&self, sentence: usize, slot: Slot, id: GroupId, barred: &[usize]) -> Option<Meant> {
        let analysis = self.analysis(sentence)?;
        let mut id = id;
        for _ in 0..STEPS {
            let part = matches!(analysis.groups.get(id)?.head, Head::Organization { part: true, .. });
            let inside = employer_inside(analysis, id).first().copied().filter(|inside| *inside != id);
            match inside.filter(|_| part && !slot.is_person()) {
                // "le conseil d'administration de Y" is Y.
                Some(inside) => id = inside,
                None => return self.whole(sentence, slot, id, barred),
            }
        }
        None
    }

    fn whole(&self, sentence: usize, slot: Slot, id: GroupId, barred: &[usize]) -> Option<Meant> {
        let group = self.analysis(sentence)?.groups.get(id)?;
        match group.head {
            Head::Entity(entity, _) => Some(found(entity, How::Name, &group.core)),
            Head::Pronoun(pronoun) => self.pronoun(sentence, slot, group, pronoun, barred),
            Head::Role(RoleKind::Office) => None,
            Head::Role(_) if group.describes.is_some() => self.group_named(sentence, group),
            // Whoever holds a post is no organization; so the search for employers below leads back here never.
            Head::Role(_) if slot.is_organization() => None,
            Head::Role(_) => self.post_holder(sentence, slot, id, group, barred),
            Head::Organization { .. } | Head::Person { .. } | Head::Demonym if group.describes.is_some() => {
                self.group_named(sentence, group)
            }
            // "le conseil" is that of the organization spoken of.
            Head::Organization { part: true, .. } if !slot.is_person() && is_definite(group) => {
                self.organization(sentence, slot, group, barred)
            }
            Head::Organization { anaphoric: true, .. } | Head::Person { anaphoric: true } | Head::Demonym
                if is_definite(group) =>
            {
                self.description(sentence, slot, group, barred)
            }
            _ => None,
        }
    }

    /// The name that a description stands beside.
    fn group_named(&self, sentence: usize, group: &Group) -> Option<Meant> {
        let named = self.analysis(sentence)?.groups.get(group.describes?)?;
        match named.head {
            Head::Entity(entity, _) => Some(found(entity, How::Name, &named.core)),
            _ => None,
        }
    }

    /// The organization that a section tells of, or the one that fits best.
    fn organization(&self, sentence: usize, slot: Slot, group: &Group, barred: &[usize]) -> Option<Meant> {
        // "la filiale de X" is not X.
        let barred = &[barred, &self.owners(sentence, group)].concat();
        let mut wanted = self.wanted(slot, None, DESCRIPTION_REACH, barred);
        wanted.person = false;
        (wanted.step, wanted.focus) = (3, 2);
        let noun = group.core.start;
        let word = self.told.tokens.get(noun).base;
        let general = words().has("generic", &self.told.tokens.str(noun).to_lowercase());
        wanted.noun = (word.is_known() && !general).then_some(word);
        if group.determiner == Some(Determiner::Possessive) {
            // "X investit dans son usine": its own.
            if let Some(entity) = self.owner(sentence, group) {
                return Some(found(entity, How::Description, &group.tokens));
            }
        }
        let topic = self.sections.of(sentence).map(|topic| topic.entity);
        if let Some(entity) = topic.filter(|entity| wanted.suits(self.discourse, *entity)) {
            return Some(found(entity, How::Description, &group.tokens));
        }
        self.search(sentence, group.tokens.clone(), wanted, How::Description)
    }

    /// The organizations named inside a description that is none of them.
    fn owners(&self, sentence: usize, group: &Group) -> Vec<usize> {
        let part = matches!(group.head, Head::Organization { part: true, .. });
        let Some(analysis) = self.analysis(sentence).filter(|_| !part) else { return Vec::new() };
        let inside = |other: &&Group| {
            let outer = other.parent.and_then(|id| analysis.groups.get(id));
            outer.is_some_and(|outer| outer.tokens == group.tokens)
        };
        let named = analysis.groups.iter().filter(inside).filter_map(|other| match other.head {
            Head::Entity(entity, EntityKind::Organization) => Some(entity),
            _ => None,
        });
        named.collect()
    }

    /// The organization that is the subject of the clause around a group.
    fn owner(&self, sentence: usize, group: &Group) -> Option<usize> {
        let analysis = self.analysis(sentence)?;
        let id = analysis.groups.iter().position(|other| other.tokens == group.tokens)?;
        let subject = analysis.groups.get(subject_around(analysis, id)?)?;
        match subject.head {
            Head::Entity(entity, EntityKind::Organization) => Some(entity),
            Head::Pronoun(pronoun) => {
                self.pronoun(sentence, Slot::Employer, subject, pronoun, &[]).map(|meant| meant.entity)
            }
            _ => None,
        }
    }

    fn pronoun(&self, sentence: usize, slot: Slot, group: &Group, pronoun: Pronoun, barred: &[usize]) -> Option<Meant> {
        if let Pronoun::Speaker(_) = pronoun {
            return self.speaker(sentence, slot, group, barred);
        }
        if group.number == Number::Plural || matches!(pronoun, Pronoun::Generic | Pronoun::Neuter) {
            return None;
        }
        let mut wanted = self.wanted(slot, group.gender, PRONOUN_REACH, barred);
        if slot.is_party() {
            // People buy and sell too.
            wanted.person = true;
            wanted.gender = group.gender;
        }
        if matches!(pronoun, Pronoun::Demonstrative(..)) {
            return self.nearest(sentence, group, wanted);
        }
        self.search(sentence, group.tokens.clone(), wanted, How::Pronoun)
    }

    /// "« J'ai démissionné », annonce X", "« Nous recrutons Y », dit X": X, or the house that X speaks for.
    fn speaker(&self, sentence: usize, slot: Slot, group: &Group, barred: &[usize]) -> Option<Meant> {
        let analysis = self.analysis(sentence)?;
        let says = |clause: &&Clause| {
            let verb = self.told.lexicon.verbs.get(clause.verb.predicate.verb);
            verb.is_some_and(|verb| verb.traits.has(Trait::Speech))
        };
        let quoted = |id: &GroupId| analysis.groups.get(*id).is_some_and(|g| matches!(g.head, Head::Pronoun(_)));
        let subjects = analysis.clauses.iter().filter(says).filter_map(|clause| clause.subject);
        let mut speakers = subjects.filter(|id| !quoted(id));
        let person = speakers.find_map(|id| self.whole(sentence, Slot::Person, id, &[]));
        if slot.is_person() {
            return person.map(|meant| found(meant.entity, How::Pronoun, &group.tokens));
        }
        let mut places = person.into_iter().flat_map(|meant| self.affiliations.of(meant.entity));
        let own = places.find_map(|affiliation| self.name(affiliation.sentence, affiliation.employer?));
        match own.filter(|entity| !barred.contains(entity)) {
            Some(entity) => Some(found(entity, How::Description, &group.tokens)),
            None => self.setting(sentence, group.tokens.start, barred),
        }
    }

    /// "ce dernier": the last one named, whatever its function.
    fn nearest(&self, sentence: usize, group: &Group, wanted: Wanted<'_>) -> Option<Meant> {
        let mut before = self.discourse.before(group.tokens.start, sentence, 2);
        let trace = before.find(|trace| wanted.suits(self.discourse, trace.entity))?;
        Some(found(trace.entity, How::Pronoun, &group.tokens))
    }

    /// "le directeur général": whoever the article tells to be that.
    fn post_holder(&self, sentence: usize, slot: Slot, id: GroupId, group: &Group, barred: &[usize]) -> Option<Meant> {
        if !is_definite(group) || group.number == Number::Plural {
            return None;
        }
        let employer = employer_inside(self.analysis(sentence)?, id).first().copied();
        let employer = employer.and_then(|inside| self.group(sentence, Slot::Employer, inside, &[]));
        let post = Post::new(self.told, group.core.clone());
        let mut holders = self.affiliations.all().iter().take(POSTS).filter(|affiliation| {
            let Some(role) = affiliation.role.filter(|role| (affiliation.sentence, *role) != (sentence, id)) else {
                return false;
            };
            let core = self.analysis(affiliation.sentence).and_then(|a| a.groups.get(role)).map(|g| g.core.clone());
            let there = affiliation.employer.and_then(|e| self.name(affiliation.sentence, e));
            let same_place = there.is_none() || employer.is_none() || there == employer.map(|meant| meant.entity);
            let same_post = core.is_some_and(|core| post.is(&Post::new(self.told, core)));
            same_post
                && same_place
                && !barred.contains(&affiliation.person)
                && self.discourse.fits(affiliation.person, group.gender)
        });
        if let Some(first) = holders.next() {
            let alone = holders.all(|other| other.person == first.person);
            return alone.then(|| found(first.person, How::Description, &group.tokens));
        }
        if !post.is_profession() {
            return None;
        }
        let wanted = self.wanted(slot, group.gender, PRONOUN_REACH, barred);
        self.search(sentence, group.tokens.clone(), wanted, How::Description)
    }

    fn name(&self, sentence: usize, id: GroupId) -> Option<usize> {
        match self.analysis(sentence)?.groups.get(id)?.head {
            Head::Entity(entity, _) => Some(entity),
            _ => None,
        }
    }

    fn description(&self, sentence: usize, slot: Slot, group: &Group, barred: &[usize]) -> Option<Meant> {
        if group.number == Number::Plural {
            return None;
        }
        let human = slot.is_person();
        let words = self.told.tokens.span(group.core.start..group.tokens.end).of(self.told.tokens.text());
        if let Some(entity) = self.discourse.described(words).filter(|entity| !human && !barred.contains(entity)) {
            return Some(found(entity, How::Description, &group.tokens));
        }
        if matches!(group.head, Head::Organization { .. }) || matches!(group.head, Head::Demonym) && !human {
            return if human { None } else { self.organization(sentence, slot, group, barred) };
        }
        let mut wanted = self.wanted(slot, group.gender, DESCRIPTION_REACH, barred);
        wanted.organization = false;
        wanted.person = true;
        self.search(sentence, group.tokens.clone(), wanted, How::Description)
    }

    /// "son départ": whose.
    fn possessor(&self, sentence: usize, slot: Slot, id: GroupId, barred: &[usize]) -> Option<Meant> {
        let analysis = self.analysis(sentence)?;
        let group = analysis.groups.get(id)?;
        let wanted = self.wanted(slot, None, PRONOUN_REACH, barred);
        let own = subject_around(analysis, id).and_then(|subject| self.group(sentence, slot, subject, barred));
        if let Some(meant) = own.filter(|meant| wanted.suits(self.discourse, meant.entity)) {
            return Some(Meant { how: How::Pronoun, ..meant });
        }
        self.search(sentence, group.tokens.clone(), wanted, How::Pronoun)
    }

    fn search(&self, sentence: usize, tokens: std::ops::Range<usize>, wanted: Wanted<'_>, how: How) -> Option<Meant> {
        let trace = wanted.best(self.discourse, tokens.start, sentence)?;
        Some(found(trace.entity, how, &tokens))
    }

    /// The organization that a sentence is about when its clause names none: that of its section, one that was just
    /// spoken of, or the one that the whole article is about.
    pub fn setting(&self, sentence: usize, token: usize, barred: &[usize]) -> Option<Meant> {
        let mut wanted = self.wanted(Slot::Employer, None, SETTING_REACH, barred);
        (wanted.step, wanted.focus) = (3, 2);
        let place = |entity: usize| self.discourse.kind(entity) == Some(EntityKind::Place);
        let suits = |t: &Topic| place(t.entity) || wanted.suits(self.discourse, t.entity);
        if let Some(topic) = self.sections.of(sentence).filter(suits) {
            return Some(Meant { entity: topic.entity, how: How::Description, tokens: topic.tokens });
        }
        if let Some(heading) = self.sections.shared(sentence) {
            wanted.reach = wanted.reach.min(sentence - heading);
            let near = wanted.best(self.discourse, token, sentence)?;
            return Some(found(near.entity, How::Focus, &(near.token..near.end)));
        }
        let near = wanted.best(self.discourse, token, sentence);
        let focus = self.discourse.focus().filter(|trace| wanted.suits(self.discourse, trace.entity));
        // What the title names is left only for one that stands out as much.
        let prominence = |trace: &Trace| self.discourse.prominence(trace.entity);
        let leaves = |near: &&Trace| focus.is_none_or(|focus| prominence(focus) < 4 + prominence(near));
        let trace = near.filter(leaves).or(focus)?;
        Some(found(trace.entity, How::Focus, &(trace.token..trace.end)))
    }

    /// Who is told to hold which post.
    pub fn affiliations(&self) -> &'a Affiliations {
        self.affiliations
    }

    /// The mentions of the article.
    pub fn discourse(&self) -> &'a Discourse<'a> {
        self.discourse
    }

    /// The text span of a meant entity's words.
    pub fn span(&self, meant: Meant, tokens: &crate::token::Tokens<'_>) -> Span {
        tokens.span(meant.tokens.0..meant.tokens.1)
    }
}

fn found(entity: usize, how: How, tokens: &std::ops::Range<usize>) -> Meant {
    Meant { entity, how, tokens: (tokens.start, tokens.end) }
}

fn is_definite(group: &Group) -> bool {
    use crate::lexicon::Determiner::{Definite, Demonstrative, Possessive};
    matches!(group.determiner, Some(Definite | Demonstrative | Possessive))
}

/// The subject of the clause that a group stands in, if it is another one.
fn subject_around(analysis: &Analysis, id: GroupId) -> Option<GroupId> {
    let holds =
        |clause: &&Clause| clause.objects.contains(&id) || clause.complements.iter().any(|(_, group)| *group == id);
    analysis.clauses.iter().find(holds)?.subject.filter(|subject| *subject != id)
}
