//! A list is freed while a reference into it is still in use.

fn main() {
    let words = vec![String::from("first"), String::from("second")];
    let first = &words[0];
    drop(words);
    println!("{first}");
}
