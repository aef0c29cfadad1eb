//! A file that is not there is removed, and nobody looks at what came of it.

fn main() {
    std::fs::remove_file("no-such-file");
    println!("done");
}
