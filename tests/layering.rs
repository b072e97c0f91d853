//! Stages import earlier stages only. Order of reading an article is order of the list below.

use std::fs;
use std::path::{Path, PathBuf};

/// The folders of `src/`, each of which may use those before it.
const STAGES: [&str; 13] = [
    "types",
    "text",
    "lexicon",
    "layout",
    "sentence",
    "token",
    "gazetteer",
    "entity",
    "value",
    "clause",
    "relation",
    "reference",
    "event",
];

/// A folder that stands aside: it may use `types` alone, and no stage may use it.
const ASIDE: &str = "evaluate";

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// What remains of a line of code: no comment. Good enough for sources that keep `//` out of strings with paths.
fn code(line: &str) -> &str {
    line.find("//").map_or(line, |at| &line[..at])
}

/// The first name of each path that leaves the stage: behind `crate::`, each one in `crate::{…}`, and behind as many
/// `super::` as the file lies deep.
fn imports(source: &str, depth: usize) -> Vec<String> {
    let code: String = source.lines().flat_map(|line| [code(line).trim(), " "]).collect();
    let mut found = Vec::new();
    for (at, root) in code.match_indices("crate::") {
        let free = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
        if free {
            found.extend(first_names(&code[at + root.len()..]));
        }
    }
    let up = "super::".repeat(depth);
    for (at, _) in code.match_indices(&up) {
        // A module inside the file may climb once more than the file lies deep, and is then still in the stage.
        let names = first_names(&code[at + up.len()..]).into_iter();
        found.extend(names.filter(|name| STAGES.contains(&name.as_str()) || name == ASIDE));
    }
    found
}

fn first_names(path: &str) -> Vec<String> {
    let word = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![word(path)] };
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(word(&group[start..at]));
                start = at + 1;
            }
            _ => {}
        }
        if c == '}' && depth == 0 && start == at + 1 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Why `stage` may not use `import`, if it may not.
fn fault(stage: &str, import: &str) -> Option<String> {
    let place = |name: &str| STAGES.iter().position(|stage| *stage == name);
    if stage == import {
        return None;
    }
    if stage == ASIDE {
        return (import != "types").then(|| format!("{ASIDE} uses {import}: it may use types alone"));
    }
    match (place(stage), place(import)) {
        (Some(own), Some(other)) if other < own => None,
        (Some(_), Some(_)) => Some(format!("{stage} uses {import}, which comes after it")),
        _ => Some(format!("{stage} uses crate::{import}, which is no stage before it")),
    }
}

#[test]
fn stages_import_earlier_stages_only() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut faults = Vec::new();
    let mut seen = 0;
    for stage in STAGES.iter().chain([&ASIDE]) {
        let folder = sources.join(stage);
        for file in rust_files(&folder) {
            let inside = file.strip_prefix(&sources).expect("a file below src");
            let depth = inside.components().count() - usize::from(inside.ends_with("mod.rs"));
            let source = fs::read_to_string(&file).expect("a source file");
            for import in imports(&source, depth) {
                seen += 1;
                faults.extend(fault(stage, &import).map(|fault| format!("{}: {fault}", inside.display())));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert!(seen > STAGES.len(), "only {seen} imports were found: the search is broken");
}

#[test]
fn every_folder_has_its_place() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(sources).expect("src") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let placed = !path.is_dir() || STAGES.contains(&name.as_str()) || name == ASIDE;
        assert!(placed, "src/{name} has no place among the stages of tests/layering.rs");
    }
}

#[test]
fn imports_are_found() {
    let table: [(&str, usize, &[&str]); 8] = [
        ("use crate::types::Span;", 2, &["types"]),
        ("use crate::{clause::{self, Link}, token, types::Span};\nlet x = 1;", 2, &["clause", "token", "types"]),
        ("use crate::{\n    event,\n    types,\n};", 2, &["event", "types"]),
        ("fn f(x: &crate::entity::Entities) {}", 2, &["entity"]),
        ("// crate::event\n/// [`crate::event`]", 2, &[]),
        ("use super::super::token::Tokens; use super::money;", 2, &["token"]),
        ("use super::super::token::Tokens;", 3, &[]),
        ("let a = $crate::x; other_crate::y();", 2, &[]),
    ];
    for (source, depth, expected) in table {
        assert_eq!(imports(source, depth), expected, "{source}");
    }
}

#[test]
fn upward_imports_are_faults() {
    let faulty = [("relation", "reference"), ("token", "Extractor"), ("evaluate", "clause"), ("event", "evaluate")];
    for (stage, import) in faulty {
        assert!(fault(stage, import).is_some(), "{stage} uses {import}");
    }
    for (stage, import) in [("reference", "relation"), ("evaluate", "types"), ("value", "value"), ("event", "types")] {
        assert_eq!(fault(stage, import), None);
    }
}
