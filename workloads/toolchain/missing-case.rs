//! A match over three cases.

enum Light {
    Red,
    Amber,
    Green,
}

fn action(light: &Light) -> &'static str {
    match light {
        Light::Red => "stop",
        Light::Green => "go",
    }
}

fn main() {
    for light in [Light::Red, Light::Amber, Light::Green] {
        println!("{}", action(&light));
    }
}
