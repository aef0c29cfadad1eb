//! Sieve of Eratosthenes: the number of primes up to a limit.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

fn primes(limit: usize) -> usize {
    let mut prime = vec![true; limit + 1];
    prime[..2].fill(false);
    for number in 2..=limit.isqrt() {
        if prime[number] {
            let mut multiple = number * number;
            while multiple <= limit {
                prime[multiple] = false;
                multiple += number;
            }
        }
    }
    prime.iter().filter(|&&prime| prime).count()
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(limit) = size_argument() else {
        eprintln!("usage: sieve <limit>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let primes = primes(limit);
    let elapsed = start.elapsed();
    println!("{primes}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
