//! Programs that are traced end as those that are timed.

#[path = "endings.rs"]
mod endings;
