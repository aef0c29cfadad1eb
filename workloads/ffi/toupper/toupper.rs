//! Calls of C: the C library's toupper for every byte.
use std::env;
use std::ffi::c_int;
use std::process::ExitCode;
use std::time::Instant;

const PERIOD: usize = 65536;

unsafe extern "C" {
    // Sound for every number that is a byte or EOF; any byte is passed below.
    safe fn toupper(character: c_int) -> c_int;
}

/// So many ASCII characters, the first of them drawn and then all again.
fn make_text(count: usize) -> Vec<u8> {
    let mut x: u32 = 42;
    let drawn: Vec<u8> = (0..count.min(PERIOD))
        .map(|_| {
            x = x.wrapping_mul(1664525).wrapping_add(1013904223);
            (x >> 25) as u8
        })
        .collect();
    drawn.iter().copied().cycle().take(count).collect()
}

fn upper_sum(text: &[u8]) -> i64 {
    text.iter()
        .map(|&byte| i64::from(toupper(c_int::from(byte))))
        .sum()
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(calls) = size_argument() else {
        eprintln!("usage: toupper <calls>");
        return ExitCode::from(2);
    };
    let text = make_text(calls);
    let start = Instant::now();
    let total = upper_sum(&text);
    let elapsed = start.elapsed();
    println!("{total}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
