//! Strings: short names made of numbers, joined by batches into lines; the latest batches live.
use std::env;
use std::fmt::Write;
use std::process::ExitCode;
use std::time::Instant;

/// Names in a line.
const BATCH: u64 = 50;
/// Batches that live at a time.
const LIVE: usize = 100;
/// Bytes of most names at most.
const LONGEST: usize = 16;

struct Batch {
    names: Vec<String>,
    line: String,
}

/// As `format!` does it, but in room that need not grow.
fn name(number: u64) -> String {
    let mut name = String::with_capacity(LONGEST);
    write!(name, "item-{number}").expect("a string takes all");
    name
}

fn batch(numbers: impl Iterator<Item = u64>) -> Batch {
    let names: Vec<_> = numbers.map(name).collect();
    let line = names.join(",");
    Batch { names, line }
}

/// The hash of the lengths and sevens of all lines, and the batches that live at the end.
fn churn(count: u64) -> (u32, Vec<Batch>) {
    let mut hash = 0u32;
    let mut live = Vec::with_capacity(LIVE);
    for (k, first) in (0..count).step_by(BATCH as usize).enumerate() {
        let batch = batch(first..count.min(first + BATCH));
        let sevens = batch.line.bytes().filter(|&byte| byte == b'7').count();
        hash = hash
            .wrapping_mul(31)
            .wrapping_add((batch.line.len() + sevens) as u32);
        if k < LIVE {
            live.push(batch);
        } else {
            live[k % LIVE] = batch;
        }
    }
    (hash, live)
}

fn digest(hash: u32, live: &[Batch]) -> u32 {
    live.iter()
        .flat_map(|batch| batch.names.iter().chain([&batch.line]))
        .flat_map(|text| text.bytes())
        .fold(hash, |hash, byte| {
            hash.wrapping_mul(31).wrapping_add(u32::from(byte))
        })
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(count) = size_argument() else {
        eprintln!("usage: strings <names>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let (hash, live) = churn(count);
    let elapsed = start.elapsed();
    println!("{}", digest(hash, &live));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
