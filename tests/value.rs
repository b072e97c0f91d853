//! Values of short texts, as tables with counter-cases: the text, then what is read in it.

use depeche::value::{ShareValue, ValueReader, Values};
use depeche::{Amount, Date, Decimal, Per, Quantity};

/// Replays a table: each line's last column against what `read` gives for those before it.
fn replay(table: &str, read: impl Fn(&[&str]) -> String) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (expected, given) = columns.split_last().expect("columns");
        let found = read(given);
        count += 1;
        if found != *expected {
            wrong.push(format!("{given:?}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(count > 5, "the table is all but empty");
    assert!(wrong.is_empty(), "{} of {count}\n{}", wrong.len(), wrong.join("\n"));
}

fn list<T>(values: &[T], show: impl Fn(&T) -> String) -> String {
    values.iter().map(show).collect::<Vec<_>>().join(" ")
}

fn decimal(value: Decimal) -> String {
    value.normalize().to_string()
}

fn amount(amount: &Amount) -> String {
    let value = match amount.money.quantity {
        Quantity::Single { value } => decimal(value),
        Quantity::Range { min, max } => format!("{}..{}", decimal(min), decimal(max)),
    };
    let currency = amount.money.currency.map_or("-".to_owned(), |c| c.to_string());
    let bound = serde_json::to_value(amount.money.bound).expect("a name");
    let per = match amount.per {
        None => "",
        Some(Per::Share) => " share",
        Some(Per::Year) => " year",
        Some(Per::Month) => " month",
        Some(Per::Unit) => " unit",
    };
    let same = amount.equivalent_to.map_or(String::new(), |i| format!(" ={i}"));
    format!("{value} {currency} {}{per}{same}", bound.as_str().expect("a text"))
}

fn check(text: &str, values: &Values) {
    for found in &values.amounts {
        assert_eq!(found.span.of(text), found.text, "{text}");
    }
}

#[test]
fn money() {
    let reader = ValueReader::french();
    replay(include_str!("cases/value/money.tsv"), |given| {
        let values = reader.read(given[0], None);
        check(given[0], &values);
        values.amounts.iter().map(amount).collect::<Vec<_>>().join("; ")
    });
}

#[test]
fn numbers() {
    let reader = ValueReader::french();
    replay(include_str!("cases/value/numbers.tsv"), |given| {
        list(&reader.read(given[0], None).numbers, |n| decimal(n.value))
    });
}

#[test]
fn percentages() {
    let reader = ValueReader::french();
    replay(include_str!("cases/value/percents.tsv"), |given| {
        list(&reader.read(given[0], None).percentages, |p| decimal(p.value))
    });
}

#[test]
fn shares() {
    let reader = ValueReader::french();
    replay(include_str!("cases/value/shares.tsv"), |given| {
        list(&reader.read(given[0], None).shares, |share| match share.value {
            ShareValue::Percent(value) => decimal(value),
            ShareValue::Minority => "minority".to_owned(),
            ShareValue::Majority => "majority".to_owned(),
            _ => "?".to_owned(),
        })
    });
}

#[test]
fn dates() {
    let reader = ValueReader::french();
    replay(include_str!("cases/value/dates.tsv"), |given| {
        let published: Option<Date> = given[0].parse().ok();
        list(&reader.read(given[1], published).dates, |d| d.value.to_string())
    });
}

#[test]
fn the_data_is_sound() {
    let mut vocabulary = depeche::lexicon::Vocabulary::default();
    if let Err(error) = ValueReader::try_register(&mut vocabulary) {
        panic!("{error}");
    }
}

#[test]
fn every_cue_gives_its_bound() {
    let reader = ValueReader::french();
    let table = include_str!("../grammar/values/bounds.tsv");
    for line in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let text = match columns[1] {
            "before" => format!("Le budget {} 10 millions d'euros.", columns[0]),
            _ => format!("Le budget de 10 millions d'euros {}.", columns[0]),
        };
        let values = reader.read(&text, None);
        let bound = values.amounts.first().map(|a| serde_json::to_value(a.money.bound).expect("a name"));
        assert_eq!(bound.as_ref().and_then(|b| b.as_str()), Some(columns[2]), "{text}");
        assert!(values.tokens.amounts[0].len() > 4, "{text}: the cue belongs to the amount's tokens");
    }
}

#[test]
fn a_currency_reads_by_code_and_by_name() {
    let reader = ValueReader::french();
    let table = include_str!("../gazetteers/currencies.tsv");
    for line in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let name = columns[1].split(['|', '/']).next().unwrap_or("");
        let adjective = columns[2].split('|').next().unwrap_or("");
        let texts =
            [format!("2500 {}", columns[0]), format!("{} 2500", columns[0]), format!("2500 {name} {adjective}")];
        for text in texts.iter().take(if adjective.is_empty() || columns[0] == "XAF" { 2 } else { 3 }) {
            let found = reader.read(text, None);
            let currency = found.amounts.first().and_then(|a| a.money.currency).map(|c| c.to_string());
            assert_eq!(currency.as_deref(), Some(columns[0]), "{text}");
        }
    }
}

#[test]
fn the_hook_decides_between_past_and_future() {
    let mut vocabulary = depeche::lexicon::Vocabulary::default();
    let reader = ValueReader::register(&mut vocabulary);
    let text = "Il arrive mardi.";
    let tokens = depeche::token::tokenize(text, &[depeche::Span::new(0, text.len())], &vocabulary);
    let published = "2025-07-04".parse().ok();
    let read = |ahead: bool| reader.read_tokens(&tokens, published, Some(&|_| ahead)).dates[0].value.to_string();
    assert_eq!((read(false).as_str(), read(true).as_str()), ("2025-07-01", "2025-07-08"));
}
