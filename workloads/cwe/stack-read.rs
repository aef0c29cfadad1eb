use std::hint::black_box;

fn main() {
    let numbers = [1, 2, 3, 4];
    println!("{}", numbers[black_box(4)]);
}
