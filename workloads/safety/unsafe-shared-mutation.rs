//! Two threads add to one counter, whose type says in unsafe code that this is right. It is built and never run.

use std::cell::UnsafeCell;
use std::thread;

struct Counter(UnsafeCell<i32>);

// SAFETY: there is none, which is what this probe is about
unsafe impl Sync for Counter {}

impl Counter {
    fn add(&self) {
        // SAFETY: the same
        unsafe { *self.0.get() += 1 }
    }
}

fn main() {
    let counter = Counter(UnsafeCell::new(0));
    thread::scope(|scope| {
        scope.spawn(|| counter.add());
        scope.spawn(|| counter.add());
    });
    println!("{}", counter.0.into_inner());
}
