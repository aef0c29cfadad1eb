fn number() -> &'static i32 {
    let local = 42;
    &local
}

fn main() {
    println!("{}", number());
}
