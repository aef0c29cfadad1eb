//! Matrix product by gemm, the crate with the kernels that faer was built on, on one thread.
use gemm::{Parallelism, gemm};
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

fn matrix(numbers: &mut Numbers, n: usize) -> Vec<f64> {
    (0..n * n).map(|_| numbers.draw()).collect()
}

/// The product of two n by n matrices stored row by row.
fn multiply(a: &[f64], b: &[f64], n: usize) -> Vec<f64> {
    assert!(a.len() == n * n && b.len() == n * n);
    let mut product = vec![0.0; n * n];
    let (column, row) = (1, n as isize);
    // SAFETY: each of the three holds n rows of n numbers, at these distances.
    unsafe {
        gemm(
            n,
            n,
            n,
            product.as_mut_ptr(),
            column,
            row,
            false,
            a.as_ptr(),
            column,
            row,
            b.as_ptr(),
            column,
            row,
            0.0,
            1.0,
            false,
            false,
            false,
            Parallelism::None,
        );
    }
    product
}

/// Hash of the matrix, row by row.
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
    let a = matrix(&mut numbers, n);
    let b = matrix(&mut numbers, n);
    let start = Instant::now();
    let product = multiply(&a, &b, n);
    let elapsed = start.elapsed();
    println!("{}", digest(&product));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
