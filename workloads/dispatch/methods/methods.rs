//! Methods: a number passes through eight trait objects of four types, again and again.
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

fn make_filters() -> Vec<Box<dyn Filter>> {
    vec![
        Box::new(Adder(1000)),
        Box::new(Mixer(1001)),
        Box::new(Toggler(1002)),
        Box::new(Averager(1003)),
        Box::new(Mixer(1004)),
        Box::new(Adder(1005)),
        Box::new(Averager(1006)),
        Box::new(Toggler(1007)),
    ]
}

fn run(filters: &mut [Box<dyn Filter>], rounds: u64) -> u32 {
    let mut x = 42;
    for _ in 0..rounds {
        for filter in filters.iter_mut() {
            x = filter.apply(x);
        }
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
