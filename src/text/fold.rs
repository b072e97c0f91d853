//! Case and accents of single words.

/// Appends `word` to `out` in lower case, accents kept and composed, apostrophes and hyphens made uniform, ligatures
/// spelt out. One pass; allocates only what `out` needs.
///
/// ```
/// let mut key = String::new();
/// depeche::text::lower("L’Œuvre", &mut key);
/// assert_eq!(key, "l'oeuvre");
/// ```
pub fn lower(word: &str, out: &mut String) {
    let mut rest = plain_run(word, out);
    let mut chars = rest.chars();
    while let Some(ch) = chars.next() {
        lower_wide(ch, out);
        rest = plain_run(chars.as_str(), out);
        chars = rest.chars();
    }
}

/// Appends the ASCII letters at the head of `word` in lower case; gives the rest.
fn plain_run<'w>(word: &'w str, out: &mut String) -> &'w str {
    let plain = word.bytes().take_while(u8::is_ascii).count();
    let from = out.len();
    out.push_str(word.get(..plain).unwrap_or(""));
    if let Some(added) = out.get_mut(from..) {
        added.make_ascii_lowercase();
    }
    word.get(plain..).unwrap_or("")
}

/// Appends `word` to `out` in lower case without accents, as [`lower`] does otherwise.
///
/// ```
/// let mut key = String::new();
/// depeche::text::strip("Élysée", &mut key);
/// assert_eq!(key, "elysee");
/// ```
pub fn strip(word: &str, out: &mut String) {
    let mut rest = plain_run(word, out);
    let mut chars = rest.chars();
    while let Some(ch) = chars.next() {
        strip_wide(ch, out);
        rest = plain_run(chars.as_str(), out);
        chars = rest.chars();
    }
}

fn strip_wide(ch: char, out: &mut String) {
    if is_mark(ch) {
        return;
    }
    let from = out.len();
    lower_wide(ch, out);
    let Some(lowered) = out.get(from..).and_then(|added| added.chars().next()) else { return };
    if let Some(plain) = without_accent(lowered) {
        out.truncate(from);
        out.push_str(plain);
    }
}

fn lower_wide(ch: char, out: &mut String) {
    match ch {
        '’' | 'ʼ' | '‘' | 'ʹ' | '＇' => out.push('\''),
        '‐' | '‑' | '−' => out.push('-'),
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        'İ' => out.push('i'),
        // The letters of French, without a look at the tables of Unicode.
        'ß'..='ÿ' => out.push(ch),
        'À'..='Ö' | 'Ø'..='Þ' => out.extend(char::from_u32(u32::from(ch) + 0x20)),
        _ if is_mark(ch) => compose(ch, out),
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
        _ => out.extend(ch.to_lowercase()),
    }
}

/// Combining marks, which decomposed text carries apart from their letters.
fn is_mark(ch: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&ch)
}

/// Joins a combining mark to the letter before it, so that decomposed text matches composed text.
fn compose(mark: char, out: &mut String) {
    let Some(letter) = out.chars().next_back() else { return };
    let row = match mark {
        '\u{300}' => "aàeèuùoòiì",
        '\u{301}' => "aáeéiíoóuúyý",
        '\u{302}' => "aâeêiîoôuû",
        '\u{303}' => "aãoõnñ",
        '\u{308}' => "aäeëiïoöuüyÿ",
        '\u{30A}' => "aå",
        '\u{327}' => "cçsş",
        '\u{30C}' => "cčsšzžeěrř",
        _ => return,
    };
    let mut pairs = row.chars();
    while let (Some(plain), Some(accented)) = (pairs.next(), pairs.next()) {
        if plain == letter {
            out.pop();
            out.push(accented);
            return;
        }
    }
}

/// The letters of Latin scripts without their marks; `None` for letters that have none.
fn without_accent(ch: char) -> Option<&'static str> {
    Some(match ch {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' | 'ĉ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ł' | 'ľ' | 'ļ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ž' | 'ż' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{lower, strip};

    fn both(word: &str) -> (String, String) {
        let (mut a, mut b) = (String::new(), String::new());
        lower(word, &mut a);
        strip(word, &mut b);
        (a, b)
    }

    #[test]
    fn accents_are_kept_or_dropped() {
        assert_eq!(both("ÉVINCÉ"), ("évincé".into(), "evince".into()));
        assert_eq!(both("Bødker"), ("bødker".into(), "bodker".into()));
        assert_eq!(both("Große"), ("große".into(), "grosse".into()));
        assert_eq!(both("İstanbul").1, "istanbul");
    }

    #[test]
    fn letters_of_latin_1_are_lowered_as_unicode_does() {
        for ch in ('\u{A0}'..='\u{FF}').filter(|ch| !matches!(ch, 'æ' | 'Æ' | '\u{AD}')) {
            let mut lowered = String::new();
            lower(&ch.to_string(), &mut lowered);
            assert_eq!(lowered, ch.to_lowercase().to_string());
        }
        assert_eq!(both("Hélène-ANNÉE").0, "hélène-année");
    }

    #[test]
    fn decomposed_letters_equal_composed_ones() {
        assert_eq!(both("E\u{301}lyse\u{301}e"), both("Élysée"));
        assert_eq!(both("franc\u{327}ais"), both("français"));
    }

    #[test]
    fn apostrophes_hyphens_and_ligatures_are_uniform() {
        assert_eq!(both("L’Œil"), both("L'Oeil"));
        assert_eq!(both("vice‑président"), both("vice-président"));
    }
}
