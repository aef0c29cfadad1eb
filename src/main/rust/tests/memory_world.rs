//! Programs that are traced find the same world as those that are timed.

#[path = "world.rs"]
mod world;
