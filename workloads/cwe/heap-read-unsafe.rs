use std::hint::black_box;

fn main() {
    let numbers = vec![1, 2, 3, 4];
    println!("{}", unsafe { *numbers.as_ptr().add(black_box(4)) });
}
