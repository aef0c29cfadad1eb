//! A list of floating-point numbers of 64 bits.

use std::hint::black_box;

fn make(count: i64) -> Vec<f64> {
    let mut numbers = Vec::new();
    for i in 0..count {
        numbers.push(i as f64 * 0.5);
    }
    numbers
}

fn main() {
    let count = std::env::args()
        .nth(1)
        .and_then(|word| word.parse().ok())
        .expect("a count");
    let made = make(count);
    // the compiler must not drop what nobody reads
    println!("{}", black_box(&made).len());
}
