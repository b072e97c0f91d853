//! Relations for a person at a terminal.

use super::Look;
use super::excerpt::{Bold, excerpt, is_control};
use super::slots::{Filled, filled};
use depeche::{Extraction, Relation, Span};

const INDENT: &str = "    ";

/// Sentences quoted for one relation.
const MOST_QUOTES: usize = 3;

/// Escape sequences, or nothing.
struct Styles {
    bold: Bold,
    label: Bold,
    dim: Bold,
}

impl Styles {
    fn new(color: bool, label: &'static str) -> Self {
        let style = |on| if color { Bold { on, off: "\u{1b}[0m" } } else { Bold { on: "", off: "" } };
        Self { bold: style("\u{1b}[1m"), label: style(label), dim: style("\u{1b}[2m") }
    }
}

fn styled(text: &str, style: Bold) -> String {
    format!("{}{text}{}", style.on, style.off)
}

/// All relations of one article, or that it has none.
pub fn render(id: &str, text: &str, extraction: &Extraction, look: Look) -> String {
    let mut out = String::new();
    if look.headings {
        let published = extraction.published.map(|date| format!("  {date}")).unwrap_or_default();
        let heading = styled(&harmless(id), Styles::new(look.color, "").bold);
        out.push_str(&format!("{heading}{published}\n"));
    }
    if extraction.relations.is_empty() {
        out.push_str("No relation found.\n");
    }
    for relation in &extraction.relations {
        block(relation, text, extraction, look, &mut out);
    }
    out
}

fn block(relation: &Relation, text: &str, extraction: &Extraction, look: Look, out: &mut String) {
    let styles = Styles::new(look.color, label_color(relation));
    let slots = filled(relation);
    let label = styled(&harmless(&relation.type_name().to_uppercase()), styles.label);
    out.push_str(&format!("{label}  {}", harmless(&headline(relation, &slots))));
    out.push_str(&format!("  {}\n", styled(&format!("{:.2}", relation.confidence()), styles.dim)));
    let spans: Vec<Span> = slots.iter().filter_map(|slot| slot.span).collect();
    for sentence in quoted(relation, extraction).into_iter().take(MOST_QUOTES) {
        let room = look.width.saturating_sub(INDENT.len() + 4);
        let quote = excerpt(text, sentence, &spans, room, styles.bold);
        out.push_str(&format!("{INDENT}« {quote} »\n"));
    }
}

fn label_color(relation: &Relation) -> &'static str {
    match relation {
        Relation::Hiring(_) => "\u{1b}[1;32m",
        Relation::Departure(_) => "\u{1b}[1;33m",
        _ => "\u{1b}[1;36m",
    }
}

