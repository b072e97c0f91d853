//! What standard error is told while articles are read.

use indicatif::{ProgressBar, ProgressStyle};
use std::cell::Cell;
use std::fmt::Display;
use std::io::{self, Write};

/// Messages to the person at the terminal, and whether any of them was of a fault.
pub struct Notices {
    bar: ProgressBar,
    faults: Cell<u64>,
}

impl Notices {
    /// Without progress.
    pub fn new() -> Self {
        Self { bar: ProgressBar::hidden(), faults: Cell::new(0) }
    }

    /// With progress over `bytes`, or over articles where it is not known how many bytes are to come.
    pub fn with_progress(bytes: Option<u64>) -> Self {
        let (bar, template) = match bytes {
            Some(bytes) => (ProgressBar::new(bytes), "{wide_bar} {bytes}/{total_bytes}  {msg}  {eta}"),
            None => (ProgressBar::new_spinner(), "{spinner} {bytes}  {msg}  {elapsed}"),
        };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style);
        Self { bar, faults: Cell::new(0) }
    }

    /// Something that kept input from being read.
    pub fn fault(&self, message: impl Display) {
        self.faults.set(self.faults.get() + 1);
        self.say("error", &message);
    }

    /// Something to know about input that was read.
    pub fn warning(&self, message: impl Display) {
        self.say("warning", &message);
    }

    fn say(&self, kind: &str, message: &dyn Display) {
        // Where standard error is closed, there is nobody left to tell.
        self.bar.suspend(|| drop(writeln!(io::stderr(), "depeche: {kind}: {message}")));
    }

    /// That `bytes` more were read.
    pub fn advance(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    /// How many articles are done.
    pub fn done(&self, articles: u64) {
        if !self.bar.is_hidden() {
            self.bar.set_message(format!("{articles} articles"));
        }
    }

    /// Takes the progress bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// Whether no fault was told.
    pub fn clean(&self) -> bool {
        self.faults.get() == 0
    }
}
