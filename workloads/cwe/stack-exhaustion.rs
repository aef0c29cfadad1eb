use std::hint::black_box;

fn depth(n: u64) -> u64 {
    let kept = black_box([n; 64]);
    1 + depth(n + 1) + kept[0]
}

fn main() {
    println!("{}", depth(0));
}
