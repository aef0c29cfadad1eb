use std::hint::black_box;

fn main() {
    let largest: i32 = black_box(2_147_483_647);
    println!("{}", largest + 1);
}
