//! Prints one line: what is measured is the start and the end of a process.
fn main() {
    println!("Hello, world!");
}
