fn main() {
    let mut numbers = vec![1, 2, 2, 3];
    for (i, number) in numbers.iter().enumerate() {
        if *number == 2 {
            numbers.remove(i);
        }
    }
    println!("{numbers:?}");
}
