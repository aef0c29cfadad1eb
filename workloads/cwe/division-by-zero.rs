use std::hint::black_box;

fn main() {
    let zero = black_box(0);
    println!("{}", 5 / zero);
}
