//! A function that leaves the type of its parameter to the compiler.

fn double(number: i32) -> i32 {
    number * 2
}

fn main() {
    println!("{}", double(21));
}
