use super::Date;
use std::borrow::Cow;

/// One article to read: its text and, if known, the day it was published.
///
/// The text is read as it stands: title on the first line, then whatever the page carries. Relative dates ("hier",
/// "lundi", "l'an dernier") are resolved only from [`published`](Article::published) or from a dateline in the
/// text, never from the clock.
///
/// ```
/// use depeche::Article;
/// let article = Article::new("Kalirose lève 12 millions d'euros").published("2026-02-03".parse()?);
/// # Ok::<(), depeche::ParseDateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article<'t> {
    text: Cow<'t, str>,
    published: Option<Date>,
}

impl<'t> Article<'t> {
    /// An article whose text holds everything, the title included.
    pub fn new(text: impl Into<Cow<'t, str>>) -> Self {
        Self { text: text.into(), published: None }
    }

    /// An article whose title is kept apart from its text.
    ///
    /// The two are joined by a blank line, and spans count from the first byte of the title, unless the text already
    /// begins with the title.
    pub fn with_title(title: &str, text: impl Into<Cow<'t, str>>) -> Self {
        let text = text.into();
        let title = title.trim();
        if title.is_empty() || text.trim_start().starts_with(title) {
            return Self { text, published: None };
        }
        Self { text: Cow::Owned(format!("{title}\n\n{text}")), published: None }
    }

    /// Tells when the article was published.
    #[must_use]
    pub fn published(mut self, date: Date) -> Self {
        self.published = Some(date);
        self
    }

    /// The text that spans refer to.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The publication date that was told, if any.
    pub fn published_date(&self) -> Option<Date> {
        self.published
    }
}
