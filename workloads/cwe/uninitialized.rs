fn main() {
    let number: i32;
    if std::env::args().count() > 5 {
        number = 1;
    }
    println!("{number}");
}
