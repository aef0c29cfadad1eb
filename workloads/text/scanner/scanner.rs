//! Scanner: the tokens of a program's source by kind, told apart by their first byte.
use std::env;
use std::io;
use std::process::ExitCode;
use std::time::Instant;

const KINDS: usize = 7;

enum Token {
    Name,
    Number(u64),
    String,
    Comment,
    Operator,
    Punctuation,
    Keyword,
}

struct Scanner<'a> {
    rest: &'a [u8],
}

impl<'a> Scanner<'a> {
    /// The bytes up to the first that is not wanted, which are taken away.
    fn take_while(&mut self, wanted: impl Fn(u8) -> bool) -> &'a [u8] {
        let length = self.rest.iter().position(|&byte| !wanted(byte));
        let (taken, rest) = self.rest.split_at(length.unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn number(&mut self) -> Token {
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        let value = digits.iter().fold(0, |value: u64, digit| {
            value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'))
        });
        Token::Number(value)
    }

    fn word(&mut self) -> Token {
        match self.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            b"else" | b"if" | b"print" | b"while" => Token::Keyword,
            _ => Token::Name,
        }
    }

    /// A string up to its closing quote; none when there is no such quote.
    fn string(&mut self) -> Option<Token> {
        self.rest = &self.rest[1..];
        loop {
            self.take_while(|byte| byte != b'"' && byte != b'\\');
            match self.rest {
                [b'"', rest @ ..] => {
                    self.rest = rest;
                    return Some(Token::String);
                }
                [b'\\', _, rest @ ..] => self.rest = rest,
                _ => return None,
            }
        }
    }

    fn symbol(&mut self, length: usize, token: Token) -> Token {
        self.rest = &self.rest[length..];
        token
    }

    /// The next token; none at the end and where none begins.
    fn next(&mut self) -> Option<Token> {
        self.take_while(|byte| matches!(byte, b' ' | b'\t'..=b'\r'));
        Some(match *self.rest {
            [b'A'..=b'Z' | b'a'..=b'z' | b'_', ..] => self.word(),
            [b'0'..=b'9', ..] => self.number(),
            [b'"', ..] => return self.string(),
            [b'/', b'/', ..] => {
                self.take_while(|byte| byte != b'\n');
                Token::Comment
            }
            [b'=' | b'!' | b'<' | b'>', b'=', ..] => self.symbol(2, Token::Operator),
            [b'=' | b'!' | b'<' | b'>' | b'+' | b'-' | b'*' | b'/', ..] => {
                self.symbol(1, Token::Operator)
            }
            [b'(' | b')' | b'{' | b'}' | b';' | b',', ..] => self.symbol(1, Token::Punctuation),
            _ => return None,
        })
    }
}

/// How many tokens there are of each kind, and the sum of the numbers; the place of what is no token
/// as an error.
fn scan(text: &[u8]) -> Result<([usize; KINDS], u64), usize> {
    let mut counts = [0; KINDS];
    let mut total: u64 = 0;
    let mut scanner = Scanner { rest: text };
    while let Some(token) = scanner.next() {
        let kind = match token {
            Token::Name => 0,
            Token::Number(value) => {
                total = total.wrapping_add(value);
                1
            }
            Token::String => 2,
            Token::Comment => 3,
            Token::Operator => 4,
            Token::Punctuation => 5,
            Token::Keyword => 6,
        };
        counts[kind] += 1;
    }
    if scanner.rest.is_empty() {
        Ok((counts, total))
    } else {
        Err(text.len() - scanner.rest.len())
    }
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    if size_argument().is_none() {
        eprintln!("usage: scanner <lines> < input");
        return ExitCode::from(2);
    }
    let text = match io::read_to_string(io::stdin()) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("scanner: {error}");
            return ExitCode::FAILURE;
        }
    };
    let start = Instant::now();
    let (counts, total) = match scan(text.as_bytes()) {
        Ok(result) => result,
        Err(place) => {
            eprintln!("scanner: no token begins or ends at {place}");
            return ExitCode::FAILURE;
        }
    };
    let elapsed = start.elapsed();
    for count in counts {
        println!("{count}");
    }
    println!("{total}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
