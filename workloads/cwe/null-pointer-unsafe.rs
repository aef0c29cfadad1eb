use std::hint::black_box;

fn main() {
    let found: *const i32 = black_box(std::ptr::null());
    println!("{}", unsafe { found.read_volatile() });
}
