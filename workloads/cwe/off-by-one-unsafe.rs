use std::hint::black_box;

fn main() {
    let numbers = vec![1, 2, 3, 4];
    let mut sum = 0_i32;
    for i in 0..=black_box(4) {
        sum = sum.wrapping_add(unsafe { *numbers.as_ptr().add(i) });
    }
    println!("{sum}");
}
