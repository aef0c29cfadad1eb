use std::hint::black_box;

fn main() {
    let mut numbers = vec![1, 2, 3, 4];
    numbers[black_box(4)] = 7;
    println!("{numbers:?}");
}
