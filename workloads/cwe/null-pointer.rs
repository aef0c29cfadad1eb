fn main() {
    let names = vec!["ann", "bob"];
    let found: &&str = names.iter().find(|name| **name == "eve");
    println!("{}", found.len());
}
