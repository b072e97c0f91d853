//! Articles in JSON.

use super::Document;
use depeche::{Article, Date};
use serde::Deserialize;

#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    id: Option<Id>,
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    published: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(i64),
}

/// Reads one object. `place` names it where it has no id; `published` dates it where it has no date.
pub fn parse(json: &[u8], place: &str, published: Option<Date>) -> Result<Document, String> {
    let record: Record = serde_json::from_slice(json).map_err(|error| message_of(&error))?;
    let told = record.published.map(|date| date.parse::<Date>().map_err(|error| format!("published: {error}")));
    let mut article = match &record.title {
        Some(title) => Article::with_title(title, record.text),
        None => Article::new(record.text),
    };
    if let Some(date) = told.transpose()?.or(published) {
        article = article.published(date);
    }
    let id = match record.id {
        Some(Id::Text(id)) => id,
        Some(Id::Number(id)) => id.to_string(),
        None => place.to_owned(),
    };
    Ok(Document { id, place: place.to_owned(), article })
}

/// What is wrong with a JSON text; on its first line only the column is told, since the line is told elsewhere.
pub fn message_of(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", ", at column ")
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn ids_titles_and_dates() {
        let read =
            |json: &str| parse(json.as_bytes(), "x.jsonl:3", "2025".parse().ok()).map_err(|error| error.to_string());
        let plain = read(r#"{"text": "Bonjour", "more": [1]}"#).unwrap();
        assert_eq!((plain.id.as_str(), plain.article.text()), ("x.jsonl:3", "Bonjour"));
        assert_eq!(plain.article.published_date().unwrap().to_string(), "2025");
        let full = read(r#"{"id": 7, "title": "T", "text": "Bonjour", "published": "2025-02-03"}"#).unwrap();
        assert_eq!((full.id.as_str(), full.article.text()), ("7", "T\n\nBonjour"));
        assert_eq!(full.article.published_date().unwrap().to_string(), "2025-02-03");
    }

    #[test]
    fn faults_say_what_was_expected() {
        let fault = |json: &str| parse(json.as_bytes(), "p", None).err().unwrap();
        assert_eq!(fault(r#"{"id": "a"}"#), "missing field `text`, at column 11");
        assert!(fault(r#"{"text": 3}"#).starts_with("invalid type: integer `3`, expected a string"));
        assert!(fault(r#"{"text": "a", "published": "hier"}"#).starts_with("published: expected a date such as"));
        assert!(fault("").starts_with("EOF"));
    }
}
