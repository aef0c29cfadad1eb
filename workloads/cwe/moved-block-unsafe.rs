use std::hint::black_box;

fn main() {
    let mut numbers = vec![1_i64; 100];
    let middle = black_box(numbers.as_ptr());
    numbers.resize(2000, 7);
    let other = black_box(vec![9_i64; 100]);
    println!("{} {}", unsafe { *middle }, other.len());
}
