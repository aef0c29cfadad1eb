//! Levenshtein distance: the fewest insertions, deletions and substitutions between two texts.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

/// Letters from an alphabet of four, from the workloads' generator.
struct Letters(u32);

impl Iterator for Letters {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(b'a' + (self.0 >> 30) as u8)
    }
}

/// The last row of the table of distances between beginnings of the two texts; one row is kept.
fn distances(from: &[u8], to: &[u8]) -> Vec<u32> {
    let mut row: Vec<u32> = (0..=to.len() as u32).collect();
    for &a in from {
        let (first, rest) = row.split_first_mut().expect("never empty");
        let mut diagonal = *first;
        *first += 1;
        let mut left = *first;
        for (cell, &b) in rest.iter_mut().zip(to) {
            let up = *cell;
            left = if a == b {
                diagonal
            } else {
                diagonal.min(up).min(left) + 1
            };
            *cell = left;
            diagonal = up;
        }
    }
    row
}

fn digest(row: &[u32]) -> u32 {
    row.iter().fold(0u32, |hash, &distance| {
        hash.wrapping_mul(31).wrapping_add(distance)
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(length) = size_argument() else {
        eprintln!("usage: levenshtein <letters>");
        return ExitCode::from(2);
    };
    let mut letters = Letters(42);
    let from: Vec<u8> = letters.by_ref().take(length).collect();
    let to: Vec<u8> = letters.take(length).collect();
    let start = Instant::now();
    let row = distances(&from, &to);
    let elapsed = start.elapsed();
    println!("{}", row[length]);
    println!("{}", digest(&row));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
