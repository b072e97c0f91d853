//! Names of short texts, as a table; how mentions join; and properties that hold on any text.

use depeche::entity::{Entities, Recognizer};
use depeche::gazetteer::Gazetteer;
use depeche::lexicon::Lexicon;
use depeche::sentence::sentences;
use depeche::token::{Tokens, tokenize};
use depeche::{EntityKind, MentionForm, Span};
use proptest::prelude::*;
use std::sync::LazyLock;

struct Reader {
    lexicon: Lexicon,
    recognizer: Recognizer,
}

impl Reader {
    fn with(gazetteer: &Gazetteer) -> Reader {
        let mut lexicon = Lexicon::french().expect("the embedded lexicon");
        let recognizer = Recognizer::new(&mut lexicon, gazetteer).expect("the embedded cues");
        Reader { lexicon, recognizer }
    }

    fn read<'t>(&self, text: &'t str) -> (Entities, Tokens<'t>) {
        let sentences = sentences(text);
        let spans: Vec<Span> = sentences.iter().map(|sentence| sentence.span).collect();
        let tokens = tokenize(text, &spans, &self.lexicon.vocabulary);
        let entities = self.recognizer.recognize(&tokens, &sentences, &self.lexicon);
        (entities, tokens)
    }
}

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::with(&Gazetteer::embedded().expect("the embedded lists")));

fn listed(entities: &Entities) -> String {
    let letter = |kind| match kind {
        EntityKind::Person => "P",
        EntityKind::Organization => "O",
        EntityKind::Place => "L",
        _ => "R",
    };
    let names: Vec<String> =
        entities.list.iter().map(|entity| format!("{} {}", letter(entity.kind), entity.name)).collect();
    if names.is_empty() { "-".to_owned() } else { names.join("|") }
}

#[test]
fn the_table_of_names() {
    let table = include_str!("cases/entity.tsv");
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (text, expected) = line.split_once('\t').expect("two columns");
        let text = text.replace('¶', "\n\n");
        let found = listed(&READER.read(&text).0);
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Each mention of a text with the name of its entity.
fn mentions(text: &str) -> Vec<(String, String, MentionForm)> {
    let (entities, tokens) = READER.read(text);
    let told = |mention: &depeche::entity::NameMention| {
        let words = tokens.span(mention.tokens.clone()).of(text).to_owned();
        (words, entities.list[mention.entity].name.clone(), mention.form)
    };
    entities.mentions.iter().map(told).collect()
}

fn joined(text: &str) -> String {
    mentions(text).iter().map(|(words, name, _)| format!("{words}={name}")).collect::<Vec<_>>().join("|")
}

#[test]
fn a_surname_goes_to_the_gender_of_its_title_or_to_the_last_one_named() {
    assert_eq!(
        joined("Paul Gorvain et Anne Gorvain héritent. M. Gorvain présidera. Mme Gorvain le conseille."),
        "Paul Gorvain=Paul Gorvain|Anne Gorvain=Anne Gorvain|Gorvain=Paul Gorvain|Gorvain=Anne Gorvain"
    );
    assert_eq!(
        joined("Paul Gorvain arrive. Gorvain sourit. Anne Gorvain part. Gorvain soupire."),
        "Paul Gorvain=Paul Gorvain|Gorvain=Paul Gorvain|Anne Gorvain=Anne Gorvain|Gorvain=Anne Gorvain"
    );
}

#[test]
fn a_name_known_from_the_body_is_found_in_the_title_and_at_sentence_starts() {
    assert_eq!(
        joined("Kelmova en crise\n\nLa start-up Kelmova licencie. Kelmova promet des primes."),
        "Kelmova=Kelmova|Kelmova=Kelmova|Kelmova=Kelmova"
    );
}

#[test]
fn acronyms_join_their_names_and_are_aliases() {
    let found = mentions("La Banque rurale du Levant (BRL) prête. La BRL gagne.");
    let forms: Vec<MentionForm> = found.iter().map(|(_, _, form)| *form).collect();
    assert_eq!(forms, [MentionForm::Name, MentionForm::Alias, MentionForm::Alias]);
    assert!(found.iter().all(|(_, name, _)| name == "Banque rurale du Levant"), "{found:?}");
}

#[test]
fn a_known_organization_is_not_the_longer_one_that_begins_like_it() {
    let found = joined("Orange Ventures investit avec Orange et Renault.");
    assert_eq!(found, "Orange Ventures=Orange Ventures|Orange=Orange|Renault=Renault");
}

#[test]
fn an_entry_of_the_user_gives_kind_id_and_gender() {
    let own = "Villa Mirande\tproduct\tVM2\tgender=f\tp-7\nbrume claire\torganization\n";
    let lists = Gazetteer::embedded().expect("lists").with(Gazetteer::from_str("own.tsv", own).expect("own list"));
    let reader = Reader::with(&lists);
    let (entities, _) = reader.read("La Villa Mirande plaît. On achète la VM2 chez brume claire.");
    assert_eq!(listed(&entities), "R Villa Mirande|O brume claire");
    assert_eq!(entities.list[0].id.as_deref(), Some("p-7"));
    assert_eq!(entities.mentions.len(), 3);
    let entry = entities.list[0].entry.and_then(|entry| reader.recognizer.gazetteer().entry(entry)).expect("its entry");
    assert_eq!((entry.name(), entry.get("gender")), ("Villa Mirande", Some("f")));
}

#[test]
fn any_order_of_building_gives_the_same_names() {
    let text = "Le PDG de Kelmova, Paul Gorvain, rejoint Orange à Lyon. Abexis, Tolvaro et Brunsec restent.";
    let again = Reader::with(&Gazetteer::embedded().expect("lists"));
    assert_eq!(READER.read(text).0, again.read(text).0);
}

/// Words and marks that the stage looks at closely, in any order.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Orange",
        "Paul",
        "de",
        "la",
        "du",
        "d'",
        "L'",
        "Banque",
        "centre hospitalier",
        "(",
        ")",
        ",",
        ".",
        "&",
        "M.",
        "le",
        "PDG",
        "BRL",
        "Saint-Gobain",
        "et",
        "a",
        "annonce",
        "Kelmova",
        "-",
        "|",
        "«",
        "»",
        ":",
        "\n",
        "\n\n",
        "3",
        "M",
        "€",
        "van",
        "der",
        "al-Adnani",
        "É",
        "État",
        "français",
        "qui",
        "ministre",
        "de l'",
        "Économie",
        "J.",
        "INTC",
        "O",
        "\u{301}",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn mentions_are_sorted_apart_and_of_listed_entities(words in prop::collection::vec(piece(), 0..40), joint in "[ ]?") {
        let text = words.join(&joint);
        let (entities, tokens) = READER.read(&text);
        let mut end = 0;
        for mention in &entities.mentions {
            prop_assert!(mention.tokens.start >= end && mention.tokens.start < mention.tokens.end);
            prop_assert!(mention.tokens.end <= tokens.all().len());
            prop_assert!(mention.entity < entities.list.len());
            end = mention.tokens.end;
        }
        for (index, entity) in entities.list.iter().enumerate() {
            let mut own = entities.mentions.iter().filter(|mention| mention.entity == index);
            prop_assert!(own.any(|mention| mention.form == MentionForm::Name && !entity.name.is_empty()));
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        let (entities, _) = READER.read(&text);
        prop_assert!(entities.mentions.len() >= entities.list.len());
    }
}
