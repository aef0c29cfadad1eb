use std::hint::black_box;

fn main() {
    let mut numbers = vec![1, 2, 3, 4];
    let behind = unsafe { numbers.as_mut_ptr().add(black_box(4)) };
    unsafe { *behind = 7 };
    println!("{}", unsafe { *behind });
}
