//! A box is freed by hand, and then read.

fn main() {
    let text = Box::new(String::from("kept"));
    drop(text.clone());
    println!("{text}");
}
