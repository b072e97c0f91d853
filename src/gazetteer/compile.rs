//! Lists turned into a trie over the words of a vocabulary.

use super::list::{Gazetteer, List};
use crate::lexicon::{Flags, Gender, Trie, Vocabulary, WordId};
use crate::token::name_pieces;
use crate::types::EntityKind;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Lists of names ready for searching. Cheap to clone apart from its trie; share it behind an `Arc`.
#[derive(Clone, Debug, Default)]
pub struct CompiledGazetteer {
    pub(super) trie: Trie<u32>,
    pub(super) names: Vec<Name>,
    entries: Vec<Row>,
    texts: Vec<Arc<str>>,
    first_names: FxHashMap<WordId, FirstName>,
    /// Of the entries that have any.
    descriptions: FxHashMap<u32, Arc<[String]>>,
}

/// What is known of a first name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstName {
    /// `None` for names of both.
    pub gender: Option<Gender>,
    /// Whether it is as often something else: a word, a town, a surname.
    pub ambiguous: bool,
}

/// One name of one entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub entry: u32,
    pub traits: NameTraits,
    /// The next name with the same words, or `u32::MAX`.
    pub next: u32,
}

/// How a name must look in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NameTraits {
    /// Written with a capital: never an all-lowercase word.
    pub capital: bool,
    /// One word all in capitals.
    pub acronym: bool,
    /// An ordinary word as well.
    pub ambiguous: bool,
    /// A number glued to letters: "3M".
    pub glued: bool,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    text: u16,
    kind: EntityKind,
    rank: u8,
    offset: u32,
}

/// One entry of a list.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'g> {
    line: &'g str,
    kind: EntityKind,
}

impl<'g> Entry<'g> {
    /// What it is.
    pub fn kind(self) -> EntityKind {
        self.kind
    }

    /// Its main name.
    pub fn name(self) -> &'g str {
        self.cell(0)
    }

    /// Its other names.
    pub fn aliases(self) -> impl Iterator<Item = &'g str> {
        parts(self.cell(2))
    }

    /// Its id, if the list gives one.
    pub fn id(self) -> Option<&'g str> {
        Some(self.cell(4)).filter(|id| !id.is_empty())
    }

    /// The value of one of the [`KEYS`](super::KEYS).
    pub fn get(self, key: &str) -> Option<&'g str> {
        let mut rest = self.cell(3);
        loop {
            let end = memchr::memchr(b';', rest.as_bytes()).unwrap_or(rest.len());
            let value =
                rest.get(..end).and_then(|pair| pair.trim_start().strip_prefix(key)?.trim_start().strip_prefix('='));
            if value.is_some() {
                return value.map(str::trim);
            }
            rest = rest.get(end + 1..)?;
        }
    }

    /// By what else the press calls it.
    pub fn descriptions(self) -> impl Iterator<Item = &'g str> {
        parts(self.get("descriptions").unwrap_or(""))
    }

    /// Grammatical or natural gender.
    pub fn gender(self) -> Option<Gender> {
        match self.get("gender") {
            Some("m") => Some(Gender::Masculine),
            Some("f") => Some(Gender::Feminine),
            _ => None,
        }
    }

    fn cell(self, column: usize) -> &'g str {
        let (mut start, mut left) = (0, column);
        for at in memchr::memchr_iter(b'\t', self.line.as_bytes()) {
            if left == 0 {
                return self.line.get(start..at).unwrap_or("").trim();
            }
            (start, left) = (at + 1, left - 1);
        }
        if left == 0 { self.line.get(start..).unwrap_or("").trim() } else { "" }
    }
}

fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|part| !part.is_empty())
}

impl Gazetteer {
    /// Enters every name in the vocabulary and in a trie. Linear in the lists: about a second per million names.
    ///
    /// Texts must be tokenized with this vocabulary afterwards.
    pub fn compile(&self, vocabulary: &mut Vocabulary) -> CompiledGazetteer {
        let mut out = CompiledGazetteer::default();
        let mut lists: Vec<&List> = self.lists.iter().collect();
        lists.sort_by_key(|list| std::cmp::Reverse(list.rank));
        for list in lists {
            out.add(list, vocabulary);
        }
        for text in &self.first_names {
            out.add_first_names(text, vocabulary);
        }
        out
    }
}

impl CompiledGazetteer {
    fn add(&mut self, list: &List, vocabulary: &mut Vocabulary) {
        let text = u16::try_from(self.texts.len()).unwrap_or(u16::MAX);
        self.texts.push(Arc::clone(&list.text));
        self.entries.reserve(list.rows.len());
        let mut words = Words::default();
        for &(offset, kind) in &list.rows {
            let index = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
            self.entries.push(Row { text, kind, rank: list.rank, offset });
            let entry = Entry { line: line_at(&list.text, offset), kind };
            let (main, whole) = (entry.name(), entry.get("ambiguous") == Some("yes"));
            let descriptions: Arc<[String]> = entry.descriptions().map(str::to_owned).collect();
            if !descriptions.is_empty() {
                self.descriptions.insert(index, descriptions);
            }
            let doubtful = entry.get("ambiguous_aliases").unwrap_or("");
            for name in std::iter::once(main).chain(entry.aliases()) {
                let ambiguous = whole && name == main || parts(doubtful).any(|alias| alias == name);
                words.read(name, vocabulary);
                let traits = NameTraits { ambiguous, ..traits_of(name) };
                if let Some(first) = words.ids.first() {
                    let lower = if traits.capital { Flags::NONE } else { Flags::LOWER_NAME };
                    vocabulary.add_flags(*first, Flags::NAME_START.with(lower));
                }
                self.enter(&words, traits, index, list.rank);
            }
        }
    }

