//! Articles as one page, without scripts or other files.

use super::slots::filled;
use depeche::{EntityKind, Extraction, MentionForm, Relation, Span};

/// What stands before the first article.
pub const HEAD: &str = concat!(
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    "<title>depeche</title>\n<style>\n",
    include_str!("page.css"),
    "</style>\n</head>\n<body>\n<p class=\"legend\"><mark class=\"person\">person</mark> ",
    "<mark class=\"organization\">organization</mark> <mark class=\"place\">place</mark> ",
    "<mark class=\"product\">product</mark> <mark class=\"amount\">amount</mark></p>\n",
);

/// What stands after the last one.
pub const FOOT: &str = "</body>\n</html>\n";

/// One article and its relations.
pub fn article(id: &str, text: &str, extraction: &Extraction) -> String {
    let mut out = format!("<article>\n<h2>{}</h2>\n", escaped(id));
    if let Some(date) = extraction.published {
        out.push_str(&format!("<p class=\"published\">{date}</p>\n"));
    }
    out.push_str("<div class=\"columns\">\n<div class=\"text\" lang=\"fr\">");
    highlight(text, &marks(text, extraction), &mut out);
    out.push_str("</div>\n<div class=\"relations\">\n");
    if extraction.relations.is_empty() {
        out.push_str("<p>No relation found.</p>\n");
    }
    for relation in &extraction.relations {
        card(relation, text, extraction, &mut out);
    }
    out.push_str("</div>\n</div>\n</article>\n");
    out
}

/// Words to highlight.
struct Mark {
    span: Span,
    class: &'static str,
    title: String,
}

/// What to highlight, in reading order and without overlaps: of two that overlap, the one that starts first, or the
/// longer one.
fn marks(text: &str, extraction: &Extraction) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for entity in &extraction.entities {
        let class = class_of(entity.kind);
        for mention in &entity.mentions {
            let title = match mention.form {
                MentionForm::Name => class.to_owned(),
                _ => format!("{class}: {}", entity.name),
            };
            marks.push(Mark { span: mention.span, class, title });
        }
    }
    let amounts = extraction.amounts.iter();
    marks.extend(amounts.map(|amount| Mark {
        span: amount.span,
        class: "amount",
        title: super::slots::money(&amount.money),
    }));
    marks.sort_by_key(|mark| (mark.span.start, usize::MAX - mark.span.end));
    let mut end = 0;
    marks.retain(|mark| {
        let keep = mark.span.start >= end && !mark.span.of(text).is_empty();
        end = if keep { mark.span.end } else { end };
        keep
    });
    marks
}

fn class_of(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        _ => "product",
    }
}

fn highlight(text: &str, marks: &[Mark], out: &mut String) {
    let mut at = 0;
    for mark in marks {
        out.push_str(&escaped(Span::new(at, mark.span.start).of(text)));
        let (class, title, words) = (mark.class, escaped(&mark.title), escaped(mark.span.of(text)));
        out.push_str(&format!("<mark class=\"{class}\" title=\"{title}\">{words}</mark>"));
        at = mark.span.end;
    }
    out.push_str(&escaped(Span::new(at, text.len()).of(text)));
}

fn card(relation: &Relation, text: &str, extraction: &Extraction, out: &mut String) {
    let name = escaped(relation.type_name());
    out.push_str(&format!("<section class=\"card {name}\">\n<h3>{name}</h3>\n<dl>\n"));
    for slot in filled(relation) {
        out.push_str(&format!("<dt>{}</dt><dd>{}</dd>\n", escaped(&slot.label), escaped(&slot.value)));
    }
    out.push_str(&format!("<dt>confidence</dt><dd>{:.2}</dd>\n</dl>\n", relation.confidence()));
    for evidence in relation.evidence() {
        let span = extraction.sentences.get(evidence.sentence).map_or(evidence.span, |sentence| sentence.span);
        let (quote, frame) = (escaped(span.of(text)), escaped(&evidence.frame));
        out.push_str(&format!("<blockquote lang=\"fr\">{quote}</blockquote>\n<p class=\"frame\">{frame}</p>\n"));
    }
    out.push_str("</section>\n");
}

/// Text that can stand anywhere in a page. Characters that pages may not hold are replaced.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(ch),
            '\r' => {}
            _ if ch.is_control() => out.push('\u{FFFD}'),
            _ => out.push(ch),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::text::tests::{TEXT, extraction};
    use super::{HEAD, article, escaped};
    use depeche::{Entity, EntityKind, Extraction, Mention, MentionForm, Span};

    #[test]
    fn words_are_highlighted_and_told_in_cards() {
        let page = article("a<b", TEXT, &extraction());
        for part in [
            "<h2>a&lt;b</h2>",
            "<mark class=\"person\" title=\"person\">Claire Petit</mark> rejoint Voltalia &amp; Cie.\nElle",
            "<mark class=\"organization\" title=\"organization\">&lt;Engie&gt;</mark>",
            "<mark class=\"amount\" title=\"12,000,000 EUR\">12 M€</mark>",
            "<section class=\"card departure\">",
            "<dt>employer</dt><dd>&lt;Engie&gt;</dd>",
            "<blockquote lang=\"fr\">Jean Roy quitte &lt;Engie&gt;.</blockquote>",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(!page.contains("<Engie>"));
    }

    #[test]
    fn pages_hold_no_script_and_ask_for_nothing() {
        let page = format!("{HEAD}{}", article("a", "<script>alert(1)</script> \u{0}\"'", &Extraction::default()));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; \u{FFFD}&quot;&#39;"), "{page}");
        for part in ["<script", "src=\"", "href=", "url(", "@import"] {
            assert!(!page.contains(part), "{part}");
        }
        assert!(page.contains("prefers-color-scheme: dark"));
    }

    #[test]
    fn overlapping_mentions_show_once_and_bad_spans_show_nothing() {
        let mention = |start, end| Mention::new(Span::new(start, end), "", MentionForm::Alias);
        let mut extraction = Extraction::default();
        let mentions = vec![mention(0, 4), mention(0, 9), mention(5, 9), mention(40, 50)];
        extraction.entities.push(Entity::new(EntityKind::Person, "N", mentions));
        let page = article("a", "Jean Roy, là", &extraction);
        assert!(page.contains("<mark class=\"person\" title=\"person: N\">Jean Roy,</mark> là"), "{page}");
        assert_eq!(page.matches(">Jean").count(), 1);
    }

    #[test]
    fn carriage_returns_and_controls_are_not_printed() {
        assert_eq!(escaped("a\r\nb\u{7}"), "a\nb\u{FFFD}");
    }
}
