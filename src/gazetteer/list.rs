//! Reading, checking and merging lists.

use super::error::{Fault, GazetteerError, closest};
use super::ruler;
use crate::types::EntityKind;
use std::path::Path;
use std::sync::Arc;

/// The keys that the fourth column may hold.
///
/// | key | value |
/// |---|---|
/// | `type` | what sort of organization, place…: `bank`, `fund`, `club`, `city` |
/// | `sector`, `country` | free; ISO 3166 code |
/// | `gender` | `m` or `f` |
/// | `descriptions` | by what else the press calls it, separated by `\|`: "géant des réseaux sociaux" |
/// | `city` | the city by whose name a club is called |
/// | `ambiguous` | `yes` for names that are ordinary words as well: they need a capital, and context |
/// | `ambiguous_aliases` | those aliases that are so, separated by `\|` |
pub const KEYS: [&str; 8] =
    ["type", "sector", "country", "gender", "descriptions", "city", "ambiguous", "ambiguous_aliases"];

const KINDS: [&str; 4] = ["organization", "person", "place", "product"];

/// Lists of names, checked and ready to be compiled. Holds their texts and four words an entry.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    pub(super) lists: Vec<List>,
    pub(super) first_names: Vec<Arc<str>>,
}

/// One list: its text, and where its entries begin.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub text: Arc<str>,
    pub rows: Vec<(u32, EntityKind)>,
    /// Lists of higher rank win where two hold one name.
    pub rank: u8,
}

impl Gazetteer {
    /// The lists that come with the library.
    ///
    /// # Errors
    ///
    /// Only if an embedded list is faulty, which the library's tests rule out.
    pub fn embedded() -> Result<Gazetteer, GazetteerError> {
        let mut all = Gazetteer::default();
        for (name, text) in EMBEDDED {
            all = all.with(Gazetteer::from_static(name, text)?);
        }
        all.first_names.push(include_str!("../../gazetteers/first_names.tsv").into());
        Ok(all)
    }

    fn from_static(name: &str, text: &'static str) -> Result<Gazetteer, GazetteerError> {
        Gazetteer::from_arc(name, text.into(), 0)
    }

    /// Reads a list from a file: `.jsonl` as [`from_entity_ruler_jsonl`](Gazetteer::from_entity_ruler_jsonl) does,
    /// any other as [`from_str`](Gazetteer::from_str) does.
    ///
    /// # Errors
    ///
    /// If the file cannot be read as UTF-8 text, or if lines of it are faulty.
    pub fn from_path(path: impl AsRef<Path>) -> Result<Gazetteer, GazetteerError> {
        let path = path.as_ref();
        let name = path.display().to_string();
        match std::fs::read_to_string(path) {
            Err(source) => Err(GazetteerError::Read { path: name, source }),
            Ok(text) if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("jsonl")) => {
                Gazetteer::from_entity_ruler_jsonl(&name, &text)
            }
            Ok(text) => Gazetteer::from_arc(&name, text.into(), 1),
        }
    }

    /// Reads a list of lines `name ⇥ kind ⇥ aliases ⇥ keys ⇥ id`; `name` stands for the file in errors.
    ///
    /// Empty lines and lines that begin with `#` are skipped; only the first two columns must be there.
    ///
    /// ```
    /// use depeche::gazetteer::Gazetteer;
    /// let list = Gazetteer::from_str("clients.tsv", "Kalirose\torganization\tKLR\tsector=énergie\tc-17")?;
    /// let wrong = Gazetteer::from_str("clients.tsv", "Kalirose\torganisation").unwrap_err();
    /// assert_eq!(
    ///     wrong.to_string(),
    ///     r#"clients.tsv:1:10: expected organization, person, place or product, found "organisation" (did you mean "organization"?)"#
    /// );
    /// # Ok::<(), depeche::gazetteer::GazetteerError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If lines are faulty: all of them at once.
    pub fn from_str(name: &str, text: &str) -> Result<Gazetteer, GazetteerError> {
        Gazetteer::from_arc(name, text.into(), 1)
    }

    /// Reads the pattern files of spaCy's entity ruler: lines `{"label": "ORG", "pattern": …, "id": …}` where the pattern
    /// is a phrase, or a list of tokens told by `LOWER`, `TEXT` or `ORTH`. Lines with one id are one entity.
    ///
    /// # Errors
    ///
    /// If lines are faulty: all of them at once.
    pub fn from_entity_ruler_jsonl(name: &str, text: &str) -> Result<Gazetteer, GazetteerError> {
        let lines = ruler::to_lines(name, text)?;
        Gazetteer::from_arc(name, lines.into(), 1)
    }

    fn from_arc(name: &str, text: Arc<str>, rank: u8) -> Result<Gazetteer, GazetteerError> {
        let mut reader = Reader { name, faults: Vec::new(), rows: Vec::new() };
        let mut offset = usize::from(text.starts_with('\u{FEFF}')) * 3;
        for (index, line) in text.get(offset..).unwrap_or("").split('\n').enumerate() {
            let content = line.trim_end_matches('\r');
            if !content.trim().is_empty() && !content.starts_with('#') {
                reader.row(index + 1, offset, content);
            }
            offset += line.len() + 1;
        }
        if !reader.faults.is_empty() {
            return Err(GazetteerError::Faults(reader.faults));
        }
        let rows = reader.rows;
        Ok(Gazetteer { lists: vec![List { text, rows, rank }], first_names: Vec::new() })
    }

    /// Both lists in one. Where they hold the same name, `other` wins over embedded lists, and so over `self` if both
    /// are the user's.
    #[must_use]
    pub fn with(mut self, other: Gazetteer) -> Gazetteer {
        let top = self.lists.iter().map(|list| list.rank).max().unwrap_or(0);
        self.lists.extend(other.lists.into_iter().map(|mut list| {
            list.rank = if list.rank == 0 { 0 } else { list.rank.max(top.saturating_add(1)) };
            list
        }));
        self.first_names.extend(other.first_names);
        self
    }

    /// How many entries the lists hold.
    pub fn len(&self) -> usize {
        self.lists.iter().map(|list| list.rows.len()).sum()
    }

    /// Whether they hold none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

