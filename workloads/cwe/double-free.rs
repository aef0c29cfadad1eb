fn main() {
    let numbers = vec![1; 100];
    drop(numbers);
    drop(numbers);
    println!("freed");
}
