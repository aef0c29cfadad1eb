fn main() {
    let price = std::hint::black_box(2.5_f64);
    let cents = unsafe { *(&raw const price).cast::<i64>() };
    println!("{cents}");
}
