//! Sleepers on tokio: many tasks on one thread that all sleep at the same time.
use std::env;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use tokio::runtime::Builder;
use tokio::time::sleep;

/// A task sleeps 1 to this many milliseconds.
const SPREAD: u64 = 16;

async fn sleeper(time: Duration, total: Arc<AtomicU32>, value: u32) {
    sleep(time).await;
    total.fetch_add(value, Ordering::Relaxed);
}

/// The sum of what the tasks add when they wake up.
async fn run(count: u32) -> u32 {
    let total = Arc::new(AtomicU32::new(0));
    let mut state: u32 = 42;
    let mut tasks = Vec::new();
    for i in 0..count {
        state = state.wrapping_mul(1664525).wrapping_add(1013904223);
        let draw = state >> 16;
        let time = Duration::from_millis(1 + u64::from(draw) % SPREAD);
        let value = draw.wrapping_mul(i + 1);
        tasks.push(tokio::spawn(sleeper(time, Arc::clone(&total), value)));
    }
    for task in tasks {
        task.await.expect("a task panicked");
    }
    total.load(Ordering::Relaxed)
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let count = match &arguments[..] {
        [text] => text.parse().ok().filter(|&count| count > 0),
        _ => None,
    };
    let Some(count) = count else {
        eprintln!("usage: sleepers <tasks>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let runtime = Builder::new_current_thread().enable_time().build();
    let total = runtime.expect("no runtime").block_on(run(count));
    let elapsed = start.elapsed();
    println!("{total}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
