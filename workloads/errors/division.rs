//! Something is divided by a number that no compiler knows and that is zero.

use std::hint::black_box;

fn main() {
    println!("{}", 10 / black_box(0));
}
