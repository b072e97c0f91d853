//! The command as people and programs run it.

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use support::{Folder, depeche, json_lines};

/// A pangram of what news holds; nothing here depends on what is found in it.
fn article(n: usize) -> String {
    format!("Titre numéro {n}\n\nClaire Petit a été nommée directrice générale de Kalirose le 3 mai 2025.\n")
}

fn corpus(articles: usize) -> String {
    (0..articles)
        .map(|n| {
            serde_json::json!({"id": format!("a{n}"), "text": article(n), "published": "2025-07-04"}).to_string() + "\n"
        })
        .collect()
}

#[test]
fn lines_come_out_in_input_order_whatever_the_number_of_jobs() {
    let folder = Folder::new();
    let file = folder.file("corpus.jsonl", corpus(200));
    let one = depeche(&["extract", &file]);
    one.assert_code(0);
    let ids: Vec<String> = json_lines(&one.stdout).iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, (0..200).map(|n| format!("a{n}")).collect::<Vec<_>>());
    for jobs in ["0", "3"] {
        let many = depeche(&["extract", "--jobs", jobs, &file]);
        many.assert_code(0);
        assert_eq!(many.stdout, one.stdout, "--jobs {jobs}");
    }
}

#[test]
fn a_line_has_the_schema_and_all_that_was_read() {
    let folder = Folder::new();
    let run = depeche(&["extract", "--published", "2025-01-02", &folder.file("a.txt", article(1))]);
    let line = &json_lines(&run.stdout)[0];
    assert_eq!(line["schema"], 1);
    assert!(line["id"].as_str().unwrap().ends_with("a.txt"));
    assert_eq!(line["published"], "2025-01-02");
    for key in ["sentences", "entities", "amounts", "numbers", "percentages", "dates", "relations"] {
        assert!(line[key].is_array(), "{key}");
    }
}

#[test]
fn a_bad_line_is_told_with_its_number_and_the_others_are_printed() {
    let folder = Folder::new();
    let text = format!("{}{{\"id\": \"b\"}}\n\nnot json\n{}", corpus(1), corpus(2));
    let file = folder.file("mixed.jsonl", text);
    let run = depeche(&["extract", &file]);
    run.assert_code(1);
    assert_eq!(json_lines(&run.stdout).len(), 3);
    assert!(run.stderr.contains("mixed.jsonl:2: missing field `text`"), "{}", run.stderr);
    assert!(run.stderr.contains("mixed.jsonl:4: expected"), "{}", run.stderr);
}

#[test]
fn a_bad_date_is_told() {
    let run = support::with_input(&["extract", "--input", "jsonl"], br#"{"text": "a", "published": "mardi"}"#);
    run.assert_code(1);
    assert!(run.stderr.contains("standard input:1: published: expected a date such as"), "{}", run.stderr);
    let run = depeche(&["extract", "--published", "mardi", "x.txt"]);
    run.assert_code(2);
    assert!(run.stderr.contains("expected a date such as"), "{}", run.stderr);
}

#[test]
fn a_missing_file_does_not_keep_others_from_being_read() {
    let folder = Folder::new();
    let file = folder.file("a.txt", article(1));
    let run = depeche(&["extract", "nowhere.txt", &file, "nowhere.jsonl"]);
    run.assert_code(1);
    assert_eq!(json_lines(&run.stdout).len(), 1);
    assert!(run.stderr.contains("nowhere.txt: No such file"), "{}", run.stderr);
    assert!(run.stderr.contains("nowhere.jsonl: No such file"), "{}", run.stderr);
}

#[test]
fn a_folder_gives_its_files_in_the_order_of_names() {
    let folder = Folder::new();
    folder.file("b.txt", article(1));
    folder.file("a.jsonl", corpus(2));
    folder.file("c.json", "{\n\"id\": \"c\",\n\"text\": \"Bonjour\", \"people\": []}");
    folder.file("ignored.md", "# Bonjour");
    let run = depeche(&["extract", folder.path()]);
    run.assert_code(0);
    let ids: Vec<String> = json_lines(&run.stdout).iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids[..2], ["a0", "a1"]);
    assert!(ids[2].ends_with("b.txt"));
    assert_eq!(ids[3..], ["c"]);
    let empty = Folder::new();
    let run = depeche(&["extract", empty.path()]);
    run.assert_code(1);
    assert!(run.stderr.contains("expected .txt, .jsonl or .json files, found none"), "{}", run.stderr);
}

#[test]
fn a_reader_that_stops_early_is_no_fault() {
    let folder = Folder::new();
    let file = folder.file("corpus.jsonl", corpus(3000));
    let mut child = Command::new(env!("CARGO_BIN_EXE_depeche"))
        .args(["extract", &file])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("{\"schema\":1,\"id\":\"a0\""), "{first}");
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!((child.wait().unwrap().code(), told.as_str()), (Some(0), ""));
}

