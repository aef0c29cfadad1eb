//! Big array: one array of numbers, filled in order, read at scattered places.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

/// Odd and near 2^32 / golden ratio: its multiples modulo 2^32 are spread out.
const SPREAD: u64 = 2_654_435_769;

fn fill(size: u64) -> Vec<u32> {
    (0..size).map(|i| i.wrapping_mul(SPREAD) as u32).collect()
}

/// The sum of as many values as there are, taken from all over the array.
fn scattered_sum(values: &[u32]) -> u64 {
    let size = values.len() as u64;
    (0..size)
        .map(|i| u64::from(values[(i.wrapping_mul(SPREAD) % size) as usize]))
        .sum()
}

fn work(size: u64) -> (Vec<u32>, u64) {
    let values = fill(size);
    let sum = scattered_sum(&values);
    (values, sum)
}

fn digest(values: &[u32], sum: u64) -> u32 {
    values
        .iter()
        .step_by(1000)
        .fold(sum as u32, |hash, &value| {
            hash.wrapping_mul(31).wrapping_add(value)
        })
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(size) = size_argument() else {
        eprintln!("usage: big-array <size>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let (values, sum) = work(size);
    let elapsed = start.elapsed();
    println!("{}", digest(&values, sum));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
