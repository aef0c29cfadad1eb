use std::hint::black_box;

#[inline(never)]
fn number() -> *const i32 {
    let local = 42;
    black_box(&raw const local)
}

#[inline(never)]
fn other() -> i32 {
    let numbers = [7; 64];
    black_box(&numbers)[63]
}

fn main() {
    let place = number();
    other();
    println!("{}", unsafe { *place });
}
