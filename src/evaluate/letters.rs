//! Letters as the comparison of names sees them: without case, marks, or the many shapes of one letter.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Appends `text` to `out` in compatibility decomposition, without case and without combining marks: "Élysée" and
/// "ELYSEE", "n°" and "№" become alike. Unlike the folding that matches names in articles, it leaves "œ", "æ" and "ø"
/// alone, as Unicode does.
pub(super) fn fold(text: &str, out: &mut String) {
    for ch in text.chars() {
        if ch.is_ascii() {
            out.push(ch.to_ascii_lowercase());
            continue;
        }
        for lowered in ch.to_lowercase() {
            match SHAPES.get(&lowered) {
                Some(plain) => out.push_str(plain),
                None if is_mark(lowered) => {}
                None => out.push(lowered),
            }
        }
    }
}

fn is_mark(ch: char) -> bool {
    matches!(ch, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20F0}')
}

static SHAPES: LazyLock<HashMap<char, &'static str>> =
    LazyLock::new(|| ROWS.iter().flat_map(|&(plain, shapes)| shapes.chars().map(move |ch| (ch, plain))).collect());

/// Lower-case letters of the Latin, Greek and Cyrillic scripts, digits and ligatures by what Unicode decomposes them
/// into (compatibility decomposition, marks dropped).
const ROWS: &[(&str, &str)] = &[
    ("+", "⁺₊"),
    ("0", "⁰₀０"),
    ("1", "¹₁１"),
    ("1⁄", "⅟"),
    ("1⁄10", "⅒"),
    ("1⁄2", "½"),
    ("1⁄3", "⅓"),
    ("1⁄4", "¼"),
    ("1⁄5", "⅕"),
    ("1⁄6", "⅙"),
    ("1⁄7", "⅐"),
    ("1⁄8", "⅛"),
    ("1⁄9", "⅑"),
    ("2", "²₂２"),
    ("2⁄3", "⅔"),
    ("2⁄5", "⅖"),
    ("3", "³₃３"),
    ("3⁄4", "¾"),
    ("3⁄5", "⅗"),
    ("3⁄8", "⅜"),
    ("4", "⁴₄４"),
    ("4⁄5", "⅘"),
    ("5", "⁵₅５"),
    ("5⁄6", "⅚"),
    ("5⁄8", "⅝"),
    ("6", "⁶₆６"),
    ("7", "⁷₇７"),
    ("7⁄8", "⅞"),
    ("8", "⁸₈８"),
    ("9", "⁹₉９"),
    ("@", "＠"),
    ("_", "＿"),
    ("a", "ªàáâãäåāăąǎǟǡǻȁȃȧᵃḁạảấầẩẫậắằẳẵặａ"),
    ("aʾ", "ẚ"),
    ("b", "ᵇḃḅḇｂ"),
    ("c", "çćĉċčḉｃ"),
    ("d", "ďᵈḋḍḏḑḓｄ"),
    ("dz", "ǆǳ"),
    ("e", "èéêëēĕėęěȅȇȩᵉḕḗḙḛḝẹẻẽếềểễệｅ"),
    ("f", "ḟｆ"),
    ("ff", "ﬀ"),
    ("ffi", "ﬃ"),
    ("ffl", "ﬄ"),
    ("fi", "ﬁ"),
    ("fl", "ﬂ"),
    ("g", "ĝğġģǧǵᵍḡｇ"),
    ("h", "ĥȟʰḣḥḧḩḫẖｈ"),
    ("i", "ìíîïĩīĭįǐȉȋḭḯỉịⁱｉ"),
    ("ij", "ĳ"),
    ("j", "ĵǰʲｊ"),
    ("k", "ķǩᵏḱḳḵｋ"),
    ("l", "ĺļľḷḹḻḽｌ"),
    ("lj", "ǉ"),
    ("l·", "ŀ"),
    ("m", "ᵐḿṁṃｍ"),
    ("n", "ñńņňǹṅṇṉṋⁿｎ"),
    ("nj", "ǌ"),
    ("no", "№"),
    ("o", "ºòóôõöōŏőơǒǫǭȍȏȫȭȯȱᵒṍṏṑṓọỏốồổỗộớờởỡợｏ"),
    ("p", "ᵖṕṗｐ"),
    ("q", "ｑ"),
    ("r", "ŕŗřȑȓʳṙṛṝṟｒ"),
    ("s", "śŝşšſșṡṣṥṧṩẛｓ"),
    ("sm", "℠"),
    ("ss", "ß"),
    ("st", "ﬅﬆ"),
    ("t", "ţťțᵗṫṭṯṱẗｔ"),
    ("tm", "™"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗᵘṳṵṷṹṻụủứừửữựｕ"),
    ("v", "ᵛṽṿｖ"),
    ("w", "ŵʷẁẃẅẇẉẘｗ"),
    ("x", "ẋẍｘ"),
    ("y", "ýÿŷȳʸẏẙỳỵỷỹｙ"),
    ("z", "źżžẑẓẕｚ"),
    ("æ", "ǣǽ"),
    ("ø", "ǿ"),
    ("ɦ", "ʱ"),
    ("ɹ", "ʴ"),
    ("ɻ", "ʵ"),
    ("ʁ", "ʶ"),
    ("ʒ", "ǯ"),
    ("ʼn", "ŉ"),
    ("α", "ά"),
    ("ε", "έ"),
    ("η", "ή"),
    ("ι", "ίϊ"),
    ("μ", "µ"),
    ("ο", "ό"),
    ("σ", "ς"),
    ("υ", "ΰϋύ"),
    ("ω", "ώ"),
    ("г", "ѓ"),
    ("е", "ѐё"),
    ("и", "йѝ"),
    ("к", "ќ"),
    ("у", "ў"),
    ("і", "ї"),
];

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn shapes_of_one_letter_are_alike_and_other_letters_are_not() {
        let cases = [
            ("Élysée", "elysee"),
            ("E\u{301}LYSE\u{301}E", "elysee"),
            ("Große", "grosse"),
            ("ﬁnance", "finance"),
            ("Nguyễn", "nguyen"),
            ("n° 2ᵉ", "n° 2e"),
            ("Ὀ", "ὀ"),
            ("Cœur", "cœur"),
            ("Bødker", "bødker"),
            ("İstanbul", "istanbul"),
            ("Ångström™", "angstromtm"),
        ];
        for (text, expected) in cases {
            let mut out = String::new();
            fold(text, &mut out);
            assert_eq!(out, expected, "{text}");
        }
    }
}
