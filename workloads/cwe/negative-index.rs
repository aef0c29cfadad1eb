fn main() {
    let numbers = vec![1, 2, 3, 4];
    let i: i32 = -1;
    println!("{}", numbers[i]);
}
