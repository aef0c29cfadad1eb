use std::hint::black_box;

fn main() {
    let numbers = vec![1; 100];
    let start = black_box(numbers.as_ptr());
    drop(numbers);
    println!("{}", unsafe { *start.add(50) });
}
