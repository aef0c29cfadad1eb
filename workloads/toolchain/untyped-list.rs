//! An empty list, and nobody says of what.

fn main() {
    let list = Vec::new();
    println!("{}", list.len());
}
