//! A hash map from whole numbers to whole numbers.

use std::collections::HashMap;
use std::hint::black_box;

fn make(count: u64) -> HashMap<u64, u64> {
    let mut map = HashMap::new();
    for i in 0..count {
        map.insert(i * 3 + 1000, i * 5 + 1000);
    }
    map
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
