//! Regular expressions: the lines of an access log searched by the crate regex.
use regex::bytes::{CaptureLocations, Regex};
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

/// The patterns, compiled once, and where the groups of a line are.
struct Patterns {
    line: Regex,
    id: Regex,
    bot: Regex,
    groups: CaptureLocations,
}

impl Patterns {
    fn new() -> Result<Self, regex::Error> {
        let line = Regex::new(concat!(
            r#"^([0-9.]+) [^ ]+ [^ ]+ \[([^]]+)\] "([A-Z]+) ([^ "]+) HTTP/[0-9.]+" "#,
            r#"([0-9]{3}) ([0-9]+|-) "[^"]*" "([^"]*)"$"#
        ))?;
        Ok(Patterns {
            groups: line.capture_locations(),
            line,
            id: Regex::new("[?&]id=([0-9]+)")?,
            bot: Regex::new("[a-z]+-bot/[0-9]+")?,
        })
    }
}

fn number(digits: &[u8]) -> Option<u64> {
    str::from_utf8(digits).ok()?.parse().ok()
}

fn add(counts: &mut Counts, patterns: &mut Patterns, line: &[u8]) -> Option<()> {
    patterns.line.captures_read(&mut patterns.groups, line)?;
    let group = |number: usize| {
        patterns
            .groups
            .get(number)
            .map(|(from, to)| &line[from..to])
    };
    let (method, path, status, agent) = (group(3)?, group(4)?, group(5)?, group(7)?);
    counts.requests += 1;
    if status == b"200" && method == b"GET" {
        counts.bytes += number(group(6)?)?;
    } else if status >= b"500" {
        counts.failures += 1;
    }
    // A search without groups is faster, and most paths have no id.
    if patterns.id.is_match(path) {
        counts.ids += number(&patterns.id.captures(path)?[1])?;
    }
    counts.bots += u64::from(patterns.bot.is_match(agent));
    Some(())
}

fn search(mut input: impl BufRead) -> io::Result<Counts> {
    let mut patterns = Patterns::new().map_err(io::Error::other)?;
    let mut counts = Counts::default();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = line.strip_suffix(b"\n").unwrap_or(&line);
        add(&mut counts, &mut patterns, text)
            .ok_or_else(|| io::Error::other("a line is not a request"))?;
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
