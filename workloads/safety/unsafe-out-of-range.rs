//! The same index in unsafe code, which nobody checks. It is built and never run: it would read what is not its own.

use std::hint::black_box;

fn main() {
    let values = [1, 2, 3, 4];
    let index = black_box(values.len());
    // SAFETY: there is none, which is what this probe is about
    println!("{}", unsafe { *values.get_unchecked(index) });
}
