fn main() {
    let text = String::from("{secret} %d");
    let secret = 42;
    println!(text, secret);
}
