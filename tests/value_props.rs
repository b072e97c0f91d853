//! Properties of values: what is written by an independent generator reads back, and nothing breaks on any text.

use depeche::value::ValueReader;
use depeche::{Decimal, Quantity};
use proptest::prelude::*;
use std::sync::LazyLock;

static READER: LazyLock<ValueReader> = LazyLock::new(ValueReader::french);

const SMALL: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
];

/// Up to 99. `swiss` says septante, huitante, nonante.
fn tens(n: u64, swiss: bool) -> String {
    let join = |word: &str, unit: u64| match unit {
        0 => word.to_owned(),
        1 => format!("{word} et un"),
        _ => format!("{word}-{}", SMALL[unit as usize]),
    };
    match n {
        0..=16 => SMALL[n as usize].to_owned(),
        17..=19 => format!("dix-{}", SMALL[(n - 10) as usize]),
        20..=29 => join("vingt", n - 20),
        30..=39 => join("trente", n - 30),
        40..=49 => join("quarante", n - 40),
        50..=59 => join("cinquante", n - 50),
        60..=69 => join("soixante", n - 60),
        70..=79 if swiss => join("septante", n - 70),
        80..=89 if swiss => join("huitante", n - 80),
        90..=99 if swiss => join("nonante", n - 90),
        71 => "soixante et onze".to_owned(),
        70..=79 => format!("soixante-{}", tens(n - 60, false)),
        80 => "quatre-vingts".to_owned(),
        _ => format!("quatre-vingt-{}", tens(n - 80, false)),
    }
}

/// Up to 999; `last` where nothing follows, so that "cents" and "vingts" take their s.
fn hundreds(n: u64, swiss: bool, last: bool) -> String {
    let (h, rest) = (n / 100, n % 100);
    let tail = tens(rest, swiss);
    let tail = if last { tail } else { tail.replace("vingts", "vingt") };
    match (h, rest) {
        (0, _) => tail,
        (1, 0) => "cent".to_owned(),
        (1, _) => format!("cent {tail}"),
        (_, 0) if last => format!("{} cents", SMALL[h as usize]),
        (_, 0) => format!("{} cent", SMALL[h as usize]),
        _ => format!("{} cent {tail}", SMALL[h as usize]),
    }
}

fn in_words(n: u64, swiss: bool) -> String {
    if n == 0 {
        return SMALL[0].to_owned();
    }
    let mut parts = Vec::new();
    for (scale, name) in [(1_000_000_000_000, "billion"), (1_000_000_000, "milliard"), (1_000_000, "million")] {
        match n / scale % 1000 {
            0 => {}
            1 => parts.push(format!("un {name}")),
            count => parts.push(format!("{} {name}s", hundreds(count, swiss, true))),
        }
    }
    match n / 1000 % 1000 {
        0 => {}
        1 => parts.push("mille".to_owned()),
        count => parts.push(format!("{} mille", hundreds(count, swiss, false))),
    }
    if n % 1000 > 0 {
        parts.push(hundreds(n % 1000, swiss, true));
    }
    parts.join(" ")
}

fn grouped(n: u64, separator: &str) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}

fn only_number(text: &str) -> Option<Decimal> {
    match READER.read(text, None).numbers.as_slice() {
        [only] => Some(only.value),
        _ => None,
    }
}

