//! A value with a count of its owners is shared with another thread.

use std::rc::Rc as Shared;
use std::thread;

fn main() {
    let number = Shared::new(42);
    let other = Shared::clone(&number);
    let worker = thread::spawn(move || println!("{other}"));
    worker.join().expect("the thread does not panic");
    println!("{number}");
}
