//! Collatz: the longest chain from any start up to a limit, and the steps of all chains together.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

struct Chains {
    longest_start: u64,
    longest_steps: u64,
    all_steps: u64,
}

/// Follows the chain of every start from 1 to the limit down to 1. Of equally long chains the first
/// counts.
fn follow_all(limit: u64) -> Chains {
    let mut chains = Chains {
        longest_start: 1,
        longest_steps: 0,
        all_steps: 0,
    };
    for start in 1..=limit {
        let steps = follow(start);
        if steps > chains.longest_steps {
            chains.longest_start = start;
            chains.longest_steps = steps;
        }
        chains.all_steps += steps;
    }
    chains
}

fn follow(start: u64) -> u64 {
    let mut value = start;
    let mut steps = 0;
    while value != 1 {
        value = if value % 2 == 1 {
            3 * value + 1
        } else {
            value / 2
        };
        steps += 1;
    }
    steps
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(limit) = size_argument() else {
        eprintln!("usage: collatz <limit>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let chains = follow_all(limit);
    let elapsed = start.elapsed();
    println!("{}", chains.longest_start);
    println!("{}", chains.longest_steps);
    println!("{}", chains.all_steps);
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
