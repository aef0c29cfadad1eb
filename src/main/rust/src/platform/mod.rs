//! Everything that depends on the operating system, and all `unsafe` code.
//!
//! Another system needs a module that offers the same items as `linux`.

#[cfg(target_os = "linux")]
mod linux;

#[cfg(target_os = "linux")]
pub use linux::*;

#[cfg(not(target_os = "linux"))]
compile_error!(
    "the meter runs on Linux only: it needs pidfd_open, child subreapers and /proc; \
     build only the no-op with --bin noop"
);
