//! Mandelbrot set: for every point of a grid the steps until it has left the circle of radius 2.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const LIMIT: u8 = 50;

/// The counts of an n by n grid over the real parts from -1.5 and the imaginary parts from -1, both
/// up to 2 more, row by row.
fn counts(n: usize) -> Vec<u8> {
    let mut counts = Vec::with_capacity(n * n);
    for row in 0..n {
        let imaginary = 2.0 * row as f64 / n as f64 - 1.0;
        counts.extend((0..n).map(|column| {
            let real = 2.0 * column as f64 / n as f64 - 1.5;
            escape(real, imaginary)
        }));
    }
    counts
}

/// The steps of z = z * z + c, from zero, after which z is still within the circle.
fn escape(real: f64, imaginary: f64) -> u8 {
    let (mut x, mut y) = (0.0, 0.0);
    let (mut x2, mut y2) = (0.0, 0.0);
    for count in 0..LIMIT {
        y = 2.0 * x * y + imaginary;
        x = x2 - y2 + real;
        x2 = x * x;
        y2 = y * y;
        if x2 + y2 > 4.0 {
            return count;
        }
    }
    LIMIT
}

fn digest(counts: &[u8]) -> u32 {
    counts.iter().fold(0u32, |hash, &count| {
        hash.wrapping_mul(31).wrapping_add(u32::from(count))
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(n) = size_argument() else {
        eprintln!("usage: mandelbrot <n>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let counts = counts(n);
    let elapsed = start.elapsed();
    println!("{}", digest(&counts));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
