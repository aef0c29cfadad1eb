fn main() {
    let mut number = 1;
    let boxed = Box::from_raw(&mut number);
    drop(boxed);
    println!("freed");
}
