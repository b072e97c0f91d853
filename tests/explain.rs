//! Explanations say what became of each word that could tell something.

use depeche::{Article, Extractor};

fn explain(extractor: &Extractor, text: &str) -> String {
    extractor.explain(&Article::new(text).published("2025-06-18".parse().expect("a date")))
}

#[track_caller]
fn says(text: &str, lines: &[&str]) {
    let told = explain(&Extractor::french(), text);
    for line in lines {
        assert!(told.lines().any(|known| known.trim_start() == *line), "no line {line}\nin\n{told}");
    }
}

#[test]
fn relations_tell_where_their_slots_come_from() {
    says(
        "Kalirose recrute Claire Petit\n\nLe groupe Kalirose a nommé Claire Petit directrice financière lundi. Elle quitte Engie.",
        &[
            "=> hiring.nommer Completed employer=Le groupe Kalirose person=Claire Petit role=directrice financière date=lundi -> relation 1",
            "relation 1: hiring, completed",
            "person = Claire Petit: by name",
            "role = \"directrice financière\"",
            "previous_employer = Engie: by name, not in the clause",
            "date = \"lundi\"",
            "read by hiring.recruter in the title: \"Kalirose recrute Claire Petit\"",
            "person = Claire Petit: by pronoun, \"Elle\"",
        ],
    );
    says(
        "Le groupe Kalirose tousse. Claire Petit a démissionné.",
        &["employer = Kalirose: what the sentence or the article is about, not in the clause"],
    );
}

#[test]
fn silent_frames_tell_why() {
    for (text, line) in [
        (
            "Le ministre a quitté la salle.",
            "-- departure.quitter by \"a quitté\": nothing fills employer or role (the object \"la salle\" (a noun) is refused)",
        ),
        (
            "Un nouveau patron sera nommé.",
            "-- hiring.nommer by \"sera nommé\": nothing fills person (the object \"Un nouveau patron\" (a post) fills role)",
        ),
        (
            "Si Jean Roy démissionnait, tout changerait.",
            "-- departure.demissionner by \"démissionnait\": it is only supposed, by \"si\"",
        ),
        (
            "Le syndicat exige la démission de Jean Roy.",
            "-- departure.demission by \"démission\": with the verb \"exiger\" it tells nothing",
        ),
        (
            "Un nouveau patron sera nommé.",
            "-- hiring.ne_pas_nommer by \"sera nommé\": it tells something with \"ne … pas\" only",
        ),
        (
            "Claire Petit dirige Engie.",
            "-- hiring.occuper by \"dirige\": it tells a state, and nothing says that it is to begin",
        ),
    ] {
        says(text, &[line]);
    }
    // Where one frame of a verb tells something, the others are no news.
    assert!(!explain(&Extractor::french(), "Claire Petit quitte Engie.").contains("\n  -- "));
}

#[test]
fn candidates_that_give_no_relation_tell_why() {
    for (text, end) in [
        (
            "Kalirose recrute.\n\nLire aussi : Marc Dupont quitte Danone",
            "person=Marc Dupont employer=Danone -> nothing: a teaser tells of other articles",
        ),
        ("Elle quitte Engie.", "person=Elle employer=Engie -> nothing: who or what is meant is not known for person"),
    ] {
        let told = explain(&Extractor::french(), text);
        assert!(told.lines().any(|line| line.ends_with(end)), "no line that ends in {end}\nin\n{told}");
    }
}

#[test]
fn declared_types_are_explained_by_their_own_names() {
    let extractor = Extractor::builder().frames("examples/lawsuits.toml").build().expect("frames without fault");
    let told = explain(
        &extractor,
        "Claire Petit poursuit Jean Roy pour diffamation. Claire Petit poursuit la piste pour rien.",
    );
    for part in [
        "=> mine.assigner Completed plaintiff=Claire Petit defendant=Jean Roy grounds=diffamation -> relation 1\n",
        "relation 1: lawsuit, completed\n  plaintiff = Claire Petit: by name\n  defendant = Jean Roy: by name\n  grounds = \"diffamation\"\n",
        "-- mine.assigner by \"poursuit\": nothing fills defendant (the object \"la piste\" (a noun) is refused)",
    ] {
        assert!(told.contains(part), "no {part}\nin\n{told}");
    }
}

#[test]
fn confidence_is_the_odds_of_the_frame_times_the_factors_that_are_told() {
    let text = "Kalirose recrute Claire Petit\n\nElle a quitté Engie lundi. Le groupe va mal. Jean Roy a démissionné.";
    let extractor = Extractor::french();
    let told = explain(&extractor, text);
    let relations = extractor.extract(&Article::new(text).published("2025-06-18".parse().expect("a date"))).relations;
    let lines: Vec<&str> = told.lines().filter_map(|line| line.strip_prefix("  confidence ")).collect();
    assert_eq!(lines.len(), relations.len(), "{told}");
    for (line, relation) in lines.iter().zip(&relations) {
        let (confidence, factors) = line.split_once(": odds ").expect("confidence, then its factors");
        let numbers = factors.split(", ").map(|factor| {
            let number = factor.strip_suffix(" by its frame").or_else(|| factor.split(" × ").nth(1));
            number.and_then(|number| number.parse::<f32>().ok()).expect("a factor")
        });
        let odds: f32 = numbers.product();
        assert!((odds / (1.0 + odds) - relation.confidence()).abs() < 0.006, "{line}");
        assert_eq!(confidence, format!("{:.2}", relation.confidence()));
    }
}
