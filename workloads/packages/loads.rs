//! A program that is built only if the crate is.

use published as _;

fn main() {}
