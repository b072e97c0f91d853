//! Prints how the sentences of a text are read: `cargo run --example explain -- "Claire Petit rejoint Engie."`

use depeche::{Article, Extractor};

fn main() {
    let text = std::env::args().skip(1).collect::<Vec<_>>().join(" ");
    print!("{}", Extractor::french().explain(&Article::new(text)));
}
