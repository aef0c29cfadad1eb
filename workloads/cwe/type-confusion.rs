fn main() {
    let price: f64 = 2.5;
    let cents: i64 = price;
    println!("{cents}");
}
