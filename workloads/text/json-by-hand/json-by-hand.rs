//! JSON by hand: walks the JSON value of every line by recursive descent and adds up what is there.
use std::env;
use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;
use std::time::Instant;

const BLOCK: usize = 64 * 1024;

/// Of all values so far.
#[derive(Default)]
struct Tally {
    objects: usize,
    arrays: usize,
    strings: usize,
    numbers: usize,
    literals: usize,
    /// Of all strings, escapes resolved.
    characters: usize,
    /// Sum of the numbers without decimals.
    whole: i64,
    /// Sum of the others.
    decimal: f64,
    /// Of all objects and arrays.
    depths: usize,
}

/// The place of what is no JSON.
struct Unexpected(usize);

struct Reader<'a> {
    text: &'a str,
    at: usize,
    tally: &'a mut Tally,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn unexpected<T>(&self) -> Result<T, Unexpected> {
        Err(Unexpected(self.at))
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), Unexpected> {
        if self.peek() != Some(byte) {
            return self.unexpected();
        }
        self.at += 1;
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Result<(), Unexpected> {
        match self.peek() {
            Some(b'"') => self.string(),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.array(depth + 1),
            Some(b't') => self.literal("true"),
            Some(b'f') => self.literal("false"),
            Some(b'n') => self.literal("null"),
            _ => self.number(),
        }
    }

    fn literal(&mut self, word: &str) -> Result<(), Unexpected> {
        if !self.text[self.at..].starts_with(word) {
            return self.unexpected();
        }
        self.at += word.len();
        self.tally.literals += 1;
        Ok(())
    }

    fn object(&mut self, depth: usize) -> Result<(), Unexpected> {
        self.tally.objects += 1;
        self.tally.depths += depth;
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.string()?;
            self.skip_space();
            self.expect(b':')?;
            self.skip_space();
            self.value(depth)?;
            if self.last(b'}')? {
                return Ok(());
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<(), Unexpected> {
        self.tally.arrays += 1;
        self.tally.depths += depth;
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.value(depth)?;
            if self.last(b']')? {
                return Ok(());
            }
        }
    }

    /// Whether the closing bracket follows, and not a comma.
    fn last(&mut self, bracket: u8) -> Result<bool, Unexpected> {
        self.skip_space();
        if self.peek() == Some(bracket) {
            self.at += 1;
            return Ok(true);
        }
        self.expect(b',')?;
        self.skip_space();
        Ok(false)
    }

    fn string(&mut self) -> Result<(), Unexpected> {
        self.expect(b'"')?;
        self.tally.strings += 1;
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let plain = rest
                .iter()
                .position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))
                .ok_or(Unexpected(self.text.len()))?;
            // All bytes of a character but the first are 10xxxxxx.
            self.tally.characters += rest[..plain]
                .iter()
                .filter(|&byte| byte & 0xC0 != 0x80)
                .count();
            self.at += plain;
            match rest[plain] {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => self.escape()?,
                _ => return self.unexpected(),
            }
        }
    }

    fn escape(&mut self) -> Result<(), Unexpected> {
        self.tally.characters += 1;
        match self.text.as_bytes().get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 2;
                Ok(())
            }
            _ => {
                let code = self.code()?;
                self.at += 6;
                let high = (0xD800..0xDC00).contains(&code);
                if high && matches!(self.code(), Ok(0xDC00..0xE000)) {
                    self.at += 6;
                }
                Ok(())
            }
        }
    }

    /// The number of an escape with four hexadecimal digits.
    fn code(&self) -> Result<u16, Unexpected> {
        let escape = self.text.as_bytes().get(self.at..self.at + 6);
        let Some([b'\\', b'u', digits @ ..]) = escape else {
            return self.unexpected();
        };
        digits.iter().try_fold(0, |code, &digit| {
            let value = (digit as char).to_digit(16).ok_or(Unexpected(self.at))?;
            Ok(16 * code + value as u16)
        })
    }

    fn number(&mut self) -> Result<(), Unexpected> {
        let begin = self.at;
        let mut decimal = false;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            decimal = true;
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            decimal = true;
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        let number = &self.text[begin..self.at];
        self.tally.numbers += 1;
        if decimal {
            self.tally.decimal += number.parse::<f64>().or(Err(Unexpected(begin)))?;
        } else {
            self.tally.whole += number.parse::<i64>().or(Err(Unexpected(begin)))?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Unexpected> {
        let begin = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == begin {
            return self.unexpected();
        }
        Ok(())
    }
}

fn read_line(text: &str, tally: &mut Tally) -> Result<(), Unexpected> {
    let mut reader = Reader { text, at: 0, tally };
    reader.value(0)?;
    reader.skip_space();
    if reader.at < text.len() {
        return reader.unexpected();
    }
    Ok(())
}

fn read_lines(mut input: impl BufRead) -> io::Result<Tally> {
    let mut tally = Tally::default();
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        read_line(&line, &mut tally)
            .map_err(|Unexpected(at)| io::Error::other(format!("no JSON at {at}")))?;
        line.clear();
    }
    Ok(tally)
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    if size_argument().is_none() {
        eprintln!("usage: json-by-hand <records> < input");
        return ExitCode::from(2);
    }
    let start = Instant::now();
    let tally = match read_lines(BufReader::with_capacity(BLOCK, io::stdin().lock())) {
        Ok(tally) => tally,
        Err(error) => {
            eprintln!("json-by-hand: {error}");
            return ExitCode::FAILURE;
        }
    };
    let elapsed = start.elapsed();
    println!("{}\n{}\n{}", tally.objects, tally.arrays, tally.strings);
    println!(
        "{}\n{}\n{}",
        tally.numbers, tally.literals, tally.characters
    );
    println!(
        "{}\n{}\n{}",
        tally.whole,
        tally.decimal.to_bits(),
        tally.depths
    );
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
