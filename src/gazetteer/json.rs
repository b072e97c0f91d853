//! Just enough of JSON for pattern files: one object a line, whose values are strings or lists of flat objects.

use std::iter::Peekable;
use std::str::CharIndices;

/// A value of a pattern file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A string.
    Text(String),
    /// A list of objects, each a list of keys with strings.
    Tokens(Vec<Vec<(String, String)>>),
    /// A number, a truth value or null.
    Other(String),
}

/// What was expected, and at which byte of the line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct JsonFault {
    pub at: usize,
    pub expected: &'static str,
}

type Parsed<T> = Result<T, JsonFault>;

/// The keys and values of the object that `line` holds, with the byte at which each value begins.
pub(super) fn object(line: &str) -> Parsed<Vec<(String, Value, usize)>> {
    let mut parser = Parser { line, chars: line.char_indices().peekable() };
    let mut out = Vec::new();
    parser.expect('{', "{")?;
    if parser.take('}') {
        return Ok(out);
    }
    loop {
        let key = parser.string()?;
        parser.expect(':', ":")?;
        let at = parser.at();
        let value = parser.value()?;
        out.push((key, value, at));
        if !parser.take(',') {
            break;
        }
    }
    parser.expect('}', ", or }")?;
    if parser.peek().is_some() {
        return Err(JsonFault { at: parser.at(), expected: "the end of the line" });
    }
    Ok(out)
}

struct Parser<'l> {
    line: &'l str,
    chars: Peekable<CharIndices<'l>>,
}

impl Parser<'_> {
    fn peek(&mut self) -> Option<char> {
        while self.chars.next_if(|(_, ch)| ch.is_whitespace()).is_some() {}
        self.chars.peek().map(|(_, ch)| *ch)
    }

    fn at(&mut self) -> usize {
        self.peek();
        self.chars.peek().map_or(self.line.len(), |(at, _)| *at)
    }

    fn take(&mut self, wanted: char) -> bool {
        if self.peek() == Some(wanted) { self.chars.next().is_some() } else { false }
    }

    fn expect(&mut self, wanted: char, expected: &'static str) -> Parsed<()> {
        let at = self.at();
        if self.take(wanted) { Ok(()) } else { Err(JsonFault { at, expected }) }
    }

    fn value(&mut self) -> Parsed<Value> {
        match self.peek() {
            Some('"') => self.string().map(Value::Text),
            Some('[') => self.tokens().map(Value::Tokens),
            _ => self.plain().map(Value::Other),
        }
    }

    fn plain(&mut self) -> Parsed<String> {
        let at = self.at();
        let mut out = String::new();
        while let Some((_, ch)) = self.chars.next_if(|(_, ch)| ch.is_alphanumeric() || matches!(ch, '-' | '+' | '.')) {
            out.push(ch);
        }
        if out.is_empty() { Err(JsonFault { at, expected: "a value" }) } else { Ok(out) }
    }

    fn tokens(&mut self) -> Parsed<Vec<Vec<(String, String)>>> {
        let mut out = Vec::new();
        self.expect('[', "[")?;
        while !self.take(']') {
            self.expect('{', "a token: {\"LOWER\": \"word\"}")?;
            let mut token = Vec::new();
            while !self.take('}') {
                let key = self.string()?;
                self.expect(':', ":")?;
                token.push((key, self.string()?));
                self.take(',');
            }
            out.push(token);
            self.take(',');
        }
        Ok(out)
    }

    fn string(&mut self) -> Parsed<String> {
        self.expect('"', "a string")?;
        let mut out = String::new();
        while let Some((at, ch)) = self.chars.next() {
            match ch {
                '"' => return Ok(out),
                '\\' => self.escape(at, &mut out)?,
                _ => out.push(ch),
            }
        }
        Err(JsonFault { at: self.line.len(), expected: "\" at the end of the string" })
    }

    fn escape(&mut self, at: usize, out: &mut String) -> Parsed<()> {
        let fault = JsonFault { at, expected: "an escape that JSON knows" };
        let plain = match self.chars.next().map(|(_, ch)| ch) {
            Some(ch @ ('"' | '\\' | '/')) => ch,
            Some('n' | 't' | 'r' | 'b' | 'f') => ' ',
            Some('u') => return self.unicode(fault, out),
            _ => return Err(fault),
        };
        out.push(plain);
        Ok(())
    }

    /// `\u00e9`; two of them make one character outside the basic plane.
    fn unicode(&mut self, fault: JsonFault, out: &mut String) -> Parsed<()> {
        let Some(first) = self.four_digits() else { return Err(fault) };
        let mut code = first;
        if (0xD800..0xDC00).contains(&first) {
            let paired = self.chars.next_if(|(_, ch)| *ch == '\\').is_some()
                && self.chars.next_if(|(_, ch)| *ch == 'u').is_some();
            let second = paired.then(|| self.four_digits()).flatten().filter(|code| (0xDC00..0xE000).contains(code));
            let Some(second) = second else { return Err(fault) };
            code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        }
        out.push(char::from_u32(code).ok_or(fault)?);
        Ok(())
    }

    fn four_digits(&mut self) -> Option<u32> {
        (0..4).try_fold(0, |code, _| Some(code * 16 + self.chars.next()?.1.to_digit(16)?))
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, object};

    #[test]
    fn surrogates_come_in_pairs() {
        let text = |escapes: &str| {
            object(&format!("{{\"a\": \"{escapes}\"}}")).map(|pairs| pairs[0].1 == Value::Text("🚀".into()))
        };
        assert_eq!(text("\\uD83D\\uDE80"), Ok(true));
        for wrong in ["\\uD83D", "\\uD83D\\u0041", "\\uD83D\\uFFFF", "\\uD83Dxx", "\\uD83D\\nDE80", "\\uDE80"] {
            assert!(text(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn depth_is_refused_before_it_costs_stack() {
        let deep = format!("{{\"a\": {}", "[{\"b\": ".repeat(200_000));
        assert_eq!(object(&deep).map_err(|fault| fault.expected), Err("a string"));
    }
}
