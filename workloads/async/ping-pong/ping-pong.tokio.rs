//! Ping-pong on tokio: two tasks on one thread hand a number to each other through channels that hold one.
use std::env;
use std::process::ExitCode;
use std::time::Instant;
use tokio::runtime::Builder;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Both ends, since the other player may still have to take the last number.
async fn player(mut incoming: Receiver<u32>, outgoing: Sender<u32>, turns: u64) -> Receiver<u32> {
    for _ in 0..turns {
        let number = incoming.recv().await.expect("the other player is gone");
        let next = number.wrapping_mul(1664525).wrapping_add(1013904223);
        let _ = outgoing.send(next).await;
    }
    incoming
}

/// The number after so many rounds of two turns.
async fn run(rounds: u64) -> u32 {
    let (to_first, ping) = channel(1);
    let (to_second, pong) = channel(1);
    to_first.send(42).await.expect("nobody listens");
    let first = tokio::spawn(player(ping, to_second, rounds));
    let second = tokio::spawn(player(pong, to_first, rounds));
    let mut ping = first.await.expect("a player panicked");
    second.await.expect("a player panicked");
    ping.recv().await.expect("the last number is missing")
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let size = match &arguments[..] {
        [text] => text.parse().ok().filter(|&size| size > 0),
        _ => None,
    };
    let Some(size) = size else {
        eprintln!("usage: ping-pong <rounds>");
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
