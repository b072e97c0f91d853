//! What the README shows is what the command prints.

mod support;

use support::with_input;

const README: &str = include_str!("../../../README.md");

/// The block of code of a language that follows some words.
fn block<'t>(after: &str, language: &str) -> &'t str {
    let start = README.find(after).unwrap_or_else(|| panic!("README.md no longer says {after:?}"));
    let opening = format!("\n```{language}\n");
    let rest = &README[start..];
    let rest = &rest[rest.find(&opening).unwrap_or_else(|| panic!("no {language} after {after:?}")) + opening.len()..];
    &rest[..rest.find("```").expect("the end of the block")]
}

fn root(path: &str) -> String {
    format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn relations_of_your_own() {
    let shown = block("### Relations of your own", "toml");
    let file = std::fs::read_to_string(root("examples/lawsuits.toml")).unwrap();
    for part in shown.split("\n\n") {
        assert!(file.contains(part.trim_end()), "examples/lawsuits.toml lacks\n{part}");
    }
    let command = block("### Relations of your own", "sh");
    let text = command.split("<<'END'\n").nth(1).and_then(|rest| rest.split("END\n").next()).unwrap();
    let frames = root("examples/lawsuits.toml");
    let arguments = ["extract", "--frames", &frames, "--published", "2025-06-18", "--format", "text", "-"];
    for word in arguments.iter().filter(|word| !word.contains('/')) {
        assert!(command.contains(word), "the command in README.md lacks {word}");
    }
    let run = with_input(&arguments, text.as_bytes());
    run.assert_code(0);
    // The confidence is fitted anew with every change of the engine.
    let without = |printed: &str| -> Vec<String> {
        printed.lines().map(|line| line.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').to_owned()).collect()
    };
    assert_eq!(without(&run.stdout), without(block("### Relations of your own", "text")));
}

#[test]
fn explanations() {
    let heading = "### Why something was read, or not";
    let command = block(heading, "sh");
    let text = command.split('"').nth(1).unwrap();
    let run = with_input(&["extract", "--explain", "-"], text.as_bytes());
    run.assert_code(0);
    for line in block(heading, "text").lines().filter(|line| line.trim() != "…") {
        assert!(
            run.stdout.lines().any(|printed| printed == line),
            "README.md shows {line}\nprinted is\n{}",
            run.stdout
        );
    }
}
