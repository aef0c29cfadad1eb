fn main() {
    let mut count = 0;
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..100_000 {
                    count += 1;
                }
            });
        }
    });
    println!("{count}");
}
