//! A mistake in a branch that is taken only with an argument: a number is added to a text.

fn describe(prices: &[i32], verbose: bool) -> String {
    let total: i32 = prices.iter().sum();
    if verbose {
        return String::from("the total is ") + &total.to_string();
    }
    String::from("done")
}

fn main() {
    println!("{}", describe(&[1, 2, 3], std::env::args().count() > 1));
}
