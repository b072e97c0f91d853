//! Blocks: the articles and parts of the case files, and properties that hold on any text.

use depeche::layout::{BlockKind, layout};
use proptest::prelude::*;

struct Case {
    name: String,
    text: String,
    kinds: Vec<(String, String)>,
}

/// The cases of `cases/layout.txt`: their texts, and the kind and first line of each block.
fn cases() -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    for line in include_str!("cases/layout.txt").lines() {
        if let Some(name) = line.strip_prefix("=== ") {
            found.push(Case { name: name.to_string(), text: String::new(), kinds: Vec::new() });
        } else if let (Some((kind, words)), Some(case)) = (line.split_once('|'), found.last_mut()) {
            if !case.text.is_empty() || !case.kinds.is_empty() {
                case.text.push('\n');
            }
            let words = words.strip_prefix(' ').unwrap_or(words);
            case.text.push_str(words);
            if !kind.trim().is_empty() {
                case.kinds.push((kind.trim().to_string(), words.trim().to_string()));
            }
        }
    }
    found
}

fn name(kind: BlockKind) -> String {
    serde_json::to_string(&kind).unwrap().trim_matches('"').to_string()
}

fn found(text: &str) -> Vec<(String, String)> {
    let first_line = |words: &str| words.lines().next().unwrap_or("").trim().to_string();
    layout(text).blocks.iter().map(|b| (name(b.kind), first_line(b.span.of(text)))).collect()
}

#[test]
fn the_articles_of_the_case_file() {
    let all = cases();
    assert!(all.len() > 12);
    let wrong: Vec<String> = all
        .iter()
        .filter(|case| found(&case.text) != case.kinds)
        .map(|case| format!("{}\n  expected {:#?}\n  found {:#?}", case.name, case.kinds, found(&case.text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn windows_and_old_line_breaks_give_the_same_blocks() {
    for case in cases() {
        assert_eq!(found(&case.text.replace('\n', "\r\n")), case.kinds, "{}", case.name);
        assert_eq!(layout(&case.text.replace('\n', "\r")).blocks.len(), case.kinds.len(), "{}", case.name);
    }
}

#[test]
fn parts_of_blocks() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for line in include_str!("cases/layout_parts.tsv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [part, expected, raw] = cells.as_slice() else { panic!("{line:?}: three cells expected") };
        seen += 1;
        let text = raw.replace("\\n", "\n");
        let blocks = layout(&text).blocks;
        let last = blocks.last().expect("a block");
        let span = match *part {
            "tail" => last.tail,
            "dateline" => last.dateline,
            "marker" => last.marker,
            other => panic!("unknown part {other:?}"),
        };
        let got = span.map_or("", |span| span.of(&text));
        if got != *expected {
            wrong.push(format!("{part} of {text:?}: expected {expected:?}, found {got:?}"));
        }
    }
    assert!(seen > 25 && wrong.is_empty(), "{seen} seen\n{}", wrong.join("\n"));
}

#[test]
fn a_long_line_is_no_headline() {
    let text = "Le groupe recrute. ".repeat(40);
    assert_eq!(layout(&text).blocks[0].kind, BlockKind::Body);
}

proptest! {
    #[test]
    fn blocks_are_in_order_and_cover_all_but_white_space(text in "([A-Za-zé .!?:«»\"•\\-1\\n\\r\u{a0}]|\\PC){0,200}") {
        let mut at = 0;
        for block in layout(&text).blocks {
            prop_assert!(text.get(at..block.span.start).expect("ordered, on characters").trim().is_empty());
            prop_assert!(!block.span.of(&text).trim().is_empty());
            for part in [block.marker, block.dateline, block.tail].into_iter().flatten() {
                prop_assert!(block.span.contains(part) && !part.of(&text).is_empty());
            }
            at = block.span.end;
        }
        prop_assert!(text.get(at..).unwrap_or("").trim().is_empty());
    }
}
