//! Lock counter without the lock: threads add to one sum atomically, an addition at a time.
use std::env;
use std::process::ExitCode;
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

fn add(sum: &AtomicU32, first: u64, end: u64) {
    for number in first..end {
        sum.fetch_add(number as u32, Ordering::Relaxed);
    }
}

/// The sum, and the time from the first thread's start, when all are there, to the last one's end.
fn run(total: u64, threads: u64) -> (u32, Duration) {
    let sum = AtomicU32::new(0);
    let ready = Barrier::new(threads as usize);
    let times: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|t| {
                let (sum, ready) = (&sum, &ready);
                scope.spawn(move || {
                    ready.wait();
                    let start = Instant::now();
                    add(sum, total * t / threads, total * (t + 1) / threads);
                    (start, Instant::now())
                })
            })
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().expect("a worker panicked"))
            .collect()
    });
    let start = times.iter().map(|&(start, _)| start).min();
    let end = times.iter().map(|&(_, end)| end).max();
    let elapsed = end.expect("there are threads") - start.expect("there are threads");
    (sum.into_inner(), elapsed)
}

/// The size, and the number of threads.
fn arguments() -> Option<(u64, u64)> {
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
        eprintln!("usage: lock-counter <additions> [threads]");
        return ExitCode::from(2);
    };
    let (sum, elapsed) = run(total, threads);
    println!("{sum}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
