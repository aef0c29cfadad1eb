//! More of a text is asked for than it has, by a length that no compiler knows.

use std::hint::black_box;

fn main() {
    let text = "four";
    let length = black_box(text.len() + 1);
    println!("{}", &text[..length]);
}
