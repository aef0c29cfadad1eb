//! Map-reduce by rayon: T threads count the words of a share of a text each; the counts are then
//! merged.
use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::collections::HashMap;
use std::env;
use std::io::{self, Read};
use std::process::ExitCode;
use std::time::Instant;

/// Counts by word; the words stay where they are in the text.
type Counts<'text> = HashMap<&'text [u8], u32>;

/// The white space of Python's `bytes.split` and C's `isspace`, which has the vertical tab too.
fn is_space(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn count_words(text: &[u8]) -> Counts<'_> {
    let mut counts = Counts::new();
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        *counts.entry(word).or_insert(0) += 1;
    }
    counts
}

/// As many shares as asked for, of about the same length, each ending with a line.
fn shares(text: &[u8], number: usize) -> Vec<&[u8]> {
    let mut rest = text;
    (0..number)
        .map(|t| {
            let aim = (text.len() * (t + 1) / number).saturating_sub(text.len() - rest.len());
            let line = rest[aim..].iter().position(|&byte| byte == b'\n');
            let (share, after) = rest.split_at(line.map_or(rest.len(), |at| aim + at + 1));
            rest = after;
            share
        })
        .collect()
}

fn merge<'text>(mut all: Counts<'text>, counts: Counts<'text>) -> Counts<'text> {
    for (word, count) in counts {
        *all.entry(word).or_insert(0) += count;
    }
    all
}

fn run(text: &[u8], threads: usize) -> Counts<'_> {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("cannot start the threads").install(|| {
        shares(text, threads)
            .into_par_iter()
            .map(count_words)
            .reduce_with(merge)
            .unwrap_or_default()
    })
}

/// Hash of the words in order, each followed by its count.
fn digest(counts: &Counts) -> u32 {
    let mut entries: Vec<_> = counts.iter().collect();
    entries.sort_unstable();
    entries.into_iter().fold(0, |hash, (word, &count)| {
        let hash = word.iter().fold(hash, |hash: u32, &byte| {
            hash.wrapping_mul(31).wrapping_add(u32::from(byte))
        });
        hash.wrapping_mul(31).wrapping_add(count)
    })
}

/// The size, and the number of threads.
fn arguments() -> Option<(usize, usize)> {
    let mut arguments = env::args().skip(1);
    let total = arguments.next()?.parse().ok().filter(|&total| total > 0)?;
    let threads = match arguments.next() {
        Some(text) => text.parse().ok().filter(|&threads| threads > 0)?,
        None => 1,
    };
    arguments.next().is_none().then_some((total, threads))
}

fn main() -> ExitCode {
    let Some((_, threads)) = arguments() else {
        eprintln!("usage: map-reduce <words> [threads] < input");
        return ExitCode::from(2);
    };
    let mut text = Vec::new();
    if let Err(error) = io::stdin().lock().read_to_end(&mut text) {
        eprintln!("map-reduce: {error}");
        return ExitCode::FAILURE;
    }
    let start = Instant::now();
    let counts = run(&text, threads);
    let elapsed = start.elapsed();
    println!(
        "{}\n{}\n{}",
        counts.values().sum::<u32>(),
        counts.len(),
        digest(&counts)
    );
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
