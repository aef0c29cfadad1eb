//! Word count: how often each word of the standard input occurs, in the default hash map.
use std::collections::HashMap;
use std::env;
use std::io::{self, BufRead, BufReader, Read};
use std::process::ExitCode;
use std::time::Instant;

const BLOCK: usize = 64 * 1024;

type Counts = HashMap<Box<[u8]>, u32>;

/// The white space of Python's `bytes.split` and C's `isspace`, which has the vertical tab too.
fn is_space(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn count_words(mut input: impl BufRead) -> io::Result<Counts> {
    let mut counts = Counts::new();
    let mut block = Vec::new();
    loop {
        // A block ends with a line, so that no word is cut in two.
        block.clear();
        input.by_ref().take(BLOCK as u64).read_to_end(&mut block)?;
        input.read_until(b'\n', &mut block)?;
        if block.is_empty() {
            return Ok(counts);
        }
        for word in block.split(is_space).filter(|word| !word.is_empty()) {
            if let Some(count) = counts.get_mut(word) {
                *count += 1;
            } else {
                counts.insert(word.into(), 1);
            }
        }
    }
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

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    if size_argument().is_none() {
        eprintln!("usage: word-count <words> < input");
        return ExitCode::from(2);
    }
    let start = Instant::now();
    let counts = match count_words(BufReader::with_capacity(BLOCK, io::stdin().lock())) {
        Ok(counts) => counts,
        Err(error) => {
            eprintln!("word-count: {error}");
            return ExitCode::FAILURE;
        }
    };
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
