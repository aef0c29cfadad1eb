fn main() {
    let number = "x1".parse::<i32>();
    println!("{}", number + 1);
}
