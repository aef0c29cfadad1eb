//! Merkle tree: transactions hashed by SHA-256 of the crate sha2, and hashes in pairs up to the root.
use sha2::{Digest, Sha256};
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const LEAF: u8 = 0;
const NODE: u8 = 1;
type Hash = [u8; 32];

fn sha256(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Sender, receiver and amount, from the workloads' generator.
fn transactions(n: usize) -> Vec<Vec<u8>> {
    let mut state: u32 = 42;
    let mut draw = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 16
    };
    (0..n)
        .map(|_| format!("{},{},{}", draw(), draw(), draw()).into_bytes())
        .collect()
}

/// An odd hash at the end of a level goes up as it is.
fn root(records: &[Vec<u8>]) -> Hash {
    let mut level: Vec<Hash> = records
        .iter()
        .map(|record| sha256(&[&[LEAF], record]))
        .collect();
    while level.len() > 1 {
        level = level
            .chunks(2)
            .map(|pair| match pair {
                [left, right] => sha256(&[&[NODE], left, right]),
                _ => pair[0],
            })
            .collect();
    }
    level[0]
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(n) = size_argument() else {
        eprintln!("usage: merkle-tree <transactions>");
        return ExitCode::from(2);
    };
    let records = transactions(n);
    let start = Instant::now();
    let root = root(&records);
    let elapsed = start.elapsed();
    for bytes in root.chunks_exact(4) {
        println!(
            "{}",
            u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
        );
    }
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
