//! A list of records with three fields.

use std::hint::black_box;

#[allow(dead_code)] // their memory is what matters
struct Point {
    id: i64,
    x: f64,
    y: f64,
}

fn make(count: i64) -> Vec<Point> {
    let mut points = Vec::new();
    for i in 0..count {
        points.push(Point {
            id: i + 1000,
            x: i as f64 * 0.5,
            y: i as f64 * 0.25,
        });
    }
    points
}

fn main() {
    let count = std::env::args()
        .nth(1)
        .and_then(|word| word.parse().ok())
        .expect("a count");
    let made = make(count);
    // the compiler must not drop what nobody reads
    println!("{}", black_box(&made).len());
}
