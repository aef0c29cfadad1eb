//! Sorting strings: the lines of the standard input, sorted as slices do it.
use std::env;
use std::io;
use std::process::ExitCode;
use std::time::Instant;

/// Hash of the length and the last byte of each line, in order.
fn digest(lines: &[&str]) -> u32 {
    lines.iter().fold(0, |hash: u32, line| {
        let last = line.as_bytes().last().copied().unwrap_or_default();
        let value = 256 * line.len() as u32 + u32::from(last);
        hash.wrapping_mul(31).wrapping_add(value)
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    if size_argument().is_none() {
        eprintln!("usage: sort-strings <words> < input");
        return ExitCode::from(2);
    }
    let text = match io::read_to_string(io::stdin()) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("sort-strings: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut lines: Vec<&str> = text.lines().collect();
    let start = Instant::now();
    lines.sort_unstable();
    let elapsed = start.elapsed();
    println!("{}\n{}", lines.len(), digest(&lines));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
