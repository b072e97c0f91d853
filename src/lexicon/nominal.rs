//! Nouns that mean a post, an organization or a person.

use super::{DataError, Flags, Gender, Number, Trie, Vocabulary, WordId, rows};
use crate::text::lower;

/// A post or profession, in one of its forms.
#[derive(Clone, Debug)]
pub struct Role {
    /// `chief_executive`, `chair`… as the table names it.
    pub class: Box<str>,
    /// How it is told.
    pub kind: RoleKind,
    /// Of the form met; `None` for abbreviations.
    pub gender: Option<Gender>,
    /// Of the form met.
    pub number: Number,
    /// Whether the noun alone can mean a person named before: "le dirigeant", "l'animateur".
    pub anaphoric: bool,
    /// What the noun is as one for an organization: "l'éditeur", "le parfumeur".
    pub organization: Option<OrganizationNoun>,
}

/// How a post is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleKind {
    /// One word that takes complements: "directeur".
    Head,
    /// Several words that name the post wholly: "directeur général".
    Title,
    /// The post itself: "direction générale".
    Office,
}

/// A common noun for an organization.
#[derive(Clone, Debug)]
pub struct OrganizationNoun {
    /// "le groupe", "la banque".
    pub gender: Gender,
    /// Of the form met.
    pub number: Number,
    /// `company`, `fund`, `unit`, `board`… as the table names it.
    pub class: Box<str>,
    /// Whether a proper name follows it directly: "la start-up X".
    pub before_name: bool,
    /// Whether "le groupe" can refer back to an organization named before.
    pub anaphoric: bool,
}

/// A common noun for a person.
#[derive(Clone, Debug)]
pub struct PersonNoun {
    /// Of the form met.
    pub gender: Gender,
    /// Of the form met.
    pub number: Number,
    /// Whether "le dirigeant" can refer back to a person named before.
    pub anaphoric: bool,
}

/// A word or phrase that colours a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// "ancien", "ex-".
    Former,
    /// "futur".
    Future,
    /// "actuel".
    Current,
    /// "nouveau".
    Incoming,
    /// "sortant".
    Outgoing,
    /// "par intérim".
    Interim,
    /// "adjoint", "général", "d'honneur": part of the post's name.
    Extension,
}

/// What a phrase of nouns means.
#[derive(Clone, Debug)]
pub enum NounPhrase {
    /// A post or profession.
    Role(Role),
    /// A common noun for an organization.
    Organization(OrganizationNoun),
    /// A common noun for a person.
    Person(PersonNoun),
}

/// The words of a phrase as ids, entered in the vocabulary; the first one is marked.
pub(super) fn phrase_words(vocabulary: &mut Vocabulary, phrase: &str, first: Flags, rest: Flags) -> Vec<WordId> {
    let separated = phrase.replace(['\'', '’'], "' ");
    let mut folded = String::new();
    let mut flags = first;
    let mut out = Vec::new();
    for word in separated.split_whitespace() {
        folded.clear();
        lower(word, &mut folded);
        // "maire de Paris": a name inside a phrase stays a name.
        let name = !out.is_empty() && word.starts_with(char::is_uppercase);
        out.push(vocabulary.mark(&folded, if name { Flags::NONE } else { flags }));
        flags = rest;
    }
    out
}

/// Reads `roles.tsv`.
pub(super) fn load_roles(
    file: &str,
    text: &str,
    vocabulary: &mut Vocabulary,
    trie: &mut Trie<NounPhrase>,
) -> Result<(), DataError> {
    for row in rows(file, text) {
        let kind = match row.cell(5) {
            "head" => RoleKind::Head,
            "title" => RoleKind::Title,
            "office" => RoleKind::Office,
            other => return Err(row.error("head, title or office", other)),
        };
        let mut enter = |form: &str, gender, number| {
            if form.is_empty() {
                return;
            }
            let role = Role { class: row.cell(4).into(), kind, gender, number, anaphoric: false, organization: None };
            enter_spellings(vocabulary, trie, form, Flags::ROLE, &NounPhrase::Role(role));
        };
        enter(row.cell(0), Some(Gender::Masculine), Number::Singular);
        enter(row.cell(1), Some(Gender::Feminine), Number::Singular);
        enter(row.cell(2), Some(Gender::Masculine), Number::Plural);
        enter(row.cell(3), Some(Gender::Feminine), Number::Plural);
        row.parts(6).for_each(|form| enter(form, None, Number::Singular));
    }
    Ok(())
}

