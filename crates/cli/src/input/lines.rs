use super::decode::without_mark;
use std::io::{self, BufRead};

/// Lines of a file, none of which is kept beyond a limit.
pub struct Lines {
    reader: Box<dyn BufRead>,
    number: u64,
    limit: u64,
}

/// A line and its number, from 1.
pub struct Line {
    /// Its number.
    pub number: u64,
    /// How long it is, its end included.
    pub length: u64,
    /// Its bytes, without end and byte order mark; `None` when it is longer than the limit.
    pub bytes: Option<Vec<u8>>,
}

impl Lines {
    /// Lines of at most `limit` bytes.
    pub fn new(reader: Box<dyn BufRead>, limit: u64) -> Self {
        Self { reader, number: 0, limit }
    }

    /// The next line; holds no more of it in memory than the limit and one buffer.
    pub fn next_line(&mut self) -> io::Result<Option<Line>> {
        let (mut bytes, mut length, mut ended) = (Vec::new(), 0u64, false);
        while !ended {
            let buffer = match self.reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() {
                break;
            }
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or(buffer);
            let used = part.len() + usize::from(end.is_some());
            if length + part.len() as u64 <= self.limit {
                bytes.extend_from_slice(part);
            } else {
                bytes = Vec::new();
            }
            length += part.len() as u64;
            ended = end.is_some();
            self.reader.consume(used);
        }
        if length == 0 && !ended {
            return Ok(None);
        }
        self.number += 1;
        let whole = length <= self.limit;
        if self.number == 1 {
            bytes = without_mark(&bytes).to_vec();
        }
        Ok(Some(Line { number: self.number, length: length + u64::from(ended), bytes: whole.then_some(bytes) }))
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use std::io::{BufReader, Cursor};

    fn read(text: &'static str, limit: u64) -> Vec<(u64, Option<String>)> {
        let mut lines = Lines::new(Box::new(BufReader::with_capacity(4, Cursor::new(text))), limit);
        let mut found = Vec::new();
        while let Some(line) = lines.next_line().unwrap() {
            found.push((line.number, line.bytes.map(|bytes| String::from_utf8(bytes).unwrap())));
        }
        found
    }

    #[test]
    fn lines_are_whole_or_left_out_but_always_counted() {
        let some = |number, text: &str| (number, Some(text.to_owned()));
        assert_eq!(read("", 10), []);
        assert_eq!(read("ab\n\ncd", 10), [some(1, "ab"), some(2, ""), some(3, "cd")]);
        assert_eq!(read("\u{FEFF}ab\r\n", 10), [some(1, "ab\r")]);
        assert_eq!(read("abcdef\nxy\n", 5), [(1, None), some(2, "xy")]);
        assert_eq!(read("abcde\nxy", 5), [some(1, "abcde"), some(2, "xy")]);
    }
}
