//! The embedded data have no fault.

#[test]
fn the_embedded_data_build() {
    let built = depeche::Extractor::builder().build();
    assert!(built.is_ok(), "{}", built.err().map(|e| e.to_string()).unwrap_or_default());
}
