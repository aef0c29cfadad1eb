//! What holds for programs that are timed holds for those that are traced.

#[path = "endings.rs"]
mod endings;
#[path = "world.rs"]
mod world;