/// The sentences that a relation was read from, each once, in reading order.
fn quoted(relation: &Relation, extraction: &Extraction) -> Vec<Span> {
    let evidence = relation.evidence().iter();
    let mut spans: Vec<Span> = evidence
        .map(|evidence| extraction.sentences.get(evidence.sentence).map_or(evidence.span, |sentence| sentence.span))
        .collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// "Claire Petit → Voltalia  as directrice financière  from Orange  2025-06  completed".
fn headline(relation: &Relation, slots: &[Filled]) -> String {
    let all = |label: &str| {
        let values: Vec<&str> =
            slots.iter().filter(|slot| slot.label == label).map(|slot| slot.value.as_str()).collect();
        if values.is_empty() { None } else { Some(values.join(", ")) }
    };
    let or = |label: &str, unknown: &str| all(label).unwrap_or_else(|| unknown.to_owned());
    let mut parts = vec![match relation {
        Relation::Hiring(_) => format!("{} → {}", or("person", "somebody"), or("employer", "(employer not told)")),
        Relation::Departure(_) => {
            format!("{} leaves {}", or("person", "Somebody"), or("employer", "(employer not told)"))
        }
        Relation::Investment(_) => {
            format!("{} → {}", or("investor", "(investors not told)"), or("target", "(projects)"))
        }
        _ => return declared(slots),
    }];
    let rest = slots.iter().filter(|slot| !matches!(&*slot.label, "person" | "employer" | "investor" | "target"));
    parts.extend(rest.map(phrase));
    parts.join("  ")
}

/// The slots of a declared type go by their names there: "plaintiff Alizé  claim 3,000,000 EUR  completed".
fn declared(slots: &[Filled]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut last = "";
    for slot in slots {
        match parts.last_mut().filter(|_| last == slot.label) {
            Some(part) => part.push_str(&format!(", {}", slot.value)),
            None if matches!(&*slot.label, "date" | "status") => parts.push(slot.value.clone()),
            None => parts.push(format!("{} {}", slot.label, slot.value)),
        }
        last = &slot.label;
    }
    parts.join("  ")
}

fn phrase(slot: &Filled) -> String {
    let before = match &*slot.label {
        "role" => "as ",
        "destination" => "for ",
        "successor" => "succeeded by ",
        "seller" => "sold by ",
        "from" => "from ",
        "formerly" => "formerly ",
        "replaces" => "replaces ",
        "stake" => "stake ",
        "round" => "round ",
        "valued at" => "valued at ",
        _ => "",
    };
    format!("{before}{}", slot.value)
}

/// Without line ends and characters that could steer the terminal.
fn harmless(text: &str) -> String {
    let shown = |ch: char| match ch {
        _ if ch.is_whitespace() => ' ',
        _ if is_control(ch) => '\u{FFFD}',
        _ => ch,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Look, render};
    use depeche::Extraction;
    use serde_json::{Value, json};

    pub const TEXT: &str = "Claire Petit rejoint Voltalia & Cie.\nElle y sera directrice financière. Jean Roy quitte <Engie>. Kalirose lève 12 M€.";

    /// `more`, with the place of `words` in [`TEXT`].
    fn at(words: &str, mut more: Value) -> Value {
        let start = TEXT.find(words).unwrap();
        more["start"] = json!(start);
        more["end"] = json!(start + words.len());
        more
    }

    fn name(words: &str) -> Value {
        at(words, json!({"name": words, "entity": null}))
    }

    fn mention(words: &str) -> Value {
        at(words, json!({"text": words, "form": "name"}))
    }

    fn evidence(sentence: usize, words: &str) -> Value {
        at(words, json!({"sentence": sentence, "frame": "some.frame"}))
    }

    fn relations() -> Value {
        let money = json!({"value": "12000000", "currency": "EUR", "bound": "exact"});
        let role = json!({"text": "directrice financière", "normalized": "chief_financial_officer"});
        json!([
            {"type": "hiring", "person": name("Claire Petit"), "employer": name("Voltalia & Cie"),
             "role": at("directrice financière", role), "date": at("rejoint", json!({"value": "2025-07"})),
             "status": "completed", "confidence": 0.93,
             "evidence": [evidence(0, "rejoint"), evidence(1, "sera"), evidence(0, "rejoint")]},
            {"type": "departure", "person": name("Jean Roy"), "employer": name("<Engie>"), "reason": "end_of_term",
             "status": "rumored", "confidence": 0.5, "evidence": [evidence(2, "quitte")]},
            {"type": "investment", "kind": "funding_round", "target": name("Kalirose"), "amount": at("12 M€", money),
             "round": "A", "status": "completed", "confidence": 0.8, "evidence": [evidence(3, "lève")]},
        ])
    }

    /// An extraction of [`TEXT`] as the library would hand it over.
    pub fn extraction() -> Extraction {
        let amount = json!({"text": "12 M€", "value": "12000000", "currency": "EUR", "bound": "exact"});
        serde_json::from_value(json!({
            "published": "2025-07-04",
            "sentences": [
                at("Claire Petit rejoint Voltalia & Cie.", json!({"kind": "title"})),
                at("Elle y sera directrice financière.", json!({"kind": "body"})),
                at("Jean Roy quitte <Engie>.", json!({"kind": "body"})),
                at("Kalirose lève 12 M€.", json!({"kind": "body"})),
            ],
            "entities": [
                {"kind": "person", "name": "Claire Petit", "id": null, "mentions": [mention("Claire Petit")]},
                {"kind": "organization", "name": "<Engie>", "id": null, "mentions": [mention("<Engie>")]},
            ],
            "amounts": [at("12 M€", amount)],
            "numbers": [], "percentages": [], "dates": [], "relations": relations(),
        }))
        .unwrap()
    }

    fn look(color: bool, width: usize) -> Look {
        Look { color, headings: false, width }
    }

    #[test]
    fn each_relation_is_a_line_and_its_sentences() {
        let expected = "\
HIRING  Claire Petit → Voltalia & Cie  as directrice financière (chief_financial_officer)  2025-07  completed  0.93
    « Claire Petit rejoint Voltalia & Cie. »
    « Elle y sera directrice financière. »
DEPARTURE  Jean Roy leaves <Engie>  end of term  rumored  0.50
    « Jean Roy quitte <Engie>. »
INVESTMENT  (investors not told) → Kalirose  12,000,000 EUR  funding round  round A  completed  0.80
    « Kalirose lève 12 M€. »
";
        assert_eq!(render("a", TEXT, &extraction(), look(false, 100)), expected);
    }

    #[test]
    fn quotations_keep_to_the_width() {
        let printed = render("a", TEXT, &extraction(), look(false, 30));
        assert!(printed.contains("    « Claire Petit rejoint… »\n"), "{printed}");
    }

    #[test]
    fn colour_marks_labels_and_slots_and_nothing_is_marked_without() {
        let colored = render("a", TEXT, &extraction(), look(true, 100));
        assert!(colored.contains("\u{1b}[1;32mHIRING\u{1b}[0m  Claire"), "{colored}");
        assert!(colored.contains("« \u{1b}[1mClaire Petit\u{1b}[0m \u{1b}[1mrejoint\u{1b}[0m"), "{colored}");
        assert!(!render("a", TEXT, &extraction(), look(false, 100)).contains('\u{1b}'));
    }

    #[test]
    fn an_article_without_relations_says_so_under_its_heading() {
        let printed = render("x\n\u{1b}", "Rien.", &Extraction::default(), Look { headings: true, ..look(false, 80) });
        assert_eq!(printed, "x \u{FFFD}\nNo relation found.\n");
    }
}
