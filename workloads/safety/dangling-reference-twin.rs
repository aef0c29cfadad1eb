//! A reference is kept longer than what it may point to.

fn main() {
    let outer = String::from("outer");
    let kept;
    {
        let inner = String::from("inner");
        println!("{inner}");
        kept = &outer;
    }
    println!("{outer}, {kept}");
}
