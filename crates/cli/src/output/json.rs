use anyhow::Result;
use depeche::Extraction;
use serde::Serialize;

/// The version of the JSON; raised when a field changes its meaning or goes away.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Printed<'e> {
    schema: u32,
    id: &'e str,
    #[serde(flatten)]
    extraction: &'e Extraction,
}

/// One line.
pub fn line(id: &str, extraction: &Extraction) -> Result<String> {
    let mut line = serde_json::to_string(&Printed { schema: SCHEMA, id, extraction })?;
    line.push('\n');
    Ok(line)
}

/// Indented, without a line end.
pub fn pretty(id: &str, extraction: &Extraction) -> Result<String> {
    Ok(serde_json::to_string_pretty(&Printed { schema: SCHEMA, id, extraction })?)
}
