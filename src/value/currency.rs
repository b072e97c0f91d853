//! Names, symbols and codes of currencies, and which one a shared name means.

use super::error::{DataError, Table};
use super::lexicon::{COIN, CURRENCY, Lexicon};
use super::phrase::{Phrases, Scales};
use super::view::View;
use crate::lexicon::{Flags, Vocabulary};
use crate::token::Tokens;
use crate::types::Currency;
use std::collections::BTreeMap;

const CURRENCIES: Table = Table::new(
    "gazetteers/currencies.tsv",
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/gazetteers/currencies.tsv")),
);
const SCALES: Table = Table::new(
    "grammar/values/scales.tsv",
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/values/scales.tsv")),
);
const GLUED: Table = Table::new(
    "grammar/values/glued.tsv",
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/values/glued.tsv")),
);

/// How far a name tells its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    /// It does.
    Sure,
    /// It does where the number is a large one.
    Scaled,
    /// Only where the text names a place of its zone.
    Zone,
    /// Where the text names a place of its zone, the name may mean this or another.
    Doubt,
    /// Never alone.
    No,
}

#[derive(Clone, Copy, Debug)]
struct Candidate {
    currency: Currency,
    zone: u16,
    rank: Rank,
}

/// A way to write a currency: an index into its candidates.
pub(super) type Name = u16;

/// All that is known of currencies.
#[derive(Clone, Debug)]
pub(super) struct Currencies {
    names: Phrases<Name>,
    sets: Vec<Vec<Candidate>>,
    minor: Phrases<Option<Currency>>,
    pub scales: Scales,
    codes: BTreeMap<String, Name>,
    zones: usize,
}

type Written = BTreeMap<(String, bool), Vec<Candidate>>;

impl Currencies {
    pub fn load(lexicon: &mut Lexicon, vocabulary: &mut Vocabulary) -> Result<Self, DataError> {
        let mut written = Written::new();
        let mut minor = Phrases::forward();
        let mut zones = 0u16;
        for row in CURRENCIES.rows() {
            let currency = row.parse(0, "three capital letters in the first column")?;
            let rank = match row.get(5) {
                "yes" => Rank::Sure,
                "scaled" => Rank::Scaled,
                "zone" => Rank::Zone,
                "doubt" => Rank::Doubt,
                "no" => Rank::No,
                _ => return Err(row.error("yes, scaled, zone, doubt or no in the sixth column")),
            };
            let candidate = Candidate { currency, zone: zones, rank };
            names(&mut written, candidate, row.get(1), row.get(2), row.get(3));
            for name in row.get(4).split('|').filter(|n| !n.is_empty()) {
                let alone = name.starts_with('*').then_some(currency);
                for form in forms(name.trim_start_matches('*')) {
                    minor.add(lexicon, vocabulary, (&form, false), COIN, alone);
                }
            }
            for place in row.get(6).split('|').filter(|n| !n.is_empty()) {
                lexicon.edit(vocabulary, place, Flags::VALUE).zone = zones + 1;
            }
            zones += 1;
        }
        let mut out = Self { minor, zones: usize::from(zones), ..Self::empty() };
        let index = out.index(written, lexicon, vocabulary);
        out.abbreviations(&index, lexicon, vocabulary)?;
        let is_code = |text: &String| text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
        out.codes = index.into_iter().filter(|(text, _)| is_code(text)).collect();
        Ok(out)
    }

    /// No currency at all.
    pub fn empty() -> Self {
        Self {
            names: Phrases::forward(),
            sets: Vec::new(),
            minor: Phrases::forward(),
            scales: Scales::default(),
            codes: BTreeMap::new(),
            zones: 0,
        }
    }

    fn index(&mut self, written: Written, lexicon: &mut Lexicon, vocab: &mut Vocabulary) -> BTreeMap<String, Name> {
        let mut index = BTreeMap::new();
        for ((text, exact), candidates) in written {
            let name = u16::try_from(self.sets.len()).unwrap_or(u16::MAX);
            self.sets.push(candidates);
            self.names.add(lexicon, vocab, (&text, exact), CURRENCY, name);
            index.insert(text, name);
        }
        index
    }

    fn abbreviations(
        &mut self,
        index: &BTreeMap<String, Name>,
        lexicon: &mut Lexicon,
        vocabulary: &mut Vocabulary,
    ) -> Result<(), DataError> {
        for row in SCALES.rows() {
            let power = row.parse(1, "a power of ten in the second column")?;
            self.scales.add(lexicon, vocabulary, row.get(0), power);
        }
        for row in GLUED.rows() {
            let power = row.parse(1, "a power of ten in the second column")?;
            let name = *index.get(row.get(2)).ok_or_else(|| row.error("a known currency in the third column"))?;
            lexicon.mark(vocabulary, row.get(0), CURRENCY);
            self.scales.glued.insert(row.get(0).into(), (power, name));
        }
        Ok(())
    }

    /// The currency written at a token, and how many tokens it takes.
    pub fn at(&self, view: &View, at: usize) -> Option<(Name, usize)> {
        self.names.at(view, at)
    }

