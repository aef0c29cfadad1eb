//! Mandelbrot set: for every point of a grid the steps until it has left the circle of radius 2;
//! eight points at a time.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const LIMIT: u8 = 50;

const LANES: usize = 8;

type Lanes = [f64; LANES];

/// The counts of an n by n grid over the real parts from -1.5 and the imaginary parts from -1, both
/// up to 2 more, row by row. Eight points at once, in arrays that the compiler turns into vectors.
fn counts(n: usize) -> Vec<u8> {
    let mut counts = vec![0; n * n];
    for (row, counts) in counts.chunks_exact_mut(n).enumerate() {
        let imaginary = 2.0 * row as f64 / n as f64 - 1.0;
        for (group, counts) in counts.chunks_mut(LANES).enumerate() {
            let real =
                std::array::from_fn(|lane| 2.0 * (group * LANES + lane) as f64 / n as f64 - 1.5);
            counts.copy_from_slice(&escape(&real, imaginary)[..counts.len()]);
        }
    }
    counts
}

/// For every lane the steps of z = z * z + c, from zero, after which z is still within the circle.
/// What has left it never comes back, so that lanes may go on until the last has left it.
fn escape(real: &Lanes, imaginary: f64) -> [u8; LANES] {
    let (mut x, mut y) = ([0.0; LANES], [0.0; LANES]);
    let (mut x2, mut y2) = ([0.0; LANES], [0.0; LANES]);
    let mut counts = [0.0; LANES];
    for _ in 0..LIMIT {
        let mut inside = [0.0; LANES];
        for lane in 0..LANES {
            y[lane] = 2.0 * x[lane] * y[lane] + imaginary;
            x[lane] = x2[lane] - y2[lane] + real[lane];
            x2[lane] = x[lane] * x[lane];
            y2[lane] = y[lane] * y[lane];
            inside[lane] = if x2[lane] + y2[lane] <= 4.0 { 1.0 } else { 0.0 };
            counts[lane] += inside[lane];
        }
        if inside == [0.0; LANES] {
            break;
        }
    }
    counts.map(|count| count as u8)
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
