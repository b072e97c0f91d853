/// What was missed, read wrongly or read without reason, one line each, grouped by the kind of mistake.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mistakes {
    groups: Vec<(String, Vec<String>)>,
}

impl Mistakes {
    /// The groups in the order in which the first mistake of each was met.
    pub fn groups(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.groups.iter().map(|(kind, lines)| (kind.as_str(), lines.as_slice()))
    }

    pub(super) fn push(&mut self, kind: &str, line: String) {
        match self.groups.iter_mut().find(|(name, _)| name == kind) {
            Some((_, lines)) => lines.push(line),
            None => self.groups.push((kind.to_owned(), vec![line])),
        }
    }

    /// The first `most` lines of each kind, as the report prints them.
    pub(super) fn write(&self, most: usize, out: &mut String) {
        for (kind, lines) in self.groups() {
            for line in lines.iter().take(most) {
                out.push_str(&format!("  {kind}: {line}\n"));
            }
        }
    }
}
