//! Articles from files, folders and standard input, one at a time.

mod decode;
mod documents;
mod lines;
mod record;
mod source;

pub use documents::Documents;
pub use lines::{Line, Lines};
pub use record::message_of;
pub use source::{Holds, Source, has_extension, sources};

use depeche::Article;

/// One article, and what it is called.
pub struct Document {
    /// From its JSON, or else where it was read.
    pub id: String,
    /// Where it was read: `news.jsonl:17`.
    pub place: String,
    /// The article.
    pub article: Article<'static>,
}
