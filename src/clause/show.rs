//! A sentence as the engine read it, for people.

use super::{Analysis, Clause, GroupId};
use crate::lexicon::Lexicon;
use crate::token::Tokens;
use std::fmt::Write;

impl Analysis {
    /// One line for each noun group that depends on nothing, and for each clause with its arguments.
    pub fn show(&self, tokens: &Tokens<'_>, lexicon: &Lexicon) -> String {
        let mut out = String::new();
        for (id, group) in self.groups.iter().enumerate() {
            let words = self.words(id, tokens);
            let _ = write!(out, "  [{id}] {words:?} {:?}", group.head);
            if let Some(preposition) = group.preposition {
                let _ = write!(out, " after {:?}", lexicon.prepositions.name(preposition));
            }
            for (name, other) in [("of", group.parent), ("describes", group.describes), ("with", group.first)] {
                if let Some(other) = other {
                    let _ = write!(out, " {name} [{other}]");
                }
            }
            if let Some(time) = group.time {
                let _ = write!(out, " {time:?}");
            }
            out.push('\n');
        }
        for clause in &self.clauses {
            self.show_clause(clause, tokens, lexicon, &mut out);
        }
        if let Some(topic) = self.topic {
            let _ = writeln!(out, "  topic {}", self.words(topic, tokens));
        }
        out
    }

    fn words<'t>(&self, id: GroupId, tokens: &Tokens<'t>) -> &'t str {
        self.groups.get(id).map_or("", |group| tokens.span(group.tokens.clone()).of(tokens.text()))
    }

    fn show_clause(&self, clause: &Clause, tokens: &Tokens<'_>, lexicon: &Lexicon, out: &mut String) {
        let verb = &clause.verb;
        let words = tokens.span(verb.tokens.clone()).of(tokens.text());
        let infinitive = lexicon.verbs.infinitive(verb.predicate.verb);
        let status = verb.modality.status(false);
        let _ = write!(out, "  ({words}) {infinitive} {:?} {:?} {status:?}", verb.voice, clause.link);
        if let Some(idiom) = verb.predicate.idiom {
            let _ = write!(out, " idiom {idiom}");
        }
        if let Some(subject) = clause.subject {
            let _ = write!(out, " | subject {}", self.words(subject, tokens));
        }
        for object in &clause.objects {
            let _ = write!(out, " | object {}", self.words(*object, tokens));
        }
        for (preposition, id) in &clause.complements {
            let _ = write!(out, " | {} {}", lexicon.prepositions.name(*preposition), self.words(*id, tokens));
        }
        out.push('\n');
    }
}
