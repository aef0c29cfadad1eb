//! N queens: all ways to place n queens on an n by n board so that none attacks another.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

/// The solutions below one node of the search: rows filled one by one, the attacked squares of the
/// next row as bits.
fn place(all: u32, columns: u32, left: u32, right: u32) -> u64 {
    if columns == all {
        return 1;
    }
    let mut free = all & !(columns | left | right);
    let mut solutions = 0;
    while free != 0 {
        let queen = free & free.wrapping_neg();
        free ^= queen;
        solutions += place(
            all,
            columns | queen,
            (left | queen) << 1,
            (right | queen) >> 1,
        );
    }
    solutions
}

fn size_argument() -> Option<u32> {
    let mut arguments = env::args().skip(1);
    let size = arguments
        .next()?
        .parse()
        .ok()
        .filter(|size| (1..=31).contains(size))?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(n) = size_argument() else {
        eprintln!("usage: nqueens <n up to 31>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let solutions = place((1 << n) - 1, 0, 0, 0);
    let elapsed = start.elapsed();
    println!("{solutions}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
