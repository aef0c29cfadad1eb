//! Not a single type is written down.

fn main() {
    let mut words = Vec::new();
    words.push("types");
    words.push(8);
    let lengths = words.iter().map(|word| word.len()).max().unwrap_or(0);
    println!("{} {lengths}", words.join(" are "));
}
