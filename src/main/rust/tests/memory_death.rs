//! Nothing of a program that is traced outlives who watches over it.

#[path = "death.rs"]
mod death;
