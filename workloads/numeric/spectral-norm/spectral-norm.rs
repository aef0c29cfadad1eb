//! Spectral norm of a matrix of fractions by ten rounds of the power method.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const ROUNDS: usize = 10;

/// The vectors after all rounds.
fn iterate(n: usize) -> (Vec<f64>, Vec<f64>) {
    let mut u = vec![1.0; n];
    let mut v = vec![0.0; n];
    let mut between = vec![0.0; n];
    for _ in 0..ROUNDS {
        multiply(&u, &mut between, denominator);
        multiply(&between, &mut v, |row, column| denominator(column, row));
        multiply(&v, &mut between, denominator);
        multiply(&between, &mut u, |row, column| denominator(column, row));
    }
    (u, v)
}

/// One over the element in this row and column of the matrix: a whole number.
fn denominator(row: f64, column: f64) -> f64 {
    let diagonal = row + column;
    diagonal * (diagonal + 1.0) * 0.5 + (row + 1.0)
}

/// Every element of the product adds its quotients in ascending order of the column. Taking the
/// columns in the outer loop leaves that order as it is and lets the compiler use vectors.
fn multiply(vector: &[f64], product: &mut [f64], denominator: impl Fn(f64, f64) -> f64) {
    product.fill(0.0);
    for (column, &value) in vector.iter().enumerate() {
        for (row, sum) in product.iter_mut().enumerate() {
            *sum += value / denominator(row as u32 as f64, column as f64);
        }
    }
}

/// Hash of the bits of every value.
fn digest(values: &[f64], hash: u32) -> u32 {
    values.iter().fold(hash, |hash, value| {
        let bits = value.to_bits();
        let hash = hash.wrapping_mul(31).wrapping_add(bits as u32);
        hash.wrapping_mul(31).wrapping_add((bits >> 32) as u32)
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(n) = size_argument() else {
        eprintln!("usage: spectral-norm <n>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let (u, v) = iterate(n);
    let elapsed = start.elapsed();
    println!("{}", digest(&v, digest(&u, 0)));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
