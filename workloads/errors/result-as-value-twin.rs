//! A text is read as a number, which may fail, and one is added.

fn main() {
    let text = "41";
    let number: i32 = text.parse::<i32>().unwrap_or(0);
    println!("{}", number + 1);
}
