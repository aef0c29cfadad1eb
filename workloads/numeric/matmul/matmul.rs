//! Matrix product by the schoolbook method: every element adds its products in ascending k.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const RANGE: u32 = 1000;

/// Whole numbers below `RANGE`, from the workloads' generator.
struct Numbers(u32);

impl Iterator for Numbers {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(f64::from((self.0 >> 16) % RANGE))
    }
}

/// The product of two n by n matrices stored row by row. Going through b's rows in the inner loop
/// leaves the order of the additions to each element as it is and lets the compiler use vectors.
fn multiply(a: &[f64], b: &[f64], n: usize) -> Vec<f64> {
    let mut product = vec![0.0; n * n];
    for (row, factors) in product.chunks_exact_mut(n).zip(a.chunks_exact(n)) {
        for (&factor, other) in factors.iter().zip(b.chunks_exact(n)) {
            for (sum, &value) in row.iter_mut().zip(other) {
                *sum += factor * value;
            }
        }
    }
    product
}

fn digest(matrix: &[f64]) -> u32 {
    matrix.iter().fold(0u32, |hash, &value| {
        hash.wrapping_mul(31).wrapping_add(value as u64 as u32)
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(n) = size_argument() else {
        eprintln!("usage: matmul <n>");
        return ExitCode::from(2);
    };
    let mut numbers = Numbers(42);
    let a: Vec<f64> = numbers.by_ref().take(n * n).collect();
    let b: Vec<f64> = numbers.by_ref().take(n * n).collect();
    let start = Instant::now();
    let product = multiply(&a, &b, n);
    let elapsed = start.elapsed();
    println!("{}", digest(&product));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