    fn enter(&mut self, words: &Words, traits: NameTraits, entry: u32, rank: u8) {
        let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let Some(slot) = self.trie.slot(words.ids.iter().copied()) else { return };
        let Some(first) = *slot else {
            *slot = Some(next);
            self.names.push(Name { entry, traits, next: u32::MAX });
            return;
        };
        let holder = self.names.get(first as usize).map_or(entry, |name| name.entry);
        let held_higher = self.entries.get(holder as usize).is_some_and(|row| row.rank > rank);
        if held_higher || holder == entry {
            return;
        }
        let after = self.names.get_mut(first as usize).map(|name| std::mem::replace(&mut name.next, next));
        self.names.push(Name { entry, traits, next: after.unwrap_or(u32::MAX) });
    }

    fn add_first_names(&mut self, text: &str, vocabulary: &mut Vocabulary) {
        let (mut words, mut folded) = (Words::default(), String::new());
        for row in crate::lexicon::rows("first_names", text) {
            let gender = match row.cell(1) {
                "m" => Some(Gender::Masculine),
                "f" => Some(Gender::Feminine),
                _ => None,
            };
            let ambiguous = !matches!(row.cell(2), "" | "no");
            words.read(row.cell(0), vocabulary);
            let word = match words.ids.as_slice() {
                [only] => *only,
                // "Jean-Luc" is one token.
                _ if !row.cell(0).contains(' ') => {
                    folded.clear();
                    crate::text::strip(row.cell(0), &mut folded);
                    vocabulary.intern(&folded)
                }
                _ => continue,
            };
            let flag = if ambiguous { Flags::AMBIGUOUS_FIRST_NAME } else { Flags::FIRST_NAME };
            vocabulary.add_flags(word, flag);
            self.first_names.entry(word).or_insert(FirstName { gender, ambiguous });
        }
    }

    /// An entry by its number.
    pub fn entry(&self, index: u32) -> Option<Entry<'_>> {
        let row = self.entries.get(index as usize)?;
        let text = self.texts.get(usize::from(row.text))?;
        Some(Entry { line: line_at(text, row.offset), kind: row.kind })
    }

    /// By what else the press calls an entry.
    pub fn descriptions(&self, index: u32) -> Arc<[String]> {
        self.descriptions.get(&index).map(Arc::clone).unwrap_or_default()
    }

    /// All entries with their numbers, those of the strongest lists first.
    pub fn entries(&self) -> impl Iterator<Item = (u32, Entry<'_>)> {
        (0..u32::try_from(self.entries.len()).unwrap_or(u32::MAX)).filter_map(|index| Some((index, self.entry(index)?)))
    }

    /// What an entry is, without reading its line.
    pub(super) fn kind(&self, index: u32) -> Option<EntityKind> {
        self.entries.get(index as usize).map(|row| row.kind)
    }

    /// What is known of a first name, by its word without accents.
    pub fn first_name(&self, base: WordId) -> Option<FirstName> {
        self.first_names.get(&base).copied()
    }

    /// How many entries it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

fn line_at(text: &str, offset: u32) -> &str {
    let rest = text.get(offset as usize..).unwrap_or("");
    let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
    rest.get(..end).unwrap_or("").trim_end_matches('\r')
}

fn traits_of(name: &str) -> NameTraits {
    let capital = name.contains(char::is_uppercase);
    let one_word = !name.contains([' ', '-', '\'', '’']);
    let letters = name.chars().filter(|ch| ch.is_alphabetic()).count();
    let acronym = one_word && capital && letters >= 2 && !name.contains(char::is_lowercase);
    let glued =
        name.as_bytes().windows(2).any(|w| matches!(w, [a, b] if a.is_ascii_digit() && b.is_ascii_alphabetic()));
    NameTraits { capital, acronym, ambiguous: false, glued }
}

/// The words of a name as ids; buffers kept from name to name.
#[derive(Default)]
struct Words {
    ids: Vec<WordId>,
    pieces: String,
    ends: Vec<usize>,
}

impl Words {
    fn read(&mut self, name: &str, vocabulary: &mut Vocabulary) {
        self.ids.clear();
        self.ends.clear();
        self.pieces.clear();
        let (pieces, ends) = (&mut self.pieces, &mut self.ends);
        name_pieces(name, vocabulary, |piece| {
            pieces.push_str(piece);
            ends.push(pieces.len());
        });
        let mut from = 0;
        for &end in &self.ends {
            let piece = self.pieces.get(from..end).unwrap_or("");
            from = end;
            self.ids.push(vocabulary.intern(piece));
        }
    }
}
