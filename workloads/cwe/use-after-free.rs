fn main() {
    let numbers = vec![1; 100];
    drop(numbers);
    println!("{}", numbers[50]);
}
