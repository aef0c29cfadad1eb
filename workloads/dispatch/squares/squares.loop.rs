//! Sum of the squares of numbers with a remainder of 1 by three, again and again: a loop over
//! indices.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const LENGTH: usize = 10_000;

/// Whole numbers below 2^16 from the workloads' generator.
struct Numbers(u32);

impl Iterator for Numbers {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(self.0 >> 16)
    }
}

#[allow(clippy::needless_range_loop, reason = "what this variant is about")]
fn total(values: &[u32]) -> u64 {
    let mut total = 0;
    for i in 0..values.len() {
        if values[i] % 3 == 1 {
            total += u64::from(values[i]) * u64::from(values[i]);
        }
    }
    total
}

/// The hash of the totals of all passes. Before each, the next number of the list becomes the number
/// of the pass, so that no pass can stand for another.
fn run(values: &mut [u32], passes: usize) -> u32 {
    (0..passes).fold(0u32, |hash, pass| {
        values[pass % LENGTH] = pass as u32;
        hash.wrapping_mul(31).wrapping_add(total(values) as u32)
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(passes) = size_argument() else {
        eprintln!("usage: squares <passes>");
        return ExitCode::from(2);
    };
    let mut values: Vec<u32> = Numbers(42).take(LENGTH).collect();
    let start = Instant::now();
    let hash = run(&mut values, passes);
    let elapsed = start.elapsed();
    println!("{hash}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
