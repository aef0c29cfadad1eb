//! The fifth of four numbers on the heap is written, by an index that no compiler knows.

use std::hint::black_box;

fn main() {
    let mut values = vec![1, 2, 3, 4];
    let index = black_box(values.len());
    values[index] = 5;
    println!("{values:?}");
}
