//! Bounded queue: T producers send numbers through one queue of fixed capacity to one consumer.
use std::env;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

/// Numbers that the queue holds at most.
const CAPACITY: usize = 64;

/// The sum of what the consumer received, each number multiplied by 31 and plus 1.
fn run(total: u64, producers: u64) -> u32 {
    let (sender, receiver) = mpsc::sync_channel(CAPACITY);
    thread::scope(|scope| {
        for t in 0..producers {
            let sender = sender.clone();
            scope.spawn(move || {
                for number in total * t / producers..total * (t + 1) / producers {
                    sender.send(number).expect("the consumer is gone");
                }
            });
        }
        // The queue ends when the last producer drops its sender.
        drop(sender);
        receiver.iter().fold(0u32, |sum, number| {
            sum.wrapping_add((number as u32).wrapping_mul(31).wrapping_add(1))
        })
    })
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
    let Some((total, producers)) = arguments() else {
        eprintln!("usage: bounded-queue <numbers> [producers]");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let sum = run(total, producers);
    let elapsed = start.elapsed();
    println!("{sum}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
