//! Parsing, one text in a hundred failing: numbers in ten pairs of brackets, a failure passing up through all of them.
use std::env;
use std::num::ParseIntError;
use std::process::ExitCode;
use std::time::Instant;

const TEXTS: usize = 1000;
/// Of these.
const FAILING: usize = 10;
const DEPTH: usize = 10;

/// Numbers of nine digits at most, of which the failing ones have a letter behind them.
fn make_texts() -> Vec<String> {
    let mut x: u32 = 42;
    (0..TEXTS)
        .map(|i| {
            x = x.wrapping_mul(1664525).wrapping_add(1013904223);
            // 7919 and the number of texts have no divisor in common: each remainder comes once.
            let end = if (0..FAILING).contains(&(7919 * i % TEXTS)) {
                "x"
            } else {
                ""
            };
            let number = x % 1_000_000_000;
            format!("{}{number}{end}{}", "(".repeat(DEPTH), ")".repeat(DEPTH))
        })
        .collect()
}

/// The number in a text, and one more for each pair of brackets around it.
fn parse(text: &str) -> Result<u32, ParseIntError> {
    match text.strip_prefix('(') {
        Some(rest) => Ok(parse(&rest[..rest.len() - 1])? + 1),
        None => text.parse(),
    }
}

fn parse_all(texts: &[String], count: usize) -> (usize, u32) {
    let mut failures = 0;
    let mut total: u32 = 0;
    for text in texts.iter().cycle().take(count) {
        match parse(text) {
            Ok(value) => total = total.wrapping_add(value),
            Err(_) => failures += 1,
        }
    }
    (failures, total)
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(count) = size_argument() else {
        eprintln!("usage: parse-few <texts>");
        return ExitCode::from(2);
    };
    let texts = make_texts();
    let start = Instant::now();
    let (failures, total) = parse_all(&texts, count);
    let elapsed = start.elapsed();
    println!("{failures}\n{total}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
