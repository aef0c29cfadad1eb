//! Fan-in on tokio: a hundred tasks send numbers through one channel to one task, all on one thread.
use std::env;
use std::process::ExitCode;
use std::time::Instant;
use tokio::runtime::Builder;
use tokio::sync::mpsc::{Sender, channel};

const PRODUCERS: u64 = 100;

/// Numbers that the channel holds at most.
const CAPACITY: usize = 64;

async fn produce(sender: Sender<u32>, first: u64, end: u64) {
    for number in first..end {
        let sent = sender.send(number as u32).await;
        sent.expect("the consumer is gone");
    }
}

/// The sum of what comes, each number multiplied by 31 and plus 1.
async fn run(total: u64) -> u32 {
    let (sender, mut receiver) = channel(CAPACITY);
    for p in 0..PRODUCERS {
        let first = total * p / PRODUCERS;
        let end = total * (p + 1) / PRODUCERS;
        tokio::spawn(produce(sender.clone(), first, end));
    }
    // The channel ends when the last producer drops its sender.
    drop(sender);
    let mut sum: u32 = 0;
    while let Some(number) = receiver.recv().await {
        sum = sum.wrapping_add(number.wrapping_mul(31).wrapping_add(1));
    }
    sum
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let size = match &arguments[..] {
        [text] => text.parse().ok().filter(|&size| size > 0),
        _ => None,
    };
    let Some(size) = size else {
        eprintln!("usage: fan-in <numbers>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let runtime = Builder::new_current_thread().build();
    let result = runtime.expect("no runtime").block_on(run(size));
    let elapsed = start.elapsed();
    println!("{result}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
