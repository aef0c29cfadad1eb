//! JSON lines: scores of the active records, counted and added up for every tag, with a parser
//! written for it, as the standard library has none. It checks what it reads and skips the rest.
use std::collections::HashMap;
use std::env;
use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;
use std::str;
use std::time::Instant;

const BLOCK: usize = 64 * 1024;

struct Group {
    records: u32,
    score: i64,
}

type Tags = HashMap<Box<[u8]>, Group>;

/// What the work needs of a record.
struct Record<'a> {
    active: bool,
    score: i64,
    tags: Vec<&'a [u8]>,
}

/// Reads from the front of what is left of a line; nothing where something else is there.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn skip_space(&mut self) {
        while let [b' ' | b'\t' | b'\n' | b'\r', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    /// Whether the byte comes next, which is then taken away with the space around it.
    fn takes(&mut self, wanted: u8) -> bool {
        self.skip_space();
        match self.rest {
            [byte, rest @ ..] if *byte == wanted => {
                self.rest = rest;
                self.skip_space();
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

    fn record(&mut self) -> Option<Record<'a>> {
        let (mut active, mut score, mut tags) = (None, None, None);
        self.expect(b'{')?;
        loop {
            let key = self.plain()?;
            self.expect(b':')?;
            match key {
                b"active" => active = Some(self.literal()?),
                b"score" => score = Some(self.whole()?),
                b"tags" => tags = Some(self.strings()?),
                _ => self.skip()?,
            }
            if self.takes(b'}') {
                break;
            }
            self.expect(b',')?;
        }
        self.rest.is_empty().then_some(Record {
            active: active?,
            score: score?,
            tags: tags?,
        })
    }

    /// A string without escapes: keys and tags have none.
    fn plain(&mut self) -> Option<&'a [u8]> {
        self.rest = self.rest.strip_prefix(b"\"")?;
        let length = self.rest.iter().position(|&byte| byte == b'"')?;
        let string = self.take(length);
        self.take(1);
        (!string.contains(&b'\\')).then_some(string)
    }

    fn literal(&mut self) -> Option<bool> {
        for (word, value) in [("true", true), ("false", false)] {
            if let Some(rest) = self.rest.strip_prefix(word.as_bytes()) {
                self.rest = rest;
                return Some(value);
            }
        }
        None
    }

    fn whole(&mut self) -> Option<i64> {
        let digit = |byte: &u8| byte.is_ascii_digit() || *byte == b'-';
        let length = self.rest.iter().position(|byte| !digit(byte))?;
        str::from_utf8(self.take(length)).ok()?.parse().ok()
    }

    fn strings(&mut self) -> Option<Vec<&'a [u8]>> {
        let mut strings = Vec::new();
        self.expect(b'[')?;
        if self.takes(b']') {
            return Some(strings);
        }
        loop {
            strings.push(self.plain()?);
            if self.takes(b']') {
                return Some(strings);
            }
            self.expect(b',')?;
        }
    }

    /// Skips a value of any kind, to its closing bracket if it has one.
    fn skip(&mut self) -> Option<()> {
        let mut depth = 0;
        loop {
            match self.rest.first()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.take(1);
                }
                b'}' | b']' | b',' if depth == 0 => return Some(()),
                b'}' | b']' => {
                    depth -= 1;
                    self.take(1);
                }
                _ => {
                    self.take(1);
                }
            }
        }
    }

    fn skip_string(&mut self) -> Option<()> {
        self.take(1);
        loop {
            let length = self
                .rest
                .iter()
                .position(|byte| matches!(byte, b'"' | b'\\'))?;
            if self.take(length + 1)[length] == b'"' {
                return Some(());
            }
            self.rest = self.rest.get(1..)?;
        }
    }
}

fn add(tags: &mut Tags, line: &[u8]) -> Option<()> {
    let record = Reader { rest: line }.record()?;
    if record.active {
        for tag in record.tags {
            if let Some(group) = tags.get_mut(tag) {
                group.records += 1;
                group.score += record.score;
            } else {
                let group = Group {
                    records: 1,
                    score: record.score,
                };
                tags.insert(tag.into(), group);
            }
        }
    }
    Some(())
}

fn summarise(mut input: impl BufRead) -> io::Result<Tags> {
    let mut tags = Tags::new();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        add(&mut tags, &line).ok_or_else(|| io::Error::other("a line is not a record"))?;
        line.clear();
    }
    Ok(tags)
}

fn digest(tags: &Tags) -> u32 {
    let mut entries: Vec<_> = tags.iter().collect();
    entries.sort_unstable_by_key(|&(tag, _)| tag);
    let hash = |hash: u32, value: u32| hash.wrapping_mul(31).wrapping_add(value);
    entries.into_iter().fold(0, |digest, (tag, group)| {
        let digest = tag
            .iter()
            .fold(digest, |digest, &byte| hash(digest, u32::from(byte)));
        hash(hash(digest, group.records), group.score as u32)
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    if size_argument().is_none() {
        eprintln!("usage: json-lines <records> < input");
        return ExitCode::from(2);
    }
    let start = Instant::now();
    let tags = match summarise(BufReader::with_capacity(BLOCK, io::stdin().lock())) {
        Ok(tags) => tags,
        Err(error) => {
            eprintln!("json-lines: {error}");
            return ExitCode::FAILURE;
        }
    };
    let elapsed = start.elapsed();
    println!("{}", tags.values().map(|group| group.records).sum::<u32>());
    println!("{}\n{}", tags.len(), digest(&tags));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
