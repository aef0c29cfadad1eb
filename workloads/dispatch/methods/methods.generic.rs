//! Methods: a number passes through eight filters of four types, again and again; generic code that
//! the compiler makes for just these eight.
use std::env;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

/// What changes a number and remembers something of it.
trait Filter {
    fn apply(&mut self, x: u32) -> u32;
}

struct Adder(u32);

impl Filter for Adder {
    fn apply(&mut self, x: u32) -> u32 {
        self.0 = self.0.wrapping_add(x);
        self.0
    }
}

struct Mixer(u32);

impl Filter for Mixer {
    fn apply(&mut self, x: u32) -> u32 {
        self.0 = self.0.wrapping_mul(31).wrapping_add(x);
        self.0
    }
}

struct Toggler(u32);

impl Filter for Toggler {
    fn apply(&mut self, x: u32) -> u32 {
        self.0 ^= x;
        self.0
    }
}

struct Averager(u32);

impl Filter for Averager {
    fn apply(&mut self, x: u32) -> u32 {
        self.0 = self.0.wrapping_add(x) / 2;
        self.0
    }
}

/// A filter and the one behind it.
struct Then<A, B>(A, B);

impl<A: Filter, B: Filter> Filter for Then<A, B> {
    fn apply(&mut self, x: u32) -> u32 {
        let between = self.0.apply(x);
        self.1.apply(between)
    }
}

fn make_filters() -> impl Filter {
    let first = Then(
        Then(Adder(1000), Mixer(1001)),
        Then(Toggler(1002), Averager(1003)),
    );
    let second = Then(
        Then(Mixer(1004), Adder(1005)),
        Then(Averager(1006), Toggler(1007)),
    );
    Then(first, second)
}

fn run(filters: &mut impl Filter, rounds: u64) -> u32 {
    let mut x = 42;
    for _ in 0..rounds {
        x = filters.apply(x);
    }
    x
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(rounds) = size_argument() else {
        eprintln!("usage: methods <rounds>");
        return ExitCode::from(2);
    };
    // Unknown to the compiler, so that no call is resolved by looking at how they were made.
    let mut filters = black_box(make_filters());
    let start = Instant::now();
    let result = run(&mut filters, rounds);
    let elapsed = start.elapsed();
    println!("{result}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
