//! Sorting of floats in ascending order.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

/// Whole numbers below 2^32 as floats, each from two draws of the workloads' generator.
struct Numbers(u32);

impl Numbers {
    fn draw(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.0 >> 16
    }
}

impl Iterator for Numbers {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        let high = self.draw();
        let low = self.draw();
        Some(f64::from(high << 16 | low))
    }
}

fn digest(values: &[f64]) -> u32 {
    values.iter().fold(0u32, |hash, &value| {
        hash.wrapping_mul(31).wrapping_add(value as u32)
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(count) = size_argument() else {
        eprintln!("usage: sort <numbers>");
        return ExitCode::from(2);
    };
    let mut values: Vec<f64> = Numbers(42).take(count).collect();
    let start = Instant::now();
    values.sort_unstable_by(|a, b| a.partial_cmp(b).expect("no number is NaN"));
    let elapsed = start.elapsed();
    println!("{}", digest(&values));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
