//! Hash map churn with a cheap hash: one multiplication in the place of keyed SipHash.
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::env;
use std::hash::{BuildHasherDefault, Hasher};
use std::process::ExitCode;
use std::time::Instant;

/// Multiplies by 2^64 / golden ratio and turns the best bits, the upper ones, to where the map looks
/// for a place. Whoever can choose the keys can make them collide.
#[derive(Default)]
struct Multiplication(u64);

impl Hasher for Multiplication {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}

type Map = HashMap<u32, u64, BuildHasherDefault<Multiplication>>;

/// The hash of the values taken out, and the map at the end.
fn churn(steps: u64) -> (u32, Map) {
    let mut map = Map::default();
    let mut hash = 0u32;
    let mut state = 42u32;
    for step in 0..steps {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        match map.entry(state >> 16) {
            Entry::Occupied(entry) => {
                hash = hash.wrapping_mul(31).wrapping_add(entry.remove() as u32);
            }
            Entry::Vacant(entry) => {
                entry.insert(step);
            }
        }
    }
    (hash, map)
}

/// Goes on with the hash over what is left, in any order.
fn digest(hash: u32, map: &Map) -> u32 {
    map.iter().fold(hash, |sum, (&key, &value)| {
        sum.wrapping_add(key.wrapping_mul(31).wrapping_add(value as u32))
    })
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(steps) = size_argument() else {
        eprintln!("usage: hash-map-churn <steps>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let (hash, map) = churn(steps);
    let elapsed = start.elapsed();
    println!("{}", digest(hash, &map));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
