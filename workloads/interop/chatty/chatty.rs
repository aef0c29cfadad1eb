//! Chatty work: steps of xorshift with 32 bits, each from the number that the last one gave.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

fn step(mut x: u32) -> u32 {
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    x
}

fn run(steps: u64) -> u32 {
    (0..steps).fold(42, |x, _| step(x))
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(steps) = size_argument() else {
        eprintln!("usage: chatty <steps>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let x = run(steps);
    let elapsed = start.elapsed();
    println!("{x}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
