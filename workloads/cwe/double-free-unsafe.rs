use std::hint::black_box;

fn main() {
    let start = black_box(Box::into_raw(Box::new([1; 100])));
    drop(unsafe { Box::from_raw(start) });
    drop(unsafe { Box::from_raw(start) });
    println!("freed");
}
