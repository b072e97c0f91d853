//! Printing of extractions.

mod excerpt;
mod html;
mod json;
mod slots;
mod text;

use crate::args::{Color, Format};
use anyhow::Result;
use depeche::Extraction;
use std::io::{self, Write};

/// How text for a person looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// With colour and bold type.
    pub color: bool,
    /// With the name of each article before its relations.
    pub headings: bool,
    /// Columns that a line may take.
    pub width: usize,
}

/// Whether to use colour. A wish told by argument is stronger than one told by `NO_COLOR`.
pub fn colored(choice: Color, to_terminal: bool) -> bool {
    decide(choice, to_terminal, std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()))
}

fn decide(choice: Color, to_terminal: bool, no_color: bool) -> bool {
    match choice {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => to_terminal && !no_color,
    }
}

/// One way of printing, and how far it has come.
pub struct Output {
    format: Format,
    look: Look,
    written: u64,
    /// The first article in JSON, until it is known whether it is the only one.
    held: Option<String>,
}

impl Output {
    /// Nothing is printed yet.
    pub fn new(format: Format, look: Look) -> Self {
        Self { format, look, written: 0, held: None }
    }

    /// One article, ready to be written. May be called from several threads.
    pub fn render(&self, id: &str, text: &str, extraction: &Extraction) -> Result<String> {
        Ok(match self.format {
            Format::Text => text::render(id, text, extraction, self.look),
            Format::Json => json::pretty(id, extraction)?,
            Format::Jsonl => json::line(id, extraction)?,
            Format::Html => html::article(id, text, extraction),
        })
    }

    /// Writes what [`Output::render`] gave, with what stands between articles.
    pub fn write(&mut self, rendered: &str, out: &mut impl Write) -> io::Result<()> {
        self.written += 1;
        match (self.format, self.written) {
            (Format::Json, 1) => {
                self.held = Some(rendered.to_owned());
                return Ok(());
            }
            (Format::Json, _) => {
                if let Some(first) = self.held.take() {
                    write!(out, "[\n{first}")?;
                }
                out.write_all(b",\n")?;
            }
            (Format::Html, 1) => out.write_all(html::HEAD.as_bytes())?,
            (Format::Text, n) if n > 1 => out.write_all(b"\n")?,
            _ => {}
        }
        out.write_all(rendered.as_bytes())
    }

    /// Writes what stands after the last article.
    pub fn end(&mut self, out: &mut impl Write) -> io::Result<()> {
        match (self.format, self.held.take(), self.written) {
            (Format::Json, Some(only), _) => writeln!(out, "{only}"),
            (Format::Json, None, 0) => writeln!(out, "[]"),
            (Format::Json, None, _) => writeln!(out, "\n]"),
            (Format::Html, _, 0) => write!(out, "{}{}", html::HEAD, html::FOOT),
            (Format::Html, ..) => out.write_all(html::FOOT.as_bytes()),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, Format, Look, Output, decide};

    #[test]
    fn colour_is_for_terminals_unless_told_otherwise() {
        assert!(decide(Color::Auto, true, false));
        assert!(!decide(Color::Auto, true, true));
        assert!(!decide(Color::Auto, false, false));
        assert!(decide(Color::Always, false, true));
        assert!(!decide(Color::Never, true, false));
    }

    #[test]
    fn json_is_an_object_for_one_article_and_a_list_for_others() {
        let print = |articles: &[&str]| {
            let mut output = Output::new(Format::Json, Look { color: false, headings: false, width: 80 });
            let mut out = Vec::new();
            articles.iter().for_each(|article| output.write(article, &mut out).unwrap());
            output.end(&mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(print(&[]), "[]\n");
        assert_eq!(print(&["{}"]), "{}\n");
        assert_eq!(print(&["{}", "{}", "{}"]), "[\n{},\n{},\n{}\n]\n");
    }
}
