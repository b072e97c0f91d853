//! The name of a round of funding.

use super::Context;

/// Words that name a round, with the name that the contract uses. Longer ones first.
const NAMES: [(&str, &str); 9] = [
    ("pré-amorçage", "pre-seed"),
    ("pre-amorçage", "pre-seed"),
    ("préamorçage", "pre-seed"),
    ("pré-seed", "pre-seed"),
    ("pre-seed", "pre-seed"),
    ("preseed", "pre-seed"),
    ("amorçage", "seed"),
    ("seed", "seed"),
    ("seed money", "seed"),
];

/// The round that a sentence names: "série B", "un tour d'amorçage".
pub(super) fn round_in(context: Context<'_>, sentence: usize) -> Option<String> {
    let range = context.tokens.sentence(sentence);
    for at in range.clone() {
        let word = context.tokens.str(at).to_lowercase();
        if matches!(word.as_str(), "série" | "serie" | "series") && at + 1 < range.end {
            let letter = context.tokens.str(at + 1);
            if letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_alphabetic()) {
                return Some(letter.to_uppercase());
            }
        }
        if let Some((_, name)) = NAMES.iter().find(|(known, _)| *known == word) {
            return Some((*name).to_owned());
        }
    }
    None
}
