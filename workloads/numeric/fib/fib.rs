//! Fibonacci numbers by the recursion that defines them: the price of calls.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

/// Never put into itself: without this a compiler may unfold several levels of the recursion, and
/// then fewer calls are made than counted.
#[inline(never)]
fn fib(n: u32) -> u64 {
    if n < 2 {
        u64::from(n)
    } else {
        fib(n - 1) + fib(n - 2)
    }
}

fn size_argument() -> Option<u32> {
    let mut arguments = env::args().skip(1);
    let size = arguments
        .next()?
        .parse()
        .ok()
        .filter(|size| (1..=90).contains(size))?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(n) = size_argument() else {
        eprintln!("usage: fib <n up to 90>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let number = fib(n);
    let elapsed = start.elapsed();
    println!("{number}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