/// Pieces that press texts are made of, to be put together at random.
fn press() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "10",
        "2,5",
        "1.200",
        "2019",
        "31",
        "00",
        " ",
        " ",
        "\u{202F}",
        "\n",
        "millions",
        "d'",
        "euros",
        "€",
        "$",
        "%",
        "pour cent",
        "entre",
        "et",
        "de",
        "à",
        "mars",
        "mardi",
        "le",
        "1er",
        "trimestre",
        "un",
        "deux",
        "cent",
        "mille",
        "demi-",
        "une dizaine",
        "M€",
        "Md",
        "-",
        "/",
        "(",
        ")",
        "soit",
        "il y a",
        "ans",
        "plus tard",
        "fin",
        "en",
        "a",
        "obtenu",
        "é",
        "–",
        "«",
        ".",
        ",",
        "semaine",
        "dernière",
        "prochain",
        "CHF",
        "francs",
        "quatre-vingt",
        "virgule",
    ]);
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_number_in_words_reads_back(n in 2u64..999_999_999_999_999, short in 2u64..100_000, swiss: bool) {
        for n in [n, short] {
            let words = in_words(n, swiss);
            prop_assert_eq!(only_number(&words), Some(Decimal::from(n)), "{}", words);
            let joined = words.replace(' ', "-");
            prop_assert_eq!(only_number(&joined), Some(Decimal::from(n)), "{}", joined);
        }
    }

    #[test]
    fn a_number_in_digits_reads_back(n in 1_000u64..999_999_999_999, cents in 1u32..100) {
        for separator in [" ", "\u{A0}", "\u{202F}", ".", "'", "’"] {
            let text = grouped(n, separator);
            if separator != "." || n > 999_999 {
                prop_assert_eq!(only_number(&text), Some(Decimal::from(n)), "{}", text);
            }
            let text = format!("{text},{cents:02}");
            let value = Decimal::from(n) + Decimal::new(i64::from(cents), 2);
            prop_assert_eq!(only_number(&text), Some(value), "{}", text);
        }
    }

    #[test]
    fn an_amount_reads_back(n in 1u64..999, unit in 0usize..12) {
        let (pattern, scale, code) = [
            ("{} euros", 1, "EUR"), ("{} €", 1, "EUR"), ("{}M€", 1_000_000, "EUR"), ("{} Md€", 1_000_000_000, "EUR"),
            ("{} millions d'euros", 1_000_000, "EUR"), ("{} milliards de dollars", 1_000_000_000, "USD"),
            ("CHF {}", 1, "CHF"), ("${}", 1, "USD"), ("{} francs suisses", 1, "CHF"), ("{} k€", 1_000, "EUR"),
            ("{} ME", 1_000_000, "EUR"), ("£ {} millions", 1_000_000, "GBP"),
        ][unit];
        let text = format!("Elle a levé {} au total.", pattern.replace("{}", &n.to_string()));
        let values = READER.read(&text, None);
        prop_assert_eq!(values.amounts.len(), 1, "{}", text);
        let money = values.amounts[0].money;
        prop_assert_eq!(money.quantity, Quantity::Single { value: Decimal::from(n * scale) }, "{}", text);
        prop_assert_eq!(money.currency.map(|c| c.to_string()), Some(code.to_owned()), "{}", text);
        prop_assert!(values.numbers.is_empty());
    }

    #[test]
    fn any_text_is_read_and_every_span_fits(text in prop_oneof![any::<String>(), press()]) {
        let values = READER.read(&text, "2025-07-04".parse().ok());
        let spans = values.amounts.iter().map(|a| a.span).chain(values.numbers.iter().map(|n| n.span))
            .chain(values.percentages.iter().map(|p| p.span)).chain(values.dates.iter().map(|d| d.span))
            .chain(values.shares.iter().map(|s| s.span));
        for span in spans {
            prop_assert!(text.get(span.range()).is_some_and(|words| !words.trim().is_empty()), "{:?} {:?}", text, span);
        }
        for ranges in [&values.tokens.amounts, &values.tokens.numbers, &values.tokens.dates] {
            prop_assert!(ranges.windows(2).all(|pair| pair[0].start < pair[1].start), "{:?} {:?}", text, ranges);
        }
        prop_assert_eq!(values.amounts.len(), values.tokens.amounts.len());
        prop_assert_eq!(values.dates.len(), values.tokens.dates.len());
    }

    #[test]
    fn the_words_of_a_number_alone_have_its_value(text in press()) {
        for number in READER.read(&text, None).numbers {
            let words = number.span.of(&text);
            if let Some(value) = only_number(words) {
                prop_assert_eq!(value, number.value, "{:?} in {:?}", words, text);
            }
        }
    }
}
