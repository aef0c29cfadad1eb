//! Fannkuch: how many flips of its beginning put 1 in front of a permutation, for many permutations.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const LENGTH: usize = 12;
const PERMUTATIONS: u64 = 479_001_600;

type Permutation = [u8; LENGTH];

/// The sum of the flips, counted positive and negative in turn, and the most that any needs, over
/// the first permutations in the benchmark's order. Elements count from 0.
fn flip_all(permutations: u64) -> (i64, u32) {
    let mut permutation: Permutation = std::array::from_fn(|i| i as u8);
    let mut turns = [0; LENGTH];
    let mut checksum = 0;
    let mut most = 0;
    for index in 0..permutations {
        let flips = flips(&permutation);
        most = most.max(flips);
        checksum += if index % 2 == 0 {
            i64::from(flips)
        } else {
            -i64::from(flips)
        };
        advance(&mut permutation, &mut turns);
    }
    (checksum, most)
}

fn flips(permutation: &Permutation) -> u32 {
    let mut first = permutation[0] as usize;
    if first == 0 {
        return 0;
    }
    let mut copy = *permutation;
    let mut flips = 1;
    // What comes to the front next tells the last flip, which need not be made.
    loop {
        let next = copy[first] as usize;
        if next == 0 {
            return flips;
        }
        // The front is held in `first`, so that only what lies between the two ends is turned.
        copy[first] = first as u8;
        if first > 2 {
            copy[1..first].reverse();
        }
        first = next;
        flips += 1;
    }
}

/// Turns the beginning of two by one place; after every full turn also that of three, and so on.
fn advance(permutation: &mut Permutation, turns: &mut [u8; LENGTH]) {
    for i in 1..LENGTH {
        permutation[..=i].rotate_left(1);
        if turns[i] < i as u8 {
            turns[i] += 1;
            return;
        }
        turns[i] = 0;
    }
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments
        .next()?
        .parse()
        .ok()
        .filter(|size| (1..=PERMUTATIONS).contains(size))?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(permutations) = size_argument() else {
        eprintln!("usage: fannkuch <permutations up to {PERMUTATIONS}>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let (checksum, most) = flip_all(permutations);
    let elapsed = start.elapsed();
    println!("{checksum}\n{most}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
