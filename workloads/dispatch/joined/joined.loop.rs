//! Sum of the low bytes of a list, its second half backwards, again and again: two loops.
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

fn total(values: &[u32]) -> u64 {
    let (first, second) = values.split_at(LENGTH / 2);
    let mut total = 0;
    for &value in first {
        total += u64::from(value & 0xff);
    }
    for &value in second.iter().rev() {
        total += u64::from(value & 0xff);
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
        eprintln!("usage: joined <passes>");
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