/// Reads `organization_nouns.tsv`.
pub(super) fn load_organization_nouns(
    file: &str,
    text: &str,
    vocabulary: &mut Vocabulary,
    trie: &mut Trie<NounPhrase>,
) -> Result<(), DataError> {
    for row in rows(file, text) {
        let gender = gender(&row, row.cell(2))?;
        for (column, number) in [(0, Number::Singular), (1, Number::Plural)] {
            if matches!(row.cell(column), "" | "-") || (column == 1 && row.cell(1) == row.cell(0)) {
                continue;
            }
            let noun = OrganizationNoun {
                gender,
                number,
                class: row.cell(3).into(),
                before_name: row.cell(4) == "yes",
                anaphoric: row.cell(5) == "yes",
            };
            let phrase = NounPhrase::Organization(noun);
            enter_spellings(vocabulary, trie, row.cell(column), Flags::ORGANIZATION_NOUN, &phrase);
        }
    }
    Ok(())
}

/// Reads `person_nouns.tsv`.
pub(super) fn load_person_nouns(
    file: &str,
    text: &str,
    vocabulary: &mut Vocabulary,
    trie: &mut Trie<NounPhrase>,
) -> Result<(), DataError> {
    for row in rows(file, text) {
        let forms = [
            (Gender::Masculine, Number::Singular),
            (Gender::Feminine, Number::Singular),
            (Gender::Masculine, Number::Plural),
            (Gender::Feminine, Number::Plural),
        ];
        for (column, (gender, number)) in forms.into_iter().enumerate() {
            if matches!(row.cell(column), "" | "-") {
                continue;
            }
            let noun = PersonNoun { gender, number, anaphoric: row.cell(4) == "yes" };
            enter_spellings(vocabulary, trie, row.cell(column), Flags::PERSON_NOUN, &NounPhrase::Person(noun));
        }
    }
    Ok(())
}

/// Enters a phrase with its hyphens, and with spaces in their place.
fn enter_spellings(
    vocabulary: &mut Vocabulary,
    trie: &mut Trie<NounPhrase>,
    form: &str,
    flag: Flags,
    phrase: &NounPhrase,
) {
    let words = phrase_words(vocabulary, form, flag, Flags::COMMON);
    enter(trie, words, phrase);
    if form.contains('-') {
        let words = phrase_words(vocabulary, &form.replace('-', " "), flag, Flags::COMMON);
        enter(trie, words, phrase);
    }
}

/// Enters a phrase; one that is a post already stays one, with what else it can mean.
fn enter(trie: &mut Trie<NounPhrase>, words: Vec<WordId>, phrase: &NounPhrase) {
    let Some(slot) = trie.slot(words) else { return };
    match (slot.as_mut(), phrase) {
        (None, _) => *slot = Some(phrase.clone()),
        (Some(NounPhrase::Role(role)), NounPhrase::Person(noun)) => role.anaphoric |= noun.anaphoric,
        (Some(NounPhrase::Role(role)), NounPhrase::Organization(noun)) if role.kind == RoleKind::Head => {
            role.organization.get_or_insert_with(|| noun.clone());
        }
        _ => {}
    }
}

pub(super) fn gender(row: &super::Row<'_>, cell: &str) -> Result<Gender, DataError> {
    match cell {
        "m" => Ok(Gender::Masculine),
        "f" => Ok(Gender::Feminine),
        other => Err(row.error("m or f", other)),
    }
}

/// Reads `role_modifiers.tsv`.
pub(super) fn load_modifiers(
    file: &str,
    text: &str,
    vocabulary: &mut Vocabulary,
    trie: &mut Trie<Modifier>,
) -> Result<(), DataError> {
    for row in rows(file, text) {
        let effect = match row.cell(1) {
            "former" => Modifier::Former,
            "future" => Modifier::Future,
            "current" => Modifier::Current,
            "incoming" => Modifier::Incoming,
            "outgoing" => Modifier::Outgoing,
            "interim" => Modifier::Interim,
            "deputy" | "none" | "joint" => Modifier::Extension,
            other => return Err(row.error("an effect on the role", other)),
        };
        for form in row.parts(0) {
            let words = phrase_words(vocabulary, form.trim_end_matches('-'), Flags::COMMON, Flags::COMMON);
            trie.insert(words, effect);
        }
    }
    Ok(())
}
