//! A thread that may outlive its maker uses the maker's local value.

use std::thread;

fn main() {
    let words = vec!["one", "two"];
    let worker = thread::spawn(move || println!("{}", words.len()));
    worker.join().expect("the thread does not panic");
}
