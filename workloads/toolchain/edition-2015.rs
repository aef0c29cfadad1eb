//! Rust of 2015, which later editions refuse: a parameter without a name, a trait object without `dyn`, `async` as a name.

trait Shape {
    fn scaled(&self, i32) -> i32;
}

struct Square(i32);

impl Shape for Square {
    fn scaled(&self, factor: i32) -> i32 {
        self.0 * self.0 * factor
    }
}

fn async(shape: Box<Shape>) -> i32 {
    shape.scaled(2)
}

fn main() {
    println!("{}", async(Box::new(Square(3))));
}
