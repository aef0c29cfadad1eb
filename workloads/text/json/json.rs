//! JSON: the record of every line is read into a tree by a parser written for it, as the standard
//! library has none, and summed up.
use std::env;
use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;
use std::str;
use std::time::Instant;

const BLOCK: usize = 64 * 1024;

enum Value {
    Null,
    Bool(bool),
    Whole(i64),
    Decimal(f64),
    String(String),
    Array(Vec<Value>),
    /// Few members, in their order: looking through them is quicker than hashing.
    Object(Vec<(String, Value)>),
}

impl Value {
    fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(members) => members.iter().rfind(|(name, _)| name == key),
            _ => None,
        }
        .map(|(_, value)| value)
    }
}

/// Reads a value from the front of what is left of a text; nothing when there is no JSON.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn skip_space(&mut self) {
        while let [b' ' | b'\t' | b'\n' | b'\r', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    /// Whether the byte comes next, which is then taken away.
    fn takes(&mut self, wanted: u8) -> bool {
        match self.rest {
            [byte, rest @ ..] if *byte == wanted => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    fn expect(&mut self, wanted: u8) -> Option<()> {
        self.takes(wanted).then_some(())
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn value(&mut self) -> Option<Value> {
        match self.rest.first()? {
            b'"' => self.string().map(Value::String),
            b'{' => self.object(),
            b'[' => self.array(),
            b't' => self.literal("true", Value::Bool(true)),
            b'f' => self.literal("false", Value::Bool(false)),
            b'n' => self.literal("null", Value::Null),
            _ => self.number(),
        }
    }

    fn literal(&mut self, word: &str, value: Value) -> Option<Value> {
        self.rest = self.rest.strip_prefix(word.as_bytes())?;
        Some(value)
    }

    fn object(&mut self) -> Option<Value> {
        let mut members = Vec::new();
        self.expect(b'{')?;
        self.skip_space();
        if self.takes(b'}') {
            return Some(Value::Object(members));
        }
        loop {
            let key = self.string()?;
            self.skip_space();
            self.expect(b':')?;
            self.skip_space();
            members.push((key, self.value()?));
            if self.last(b'}')? {
                return Some(Value::Object(members));
            }
        }
    }

    fn array(&mut self) -> Option<Value> {
        let mut values = Vec::new();
        self.expect(b'[')?;
        self.skip_space();
        if self.takes(b']') {
            return Some(Value::Array(values));
        }
        loop {
            values.push(self.value()?);
            if self.last(b']')? {
                return Some(Value::Array(values));
            }
        }
    }

    /// Whether the closing bracket follows, and not a comma.
    fn last(&mut self, bracket: u8) -> Option<bool> {
        self.skip_space();
        if self.takes(bracket) {
            return Some(true);
        }
        self.expect(b',')?;
        self.skip_space();
        Some(false)
    }

    fn string(&mut self) -> Option<String> {
        self.expect(b'"')?;
        let mut plain = self.plain()?;
        if self.takes(b'"') {
            return Some(plain.to_owned());
        }
        let mut string = String::new();
        loop {
            string.push_str(plain);
            if self.takes(b'"') {
                return Some(string);
            }
            string.push(self.escape()?);
            plain = self.plain()?;
        }
    }

    /// What stands before the next quote, backslash or control character.
    fn plain(&mut self) -> Option<&'a str> {
        let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
        let length = self.rest.iter().position(ends)?;
        str::from_utf8(self.take(length)).ok()
    }

    fn escape(&mut self) -> Option<char> {
        self.expect(b'\\')?;
        Some(match self.take_first()? {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.code()?;
                let units = if (0xD800..0xDC00).contains(&first) {
                    self.expect(b'\\')?;
                    self.expect(b'u')?;
                    vec![first, self.code()?]
                } else {
                    vec![first]
                };
                char::decode_utf16(units).next()?.ok()?
            }
            _ => return None,
        })
    }

    fn take_first(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// The number that four hexadecimal digits are.
    fn code(&mut self) -> Option<u16> {
        (0..4).try_fold(0, |code, _| {
            let digit = char::from(self.take_first()?).to_digit(16)?;
            Some(16 * code + digit as u16)
        })
    }

    fn number(&mut self) -> Option<Value> {
        let begin = self.rest;
        let mut decimal = false;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        if self.takes(b'.') {
            decimal = true;
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            decimal = true;
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        let number = str::from_utf8(&begin[..begin.len() - self.rest.len()]).ok()?;
        if decimal {
            number.parse().ok().map(Value::Decimal)
        } else {
            number.parse().ok().map(Value::Whole)
        }
    }

    fn digits(&mut self) -> Option<()> {
        let length = self.rest.iter().position(|byte| !byte.is_ascii_digit());
        let digits = self.take(length.unwrap_or(self.rest.len()));
        (!digits.is_empty()).then_some(())
    }
}

fn parse(text: &str) -> Option<Value> {
    let mut reader = Reader {
        rest: text.as_bytes(),
    };
    let value = reader.value()?;
    reader.skip_space();
    reader.rest.is_empty().then_some(value)
}

/// Sums over the records.
#[derive(Default)]
struct Summary {
    /// Of the active ones.
    score: i64,
    tags: usize,
    /// Of the notes.
    characters: usize,
    x: f64,
    y: f64,
}

impl Summary {
    /// Adds a record; nothing when it lacks something.
    fn add(&mut self, record: &Value) -> Option<()> {
        if let Value::Bool(true) = record.get("active")? {
            let Value::Whole(score) = record.get("score")? else {
                return None;
            };
            self.score += score;
        }
        let Value::Array(tags) = record.get("tags")? else {
            return None;
        };
        self.tags += tags.len();
        if let Value::String(note) = record.get("note")? {
            self.characters += note.chars().count();
        }
        let place = record.get("place")?;
        let (Value::Decimal(x), Value::Decimal(y)) = (place.get("x")?, place.get("y")?) else {
            return None;
        };
        self.x += x;
        self.y += y;
        Some(())
    }
}

fn summarise(mut input: impl BufRead) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        parse(&line)
            .and_then(|record| summary.add(&record))
            .ok_or_else(|| io::Error::other(format!("not a record: {line}")))?;
        line.clear();
    }
    Ok(summary)
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    if size_argument().is_none() {
        eprintln!("usage: json <records> < input");
        return ExitCode::from(2);
    }
    let start = Instant::now();
    let summary = match summarise(BufReader::with_capacity(BLOCK, io::stdin().lock())) {
        Ok(summary) => summary,
        Err(error) => {
            eprintln!("json: {error}");
            return ExitCode::FAILURE;
        }
    };
    let elapsed = start.elapsed();
    println!(
        "{}\n{}\n{}",
        summary.score, summary.tags, summary.characters
    );
    println!("{}\n{}", summary.x.to_bits(), summary.y.to_bits());
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