#[test]
fn output_of_a_pipe_does_not_wait_for_the_next_article() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_depeche"))
        .args(["extract", "--input", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in ["a", "b"] {
        writeln!(input, "{{\"id\": \"{id}\", \"text\": \"Bonjour.\"}}").unwrap();
        input.flush().unwrap();
        assert!(lines.next().unwrap().unwrap().contains(&format!("\"id\":\"{id}\"")));
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn colour_is_never_sent_to_a_file_unless_asked_for() {
    let folder = Folder::new();
    let (a, b) = (folder.file("a.txt", article(1)), folder.file("b.txt", article(2)));
    let plain = depeche(&["extract", "--format", "text", &a, &b]);
    assert!(plain.stdout.contains("a.txt") && !plain.stdout.contains('\u{1b}'), "{}", plain.stdout);
    let colored = depeche(&["extract", "--format", "text", "--color", "always", &a, &b]);
    assert!(colored.stdout.contains('\u{1b}'), "{}", colored.stdout);
    let never = depeche(&["extract", "--format", "text", "--color", "never", &a, &b]);
    assert_eq!(never.stdout, plain.stdout);
}

/// `script` runs the command on a terminal of its own.
#[cfg(target_os = "linux")]
#[test]
fn no_color_is_respected_on_a_terminal() {
    let folder = Folder::new();
    let (a, b) = (folder.file("a.txt", article(1)), folder.file("b.txt", article(2)));
    let on_terminal = |no_color: Option<&str>| {
        let command = format!("{} extract --format text {a} {b}", env!("CARGO_BIN_EXE_depeche"));
        let mut script = Command::new("script");
        script.args(["-qec", &command, "/dev/null"]).stdin(Stdio::null()).env_remove("NO_COLOR");
        if let Some(value) = no_color {
            script.env("NO_COLOR", value);
        }
        script.output().ok().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Some(colored) = on_terminal(None) else {
        eprintln!("skipped: there is no `script` here");
        return;
    };
    assert!(colored.contains("\u{1b}[1m"), "{colored:?}");
    let plain = on_terminal(Some("1")).unwrap();
    assert!(plain.contains("a.txt") && !plain.contains('\u{1b}'), "{plain:?}");
}

#[test]
fn input_may_be_empty() {
    let text = support::with_input(&["extract"], b"");
    text.assert_code(0);
    assert_eq!(json_lines(&text.stdout)[0]["id"], "standard input");
    let told = support::with_input(&["extract", "--format", "text", "-"], b"");
    assert_eq!(told.stdout, "No relation found.\n");
    let lines = support::with_input(&["extract", "--input", "jsonl"], b"");
    lines.assert_code(0);
    assert_eq!(lines.stdout, "");
    let json = support::with_input(&["extract", "--input", "jsonl", "--format", "json"], b"\n\n");
    assert_eq!(json.stdout, "[]\n");
}

#[test]
fn json_is_an_object_for_one_article_and_a_list_for_several() {
    let folder = Folder::new();
    let (a, b) = (folder.file("a.txt", article(1)), folder.file("b.txt", article(2)));
    let one: serde_json::Value = serde_json::from_str(&depeche(&["extract", "--format", "json", &a]).stdout).unwrap();
    assert_eq!(one["schema"], 1);
    let two: serde_json::Value =
        serde_json::from_str(&depeche(&["extract", "--format", "json", &a, &b]).stdout).unwrap();
    assert_eq!(two.as_array().unwrap().len(), 2);
}

#[test]
fn pages_escape_what_articles_hold() {
    let folder = Folder::new();
    let file = folder.file("a.txt", "Le <script>alert('1')</script> & la suite\u{0}");
    let run = depeche(&["extract", "--format", "html", &file]);
    run.assert_code(0);
    assert!(run.stdout.starts_with("<!DOCTYPE html>") && run.stdout.ends_with("</html>\n"));
    assert!(!run.stdout.contains("<script"), "{}", run.stdout);
    assert!(run.stdout.contains("&amp; la suite\u{FFFD}"), "{}", run.stdout);
}

#[test]
fn text_that_is_not_utf_8_is_repaired_with_a_warning() {
    let folder = Folder::new();
    let repaired = depeche(&["extract", &folder.file("latin.txt", b"Soci\xE9t\xE9")]);
    repaired.assert_code(0);
    assert!(repaired.stderr.contains("expected UTF-8, found other bytes from byte 4 on"), "{}", repaired.stderr);
    assert!(repaired.stderr.contains("repaired text"), "{}", repaired.stderr);
    let wide = depeche(&["extract", &folder.file("wide.txt", b"\xFF\xFEa\0")]);
    wide.assert_code(1);
    assert!(wide.stderr.contains("expected UTF-8, found UTF-16"), "{}", wide.stderr);
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let folder = Folder::new();
    let without_id = |stdout: &str| {
        let mut line = json_lines(stdout).remove(0);
        line["id"] = serde_json::Value::Null;
        line
    };
    let plain = depeche(&["extract", &folder.file("a.txt", article(1))]);
    let marked = depeche(&["extract", &folder.file("b.txt", format!("\u{FEFF}{}", article(1)))]);
    assert_eq!(without_id(&plain.stdout), without_id(&marked.stdout));
    let lines = depeche(&["extract", &folder.file("c.jsonl", format!("\u{FEFF}{}", corpus(1)))]);
    lines.assert_code(0);
}

#[test]
fn what_is_too_long_is_skipped_whole() {
    let folder = Folder::new();
    let long = serde_json::json!({"id": "long", "text": "a".repeat(5000)}).to_string();
    let lines = folder.file("a.jsonl", format!("{long}\n{}", corpus(1)));
    let text = folder.file("b.txt", "b".repeat(1001));
    let run = depeche(&["extract", "--max-bytes", "1000", &lines, &text]);
    run.assert_code(1);
    assert_eq!(json_lines(&run.stdout).iter().map(|line| line["id"].clone()).collect::<Vec<_>>(), ["a0"]);
    assert!(run.stderr.contains("a.jsonl:1: longer than --max-bytes 1000, skipped"), "{}", run.stderr);
    assert!(run.stderr.contains("b.txt: longer than --max-bytes 1000, skipped"), "{}", run.stderr);
}

#[test]
fn articles_that_name_too_many_are_skipped_whole() {
    let folder = Folder::new();
    let one = serde_json::json!({"id": "one", "text": "Le groupe Voltaïr embauche."}).to_string();
    let two = serde_json::json!({"id": "two", "text": "Le groupe Voltaïr rachète la société Bricor."}).to_string();
    let lines = folder.file("a.jsonl", format!("{one}\n{two}\n{one}\n"));
    for jobs in ["1", "2"] {
        let run = depeche(&["extract", "--jobs", jobs, "--max-entities", "1", &lines]);
        run.assert_code(1);
        assert_eq!(json_lines(&run.stdout).iter().map(|line| line["id"].clone()).collect::<Vec<_>>(), ["one", "one"]);
        assert!(run.stderr.contains("a.jsonl:2: more entities than --max-entities 1, skipped"), "{}", run.stderr);
    }
}

#[test]
fn wrong_arguments_are_told_with_what_was_meant() {
    let run = depeche(&["extract", "--format", "jsno"]);
    run.assert_code(2);
    assert!(run.stderr.contains("a similar value exists: 'json'"), "{}", run.stderr);
    let run = depeche(&["extract", "--gazetteer", "nowhere.tsv", "a.txt"]);
    run.assert_code(2);
    assert!(run.stderr.contains("nowhere.tsv"), "{}", run.stderr);
    assert_eq!(run.stdout, "");
}

#[test]
fn help_has_examples_and_exit_codes() {
    for command in ["extract", "evaluate"] {
        let run = depeche(&[command, "--help"]);
        run.assert_code(0);
        assert!(run.stdout.contains("Examples:") && run.stdout.contains("Exit codes:"), "{}", run.stdout);
    }
    let version = depeche(&["--version"]);
    assert_eq!(version.stdout.trim(), format!("depeche {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn declared_types_come_out_in_every_format() {
    let folder = Folder::new();
    let frames = folder.file(
        "own.toml",
        "[relation.\"a-b\"]\nwho_else = { holds = \"name\", several = true }\n\n[[frame]]\nid = \"own.fêter\"\nrelation = \"a-b\"\nverbs = [\"fêter\"]\nsubject = \"who_else\"\n",
    );
    let file = folder.file("a.txt", "Claire Petit et Jean Roy fêtent.\n");
    let print = |format: &str| depeche(&["extract", "--frames", &frames, "--format", format, &file]).stdout;
    assert!(print("text").starts_with("A-B  who else Claire Petit, Jean Roy  completed  0."), "{}", print("text"));
    let html = print("html");
    for part in
        ["<section class=\"card a-b\">", "<dt>who else</dt><dd>Claire Petit</dd>", "<dt>who else</dt><dd>Jean Roy</dd>"]
    {
        assert!(html.contains(part), "{part} in {html}");
    }
    let relation = &json_lines(&print("jsonl"))[0]["relations"][0];
    assert_eq!(relation["type"], "a-b");
    assert_eq!(relation["who_else"][1]["name"], "Jean Roy");
    let explained = depeche(&["extract", "--frames", &frames, "--explain", &file]).stdout;
    assert!(explained.contains("own.fêter Completed who_else=Claire Petit who_else=Jean Roy"), "{explained}");
}
