//! Bytes into text.

/// What the bytes of a text file turned out to be.
pub enum Decoded {
    /// Text, and the offset of the first byte that had to be replaced, if any.
    Text { text: String, repaired_from: Option<usize> },
    /// Text in another encoding than UTF-8.
    Utf16,
}

/// Without the byte order mark.
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Text in UTF-8; bytes that are not are replaced.
pub fn decode(bytes: Vec<u8>) -> Decoded {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Decoded::Utf16;
    }
    let bytes = if bytes.starts_with(b"\xEF\xBB\xBF") { without_mark(&bytes).to_vec() } else { bytes };
    match String::from_utf8(bytes) {
        Ok(text) => Decoded::Text { text, repaired_from: None },
        Err(error) => {
            let from = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Decoded::Text { text, repaired_from: Some(from) }
        }
    }
}
