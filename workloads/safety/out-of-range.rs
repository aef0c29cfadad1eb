//! The fifth of four numbers, by an index that no compiler knows.

use std::hint::black_box;

fn main() {
    let values = [1, 2, 3, 4];
    let index = black_box(values.len());
    println!("{}", values[index]);
}
