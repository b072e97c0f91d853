//! Whom pronouns and descriptions in subject position mean: `tests/corpus/reference.tsv`, whose figures do not fall below
//! `tests/corpus/floors.toml`. `cargo test --test reference -- --nocapture` prints the table, and with
//! `REFERENCE_ERRORS=1` every mention that is not resolved rightly.

mod support;

use depeche::{Extraction, MentionForm};
use std::collections::{BTreeMap, BTreeSet};
use support::{articles, corpus, document, extract};

/// Words in a text, and who is meant by them.
struct Annotated {
    document: String,
    words: String,
    start: usize,
    end: usize,
    meant: BTreeSet<String>,
}

fn texts() -> BTreeMap<String, String> {
    let own = std::fs::read_to_string(corpus().join("reference.jsonl")).expect("the texts");
    let lines = own.lines().map(str::to_owned);
    let id = |json: &str| {
        let value: serde_json::Value = serde_json::from_str(json).expect("a text");
        value["id"].as_str().expect("an id").to_owned()
    };
    articles().into_iter().chain(lines).map(|json| (id(&json), document(&json).0)).collect()
}

fn annotated(texts: &BTreeMap<String, String>) -> Vec<Annotated> {
    let table = std::fs::read_to_string(corpus().join("reference.tsv")).expect("the table");
    let rows = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.map(|row| read(row, texts)).collect()
}

fn read(row: &str, texts: &BTreeMap<String, String>) -> Annotated {
    let [document, place, meant] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}: three columns") };
    let (before, rest) = place.split_once('[').expect(row);
    let (words, after) = rest.split_once(']').expect(row);
    let text = &texts[document];
    let context = format!("{before}{words}{after}");
    assert_eq!(text.matches(&context).count(), 1, "{row}: the words must stand once in the text");
    let start = text.find(&context).expect(row) + before.len();
    let meant = meant.split(" | ").filter(|name| *name != "-").map(str::to_owned).collect();
    Annotated { document: document.to_owned(), words: words.to_owned(), start, end: start + words.len(), meant }
}

/// The names of those whom the extraction takes the words to mean, each as all forms of its name.
fn found<'e>(extraction: &'e Extraction, annotated: &Annotated) -> Vec<Vec<&'e str>> {
    let means = |form: MentionForm| matches!(form, MentionForm::Description | MentionForm::Pronoun);
    let overlaps = |span: depeche::Span| span.start < annotated.end && annotated.start < span.end;
    let meant = extraction
        .entities
        .iter()
        .filter(|entity| entity.mentions.iter().any(|mention| means(mention.form) && overlaps(mention.span)));
    let forms = |entity: &'e depeche::Entity| {
        let named = entity.mentions.iter().filter(|mention| !means(mention.form));
        named.map(|mention| mention.text.as_str()).chain([entity.name.as_str()]).collect()
    };
    meant.map(forms).collect()
}

fn sort_of(words: &str) -> &'static str {
    match words.to_lowercase().replace('\u{2019}', "'").as_str() {
        "il" | "elle" => "il, elle",
        "ils" | "elles" | "tous deux" => "ils, elles, tous deux",
        "je" | "j'" | "nous" | "on" => "je, nous, on",
        "ce dernier" | "cette dernière" | "ces derniers" | "celui-ci" | "celle-ci" | "l'intéressé" | "l'intéressée" => {
            "ce dernier, celle-ci, l'intéressé"
        }
        other if other.starts_with("les ") => "les deux associés",
        _ => "le groupe, la dirigeante, l'ex-patron de X",
    }
}

/// How many were resolved rightly, wrongly and not.
#[derive(Clone, Copy, Default)]
struct Tally {
    right: usize,
    wrong: usize,
    not: usize,
}

impl Tally {
    fn add(&mut self, meant: &BTreeSet<String>, found: &[Vec<&str>]) -> &'static str {
        let known = |forms: &Vec<&str>| meant.iter().any(|name| forms.contains(&name.as_str()));
        let (count, verdict) = if found.len() == meant.len() && found.iter().all(known) {
            (&mut self.right, "right")
        } else if found.is_empty() {
            (&mut self.not, "not")
        } else {
            (&mut self.wrong, "wrong")
        };
        *count += 1;
        verdict
    }

    fn all(self) -> usize {
        self.right + self.wrong + self.not
    }
}

#[test]
fn pronouns_and_descriptions_are_resolved() {
    let texts = texts();
    let extractions: BTreeMap<&str, Extraction> = texts.iter().map(|(id, text)| (id.as_str(), extract(text))).collect();
    let mut sorts: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut sum = Tally::default();
    for mention in annotated(&texts) {
        let found = found(&extractions[mention.document.as_str()], &mention);
        let verdict = sorts.entry(sort_of(&mention.words)).or_default().add(&mention.meant, &found);
        sum.add(&mention.meant, &found);
        if verdict != "right" && std::env::var_os("REFERENCE_ERRORS").is_some() {
            println!("{} {verdict}: {} = {:?}, found {found:?}", mention.document, mention.words, mention.meant);
        }
    }
    println!("{:45} {:>5} {:>6} {:>6} {:>4}", "", "all", "right", "wrong", "not");
    for (sort, tally) in sorts.iter().map(|(sort, tally)| (*sort, *tally)).chain([("together", sum)]) {
        println!("{sort:45} {:5} {:6} {:6} {:4}", tally.all(), tally.right, tally.wrong, tally.not);
    }
    let floors = std::fs::read_to_string(corpus().join("floors.toml")).expect("the floors");
    let floors: toml::Table = floors.parse().expect("TOML");
    let floor = |name: &str| floors["reference"][name].as_float().expect("a share");
    let share = |part: usize, all: usize| part as f64 / all.max(1) as f64;
    let (right, sure) = (share(sum.right, sum.all()), share(sum.right, sum.right + sum.wrong));
    assert!(right >= floor("right"), "{right:.3} of all mentions are resolved rightly");
    assert!(sure >= floor("precision"), "{sure:.3} of the resolved mentions are resolved rightly");
}
