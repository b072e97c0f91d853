//! The notation of one cell in the table of models, expanded into endings.
//!
//! A cell of a tense is `-` (the tense is not used), six persons separated by commas, or a stem that takes the regular
//! endings of the tense. `/` separates alternatives, `A|B` gives the weak stem B beside the strong stem A, a stem may
//! end in `[3]` or `[3s]` when only those persons are used.

/// Endings of the six persons, each with its alternatives.
pub(super) type Six = [Vec<String>; 6];

/// Regular endings of a tense, and which persons are built on the weak stem.
pub(super) struct Regular {
    pub endings: [&'static str; 6],
    weak: [bool; 6],
}

const NOUS_VOUS: [bool; 6] = [false, false, false, true, true, false];
const ILS: [bool; 6] = [false, false, false, false, false, true];
const NONE: [bool; 6] = [false; 6];

pub(super) const IMPERFECT: Regular =
    Regular { endings: ["ais", "ais", "ait", "ions", "iez", "aient"], weak: NOUS_VOUS };
pub(super) const CONDITIONAL: Regular = Regular { weak: NONE, ..IMPERFECT };
pub(super) const FUTURE: Regular = Regular { endings: ["ai", "as", "a", "ons", "ez", "ont"], weak: NONE };
pub(super) const SUBJUNCTIVE: Regular = Regular { endings: ["e", "es", "e", "ions", "iez", "ent"], weak: NOUS_VOUS };

/// The vowel of a *passé simple*, which also gives the imperfect subjunctive.
pub(super) struct PastClass {
    vowel: &'static str,
    pub past: Regular,
    pub subjunctive: Regular,
}

const fn past_class(vowel: &'static str, past: [&'static str; 6], subjunctive: [&'static str; 6]) -> PastClass {
    PastClass {
        vowel,
        past: Regular { endings: past, weak: ILS },
        subjunctive: Regular { endings: subjunctive, weak: NONE },
    }
}

const PAST_CLASSES: [PastClass; 6] = [
    past_class("a", ["ai", "as", "a", "âmes", "âtes", "èrent"], ["asse", "asses", "ât", "assions", "assiez", "assent"]),
    past_class(
        "i",
        ["is", "is", "it", "îmes", "îtes", "irent"],
        ["isse", "isses", "ît", "issions", "issiez", "issent"],
    ),
    past_class(
        "u",
        ["us", "us", "ut", "ûmes", "ûtes", "urent"],
        ["usse", "usses", "ût", "ussions", "ussiez", "ussent"],
    ),
    past_class(
        "in",
        ["ins", "ins", "int", "înmes", "întes", "inrent"],
        ["insse", "insses", "înt", "inssions", "inssiez", "inssent"],
    ),
    // haïr and ouïr keep the diaeresis, croître the circumflex, in every person.
    past_class(
        "ï",
        ["ïs", "ïs", "ït", "ïmes", "ïtes", "ïrent"],
        ["ïsse", "ïsses", "ït", "ïssions", "ïssiez", "ïssent"],
    ),
    past_class(
        "û",
        ["ûs", "ûs", "ût", "ûmes", "ûtes", "ûrent"],
        ["ûsse", "ûsses", "ût", "ûssions", "ûssiez", "ûssent"],
    ),
];

/// What a cell was expected to hold, when it does not.
pub(super) type Expected = &'static str;

const LETTERS: Expected = "lower-case letters, with `C` for the consonants before the ending";
const PERSONS: Expected = "six persons separated by commas";

/// Splits alternatives, each checked to be letters. `-` is none.
pub(super) fn alternatives(cell: &str) -> Result<Vec<String>, Expected> {
    if cell == "-" {
        return Ok(Vec::new());
    }
    let mut found: Vec<String> = Vec::new();
    for pattern in cell.split('/') {
        if pattern.is_empty() {
            return Err(LETTERS);
        }
        let pattern = letters(pattern)?.to_owned();
        if !found.contains(&pattern) {
            found.push(pattern);
        }
    }
    Ok(found)
}

fn letters(pattern: &str) -> Result<&str, Expected> {
    let valid = pattern.chars().all(|letter| letter == 'C' || letter.is_lowercase());
    if valid { Ok(pattern) } else { Err(LETTERS) }
}

/// Reads `N` cells separated by commas.
pub(super) fn list<const N: usize>(cell: &str, expected: Expected) -> Result<[Vec<String>; N], Expected> {
    let cells = cell.split(',').map(alternatives).collect::<Result<Vec<_>, _>>()?;
    cells.try_into().map_err(|_| expected)
}

/// Reads the present indicative, always written in full because the rest may derive from it.
pub(super) fn persons(cell: &str) -> Result<Six, Expected> {
    list(cell, PERSONS)
}

/// Reads a tense: `-`, six persons, or stems that take the regular endings.
pub(super) fn tense(cell: &str, regular: &Regular) -> Result<Six, Expected> {
    if cell.contains(',') {
        return persons(cell);
    }
    let mut six = Six::default();
    if cell != "-" {
        for alternative in cell.split('/') {
            let (stems, used) = restriction(alternative)?;
            add_stem(&mut six, stems, regular, used)?;
        }
    }
    Ok(six)
}

/// Reads a *passé simple* such as `ge|g~a`; returns it with the imperfect subjunctive that it gives.
pub(super) fn past(cell: &str) -> Result<(Six, Six), Expected> {
    const PAST: Expected = "`-`, or a stem, `~` and one of the vowels a, i, u, in, ï, û";
    let (mut past, mut subjunctive) = (Six::default(), Six::default());
    if cell != "-" {
        for alternative in cell.split('/') {
            let (stem, used) = restriction(alternative)?;
            let (stems, vowel) = stem.split_once('~').ok_or(PAST)?;
            let class = PAST_CLASSES.iter().find(|class| class.vowel == vowel).ok_or(PAST)?;
            add_stem(&mut past, stems, &class.past, used)?;
            add_stem(&mut subjunctive, stems, &class.subjunctive, used)?;
        }
    }
    Ok((past, subjunctive))
}

/// Takes `[3]` or `[3s]` off the end of a stem: the persons that the verb has.
fn restriction(stem: &str) -> Result<(&str, [bool; 6]), Expected> {
    let Some(open) = stem.strip_suffix(']') else {
        return Ok((stem, [true; 6]));
    };
    match open.split_once('[') {
        Some((stem, "3s")) => Ok((stem, [false, false, true, false, false, false])),
        Some((stem, "3")) => Ok((stem, [false, false, true, false, false, true])),
        _ => Err("`[3]` or `[3s]` after a stem"),
    }
}

fn add_stem(six: &mut Six, stems: &str, regular: &Regular, used: [bool; 6]) -> Result<(), Expected> {
    let (strong, weak) = stems.split_once('|').unwrap_or((stems, stems));
    let (strong, weak) = (letters(strong)?, letters(weak)?);
    let persons = six.iter_mut().zip(regular.endings).zip(regular.weak).zip(used);
    for (((slot, ending), is_weak), used) in persons {
        if used {
            let stem = if is_weak { weak } else { strong };
            push_new(slot, format!("{stem}{ending}"));
        }
    }
    Ok(())
}

/// Builds a tense on the stems that the present indicative shows, as `=` asks.
pub(super) fn derived(strong: &[String], weak: &[String], regular: &Regular) -> Six {
    let mut six = Six::default();
    for ((slot, ending), is_weak) in six.iter_mut().zip(regular.endings).zip(regular.weak) {
        for stem in if is_weak { weak } else { strong } {
            push_new(slot, format!("{stem}{ending}"));
        }
    }
    six
}

/// Removes an ending from every alternative; an irregular one (*sommes*, *font*) is an error.
pub(super) fn stems(forms: &[String], ending: &str) -> Result<Vec<String>, Expected> {
    forms
        .iter()
        .map(|form| form.strip_suffix(ending).map(str::to_owned))
        .collect::<Option<Vec<_>>>()
        .ok_or("a stem, since the present does not end in -ons, -ent as `=` needs")
}

/// The four agreements of a past participle, from its masculine singular unless all are given.
pub(super) fn participle(cell: &str) -> Result<[Vec<String>; 4], Expected> {
    if cell.contains(',') {
        return list(cell, "a participle, or four: masculine, feminine, then their plurals");
    }
    let mut four: [Vec<String>; 4] = Default::default();
    for singular in alternatives(cell)? {
        // "inclus" and "mis" do not take a second s.
        let plural = if singular.ends_with('s') { "" } else { "s" };
        let forms = ["", "e", plural, "es"].map(|ending| format!("{singular}{ending}"));
        for (slot, form) in four.iter_mut().zip(forms) {
            push_new(slot, form);
        }
    }
    Ok(four)
}

fn push_new(slot: &mut Vec<String>, form: String) {
    if !slot.contains(&form) {
        slot.push(form);
    }
}
