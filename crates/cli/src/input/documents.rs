use super::decode::{Decoded, decode, without_mark};
use super::{Document, Holds, Line, Lines, Source, record};
use crate::notices::Notices;
use depeche::{Article, Date};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

/// Articles of all sources in order, read when they are asked for. What cannot be read is told and passed over.
pub struct Documents<'n> {
    sources: std::vec::IntoIter<Source>,
    open: Option<(String, Lines)>,
    published: Option<Date>,
    max_bytes: u64,
    notices: &'n Notices,
}

impl<'n> Documents<'n> {
    /// `published` dates the articles that have no date of their own.
    pub fn new(sources: Vec<Source>, published: Option<Date>, max_bytes: u64, notices: &'n Notices) -> Self {
        Self { sources: sources.into_iter(), open: None, published, max_bytes, notices }
    }

    fn read_source(&mut self, source: &Source) -> Option<Document> {
        let name = source.name();
        let outcome = match source.holds {
            Holds::Lines => open(source).map(|reader| {
                self.open = Some((name.clone(), Lines::new(reader, self.max_bytes)));
                None
            }),
            Holds::Text => self.whole(source).map(|bytes| bytes.and_then(|bytes| self.text(&name, bytes))),
            Holds::Record => self.whole(source).map(|bytes| bytes.and_then(|bytes| self.record(&name, &bytes))),
        };
        outcome.unwrap_or_else(|error| {
            self.notices.fault(format_args!("{name}: {error}"));
            None
        })
    }

    /// All bytes of a file, unless they are too many.
    fn whole(&self, source: &Source) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = Vec::new();
        open(source)?.take(self.max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
        self.notices.advance(bytes.len() as u64);
        if bytes.len() as u64 > self.max_bytes {
            self.too_long(&source.name());
            return Ok(None);
        }
        Ok(Some(bytes))
    }

    fn too_long(&self, place: &str) {
        self.notices.fault(format_args!("{place}: longer than --max-bytes {}, skipped", self.max_bytes));
    }

    fn text(&self, name: &str, bytes: Vec<u8>) -> Option<Document> {
        match decode(bytes) {
            Decoded::Utf16 => {
                self.notices.fault(format_args!("{name}: expected UTF-8, found UTF-16"));
                None
            }
            Decoded::Text { text, repaired_from } => {
                if let Some(at) = repaired_from {
                    self.notices.warning(format_args!(
                        "{name}: expected UTF-8, found other bytes from byte {at} on; they are replaced by U+FFFD, and \
                         offsets refer to the repaired text"
                    ));
                }
                if name == "standard input" && text.starts_with("{\"") {
                    self.notices.warning("standard input looks like JSON Lines; --input jsonl reads it so");
                }
                let article = Article::new(text);
                let article = if let Some(date) = self.published { article.published(date) } else { article };
                Some(Document { id: name.to_owned(), place: name.to_owned(), article })
            }
        }
    }

    fn record(&self, place: &str, json: &[u8]) -> Option<Document> {
        match record::parse(without_mark(json), place, self.published) {
            Ok(document) => Some(document),
            Err(message) => {
                self.notices.fault(format_args!("{place}: {message}"));
                None
            }
        }
    }

    /// The next line of the open file that holds an article; closes it at its end.
    fn next_of_lines(&mut self) -> Option<Document> {
        while let Some((name, lines)) = &mut self.open {
            let place = |line: &Line| format!("{name}:{}", line.number);
            match lines.next_line() {
                Ok(Some(line)) => {
                    let place = place(&line);
                    self.notices.advance(line.length);
                    if let Some(document) = self.line(&place, line.bytes) {
                        return Some(document);
                    }
                }
                Ok(None) => self.open = None,
                Err(error) => {
                    self.notices.fault(format_args!("{name}: {error}"));
                    self.open = None;
                }
            }
        }
        None
    }

    fn line(&self, place: &str, bytes: Option<Vec<u8>>) -> Option<Document> {
        let Some(bytes) = bytes else {
            self.too_long(place);
            return None;
        };
        if bytes.trim_ascii().is_empty() {
            return None;
        }
        self.record(place, &bytes)
    }
}

impl Iterator for Documents<'_> {
    type Item = Document;

    fn next(&mut self) -> Option<Document> {
        loop {
            if let Some(document) = self.next_of_lines() {
                return Some(document);
            }
            let source = self.sources.next()?;
            if let Some(document) = self.read_source(&source) {
                return Some(document);
            }
        }
    }
}

fn open(source: &Source) -> io::Result<Box<dyn BufRead>> {
    Ok(match &source.path {
        None => Box::new(BufReader::with_capacity(1 << 16, io::stdin())),
        Some(path) => Box::new(BufReader::with_capacity(1 << 16, File::open(path)?)),
    })
}
