//! Processes that a test did not start itself.

use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};

/// A process of any parent, watched by its pidfd: its number may become another's, this may not.
pub struct Life {
    pub pid: i32,
    pidfd: OwnedFd,
}

impl Life {
    /// Of a process that runs.
    pub fn of(pid: i32) -> Life {
        // SAFETY: the call takes integers; the descriptor that it returns is ours alone.
        let pidfd = unsafe {
            let pidfd = libc::syscall(libc::SYS_pidfd_open, pid, 0);
            assert_ne!(pidfd, -1, "process {pid} is not there");
            OwnedFd::from_raw_fd(pidfd as i32)
        };
        Life { pid, pidfd }
    }

    /// Waits for its end, far longer than that can take.
    pub fn assert_ends(&self) {
        const BOUND_MS: i32 = 30_000;
        let mut entry = libc::pollfd {
            fd: self.pidfd.as_raw_fd(),
            events: libc::POLLIN,
            revents: 0,
        };
        // SAFETY: one entry, which lives through the call.
        let ready = unsafe { libc::poll(&mut entry, 1, BOUND_MS) };
        assert_eq!(ready, 1, "process {} still lives", self.pid);
    }
}
