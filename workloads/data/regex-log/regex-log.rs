//! Regular expressions: the lines of an access log searched by functions written for these patterns,
//! as the standard library has no regular expressions.
use std::env;
use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;
use std::str;
use std::time::Instant;

const BLOCK: usize = 64 * 1024;

#[derive(Default)]
struct Counts {
    requests: u64,
    /// Of successful GETs.
    bytes: u64,
    /// Of the server.
    failures: u64,
    /// The sum of those in paths.
    ids: u64,
    /// Requests of them.
    bots: u64,
}

struct Request<'a> {
    method: &'a [u8],
    path: &'a [u8],
    status: &'a [u8],
    size: &'a [u8],
    agent: &'a [u8],
}

/// What is left of a line. The functions take something from its front; nothing when something
/// else is there.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn expect(&mut self, text: &[u8]) -> Option<()> {
        self.rest = self.rest.strip_prefix(text)?;
        Some(())
    }

    /// As many such bytes as there are.
    fn any(&mut self, wanted: impl Fn(u8) -> bool) -> &'a [u8] {
        let end = self.rest.iter().position(|&byte| !wanted(byte));
        let (taken, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// The same, at least one.
    fn some(&mut self, wanted: impl Fn(u8) -> bool) -> Option<&'a [u8]> {
        Some(self.any(wanted)).filter(|taken| !taken.is_empty())
    }

    fn request(&mut self) -> Option<Request<'a>> {
        let dotted = |byte: u8| byte.is_ascii_digit() || byte == b'.';
        self.some(dotted)?;
        for _ in 0..2 {
            self.expect(b" ")?;
            self.some(|byte| byte != b' ')?;
        }
        self.expect(b" [")?;
        self.some(|byte| byte != b']')?;
        self.expect(b"] \"")?;
        let method = self.some(|byte| byte.is_ascii_uppercase())?;
        self.expect(b" ")?;
        let path = self.some(|byte| byte != b' ' && byte != b'"')?;
        self.expect(b" HTTP/")?;
        self.some(dotted)?;
        self.expect(b"\" ")?;
        let status = self.some(|byte| byte.is_ascii_digit())?;
        self.expect(b" ")?;
        let size = match self.expect(b"-") {
            Some(()) => b"",
            None => self.some(|byte| byte.is_ascii_digit())?,
        };
        self.expect(b" \"")?;
        self.any(|byte| byte != b'"');
        self.expect(b"\" \"")?;
        let agent = self.any(|byte| byte != b'"');
        self.expect(b"\"")?;
        (self.rest.is_empty() && status.len() == 3).then_some(Request {
            method,
            path,
            status,
            size,
            agent,
        })
    }
}

fn number(digits: &[u8]) -> Option<u64> {
    str::from_utf8(digits).ok()?.parse().ok()
}

/// The number behind `?id=` or `&id=`.
fn id(path: &[u8]) -> Option<u64> {
    path.windows(4)
        .enumerate()
        .filter(|(_, window)| matches!(*window, b"?id=" | b"&id="))
        .find_map(|(start, _)| {
            let mut reader = Reader {
                rest: &path[start + 4..],
            };
            number(reader.some(|byte| byte.is_ascii_digit())?)
        })
}

/// Whether there is a name with `-bot/` and a digit behind it.
fn is_bot(agent: &[u8]) -> bool {
    agent.windows(7).any(|window| {
        window[0].is_ascii_lowercase() && &window[1..6] == b"-bot/" && window[6].is_ascii_digit()
    })
}

fn add(counts: &mut Counts, line: &[u8]) -> Option<()> {
    let request = Reader { rest: line }.request()?;
    counts.requests += 1;
    if request.status == b"200" && request.method == b"GET" {
        counts.bytes += number(request.size)?;
    } else if request.status >= b"500" {
        counts.failures += 1;
    }
    counts.ids += id(request.path).unwrap_or(0);
    counts.bots += u64::from(is_bot(request.agent));
    Some(())
}

fn search(mut input: impl BufRead) -> io::Result<Counts> {
    let mut counts = Counts::default();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = line.strip_suffix(b"\n").unwrap_or(&line);
        add(&mut counts, text).ok_or_else(|| io::Error::other("a line is not a request"))?;
        line.clear();
    }
    Ok(counts)
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    if size_argument().is_none() {
        eprintln!("usage: regex-log <lines> < input");
        return ExitCode::from(2);
    }
    let start = Instant::now();
    let counts = match search(BufReader::with_capacity(BLOCK, io::stdin().lock())) {
        Ok(counts) => counts,
        Err(error) => {
            eprintln!("regex-log: {error}");
            return ExitCode::FAILURE;
        }
    };
    let elapsed = start.elapsed();
    println!("{}\n{}", counts.requests, counts.bytes);
    println!("{}\n{}\n{}", counts.failures, counts.ids, counts.bots);
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
