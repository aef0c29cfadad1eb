fn main() {
    let large: i32 = 300;
    let small: u8 = large;
    println!("{small}");
}