    /// The currency with a code.
    pub fn code(&self, code: &str) -> Option<Name> {
        self.codes.get(code).copied()
    }

    /// The coin written at a token: the currency that it alone tells, and how many tokens it takes.
    pub fn minor_at(&self, view: &View, at: usize) -> Option<(Option<Currency>, usize)> {
        self.minor.at(view, at)
    }

    /// Whether a name stands for money by itself, or only beside a large number ("livres").
    pub fn is_scaled(&self, name: Name) -> bool {
        let set = self.candidates(name);
        set.iter().any(|c| c.rank == Rank::Scaled) && !set.iter().any(|c| c.rank == Rank::Sure)
    }

    fn candidates(&self, name: Name) -> &[Candidate] {
        self.sets.get(usize::from(name)).map_or(&[], Vec::as_slice)
    }

    /// The currency that a name means in a text whose places are counted in `hits`; `None` if the text leaves it open.
    pub fn resolve(&self, name: Name, hits: &[u32]) -> Option<Currency> {
        let set = self.candidates(name);
        if let [only] = set {
            return (matches!(only.rank, Rank::Sure | Rank::Scaled) || self.hits(only, hits) > 0)
                .then_some(only.currency);
        }
        let default = set.iter().find(|c| matches!(c.rank, Rank::Sure | Rank::Scaled));
        let open = set.iter().enumerate().filter(|(_, c)| c.rank != Rank::No);
        let (_, best) = open.max_by_key(|(i, c)| (self.hits(c, hits), is_default(c), std::cmp::Reverse(*i)))?;
        match best.rank {
            Rank::Sure | Rank::Scaled => Some(best.currency),
            Rank::Doubt if self.hits(best, hits) > 0 => None,
            _ if self.hits(best, hits) > 0 => Some(best.currency),
            _ => default.map(|c| c.currency),
        }
    }

    /// Whether the answer of [`resolve`](Self::resolve) hangs on the places that the text names.
    pub fn is_shared(&self, name: Name) -> bool {
        match self.candidates(name) {
            [only] => !matches!(only.rank, Rank::Sure | Rank::Scaled),
            _ => true,
        }
    }

    fn hits(&self, candidate: &Candidate, hits: &[u32]) -> u32 {
        hits.get(usize::from(candidate.zone)).copied().unwrap_or(0)
    }

    /// How often a text names places of each currency's zone.
    pub fn count_zones(&self, tokens: &Tokens, lexicon: &Lexicon) -> Vec<u32> {
        let mut hits = vec![0; self.zones];
        for token in tokens.all() {
            let Some(entry) = lexicon.row(token.word) else { continue };
            if let Some(count) = hits.get_mut(usize::from(entry.zone).wrapping_sub(1)) {
                *count += 1;
            }
        }
        hits
    }
}

fn is_default(candidate: &Candidate) -> bool {
    matches!(candidate.rank, Rank::Sure | Rank::Scaled)
}

/// All ways to write one row's currency.
fn names(written: &mut Written, candidate: Candidate, names: &str, complements: &str, symbols: &str) {
    let mut add = |text: String, exact: bool, rank: Rank| {
        let row = written.entry((text, exact)).or_default();
        if !row.iter().any(|c| c.currency == candidate.currency) {
            row.push(Candidate { rank, ..candidate });
        }
    };
    for name in names.split('|').filter(|n| !n.is_empty()) {
        for form in forms(name) {
            for complement in complements.split('|').filter(|n| !n.is_empty()) {
                add(format!("{form} {complement}"), false, Rank::Sure);
                add(format!("{form} {}", plural(complement)), false, Rank::Sure);
            }
            // Only its sign is in doubt: a text that means these dollars in words says which.
            add(form, false, if candidate.rank == Rank::Doubt { Rank::No } else { candidate.rank });
        }
    }
    for symbol in symbols.split('|').filter(|n| !n.is_empty()) {
        let sign = symbol == "$";
        add(symbol.to_owned(), true, if sign { candidate.rank } else { Rank::Sure });
        if candidate.rank == Rank::Doubt {
            add("$".to_owned(), true, Rank::Doubt);
        }
    }
    add(candidate.currency.code().to_owned(), true, Rank::Sure);
}

/// Singular and plural of a name, told as "penny/pence" or made by rule.
fn forms(name: &str) -> Vec<String> {
    match name.split_once('/') {
        Some((one, many)) => vec![one.to_owned(), many.to_owned()],
        None => vec![name.to_owned(), plural(name)],
    }
}

/// The plural of a name's or adjective's first word, unless it is an acronym or a complement.
fn plural(text: &str) -> String {
    let (first, rest) = text.split_at(text.find(' ').unwrap_or(text.len()));
    let complement = matches!(first, "de" | "du" | "des") || first.contains('\'');
    let fixed = first.ends_with(['s', 'x', 'z']) || first.chars().all(char::is_uppercase);
    if complement || fixed { text.to_owned() } else { format!("{first}s{rest}") }
}
