//! The conjugation tables: hand-written forms, properties of every verb, and the pairs of verb and model that do not fit.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::time::Instant;

use depeche::lexicon::conjugation::{
    Auxiliary, FRENCH_VERBS, Inflection, Models, Mood, Person, Trait, Verb, conjugate, parse_verbs,
};

const CASES: &str = include_str!("cases/conjugation.tsv");

fn french() -> Models {
    Models::french().unwrap_or_else(|error| panic!("conjugation_models.tsv: {error}"))
}

fn verbs(models: &Models) -> Vec<Verb<'static, '_>> {
    parse_verbs(FRENCH_VERBS, models).unwrap_or_else(|error| panic!("verbs.tsv: {error}"))
}

fn forms(verb: &Verb<'_, '_>) -> Vec<(String, Inflection)> {
    let mut forms = Vec::new();
    verb.conjugate(|form, inflection| forms.push((form.to_owned(), inflection))).unwrap();
    forms
}

/// All forms by (infinitive, inflection code), over all conjugations of the infinitive.
fn all_forms(verbs: &[Verb<'_, '_>]) -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut table: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for verb in verbs {
        for (form, inflection) in forms(verb) {
            table.entry((verb.infinitive.to_owned(), inflection.to_string())).or_default().insert(form);
        }
    }
    table
}

#[test]
fn hand_written_forms() {
    let models = french();
    let table = all_forms(&verbs(&models));
    let (mut failures, mut count) = (Vec::new(), 0);
    for (index, line) in CASES.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [infinitive, code, form] = cells[..] else {
            panic!("case line {}: expected three columns, found {}", index + 1, cells.len());
        };
        code.parse::<Inflection>().unwrap_or_else(|error| panic!("case line {}: {error}", index + 1));
        let given = table.get(&(infinitive.to_owned(), code.to_owned())).cloned().unwrap_or_default();
        let passes = match form.strip_prefix('!') {
            Some(wrong) => !given.contains(wrong),
            None => given.contains(form),
        };
        count += 1;
        if !passes {
            let given = given.into_iter().collect::<Vec<_>>().join(" / ");
            failures.push(format!("{:>5}  {infinitive:<14} {code:<10} {form:<18} {given}", index + 1));
        }
    }
    assert!(count >= 400, "only {count} cases");
    let head = format!("{:>5}  {:<14} {:<10} {:<18} {}", "line", "infinitive", "code", "expected", "given");
    assert!(failures.is_empty(), "{} of {count} cases fail\n{head}\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_model_has_a_case_and_a_verb() {
    let models = french();
    let verbs = verbs(&models);
    let tested: HashSet<&str> = CASES.lines().filter_map(|line| line.split('\t').next()).collect();
    let covered: HashSet<&str> =
        verbs.iter().filter(|verb| tested.contains(verb.infinitive)).map(|verb| verb.model.name()).collect();
    let missing: Vec<&str> = models.iter().map(|model| model.name()).filter(|name| !covered.contains(name)).collect();
    assert!(missing.is_empty(), "models without a tested verb: {missing:?}");
    // A model is named after one of its verbs.
    for model in models.iter() {
        let named = verbs.iter().any(|verb| verb.infinitive == model.name() && verb.model.name() == model.name());
        assert!(named, "the verb `{}` is not conjugated by its own model", model.name());
    }
}

#[test]
fn properties_of_every_verb() {
    let models = french();
    for verb in verbs(&models) {
        let name = verb.infinitive;
        let forms = forms(&verb);
        assert_eq!(forms.first(), Some(&(name.to_owned(), Inflection::Infinitive)), "{name}");
        let mut seen = HashSet::new();
        for pair in &forms {
            let (form, inflection) = pair;
            assert!(
                !form.is_empty() && form.chars().all(|c| c.is_lowercase() || c == '-'),
                "{name} {inflection}: `{form}`"
            );
            assert!(seen.insert(pair), "{name}: `{form}` twice as {inflection}");
            assert_eq!(inflection.to_string().parse(), Ok(*inflection), "{name}");
        }
    }
}

