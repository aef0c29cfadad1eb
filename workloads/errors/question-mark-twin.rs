//! A function that cannot fail by its signature calls one that can.

fn doubled(text: &str) -> i32 {
    let number: i32 = text.parse().unwrap_or(0);
    2 * number
}

fn main() {
    println!("{}", doubled("21"));
}
