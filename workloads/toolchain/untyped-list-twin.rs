//! An empty list, and nobody says of what.

fn main() {
    let list = Vec::<i32>::new();
    println!("{}", list.len());
}
