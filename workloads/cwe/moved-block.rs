fn main() {
    let mut numbers = vec![1, 2];
    let first = &numbers[0];
    numbers.resize(100_000, 7);
    println!("{first}");
}
