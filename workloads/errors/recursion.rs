//! A function calls itself without end. It is built and never run: its stack would overflow.

use std::hint::black_box;

fn depth(number: u64) -> u64 {
    if black_box(true) {
        depth(number + 1) + 1
    } else {
        number
    }
}

fn main() {
    println!("{}", depth(0));
}
