//! A fixed amount of integer work, divided among threads by rayon: streams of a Lehmer generator,
//! hashed.
use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::env;
use std::process::ExitCode;
use std::time::Instant;

/// Steps of one stream. Streams are independent, the steps of one stream are not.
const STREAM: u64 = 1000;

fn stream(index: u64, steps: u64) -> u32 {
    let mut state = index % 2_147_483_646 + 1;
    let mut hash = 0u32;
    for _ in 0..steps {
        state = state * 48_271 % 2_147_483_647;
        hash = hash.wrapping_mul(31).wrapping_add(state as u32);
    }
    hash
}

fn run(total: u64, threads: usize) -> u32 {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("cannot start the threads").install(|| {
        (0..total.div_ceil(STREAM))
            .into_par_iter()
            .map(|index| stream(index, STREAM.min(total - index * STREAM)))
            .reduce(|| 0, u32::wrapping_add)
    })
}

/// The steps in all, and the number of threads.
fn arguments() -> Option<(u64, usize)> {
    let mut arguments = env::args().skip(1);
    let total = arguments.next()?.parse().ok().filter(|&total| total > 0)?;
    let threads = match arguments.next() {
        Some(text) => text.parse().ok().filter(|&threads| threads > 0)?,
        None => 1,
    };
    arguments.next().is_none().then_some((total, threads))
}

fn main() -> ExitCode {
    let Some((total, threads)) = arguments() else {
        eprintln!("usage: cpu-bound <steps> [threads]");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let sum = run(total, threads);
    let elapsed = start.elapsed();
    println!("{sum}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
