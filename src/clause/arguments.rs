//! What a clause says once passive, causative and "se voir" are undone.

use super::group::{Group, GroupId};
use super::verb::Voice;
use super::{Analysis, Clause};

/// Who does it, what undergoes it, and the rest, whatever the voice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// Who does it.
    pub subject: Option<GroupId>,
    /// What undergoes it; several for "nommer X directeur".
    pub objects: Vec<GroupId>,
    /// Everything with a preposition.
    pub complements: Vec<(u16, GroupId)>,
    /// Who makes it happen: the subject of a causative.
    pub causer: Option<GroupId>,
}

impl Clause {
    /// The arguments of the clause. `par` and `a` are the ids of those prepositions.
    pub fn arguments(&self, analysis: &Analysis, par: Option<u16>, a: Option<u16>) -> Arguments {
        let mut out = Arguments {
            subject: self.subject,
            objects: self.objects.clone(),
            complements: self.complements.clone(),
            causer: None,
        };
        let nominal = |id: &GroupId| analysis.groups.get(*id).is_some_and(Group::is_nominal);
        if self.verb.dative_subject {
            if let (Some(a), Some(subject)) = (a, out.subject.take()) {
                out.complements.push((a, subject));
                out.objects.push(subject);
            }
            out.subject = take(&mut out.complements, par);
        } else if self.verb.voice == Voice::Passive {
            let patient = out.subject.take();
            out.objects.splice(0..0, patient);
            out.subject = take(&mut out.complements, par);
        } else if self.verb.causative {
            out.causer = out.subject.take();
            if let Some(place) = out.objects.iter().position(nominal) {
                out.subject = Some(out.objects.remove(place));
            }
        }
        out
    }
}

/// Takes the first complement with a preposition out of the list; those it is coordinated with stay.
fn take(complements: &mut Vec<(u16, GroupId)>, preposition: Option<u16>) -> Option<GroupId> {
    let place = complements.iter().position(|(p, _)| Some(*p) == preposition)?;
    Some(complements.remove(place).1)
}
