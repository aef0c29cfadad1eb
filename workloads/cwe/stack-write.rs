use std::hint::black_box;

fn main() {
    let mut name = [0_u8; 4];
    let admin = [0_u8; 4];
    name[black_box(4)] = 1;
    println!("{name:?} {admin:?}");
}
