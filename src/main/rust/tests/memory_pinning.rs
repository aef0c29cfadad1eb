//! Programs that are traced are pinned as those that are timed.

#[path = "pinning.rs"]
mod pinning;
