//! From words to the entity that they mean.

use super::affiliation::Affiliations;
use super::discourse::{Discourse, Trace};
use crate::clause::{Analysis, Clause, Group, GroupId, Head};
use crate::lexicon::{Gender, Number, Pronoun, RoleKind};
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

/// Finds who is meant.
#[derive(Debug)]
pub struct Resolver<'a> {
    analyses: &'a [Analysis],
    discourse: &'a Discourse<'a>,
    affiliations: &'a Affiliations,
}

/// How often one group leads to another: "le conseil de la direction du comité…" is followed no further, so that no
/// text, however nested, costs stack or time.
const STEPS: usize = 6;

/// What is sought.
#[derive(Clone, Copy)]
struct Wanted {
    person: bool,
    organization: bool,
    gender: Option<Gender>,
    reach: usize,
    how: How,
}

impl<'a> Resolver<'a> {
    /// A resolver for one article.
    pub fn new(analyses: &'a [Analysis], discourse: &'a Discourse<'a>, affiliations: &'a Affiliations) -> Self {
        Self { analyses, discourse, affiliations }
    }

    /// Who fills a slot. `sentence` is the one that the filler stands in.
    pub fn meant(&self, sentence: usize, slot: Slot, filler: Filler) -> Option<Meant> {
        match filler {
            Filler::Group(id) => self.group(sentence, slot, id),
            Filler::Possessor(id) => self.possessor(sentence, slot, id),
            Filler::Clitic { token, plural: false } => {
                let wanted = self.wanted(slot, None, PRONOUN_REACH, How::Pronoun);
                self.search(sentence, token, token + 1, wanted)
            }
            Filler::Clitic { .. } => None,
        }
    }

