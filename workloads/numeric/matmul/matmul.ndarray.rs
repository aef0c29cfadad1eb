//! Matrix product by ndarray, on one thread.
use ndarray::Array2;
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

fn matrix(numbers: &mut Numbers, n: usize) -> Array2<f64> {
    Array2::from_shape_simple_fn((n, n), || numbers.draw())
}

/// Hash of the matrix, row by row.
fn digest(matrix: &Array2<f64>) -> u32 {
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
    let product = a.dot(&b);
    let elapsed = start.elapsed();
    println!("{}", digest(&product));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
