//! Two threads add to counters at the same time, perhaps to the same one.

use std::thread;

fn main() {
    let (mut left, mut right) = (0, 0);
    thread::scope(|scope| {
        scope.spawn(|| left += 1);
        scope.spawn(|| left += 1);
    });
    println!("{left} and {right}");
}
