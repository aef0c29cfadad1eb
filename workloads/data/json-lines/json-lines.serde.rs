//! JSON lines: scores of the active records, counted and added up for every tag, by serde_json.
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::HashMap;
use std::env;
use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;
use std::time::Instant;

const BLOCK: usize = 64 * 1024;

struct Group {
    records: u32,
    score: i64,
}

type Tags = HashMap<Box<str>, Group>;

/// What the work needs of a record. Other members are checked and skipped.
#[derive(Deserialize)]
struct Record<'a> {
    active: bool,
    score: i64,
    #[serde(borrow)]
    tags: Vec<Cow<'a, str>>,
}

fn add(tags: &mut Tags, line: &[u8]) -> serde_json::Result<()> {
    let record: Record = serde_json::from_slice(line)?;
    if record.active {
        for tag in record.tags {
            if let Some(group) = tags.get_mut(&*tag) {
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
    Ok(())
}

fn summarise(mut input: impl BufRead) -> io::Result<Tags> {
    let mut tags = Tags::new();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        add(&mut tags, &line)?;
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
            .bytes()
            .fold(digest, |digest, byte| hash(digest, u32::from(byte)));
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
