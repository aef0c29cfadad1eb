//! Matrix product by faer, on one thread.
use faer::linalg::matmul::matmul;
use faer::{Accum, Mat, Par};
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const RANGE: u32 = 1000;

/// Whole numbers below `RANGE`, from the workloads' generator.
struct Numbers(u32);

impl Numbers {
    fn draw(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from((self.0 >> 16) % RANGE)
    }
}

/// Drawn row by row, kept column by column, as faer likes it.
fn matrix(numbers: &mut Numbers, n: usize) -> Mat<f64> {
    let mut matrix = Mat::zeros(n, n);
    for row in 0..n {
        for column in 0..n {
            matrix[(row, column)] = numbers.draw();
        }
    }
    matrix
}

/// The operator `*` would take all processors.
fn multiply(a: &Mat<f64>, b: &Mat<f64>) -> Mat<f64> {
    let mut product = Mat::zeros(a.nrows(), b.ncols());
    matmul(&mut product, Accum::Replace, a, b, 1.0, Par::Seq);
    product
}

/// Hash of the matrix, row by row.
fn digest(matrix: &Mat<f64>) -> u32 {
    matrix
        .row_iter()
        .flat_map(|row| row.iter())
        .fold(0u32, |hash, &value| {
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
    let a = matrix(&mut numbers, n);
    let b = matrix(&mut numbers, n);
    let start = Instant::now();
    let product = multiply(&a, &b);
    let elapsed = start.elapsed();
    println!("{}", digest(&product));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
