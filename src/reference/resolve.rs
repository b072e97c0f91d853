//! From words to the entity that they mean.

use super::affiliation::Affiliations;
use super::chain::Referents;
use super::discourse::{Discourse, Told, Trace};
use super::expected::Expected;
use super::search::{Description, Wanted};
use super::section::{Sections, Topic};
use super::words::words;
use crate::clause::{Analysis, Clause, Group, GroupId, Head};
use crate::lexicon::{Determiner, RoleKind};
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

/// How many sentences back a possessive or a pronoun before the verb looks.
const PRONOUN_REACH: usize = 3;
/// How many sentences back an event without an employer looks.
const SETTING_REACH: usize = 4;

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
    referents: &'a Referents,
}

impl<'a> Resolver<'a> {
    /// A resolver for one article.
    pub fn new(
        told: Told<'a>,
        discourse: &'a Discourse<'a>,
        affiliations: &'a Affiliations,
        sections: &'a Sections,
        referents: &'a Referents,
    ) -> Self {
        Self { told, discourse, affiliations, sections, referents }
    }

    /// The same resolver, knowing more posts.
    #[must_use]
    pub fn knowing<'b>(self, affiliations: &'b Affiliations) -> Resolver<'b>
    where
        'a: 'b,
    {
        Resolver { affiliations, ..self }
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
                self.search(sentence, token..token + 1, wanted(slot, barred), How::Pronoun)
            }
            Filler::Clitic { .. } => self.several(slot, filler, barred).first().copied(),
        }
    }

    /// All who fill a slot: several for "ils", "les deux associés", "les a recrutés".
    pub fn all_meant(&self, sentence: usize, slot: Slot, filler: Filler, barred: &[usize]) -> Vec<Meant> {
        match filler {
            Filler::Group(id) => self.all(sentence, slot, id, barred),
            _ => self.several(slot, filler, barred),
        }
    }

    fn several(&self, slot: Slot, filler: Filler, barred: &[usize]) -> Vec<Meant> {
        let Filler::Clitic { token, .. } = filler else { return Vec::new() };
        let expected = Expected::of_slot(slot);
        let allowed = |entity: &&usize| expected.allows(self.discourse.kind(**entity)) && !barred.contains(*entity);
        let entities = self.referents.clitic(token).iter().filter(allowed);
        entities.map(|entity| found(*entity, How::Pronoun, &(token..token + 1))).collect()
    }

    fn analysis(&self, sentence: usize) -> Option<&'a Analysis> {
        self.told.analyses.get(sentence)
    }

    /// Who a noun group of a sentence means, as the filler of a slot.
    pub fn group(&self, sentence: usize, slot: Slot, id: GroupId, barred: &[usize]) -> Option<Meant> {
        self.all(sentence, slot, id, barred).first().copied()
    }

    /// All whom a noun group of a sentence means: several for "ils", "les deux associés".
    pub fn all(&self, sentence: usize, slot: Slot, id: GroupId, barred: &[usize]) -> Vec<Meant> {
        let Some(analysis) = self.analysis(sentence) else { return Vec::new() };
        let mut id = id;
        for _ in 0..STEPS {
            let Some(group) = analysis.groups.get(id) else { return Vec::new() };
            let part = matches!(group.head, Head::Organization { part: true, .. });
            let inside = employer_inside(analysis, id).first().copied().filter(|inside| *inside != id);
            match inside.filter(|_| part && !slot.is_person()) {
                // "le conseil d'administration de Y" is Y.
                Some(inside) => id = inside,
                None => return self.whole(analysis, slot, id, group, barred),
            }
        }
        Vec::new()
    }

    fn whole(&self, analysis: &Analysis, slot: Slot, id: GroupId, group: &Group, barred: &[usize]) -> Vec<Meant> {
        match group.head {
            Head::Entity(entity, _) => vec![found(entity, How::Name, &group.core)],
            Head::Role(RoleKind::Office) => Vec::new(),
            // Whoever holds a post is no organization; so the search for employers leads back here never.
            Head::Role(_) if slot.is_organization() => Vec::new(),
            _ if group.describes.is_some() => named(analysis, group).into_iter().collect(),
            // "X investit dans son usine": its own.
            Head::Organization { .. } if group.determiner == Some(Determiner::Possessive) => {
                let owner = self.possessor(analysis.sentence, slot, id, barred);
                owner.map(|meant| Meant { how: How::Description, ..meant }).into_iter().collect()
            }
            // "la ville de Nîmes".
            Head::Organization { .. } if slot.is_organization() => match self.town(analysis, id) {
                Some(town) => vec![town],
                None => self.referents(analysis.sentence, slot, id, barred),
            },
            _ => self.referents(analysis.sentence, slot, id, barred),
        }
    }

    fn town(&self, analysis: &Analysis, id: GroupId) -> Option<Meant> {
        let noun = self.told.tokens.str(analysis.groups.get(id)?.core.start).to_lowercase();
        let mut inside = analysis.groups.iter().filter(|group| group.parent == Some(id));
        inside.find_map(|group| match group.head {
            Head::Entity(entity, EntityKind::Place) if words().has("authority", &noun) => {
                Some(found(entity, How::Name, &group.core))
            }
            _ => None,
        })
    }

    fn referents(&self, sentence: usize, slot: Slot, id: GroupId, barred: &[usize]) -> Vec<Meant> {
        let Some(referent) = self.referents.of(sentence, id) else { return Vec::new() };
        let expected = Expected::of_slot(slot);
        let allowed = |entity: &&usize| expected.allows(self.discourse.kind(**entity)) && !barred.contains(*entity);
        let entities = referent.entities.iter().filter(allowed);
        entities.map(|entity| Meant { entity: *entity, how: referent.how, tokens: referent.tokens }).collect()
    }

    /// "son départ": whose.
    fn possessor(&self, sentence: usize, slot: Slot, id: GroupId, barred: &[usize]) -> Option<Meant> {
        let analysis = self.analysis(sentence)?;
        let group = analysis.groups.get(id)?;
        let wanted = wanted(slot, barred);
        let subject = subject_around(analysis, id);
        let own = subject.and_then(|subject| self.subject(analysis, slot, subject, barred));
        if let Some(meant) = own.filter(|meant| wanted.suits(self.discourse, meant.entity)) {
            return Some(Meant { how: How::Pronoun, ..meant });
        }
        self.search(sentence, group.tokens.clone(), wanted, How::Pronoun)
    }

    /// Who the subject of a clause is, if it is a name or stands for one.
    fn subject(&self, analysis: &Analysis, slot: Slot, id: GroupId, barred: &[usize]) -> Option<Meant> {
        let group = analysis.groups.get(id)?;
        match group.head {
            Head::Entity(entity, _) => Some(found(entity, How::Name, &group.core)),
            _ if group.describes.is_some() => named(analysis, group),
            _ => self.referents(analysis.sentence, slot, id, barred).first().copied(),
        }
    }

    fn search(&self, sentence: usize, tokens: std::ops::Range<usize>, wanted: Wanted<'_>, how: How) -> Option<Meant> {
        let (_, trace) = wanted.best(self.discourse, self.discourse.before(tokens.start), sentence)?;
        Some(found(trace.entity, how, &tokens))
    }

    /// The organization that a sentence is about when its clause names none: that of its section, one that was just
    /// spoken of, or the one that the whole article is about.
    pub fn setting(&self, sentence: usize, token: usize, barred: &[usize]) -> Option<Meant> {
        let mut wanted = wanted(Slot::Employer, barred);
        (wanted.reach, wanted.step, wanted.focus) = (SETTING_REACH, 3, 2);
        let place = |entity: usize| self.discourse.kind(entity) == Some(EntityKind::Place);
        let suits = |t: &Topic| place(t.entity) || wanted.suits(self.discourse, t.entity);
        if let Some(topic) = self.sections.of(sentence).filter(suits) {
            return Some(Meant { entity: topic.entity, how: How::Description, tokens: topic.tokens });
        }
        if let Some(heading) = self.sections.shared(sentence) {
            wanted.reach = wanted.reach.min(sentence - heading);
            let (_, near) = wanted.best(self.discourse, self.discourse.before(token), sentence)?;
            return Some(found(near.entity, How::Focus, &(near.token..near.end)));
        }
        let near = wanted.best(self.discourse, self.discourse.before(token), sentence).map(|(_, trace)| trace);
        let focus = self.discourse.focus().filter(|trace| wanted.suits(self.discourse, trace.entity));
        // What the title names is left only for one that stands out as much.
        let prominence = |trace: &Trace| self.discourse.prominence(trace.entity);
        let leaves = |near: &&Trace| focus.is_none_or(|focus| prominence(focus) < 4 + prominence(near));
        let trace = near.filter(leaves).or(focus)?;
        Some(found(trace.entity, How::Focus, &(trace.token..trace.end)))
    }

    /// The mentions of the article.
    pub fn discourse(&self) -> &'a Discourse<'a> {
        self.discourse
    }

    /// Who is told to hold which post.
    pub fn affiliations(&self) -> &'a Affiliations {
        self.affiliations
    }

    /// Whom pronouns and descriptions mean.
    pub fn chain(&self) -> &'a Referents {
        self.referents
    }

    /// The text span of a meant entity's words.
    pub fn span(&self, meant: Meant, tokens: &crate::token::Tokens<'_>) -> Span {
        tokens.span(meant.tokens.0..meant.tokens.1)
    }
}

fn wanted(slot: Slot, barred: &[usize]) -> Wanted<'_> {
    let (expected, reach) = (Expected::of_slot(slot), PRONOUN_REACH);
    Wanted { expected, gender: None, reach, step: 5, focus: 1, barred, description: Description::default() }
}

/// The name that a description stands beside.
fn named(analysis: &Analysis, group: &Group) -> Option<Meant> {
    let named = analysis.groups.get(group.describes?)?;
    match named.head {
        Head::Entity(entity, _) => Some(found(entity, How::Name, &named.core)),
        _ => None,
    }
}

fn found(entity: usize, how: How, tokens: &std::ops::Range<usize>) -> Meant {
    Meant { entity, how, tokens: (tokens.start, tokens.end) }
}

/// The subject of the clause that a group stands in, if it is another one.
fn subject_around(analysis: &Analysis, id: GroupId) -> Option<GroupId> {
    let holds =
        |clause: &&Clause| clause.objects.contains(&id) || clause.complements.iter().any(|(_, group)| *group == id);
    analysis.clauses.iter().find(holds)?.subject.filter(|subject| *subject != id)
}
