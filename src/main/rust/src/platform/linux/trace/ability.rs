//! Whether the meter may trace, found out by doing it.

use super::super::launch::pipe;
use super::ptrace::{self, State, Stop};
use super::reading;
use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;

/// Traces a short-lived child to its end and reads its memory there. Gives the reason where that
/// does not work: Yama or a container's rules may forbid it, or another tracer watches the meter
/// and its children.
///
/// # Errors
/// When the child cannot be made: then no program could be.
pub fn why_not() -> io::Result<Option<String>> {
    let (read, write) = pipe()?;
    let child = sleeper(&read, &write)?;
    let seized = ptrace::seize(child);
    drop(write);
    let mut found = None;
    while let Some((State::Stopped(stop), ..)) = ptrace::take(child, true) {
        if stop == Stop::Exit {
            found = reading::status(child).and_then(|status| status.memory);
        }
        ptrace::resume(child, stop);
    }
    Ok(match (seized, found) {
        (Err(error), _) => Some(format!("ptrace(PTRACE_SEIZE) of a child: {error}")),
        (Ok(()), None) => Some("/proc/PID/status of a traced child has no VmHWM".to_owned()),
        (Ok(()), Some(_)) => None,
    })
}

/// A child that ends when the pipe does.
fn sleeper(read: &File, write: &File) -> io::Result<libc::pid_t> {
    // SAFETY: the meter has one thread, and the child makes only system calls until its end.
    unsafe {
        match libc::fork() {
            -1 => Err(io::Error::last_os_error()),
            0 => {
                let mut nothing = 0u8;
                libc::close(write.as_raw_fd());
                libc::read(read.as_raw_fd(), (&raw mut nothing).cast(), 1);
                libc::_exit(0)
            }
            child => Ok(child),
        }
    }
}
