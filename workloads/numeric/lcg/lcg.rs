//! The workloads' generator: numbers drawn one after the other and hashed.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

fn draw(count: u64) -> u32 {
    let mut state = 42u32;
    let mut hash = 0u32;
    for _ in 0..count {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        hash = hash.wrapping_mul(31).wrapping_add(state >> 16);
    }
    hash
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(count) = size_argument() else {
        eprintln!("usage: lcg <numbers>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let hash = draw(count);
    let elapsed = start.elapsed();
    println!("{hash}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
