//! A list of lists of eight whole numbers.

use std::hint::black_box;

fn make(count: i64) -> Vec<Vec<i64>> {
    let mut rows = Vec::new();
    for i in 0..count {
        let mut row = Vec::new();
        for j in 0..8 {
            row.push(i * 8 + j + 1000);
        }
        rows.push(row);
    }
    rows
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
