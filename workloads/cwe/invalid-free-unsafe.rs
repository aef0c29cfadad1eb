use std::hint::black_box;

fn main() {
    let mut number = 1;
    let place = black_box(&raw mut number);
    drop(unsafe { Box::from_raw(place) });
    println!("freed");
}
