fn main() {
    let balance: i32 = -1;
    let size: u32 = balance;
    println!("{size}");
}
