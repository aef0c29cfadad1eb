//! Rust of 2021: an array gives its items away, `try_from` needs no import; `gen` is still a name. Editions before and after refuse it.

fn main() {
    let given: Vec<String> = [String::from("one"), String::from("two")]
        .into_iter()
        .collect();
    let gen = u8::try_from(given.len()).unwrap_or(0);
    println!("{gen}");
}
