//! Programs that are traced are kept to the same limits as those that are timed.

#[path = "limits.rs"]
mod limits;
