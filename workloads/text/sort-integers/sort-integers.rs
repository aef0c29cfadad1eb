//! Sorting integers: read as text from the standard input and sorted as slices do it.
use std::env;
use std::error::Error;
use std::io::{self, Read};
use std::process::ExitCode;
use std::time::Instant;

fn read_sorted(input: impl Read) -> Result<Vec<u32>, Box<dyn Error>> {
    let text = io::read_to_string(input)?;
    let mut numbers = text
        .split_ascii_whitespace()
        .map(str::parse)
        .collect::<Result<Vec<u32>, _>>()?;
    numbers.sort_unstable();
    Ok(numbers)
}

fn digest(numbers: &[u32]) -> u32 {
    numbers.iter().fold(0, |hash: u32, &number| {
        hash.wrapping_mul(31).wrapping_add(number)
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    if size_argument().is_none() {
        eprintln!("usage: sort-integers <integers> < input");
        return ExitCode::from(2);
    }
    let start = Instant::now();
    let numbers = match read_sorted(io::stdin().lock()) {
        Ok(numbers) => numbers,
        Err(error) => {
            eprintln!("sort-integers: {error}");
            return ExitCode::FAILURE;
        }
    };
    let elapsed = start.elapsed();
    println!("{}\n{}", numbers.len(), digest(&numbers));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
