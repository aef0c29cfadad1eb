//! Methods: a number passes through eight values of an enum with four cases, again and again.
use std::env;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

/// What changes a number and remembers something of it.
enum Filter {
    Adder(u32),
    Mixer(u32),
    Toggler(u32),
    Averager(u32),
}

impl Filter {
    fn apply(&mut self, x: u32) -> u32 {
        match self {
            Filter::Adder(state) => {
                *state = state.wrapping_add(x);
                *state
            }
            Filter::Mixer(state) => {
                *state = state.wrapping_mul(31).wrapping_add(x);
                *state
            }
            Filter::Toggler(state) => {
                *state ^= x;
                *state
            }
            Filter::Averager(state) => {
                *state = state.wrapping_add(x) / 2;
                *state
            }
        }
    }
}

fn make_filters() -> Vec<Filter> {
    vec![
        Filter::Adder(1000),
        Filter::Mixer(1001),
        Filter::Toggler(1002),
        Filter::Averager(1003),
        Filter::Mixer(1004),
        Filter::Adder(1005),
        Filter::Averager(1006),
        Filter::Toggler(1007),
    ]
}

fn run(filters: &mut [Filter], rounds: u64) -> u32 {
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
