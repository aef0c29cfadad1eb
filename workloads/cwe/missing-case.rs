enum Color {
    Red,
    Green,
    Blue,
}

fn price(color: Color) -> i32 {
    match color {
        Color::Red => 1,
        Color::Green => 2,
    }
}

fn main() {
    println!(
        "{}",
        price(Color::Red) + price(Color::Green) + price(Color::Blue)
    );
}
