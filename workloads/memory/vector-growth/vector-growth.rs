//! Vector growth: values are pushed onto drawn vectors; one that is full is added up and begun anew.
use std::env;
use std::mem;
use std::process::ExitCode;
use std::time::Instant;

const VECTORS: usize = 256;
/// Values of a full vector. Nobody reserves room for them.
const FULL: usize = 2000;
/// Draws made beforehand; they are used over and over.
const DRAWS: usize = 65536;

fn draws() -> Vec<u8> {
    let mut state = 42u32;
    (0..DRAWS)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .collect()
}

/// The hash of the sums of full vectors, and the vectors at the end.
fn churn(count: u64, draws: &[u8]) -> (u32, Vec<Vec<u64>>) {
    let mut vectors = vec![Vec::new(); VECTORS];
    let mut hash = 0u32;
    for (value, &draw) in (0..count).zip(draws.iter().cycle()) {
        let vector = &mut vectors[usize::from(draw)];
        vector.push(value);
        if vector.len() == FULL {
            let sum: u64 = mem::take(vector).into_iter().sum();
            hash = hash.wrapping_mul(31).wrapping_add(sum as u32);
        }
    }
    (hash, vectors)
}

fn digest(hash: u32, vectors: &[Vec<u64>]) -> u32 {
    vectors.iter().flatten().fold(hash, |hash, &value| {
        hash.wrapping_mul(31).wrapping_add(value as u32)
    })
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(values) = size_argument() else {
        eprintln!("usage: vector-growth <values>");
        return ExitCode::from(2);
    };
    let draws = draws();
    let start = Instant::now();
    let (hash, vectors) = churn(values, &draws);
    let elapsed = start.elapsed();
    println!("{}", digest(hash, &vectors));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
