//! Does nothing: what is measured is the start and the end of a process.
fn main() {}
