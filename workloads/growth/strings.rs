//! A list of strings of 13 letters.

use std::hint::black_box;

fn make(count: i64) -> Vec<String> {
    let mut names = Vec::new();
    for i in 0..count {
        names.push(format!("name {i:08}"));
    }
    names
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
