use std::hint::black_box;

fn main() {
    let largest: i32 = black_box(2_147_483_647);
    println!("{}", unsafe { largest.unchecked_add(black_box(1)) });
}
