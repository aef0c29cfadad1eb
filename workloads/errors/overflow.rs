//! One is added to the largest number that there is.

use std::hint::black_box;

fn main() {
    println!("{}", black_box(i32::MAX) + black_box(1));
}
