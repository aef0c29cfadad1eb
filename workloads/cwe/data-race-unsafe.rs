static mut COUNT: u64 = 0;

fn add() {
    for _ in 0..100_000 {
        unsafe { (&raw mut COUNT).write_volatile((&raw const COUNT).read_volatile() + 1) };
    }
}

fn main() {
    let other = std::thread::spawn(add);
    add();
    other.join().unwrap();
    println!("{}", unsafe { (&raw const COUNT).read() });
}
