//! Rust of 2024: the value at a block's end is dropped before the block's own, and a boxed slice gives its items away. Editions before it
//! refuse it.

use std::cell::RefCell;

fn length() -> usize {
    let text = RefCell::new(String::from("three"));
    text.borrow().len()
}

fn main() {
    let words: Box<[String]> = vec![String::from("one"), String::from("two")].into_boxed_slice();
    let given: Vec<String> = words.into_iter().collect();
    println!("{} {}", given.len(), length());
}
