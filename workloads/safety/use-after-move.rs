//! A string is handed on with its ownership, and then read by the one who had it.

fn length(text: String) -> usize {
    text.len()
}

fn main() {
    let text = String::from("moved");
    let length = length(text);
    println!("{text} has {length} bytes");
}