    fn analysis(&self, sentence: usize) -> Option<&'a Analysis> {
        self.analyses.get(sentence)
    }

    fn wanted(&self, slot: Slot, gender: Option<Gender>, reach: usize, how: How) -> Wanted {
        let either = matches!(slot, Slot::Investor | Slot::Seller);
        Wanted {
            person: slot.is_person() || slot == Slot::Agent || either && how == How::Name,
            organization: slot.is_organization() || either,
            gender: if slot.is_person() || slot == Slot::Agent { gender } else { None },
            reach,
            how,
        }
    }

    /// Who a noun group of a sentence means, as the filler of a slot.
    pub fn group(&self, sentence: usize, slot: Slot, id: GroupId) -> Option<Meant> {
        self.group_in(sentence, slot, id, STEPS)
    }

    fn group_in(&self, sentence: usize, slot: Slot, id: GroupId, steps: usize) -> Option<Meant> {
        let steps = steps.checked_sub(1)?;
        let analysis = self.analysis(sentence)?;
        let group = analysis.groups.get(id)?;
        match group.head {
            Head::Entity(entity, _) => Some(self.found(entity, How::Name, &group.core)),
            Head::Organization { part: true, .. } if !slot.is_person() => {
                let inside = employer_inside(analysis, id).first().copied().filter(|inside| *inside != id);
                match inside {
                    // "le conseil d'administration de Y" is Y.
                    Some(inside) => self.group_in(sentence, slot, inside, steps),
                    None => self.part(sentence, slot, group),
                }
            }
            Head::Pronoun(pronoun) => self.pronoun(sentence, analysis, slot, group, pronoun),
            Head::Role(RoleKind::Office) => None,
            Head::Role(_) => match group.describes {
                Some(named) => self.group_in(sentence, slot, named, steps),
                None => self.post_holder(sentence, slot, id, group),
            },
            Head::Organization { anaphoric: true, .. } | Head::Person { anaphoric: true } | Head::Demonym
                if is_definite(group) && group.number != Number::Plural =>
            {
                match group.describes {
                    Some(named) => self.group_in(sentence, slot, named, steps),
                    None => self.description(sentence, slot, group),
                }
            }
            _ => None,
        }
    }

    fn found(&self, entity: usize, how: How, tokens: &std::ops::Range<usize>) -> Meant {
        Meant { entity, how, tokens: (tokens.start, tokens.end) }
    }

    /// "le conseil" is that of the organization spoken of.
    fn part(&self, sentence: usize, slot: Slot, group: &Group) -> Option<Meant> {
        let wanted = self.wanted(slot, None, DESCRIPTION_REACH, How::Description);
        self.search(sentence, group.tokens.start, group.tokens.end, wanted)
    }

    fn pronoun(
        &self,
        sentence: usize,
        analysis: &Analysis,
        slot: Slot,
        group: &Group,
        pronoun: Pronoun,
    ) -> Option<Meant> {
        if group.number == Number::Plural {
            return None;
        }
        let nearest = matches!(pronoun, Pronoun::Demonstrative(..));
        let wanted = self.wanted(slot, group.gender, PRONOUN_REACH, How::Pronoun);
        if nearest {
            return self.nearest(sentence, group, wanted);
        }
        let _ = analysis;
        self.search(sentence, group.tokens.start, group.tokens.end, wanted)
    }

    /// "ce dernier": the last one named, whatever its function.
    fn nearest(&self, sentence: usize, group: &Group, wanted: Wanted) -> Option<Meant> {
        let mut before = self.discourse.before(group.tokens.start, sentence, 2);
        let trace = before.find(|trace| self.suits(trace.entity, wanted))?;
        Some(self.found(trace.entity, wanted.how, &group.tokens))
    }

    /// "le directeur général": whoever the article told to be that.
    fn post_holder(&self, sentence: usize, slot: Slot, id: GroupId, group: &Group) -> Option<Meant> {
        // Whoever holds a post is no organization; so the search for employers below leads back here never.
        if !is_definite(group) || slot.is_organization() {
            return None;
        }
        let analysis = self.analysis(sentence)?;
        let employer = employer_inside(analysis, id).first().and_then(|e| self.group(sentence, Slot::Employer, *e));
        let mut fitting = self.affiliations.all().iter().filter(|a| {
            let same_post = a.role.is_some_and(|role| self.same_role((a.sentence, role), (sentence, id)));
            let told = a.employer.and_then(|e| self.group(a.sentence, Slot::Employer, e));
            let same_place = match (employer, told) {
                (Some(x), Some(y)) => x.entity == y.entity,
                _ => true,
            };
            same_post && same_place && self.discourse.fits(a.person, group.gender)
        });
        let person = fitting.next()?.person;
        let alone = fitting.all(|other| other.person == person);
        alone.then(|| self.found(person, How::Description, &group.tokens))
    }

    fn same_role(&self, a: (usize, GroupId), b: (usize, GroupId)) -> bool {
        let head = |(sentence, id): (usize, GroupId)| {
            let analysis = self.analysis(sentence)?;
            analysis.groups.get(id).map(|group| (group.core.len(), group.head))
        };
        a != b && head(a).is_some() && head(a) == head(b)
    }

    fn description(&self, sentence: usize, slot: Slot, group: &Group) -> Option<Meant> {
        let person = matches!(group.head, Head::Person { .. });
        let organization = matches!(group.head, Head::Organization { .. });
        let mut wanted = self.wanted(slot, group.gender, DESCRIPTION_REACH, How::Description);
        wanted.person &= !organization;
        wanted.organization &= !person;
        if matches!(slot, Slot::Investor | Slot::Seller) {
            wanted.person = person;
        }
        self.search(sentence, group.tokens.start, group.tokens.end, wanted)
    }

    /// "son départ": whose.
    fn possessor(&self, sentence: usize, slot: Slot, id: GroupId) -> Option<Meant> {
        let analysis = self.analysis(sentence)?;
        let group = analysis.groups.get(id)?;
        let wanted = self.wanted(slot, None, PRONOUN_REACH, How::Pronoun);
        let own = subject_around(analysis, id).and_then(|subject| self.group(sentence, slot, subject));
        if let Some(meant) = own.filter(|meant| self.suits(meant.entity, wanted)) {
            return Some(Meant { how: How::Pronoun, ..meant });
        }
        self.search(sentence, group.tokens.start, group.tokens.end, wanted)
    }

    fn suits(&self, entity: usize, wanted: Wanted) -> bool {
        let kind = match self.discourse.kind(entity) {
            Some(EntityKind::Person) => wanted.person,
            Some(EntityKind::Organization) => wanted.organization,
            _ => false,
        };
        kind && self.discourse.fits(entity, wanted.gender)
    }

    /// The best one before a place: each sentence back costs, being a subject helps, being named often helps a little.
    fn search(&self, sentence: usize, start: usize, end: usize, wanted: Wanted) -> Option<Meant> {
        let best = self.best_before(sentence, start, wanted)?;
        Some(self.found(best.entity, wanted.how, &(start..end)))
    }

    fn best_before(&self, sentence: usize, start: usize, wanted: Wanted) -> Option<&Trace> {
        let mut best: Option<(i32, &Trace)> = None;
        for (rank, trace) in self.discourse.before(start, sentence, wanted.reach).enumerate().take(64) {
            if !self.suits(trace.entity, wanted) {
                continue;
            }
            let back = i32::try_from(sentence - trace.sentence).unwrap_or(i32::MAX);
            let order = i32::try_from(rank).unwrap_or(0).min(10);
            let often = i32::try_from(self.discourse.count(trace.entity).min(6)).unwrap_or(0);
            let often = if wanted.organization { often * 2 } else { often };
            let score = often + if trace.subject { 8 } else { 0 } - back * 5 - order;
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, trace));
            }
        }
        best.map(|(_, trace)| trace)
    }

    /// The organization that a sentence is about when its clause names none, with the words that name it elsewhere.
    pub fn setting(&self, sentence: usize, token: usize) -> Option<Meant> {
        let wanted = self.wanted(Slot::Employer, None, 2, How::Focus);
        let near = self.best_before(sentence, token, wanted);
        let trace = near.or_else(|| self.discourse.focus(EntityKind::Organization))?;
        Some(self.found(trace.entity, How::Focus, &(trace.token..trace.end)))
    }

    /// Who is told to hold which post.
    pub fn affiliations(&self) -> &'a Affiliations {
        self.affiliations
    }

    /// The text span of a meant entity's words.
    pub fn span(&self, meant: Meant, tokens: &crate::token::Tokens<'_>) -> Span {
        tokens.span(meant.tokens.0..meant.tokens.1)
    }
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
