//! Linux 5.9 or newer.

mod clock;
mod cpus;
mod descendants;
mod launch;
mod oom;
mod perf;
mod process;
mod trace;
mod tree;
mod warden;
mod watch;
mod world;

pub use clock::{now_ns, own_cpu_ns};
pub use cpus::{CPU_LIMIT, usable_cpus};
pub use descendants::{Family, PATIENCE_NS, Sweep, named};
pub use launch::{Failure, Launcher, Manner, Program, REHEARSAL};
pub use oom::OomKills;
pub use perf::{Count, Counting, Events};
pub use process::{Child, Ended, Usage};
pub use trace::Memory;
pub use tree::Tree;
pub use warden::{Fate, Role, post_warden};
pub use watch::{Wake, Watch};
pub use world::{Worlds, prepare};

use std::ffi::CStr;

/// The system's text for an error number, as `strerror` gives it.
pub fn describe(errno: i32) -> String {
    // SAFETY: strerror returns a valid string for every number; the meter has one thread, so no
    // other call can overwrite it before it is copied.
    let text = unsafe { CStr::from_ptr(libc::strerror(errno)) };
    text.to_string_lossy().into_owned()
}
