//! Chunky work: a hash (FNV-1a of 32 bits) over blocks of 64 KiB, byte by byte.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const BLOCK: usize = 65536;

fn make_block() -> Vec<u8> {
    let mut x: u32 = 42;
    (0..BLOCK)
        .map(|_| {
            x = x.wrapping_mul(1664525).wrapping_add(1013904223);
            (x >> 24) as u8
        })
        .collect()
}

fn update(digest: u32, data: &[u8]) -> u32 {
    data.iter().fold(digest, |digest, &byte| {
        (digest ^ u32::from(byte)).wrapping_mul(16777619)
    })
}

fn hash_all(block: &[u8], mut count: usize) -> u32 {
    let mut digest = 2166136261;
    while count > 0 {
        let length = count.min(BLOCK);
        digest = update(digest, &block[..length]);
        count -= length;
    }
    digest
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(count) = size_argument() else {
        eprintln!("usage: chunky <bytes>");
        return ExitCode::from(2);
    };
    let block = make_block();
    let start = Instant::now();
    let digest = hash_all(&block, count);
    let elapsed = start.elapsed();
    println!("{digest}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
