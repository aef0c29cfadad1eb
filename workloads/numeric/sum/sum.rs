//! Sum of a list of whole numbers, again and again, with one number changed before each pass.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const LENGTH: usize = 100_000;

/// Whole numbers below 2^16 from the workloads' generator.
struct Numbers(u32);

impl Iterator for Numbers {
    type Item = i64;

    fn next(&mut self) -> Option<i64> {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(i64::from(self.0 >> 16))
    }
}

/// The sum of every pass. Before each, the next number of the list becomes the number of the pass,
/// so that no pass can stand for another.
fn sums(values: &mut [i64], passes: usize) -> Vec<i64> {
    (0..passes)
        .map(|pass| {
            values[pass % LENGTH] = pass as i64;
            values.iter().sum()
        })
        .collect()
}

fn digest(sums: &[i64]) -> u32 {
    sums.iter().fold(0u32, |hash, &sum| {
        hash.wrapping_mul(31).wrapping_add(sum as u32)
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(passes) = size_argument() else {
        eprintln!("usage: sum <passes>");
        return ExitCode::from(2);
    };
    let mut values: Vec<i64> = Numbers(42).take(LENGTH).collect();
    let start = Instant::now();
    let sums = sums(&mut values, passes);
    let elapsed = start.elapsed();
    println!("{}", digest(&sums));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