macro_rules! embedded {
    ($($name:literal),*) => {
        &[$((concat!("gazetteers/", $name), include_str!(concat!("../../gazetteers/", $name)))),*]
    };
}

const EMBEDDED: &[(&str, &str)] = embedded!("organizations.tsv", "places.tsv", "people.tsv", "products.tsv");

/// Checks lines, keeping the places of the good ones.
struct Reader<'n> {
    name: &'n str,
    faults: Vec<Fault>,
    rows: Vec<(u32, EntityKind)>,
}

impl Reader<'_> {
    fn row(&mut self, line: usize, offset: usize, content: &str) {
        let mut cells = content.split('\t');
        let name = cells.next().unwrap_or("");
        if name.trim().is_empty() || !name.contains(char::is_alphanumeric) {
            self.fault((line, content, name), "a name", name.trim(), None);
        }
        let kind_cell = cells.next().unwrap_or("");
        let kind = kind_of(kind_cell.trim());
        if kind.is_none() {
            let found = kind_cell.trim();
            let expected = "organization, person, place or product";
            self.fault((line, content, kind_cell), expected, found, closest(found, &KINDS));
        }
        let keys = cells.nth(1).unwrap_or("");
        self.keys(line, content, keys);
        cells.next();
        if let Some(extra) = cells.next() {
            self.fault((line, content, extra), "at most five columns", extra.trim(), None);
        }
        match (kind, u32::try_from(offset)) {
            (Some(kind), Ok(offset)) => self.rows.push((offset, kind)),
            (Some(_), Err(_)) => self.fault((line, content, name), "a list of less than 4 GB", name, None),
            (None, _) => {}
        }
    }

    fn keys(&mut self, line: usize, content: &str, keys: &str) {
        for pair in keys.split(';').filter(|pair| !pair.trim().is_empty()) {
            let Some((key, value)) = pair.split_once('=') else {
                self.fault((line, content, pair), "key=value", pair.trim(), None);
                continue;
            };
            let key = key.trim();
            if !KEYS.contains(&key) {
                self.fault((line, content, pair), &KEYS.join(", "), key, closest(key, &KEYS));
            }
            let (expected, accepted): (&str, &[&str]) = match key {
                "gender" => ("m or f", &["m", "f"]),
                "ambiguous" => ("yes or no", &["yes", "no"]),
                _ => continue,
            };
            if !accepted.contains(&value.trim()) {
                self.fault((line, content, value), expected, value.trim(), None);
            }
        }
    }

    /// `place` is the line with its text and the part of it that is wrong.
    fn fault(&mut self, place: (usize, &str, &str), expected: &str, found: &str, suggestion: Option<&str>) {
        let (line, content, part) = place;
        let lead = part.len() - part.trim_start().len();
        let at = offset_in(content, part) + lead;
        let column = content.get(..at).map_or(1, |before| before.chars().count() + 1);
        self.faults.push(Fault {
            file: self.name.to_owned(),
            line,
            column,
            expected: expected.to_owned(),
            found: found.to_owned(),
            suggestion: suggestion.map(str::to_owned),
        });
    }
}

/// Where a part begins that was cut from `whole`; its end for a part that is missing.
fn offset_in(whole: &str, part: &str) -> usize {
    let offset = (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize);
    offset.min(whole.len())
}

fn kind_of(cell: &str) -> Option<EntityKind> {
    Some(match cell {
        "organization" => EntityKind::Organization,
        "person" => EntityKind::Person,
        "place" => EntityKind::Place,
        "product" => EntityKind::Product,
        _ => return None,
    })
}
