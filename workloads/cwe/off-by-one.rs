use std::hint::black_box;

fn main() {
    let numbers = vec![1, 2, 3, 4];
    let mut sum = 0;
    for i in 0..=black_box(4) {
        sum += numbers[i];
    }
    println!("{sum}");
}
