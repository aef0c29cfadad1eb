//! Waiting: for a request, for the end of a program, for the end of the harness, for signals.
//!
//! All signals are blocked for the whole life of the meter. Those that ask it to end are read from
//! a signalfd, so they are one more thing to poll; there is no handler, hence none that could run
//! in a child that shares the meter's memory.
//!
//! A program's end comes as a readable pidfd and is then reaped with `wait4`. Against a blocking
//! `wait4` this made no difference that could be measured (medians 160 and 164 us for the no-op,
//! 685 and 674 us for `true`, 500 runs each, interleaved), and it needs no timer signal, no thread
//! and no polling for the timeout and for the end of the harness.

use super::world::named;
use std::io;
use std::mem;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::ptr;

const STDIN: RawFd = 0;

/// Signals that ask the meter to end.
pub(super) const ENDING: [libc::c_int; 4] =
    [libc::SIGINT, libc::SIGTERM, libc::SIGHUP, libc::SIGQUIT];

/// Why a wait came back.
#[derive(Debug, PartialEq, Eq)]
pub enum Wake {
    /// The program ended, or there is something to read.
    Ready,
    /// Nobody holds the other end of standard input any more.
    HarnessGone,
    /// The meter was told to end.
    Signal(i32),
    /// The moment that was waited for has come.
    Time,
}

/// The meter's input and its signals.
pub struct Watch {
    signals: OwnedFd,
    /// Readable when a child has ended; only looked at while nothing is measured.
    children: OwnedFd,
}

impl Watch {
    /// Opens the watch. All signals are blocked already.
    pub(super) fn over_blocked_signals() -> io::Result<Watch> {
        Ok(Watch {
            signals: signal_file(&ENDING)?,
            children: signal_file(&[libc::SIGCHLD])?,
        })
    }

    /// Waits until standard input can be read, which includes its end.
    pub fn input(&self) -> io::Result<Wake> {
        let mut set = [
            poll_entry(STDIN, libc::POLLIN),
            poll_entry(self.signals.as_raw_fd(), libc::POLLIN),
        ];
        poll(&mut set, None)?;
        // Signals first: a harness that ends the meter may close its input in the same moment.
        Ok(self.signal(&set[1]).unwrap_or(Wake::Ready))
    }

    /// Whether the harness is gone or a signal has come, without waiting; else `Time`.
    pub fn end(&self) -> io::Result<Wake> {
        let mut set = [
            poll_entry(STDIN, 0),
            poll_entry(self.signals.as_raw_fd(), libc::POLLIN),
        ];
        poll(&mut set, Some(0))?;
        if let Some(signal) = self.signal(&set[1]) {
            return Ok(signal);
        }
        Ok(match set[0].revents {
            0 => Wake::Time,
            _ => Wake::HarnessGone,
        })
    }

    /// Waits until the program of the pidfd ended, or for `timeout_ns` at most.
    ///
    /// Standard input is watched for its end alone: with no events asked for, poll(2) still reports
    /// POLLHUP, so a request that waits in the pipe neither wakes the meter nor is lost.
    pub fn program(&self, pidfd: BorrowedFd<'_>, timeout_ns: u64) -> io::Result<Wake> {
        let mut set = [
            poll_entry(pidfd.as_raw_fd(), libc::POLLIN),
            poll_entry(STDIN, 0),
            poll_entry(self.signals.as_raw_fd(), libc::POLLIN),
        ];
        if poll(&mut set, Some(timeout_ns))? == 0 {
            return Ok(Wake::Time);
        }
        if set[0].revents != 0 {
            return Ok(Wake::Ready);
        }
        if set[1].revents != 0 {
            return Ok(Wake::HarnessGone);
        }
        Ok(self.signal(&set[2]).unwrap_or(Wake::Time))
    }

    /// Waits until some child may have ended, or for `timeout_ns` at most.
    pub fn children(&self, timeout_ns: u64) -> io::Result<Wake> {
        let wake = self.program(self.children.as_fd(), timeout_ns)?;
        if wake == Wake::Ready {
            take_signal(&self.children);
        }
        Ok(wake)
    }

    fn signal(&self, entry: &libc::pollfd) -> Option<Wake> {
        if entry.revents == 0 {
            return None;
        }
        take_signal(&self.signals).map(Wake::Signal)
    }
}

/// A file that the signals can be read from, once they are blocked.
fn signal_file(signals: &[libc::c_int]) -> io::Result<OwnedFd> {
    // SAFETY: the set is a local; a descriptor that signalfd returned is ours alone.
    unsafe {
        let fd = libc::signalfd(
            -1,
            &signal_set(signals),
            libc::SFD_CLOEXEC | libc::SFD_NONBLOCK,
        );
        if fd == -1 {
            return Err(named("signalfd", io::Error::last_os_error()));
        }
        Ok(OwnedFd::from_raw_fd(fd))
    }
}

fn take_signal(file: &OwnedFd) -> Option<i32> {
    // SAFETY: signalfd_siginfo is plain data; the kernel writes at most its size into it.
    let (read, info) = unsafe {
        let mut info: libc::signalfd_siginfo = mem::zeroed();
        let size = mem::size_of_val(&info);
        let read = libc::read(file.as_raw_fd(), (&raw mut info).cast(), size);
        (read, info)
    };
    (read > 0).then_some(info.ssi_signo as i32)
}

/// Waits until the program of the pidfd has ended, whatever else happens, or for `timeout_ns`.
pub(super) fn end_of(pidfd: BorrowedFd<'_>, timeout_ns: u64) -> io::Result<bool> {
    let mut set = [poll_entry(pidfd.as_raw_fd(), libc::POLLIN)];
    Ok(poll(&mut set, Some(timeout_ns))? > 0)
}

/// A set of just these signals.
pub(super) fn signal_set(signals: &[libc::c_int]) -> libc::sigset_t {
    // SAFETY: sigset_t is plain data that sigemptyset initializes.
    unsafe {
        let mut set: libc::sigset_t = mem::zeroed();
        libc::sigemptyset(&mut set);
        for &signal in signals {
            libc::sigaddset(&mut set, signal);
        }
        set
    }
}

fn poll_entry(fd: RawFd, events: libc::c_short) -> libc::pollfd {
    libc::pollfd {
        fd,
        events,
        revents: 0,
    }
}

fn poll(set: &mut [libc::pollfd], timeout_ns: Option<u64>) -> io::Result<libc::c_int> {
    let timeout = timeout_ns.map(timespec);
    let timeout = timeout.as_ref().map_or(ptr::null(), ptr::from_ref);
    // SAFETY: the slice and the timeout live through the call; a null timeout waits for ever.
    let ready = unsafe { libc::ppoll(set.as_mut_ptr(), set.len() as _, timeout, ptr::null()) };
    if ready == -1 {
        return Err(io::Error::last_os_error());
    }
    Ok(ready)
}

/// Nanoseconds as the kernel takes them.
pub(super) fn timespec(ns: u64) -> libc::timespec {
    libc::timespec {
        tv_sec: (ns / 1_000_000_000) as _,
        tv_nsec: (ns % 1_000_000_000) as _,
    }
}