/// A tense has all its persons, or only the third when the verb is defective.
#[test]
fn persons_of_every_tense() {
    const DEFECTIVE: [&str; 9] =
        ["falloir", "pleuvoir", "seoir", "échoir", "choir", "clore", "éclore", "frire", "bruire"];
    let models = french();
    for verb in verbs(&models).iter().filter(|verb| !DEFECTIVE.contains(&verb.model.name())) {
        let mut tenses: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (_, inflection) in forms(verb) {
            if let Inflection::Finite { mood, tense, person, number } = inflection {
                tenses.entry((mood, tense)).or_default().insert((person, number));
            }
        }
        for ((mood, tense), persons) in tenses {
            let expected = if mood == Mood::Imperative { 3 } else { 6 };
            assert_eq!(persons.len(), expected, "{} {mood:?} {tense:?}", verb.infinitive);
            let has_third = persons.iter().any(|(person, _)| *person == Person::Third);
            assert_eq!(has_third, mood != Mood::Imperative, "{}", verb.infinitive);
        }
    }
}

#[test]
fn list_is_large_and_coherent() {
    let models = french();
    let verbs = verbs(&models);
    assert!(verbs.len() >= 1_800, "{} verbs", verbs.len());
    for verb in &verbs {
        let pronominal = verb.traits.only_pronominal();
        assert!(!pronominal || verb.auxiliary == Auxiliary::Etre, "s'{}: se takes être", verb.infinitive);
        let used = [Trait::Transitive, Trait::Intransitive, Trait::Pronominal, Trait::Impersonal];
        assert!(used.iter().any(|&one| verb.traits.has(one)), "{}: no construction", verb.infinitive);
        let aspirate = verb.traits.has(Trait::HAspire);
        assert!(!aspirate || verb.infinitive.starts_with('h'), "{}: h_aspire", verb.infinitive);
    }
}

#[test]
fn behaviour_of_some_verbs() {
    let models = french();
    let verbs = verbs(&models);
    let find = |name: &str| verbs.iter().find(|verb| verb.infinitive == name).unwrap_or_else(|| panic!("{name}"));
    for name in ["annoncer", "glisser", "confier", "lâcher", "souffler", "préciser", "rapporter", "balayer", "dire"] {
        assert!(find(name).traits.has(Trait::Speech), "{name}");
    }
    for name in ["pouvoir", "devoir", "envisager", "espérer", "vouloir"] {
        assert!(find(name).traits.has(Trait::Modal), "{name}");
    }
    for name in ["emparer", "enfuir", "abstenir", "raviser"] {
        assert!(find(name).traits.only_pronominal(), "{name}");
    }
    for name in ["aller", "arriver", "partir", "venir", "devenir", "mourir", "naître", "décéder", "entrer"] {
        assert_eq!(find(name).auxiliary, Auxiliary::Etre, "{name}");
    }
    for name in ["monter", "descendre", "passer", "sortir", "rentrer", "retourner"] {
        assert_eq!(find(name).auxiliary, Auxiliary::Both, "{name}");
    }
    assert!(find("heurter").traits.has(Trait::HAspire));
    assert!(!find("hésiter").traits.has(Trait::HAspire));
}

/// A wrong pair of verb and model is refused before anything is emitted, whatever the letters.
#[test]
fn refuses_what_does_not_fit() {
    let models = french();
    for infinitive in ["", "r", "er", "é", "ééééé", "école", "日本", "guer", "éuer", "C"] {
        for model in models.iter() {
            let mut count = 0;
            let result = conjugate(infinitive, model, |_, _| count += 1);
            assert_eq!(count, if result.is_ok() { model.form_count() } else { 0 }, "{infinitive} {}", model.name());
        }
    }
}

/// Run with `cargo test --release --test conjugation speed -- --nocapture` for the figures.
#[test]
fn speed() {
    let start = Instant::now();
    let models = french();
    let verbs = verbs(&models);
    let parsed = start.elapsed();
    let start = Instant::now();
    let (mut count, mut bytes) = (0_usize, 0_usize);
    for verb in &verbs {
        verb.conjugate(|form, _| {
            count += 1;
            bytes += form.len();
        })
        .unwrap();
    }
    let generated = start.elapsed();
    println!("{} verbs read in {parsed:?}; {count} forms, {bytes} bytes, in {generated:?}", verbs.len());
    assert!(count > 80_000, "{count} forms");
    // Generous, so that a debug build on a busy machine passes; a quadratic slip would not.
    assert!(generated.as_millis() < 2_000, "{generated:?}");
}
