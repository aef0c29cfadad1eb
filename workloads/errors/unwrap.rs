//! A number is read from a word that is none, and nobody asks what came of it.

use std::hint::black_box;

fn main() {
    let number: i32 = black_box("four").parse().unwrap();
    println!("{number}");
}
