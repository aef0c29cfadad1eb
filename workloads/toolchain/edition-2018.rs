//! Rust of 2018: `async` is a keyword and paths begin with `crate`; a trait object may still lack `dyn`, and an array's `into_iter` lends
//! its items. Editions before and after refuse it.

mod shapes {
    pub trait Shape {
        fn area(&self) -> i32;
    }
}

use crate::shapes::Shape;

impl Shape for i32 {
    fn area(&self) -> i32 {
        self * self
    }
}

async fn later(shape: Box<Shape>) -> i32 {
    shape.area()
}

fn main() {
    let lent: Vec<&i32> = [1, 2, 3].into_iter().collect();
    drop(later(Box::new(3)));
    println!("{}", lent.len());
}
