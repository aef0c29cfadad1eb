//! A function returns a reference, perhaps to a value that ends with it.

fn first(words: &[String]) -> &str {
    let joined = words.join(" ");
    println!("{joined}");
    &joined
}

fn main() {
    let words = [String::from("one"), String::from("two")];
    println!("{}", first(&words));
}
