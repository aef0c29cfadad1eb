//! Sleepers: many tasks on one thread that all sleep at the same time.
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::env;
use std::future::Future;
use std::future::poll_fn;
use std::pin::Pin;
use std::process::ExitCode;
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

/// A task sleeps 1 to this many milliseconds.
const SPREAD: u64 = 16;

/// When which task wants to be woken, the earliest first.
type Timers = RefCell<BinaryHeap<Reverse<(Instant, usize)>>>;

async fn sleep(timers: &Timers, task: usize, time: Duration) {
    let end = Instant::now() + time;
    let mut set = false;
    poll_fn(|_| {
        if set {
            return Poll::Ready(());
        }
        set = true;
        timers.borrow_mut().push(Reverse((end, task)));
        Poll::Pending
    })
    .await;
}

async fn sleeper(timers: &Timers, task: usize, time: Duration, total: &Cell<u32>, value: u32) {
    sleep(timers, task, time).await;
    total.set(total.get().wrapping_add(value));
}

/// Polls every task once, and then each when its timer has run out: nothing but a timer wakes a task here.
fn block_on<'a>(mut tasks: Vec<Pin<Box<dyn Future<Output = ()> + 'a>>>, timers: &Timers) {
    let mut context = Context::from_waker(Waker::noop());
    for task in &mut tasks {
        let _ = task.as_mut().poll(&mut context);
    }
    loop {
        let Some(Reverse((end, task))) = timers.borrow_mut().pop() else {
            return;
        };
        let left = end.saturating_duration_since(Instant::now());
        if !left.is_zero() {
            thread::sleep(left);
        }
        let _ = tasks[task].as_mut().poll(&mut context);
    }
}

/// The sum of what the tasks add when they wake up.
fn run(count: usize) -> u32 {
    let total = Cell::new(0);
    let timers = Timers::default();
    let mut state: u32 = 42;
    let mut tasks: Vec<Pin<Box<dyn Future<Output = ()> + '_>>> = Vec::new();
    for task in 0..count {
        state = state.wrapping_mul(1664525).wrapping_add(1013904223);
        let draw = state >> 16;
        let time = Duration::from_millis(1 + u64::from(draw) % SPREAD);
        let value = draw.wrapping_mul(task as u32 + 1);
        tasks.push(Box::pin(sleeper(&timers, task, time, &total, value)));
    }
    block_on(tasks, &timers);
    total.get()
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
    let total = run(count);
    let elapsed = start.elapsed();
    println!("{total}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
