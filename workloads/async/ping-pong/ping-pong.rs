//! Ping-pong: two tasks on one thread hand a number to each other through queues that hold one.
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::env;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Instant;

/// The tasks that can go on, by their numbers.
type Ready = Arc<Mutex<VecDeque<usize>>>;

/// Wakes one task.
struct TaskWaker {
    task: usize,
    ready: Ready,
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        let mut ready = self.ready.lock().expect("a task panicked");
        ready.push_back(self.task);
    }
}

/// Polls the tasks that can go on until all have ended.
fn block_on(mut tasks: Vec<Pin<Box<dyn Future<Output = ()> + '_>>>) {
    let ready = Ready::new(Mutex::new((0..tasks.len()).collect()));
    let wakers: Vec<Waker> = (0..tasks.len())
        .map(|task| {
            let ready = Arc::clone(&ready);
            Waker::from(Arc::new(TaskWaker { task, ready }))
        })
        .collect();
    let mut left = tasks.len();
    while left > 0 {
        let next = ready.lock().expect("a task panicked").pop_front();
        let task = next.expect("all tasks wait for each other");
        let mut context = Context::from_waker(&wakers[task]);
        if tasks[task].as_mut().poll(&mut context).is_ready() {
            left -= 1;
        }
    }
}

/// A queue within one thread that holds a limited number of values.
struct Queue {
    values: RefCell<VecDeque<u32>>,
    capacity: usize,
    senders: RefCell<VecDeque<Waker>>,
    receivers: RefCell<VecDeque<Waker>>,
}

impl Queue {
    fn new(capacity: usize) -> Self {
        Queue {
            values: RefCell::new(VecDeque::with_capacity(capacity)),
            capacity,
            senders: RefCell::default(),
            receivers: RefCell::default(),
        }
    }

    async fn put(&self, value: u32) {
        poll_fn(|context| {
            let mut values = self.values.borrow_mut();
            if values.len() == self.capacity {
                let waker = context.waker().clone();
                self.senders.borrow_mut().push_back(waker);
                return Poll::Pending;
            }
            values.push_back(value);
            wake_one(&self.receivers);
            Poll::Ready(())
        })
        .await
    }

    async fn get(&self) -> u32 {
        poll_fn(|context| match self.values.borrow_mut().pop_front() {
            Some(value) => {
                wake_one(&self.senders);
                Poll::Ready(value)
            }
            None => {
                let waker = context.waker().clone();
                self.receivers.borrow_mut().push_back(waker);
                Poll::Pending
            }
        })
        .await
    }
}

fn wake_one(waiting: &RefCell<VecDeque<Waker>>) {
    if let Some(waker) = waiting.borrow_mut().pop_front() {
        waker.wake();
    }
}

async fn player(incoming: &Queue, outgoing: &Queue, turns: u64) {
    for _ in 0..turns {
        let number = incoming.get().await;
        let next = number.wrapping_mul(1664525).wrapping_add(1013904223);
        outgoing.put(next).await;
    }
}

/// The number after so many rounds of two turns.
fn run(rounds: u64) -> u32 {
    let ping = Queue::new(1);
    let pong = Queue::new(1);
    let result = Cell::new(0);
    block_on(vec![
        Box::pin(async {
            ping.put(42).await;
            player(&ping, &pong, rounds).await;
        }),
        Box::pin(async {
            player(&pong, &ping, rounds).await;
            result.set(ping.get().await);
        }),
    ]);
    result.get()
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
    let result = run(size);
    let elapsed = start.elapsed();
    println!("{result}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
