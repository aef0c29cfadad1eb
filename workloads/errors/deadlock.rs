//! A lock is taken by who holds it. It is built and never run: it would wait forever.

use std::sync::Mutex;

fn main() {
    let number = Mutex::new(1);
    let first = number.lock().expect("nobody panics");
    let second = number.lock().expect("nobody panics");
    println!("{}", *first + *second);
}
