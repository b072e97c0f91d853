//! Types of relation that files of frames declare: what is read by them, what is not, and what is wrong in such a file.

use depeche::{Article, Extraction, Extractor, Relation};
use serde_json::{Value, json};
use std::path::PathBuf;

/// A file that goes away with its owner.
struct File(PathBuf);

impl File {
    fn new(name: &str, content: &str) -> File {
        let path = std::env::temp_dir().join(format!("depeche-{}-{name}.toml", std::process::id()));
        std::fs::write(&path, content).expect("a file");
        File(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn extractor(name: &str, content: &str) -> Result<Extractor, String> {
    let file = File::new(name, content);
    let built = Extractor::builder().frames(&file.0).build();
    built.map_err(|fault| fault.to_string().replace(&file.0.display().to_string(), "own.toml"))
}

fn read(extractor: &Extractor, text: &str) -> Extraction {
    extractor.extract(&Article::new(text).published("2025-06-18".parse().expect("a date")))
}

/// The relations that declared types tell, each with its slots in short.
fn told(extractor: &Extractor, text: &str) -> Vec<Value> {
    let relations = read(extractor, text).relations;
    let own = relations.iter().filter(|relation| matches!(relation, Relation::Generic(_)));
    own.map(|relation| short(serde_json::to_value(relation).expect("JSON"))).collect()
}

fn short(value: Value) -> Value {
    match value {
        Value::Object(mut fields) if fields.contains_key("type") => {
            fields.retain(|key, _| !matches!(key.as_str(), "confidence" | "evidence"));
            fields.into_iter().map(|(key, value)| (key, short(value))).collect()
        }
        Value::Object(fields) => {
            let keys = ["name", "text", "value", "percentage"];
            keys.iter().find_map(|key| fields.get(*key).cloned()).unwrap_or(Value::Null)
        }
        Value::Array(list) => list.into_iter().map(short).collect(),
        other => other,
    }
}

const PARTNERSHIP: &str = r#"
[relation.partnership]
partner = { holds = "organization, place", several = true }
share = "percentage"
head = "role"
field = "noun"
until = "date"

[[frame]]
id = "mine.partenariat"
relation = "partnership"
nouns = ["partenariat", "partenariats"]
subject = "partner"
requires = "partner"
[frame.supports]
"nouer, signer, sceller, démentir" = "partner"
"fêter" = "nothing"
[frame.complements]
"avec, entre" = "partner"
"dans, sur" = "field"
"jusqu'à" = "until"

[[frame]]
id = "mine.allier"
relation = "partnership"
verbs = ["s'allier"]
subject = "partner"
requires = "partner"
[frame.complements]
"à, avec" = "partner"
"à hauteur de" = "share"
"pour" = "field"
"comme" = "head"
"#;

fn lawsuits() -> Extractor {
    Extractor::builder().frames("examples/lawsuits.toml").build().expect("frames without fault")
}

#[test]
fn the_example_reads_its_examples_and_leaves_its_counter_examples_alone() {
    let extractor = lawsuits();
    let own = extractor.frames().examples().iter().filter(|example| example.frame.starts_with("mine."));
    let mut count = 0;
    for example in own {
        let mut wanted = Vec::new();
        if let Some(expect) = &example.expect {
            let mut fields = json!({"type": "lawsuit", "status": "completed"});
            for (slot, text) in expect {
                // "3000000 EUR": money is compared without its currency here.
                fields[slot] = json!(text.strip_suffix(" EUR").unwrap_or(text));
            }
            wanted.push(fields);
        }
        assert_eq!(told(&extractor, &example.text), wanted, "{}", example.text);
        count += 1;
    }
    assert_eq!(count, 8);
}

#[test]
fn constructions_come_by_themselves() {
    let extractor = lawsuits();
    let suit = |plaintiff: &str, defendant: &str, grounds: &str, status: &str| json!({"type": "lawsuit", "plaintiff": plaintiff, "defendant": defendant, "grounds": grounds, "status": status});
    for (text, wanted) in [
        (
            "Jean Roy, qui poursuivait la société Bricor pour diffamation, a perdu.",
            suit("Jean Roy", "Bricor", "diffamation", "completed"),
        ),
        (
            "Jean Roy envisage de poursuivre la société Bricor pour diffamation.",
            suit("Jean Roy", "Bricor", "diffamation", "proposed"),
        ),
        (
            "Jean Roy a renoncé à poursuivre la société Bricor pour diffamation.",
            suit("Jean Roy", "Bricor", "diffamation", "denied"),
        ),
        (
            "La société Bricor sera poursuivie par Jean Roy pour diffamation.",
            suit("Jean Roy", "Bricor", "diffamation", "planned"),
        ),
        (
            "Jean Roy travaillait chez Engie. Il poursuit la société Bricor pour diffamation.",
            suit("Jean Roy", "Bricor", "diffamation", "completed"),
        ),
    ] {
        assert_eq!(told(&extractor, text), [wanted], "{text}");
    }
}

#[test]
fn slots_hold_what_they_declare() {
    let extractor = extractor("slots", PARTNERSHIP).expect("frames without fault");
    for (text, wanted) in [
        (
            "La société Bricor a signé un partenariat avec Engie dans le stockage d'énergie jusqu'en 2030.",
            json!({"type": "partnership", "partner": ["Bricor", "Engie"], "field": "stockage d'énergie", "until": "2030", "status": "completed"}),
        ),
        (
            "Engie s'alliera lundi à la société Bricor à hauteur de 40 %.",
            json!({"type": "partnership", "partner": ["Engie", "Bricor"], "share": "40", "date": "2025-06-23", "status": "planned"}),
        ),
        (
            "Engie s'est allié au Portugal pour la recherche, comme directeur technique.",
            json!({"type": "partnership", "partner": ["Engie", "Portugal"], "field": "recherche", "head": "directeur technique", "status": "completed"}),
        ),
        (
            "Engie dément tout partenariat avec la société Bricor.",
            json!({"type": "partnership", "partner": ["Engie", "Bricor"], "status": "denied"}),
        ),
    ] {
        assert_eq!(told(&extractor, text), [wanted], "{text}");
    }
    for text in [
        // A person is no organization, a noun is no name, and nothing is told with this verb.
        "Claire Petit s'allie avec Jean Roy.",
        "Les riverains s'allient avec les pêcheurs.",
        "Engie fête son partenariat avec la société Bricor.",
        // What is only supposed is not told.
        "Si Engie signait un partenariat avec la société Bricor, tout changerait.",
    ] {
        assert_eq!(told(&extractor, text), Vec::<Value>::new(), "{text}");
    }
}

#[test]
fn mentions_of_one_event_are_joined_and_others_kept_apart() {
    let extractor = lawsuits();
    let both = "Jean Roy poursuit la société Bricor pour diffamation. L'ingénieur Jean Roy réclame 2 millions d'euros à Bricor.";
    let found = read(&extractor, both).relations;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].evidence().len(), 2);
    let others =
        "Jean Roy poursuit la société Bricor pour diffamation. Jean Roy poursuit aussi Engie pour diffamation.";
    assert_eq!(told(&extractor, others).len(), 2);
    let sums = "Jean Roy réclame 2 millions d'euros à la société Bricor. En 2019, Jean Roy réclamait 5 millions d'euros à Bricor.";
    assert_eq!(told(&extractor, sums).len(), 2);

    let extractor = self::extractor("joined", PARTNERSHIP).expect("frames without fault");
    let lists = "Engie s'allie avec la société Bricor. Engie s'allie avec la société Bricor et la société Voltaïr.";
    assert_eq!(told(&extractor, lists).len(), 1);
    let apart = "Engie s'allie avec la société Bricor. Engie s'allie avec la société Voltaïr.";
    assert_eq!(told(&extractor, apart).len(), 2);
}

#[test]
fn json_goes_both_ways_and_a_faulty_relation_is_not_taken_for_a_declared_one() {
    let extractor = extractor("json", PARTNERSHIP).expect("frames without fault");
    let text = "Engie s'alliera lundi à la société Bricor à hauteur de 40 % pour la recherche. Jean Roy quitte Engie. \
                La société Bricor a signé un partenariat avec Kalirose jusqu'en 2030.";
    let extraction = read(&extractor, text);
    assert!(extraction.relations.len() >= 3, "{:?}", extraction.relations);
    let printed = serde_json::to_string(&extraction).expect("JSON");
    assert_eq!(serde_json::from_str::<Extraction>(&printed).expect("an extraction"), extraction);
    // In the order of the declaration, after the type.
    assert!(printed.contains(r#"{"type":"partnership","partner":[{"name":"Engie""#), "{printed}");
    assert!(printed.contains(r#""share":{"percentage":"40","start""#), "{printed}");
    let faulty = r#"{"type":"hiring","confidence":0.5,"evidence":[],"status":"gone"}"#;
    assert!(serde_json::from_str::<Relation>(faulty).is_err());
}

#[test]
fn faults_tell_the_line_and_what_was_meant() {
    let frame =
        "[relation.suit]\nvictim = \"name\"\n[[frame]]\nid = \"a.b\"\nrelation = \"suit\"\nverbs = [\"attaquer\"]\n";
    let kinds = "person, organization, place, product, name, role, amount, percentage, date or noun";
    for (content, fault) in [
        ("[relation.suit]\nvictim = \"organisation\"\n", format!("own.toml:2: expected {kinds}, found \"organisation\"; did you mean \"organization\"?")),
        ("[relation.suit]\nvictim = \"\"\n", format!("own.toml:2: expected {kinds}, found \"\"")),
        ("[relation.suit]\nvictim = 3\n", "own.toml:2: expected kinds of fillers, or { holds = kinds, several = true }, found \"integer\"".into()),
        ("[relation.suit]\nvictim = { hold = \"name\" }\n", "own.toml:2: expected holds or several, found \"hold\"; did you mean \"holds\"?".into()),
        ("[relation.suit]\nsum = { holds = \"amount\", several = true }\n", "own.toml:2: expected names only in a slot that holds several, found \"amount\"".into()),
        ("[relation.suit]\n", "own.toml:1: expected at least one slot, found \"none\"".into()),
        ("\n[relation.hiring]\nperson = \"person\"\n", "own.toml:2: expected a type of relation that is declared nowhere else, found \"hiring\"".into()),
        ("[relation.suit]\nstatus = \"noun\"\n", "own.toml:2: expected a name other than type, date, status, confidence and evidence, which every relation has, found \"status\"".into()),
        (&frame.replace("\"suit\"", "\"suite\""), "own.toml:5: frame a.b: expected hiring, departure, investment or suit; or a type declared by [relation.NAME], found \"suite\"; did you mean \"suit\"?".into()),
        (&format!("{frame}subject = \"victime\"\n"), "own.toml:7: frame a.b: expected a slot of suit (victim or date), found \"victime\"; did you mean \"victim\"?".into()),
        (&format!("{frame}object = \"employer\"\n"), "own.toml:7: frame a.b: expected a slot of suit (victim or date), found \"employer\"".into()),
        (&format!("{frame}kind = \"stake\"\n"), "own.toml:7: frame a.b: expected a frame of investment for this key, found \"suit\"".into()),
    ] {
        assert_eq!(extractor("faulty", content).map(|_| ()), Err(fault), "{content}");
    }
}
