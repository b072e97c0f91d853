//! When two names, or two roles, count as the same.

use super::letters::fold;

/// Words that a name may begin with without being another name.
const LEADING: [&str; 23] = [
    "le", "la", "les", "l", "un", "une", "du", "de", "des", "d", "au", "aux", "m", "mme", "mm", "mr", "dr", "monsieur",
    "madame", "son", "sa", "ses", "leur",
];

fn is_word_char(ch: char) -> bool {
    ch == '_' || ch.is_alphanumeric()
}

/// The words of `text` without case, marks, dots inside abbreviations and leading articles or titles; "P.-D.G" in any
/// of its writings is the one word `pdg`.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = without_inner_dots(text);
    let mut found = split(&folded);
    let letters: String = found.iter().filter(|word| word.starts_with(is_word_char)).map(String::as_str).collect();
    if letters == "pdg" && (found.iter().all(|word| word.starts_with(is_word_char)) || folded.starts_with('p')) {
        return vec!["pdg".into()];
    }
    let spare = found.len().saturating_sub(1);
    let leading = found.iter().take(spare).take_while(|word| LEADING.contains(&word.as_str())).count();
    found.drain(..leading);
    found
}

/// Drops dots between word characters: "S.A." becomes "sa.".
fn without_inner_dots(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold(text, &mut folded);
    let mut out = String::with_capacity(folded.len());
    let mut chars = folded.chars().peekable();
    let mut before = None;
    while let Some(ch) = chars.next() {
        let inner = ch == '.' && before.is_some_and(is_word_char) && chars.peek().copied().is_some_and(is_word_char);
        if !inner {
            out.push(ch);
        }
        before = Some(ch);
    }
    out
}

/// Runs of word characters; `+`, `&` and `@` are words of their own.
fn split(folded: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for ch in folded.chars() {
        if is_word_char(ch) {
            match found.last_mut() {
                Some(word) if open => word.push(ch),
                _ => found.push(ch.to_string()),
            }
            open = true;
            continue;
        }
        open = false;
        if matches!(ch, '+' | '&' | '@') {
            found.push(ch.to_string());
        }
    }
    found
}

/// What two writings of one name have in common: its [`words`] run together.
pub(super) fn canon(text: &str) -> String {
    words(text).concat()
}

/// Whether `name` is one of the accepted forms.
pub(super) fn same_name(name: &str, accepted: &[String]) -> bool {
    let key = canon(name);
    !key.is_empty() && accepted.iter().any(|form| canon(form) == key)
}

/// Whether `role` is one of the accepted roles: the same words, or the same first word and all the words of one among
/// those of the other ("directeur général" and "directeur général délégué" are therefore alike).
pub(super) fn same_role(role: &str, accepted: &[String]) -> bool {
    let ours = words(role);
    accepted.iter().any(|form| {
        let theirs = words(form);
        if ours.concat() == theirs.concat() {
            return true;
        }
        let contains = |outer: &[String], inner: &[String]| inner.iter().all(|word| outer.contains(word));
        !ours.is_empty() && ours.first() == theirs.first() && (contains(&ours, &theirs) || contains(&theirs, &ours))
    })
}

#[cfg(test)]
mod tests {
    use super::{canon, same_name, same_role, words};

    fn accepted(forms: &[&str]) -> Vec<String> {
        forms.iter().map(|form| (*form).to_owned()).collect()
    }

    #[test]
    fn names() {
        let same = [
            ("P.-D.G", "pdg"),
            ("P-DG", "PDG"),
            ("P. D. G.", "PDG"),
            ("le groupe Engie", "groupe Engie"),
            ("l’Élysée", "ELYSEE"),
            ("S.A. Dupont", "SA Dupont"),
            ("Mme Claire Petit", "Claire Petit"),
            ("Saint-Gobain", "Saint Gobain"),
            ("AT&T", "at & t"),
            ("Le", "LE"),
        ];
        for (one, other) in same {
            assert!(same_name(one, &accepted(&[other])), "{one} / {other}");
        }
        let different = [
            ("le groupe Engie", "Engie"),
            ("Canal", "Canal+"),
            ("Cœur", "Coeur"),
            ("", ""),
            ("…", "…"),
            ("Le Monde", "Le"),
            ("Dupont", "Dupond"),
        ];
        for (one, other) in different {
            assert!(!same_name(one, &accepted(&[other])), "{one} / {other}");
        }
        assert!(!same_name("Meta", &[]));
        assert!(same_name("SSI", &accepted(&["SuperSafe Intelligence", "SSI"])));
    }

    #[test]
    fn leading_words_go_but_never_the_last_one() {
        assert_eq!(words("de la"), ["la"]);
        assert_eq!(words("Son Altesse"), ["altesse"]);
        assert_eq!(words("leur directeur"), ["directeur"]);
        assert_eq!(canon("M. de La Fontaine"), "fontaine");
    }

    #[test]
    fn roles() {
        let same = [
            ("directeur général", "directeur général délégué"),
            ("directeur général délégué aux finances", "directeur général"),
            ("P.-D.G", "PDG"),
            ("Directrice financière", "directrice  financiere"),
            ("la présidente", "présidente"),
        ];
        for (one, other) in same {
            assert!(same_role(one, &accepted(&[other])), "{one} / {other}");
        }
        let different = [
            ("directeur financier", "directeur général"),
            ("vice-président", "président"),
            ("président", "présidente"),
            ("", "directeur"),
        ];
        for (one, other) in different {
            assert!(!same_role(one, &accepted(&[other])), "{one} / {other}");
        }
        assert!(same_role("gérant", &accepted(&["patron", "gérant"])));
    }
}
