//! Whether `wait4` tells of all CPU time.
//!
//! It tells of a child, and of those that the child waited for. Nobody waits for the children of a
//! process that ignores SIGCHLD: their time is lost. A trace sees every thread end, and can tell.

use std::io;
use std::mem;

/// What may be missing without being called so: threads are read a little before their end, and
/// `wait4` may count by ticks. The larger one of the two holds.
const TOLERATED_NS: u64 = 10_000_000;
const TOLERATED_PERCENT: u64 = 2;

/// CPU time by the trace, against that of the children that the meter has reaped.
pub struct Cpu {
    traced_ns: u64,
    /// Whether every thread was read.
    complete: bool,
    reaped_before_ns: u64,
}

impl Cpu {
    /// From now on.
    pub fn new() -> Cpu {
        Cpu {
            traced_ns: 0,
            complete: true,
            reaped_before_ns: reaped_ns(),
        }
    }

    /// A thread ended after so much time, or with nobody knowing.
    pub fn add(&mut self, thread_ns: Option<u64>) {
        self.traced_ns += thread_ns.unwrap_or(0);
        self.complete &= thread_ns.is_some();
    }

    /// Whether `wait4` misses nothing, once the meter has reaped the program and its orphans.
    /// Where it seems so but not all threads were read, nobody knows.
    pub fn is_told(&self) -> Option<bool> {
        match self.misses(reaped_ns() - self.reaped_before_ns) {
            true => Some(false),
            false => self.complete.then_some(true),
        }
    }

    fn misses(&self, told_ns: u64) -> bool {
        let missing_ns = self.traced_ns.saturating_sub(told_ns);
        missing_ns > TOLERATED_NS && missing_ns > self.traced_ns / 100 * TOLERATED_PERCENT
    }
}

/// CPU time of all children that the meter has ever reaped, with those that they waited for.
fn reaped_ns() -> u64 {
    // SAFETY: rusage is plain data, for which zero is a value; the pointer is to a local.
    let usage = unsafe {
        let mut usage: libc::rusage = mem::zeroed();
        if libc::getrusage(libc::RUSAGE_CHILDREN, &mut usage) == -1 {
            unreachable!("getrusage: {}", io::Error::last_os_error());
        }
        usage
    };
    let ns = |time: libc::timeval| time.tv_sec as u64 * 1_000_000_000 + time.tv_usec as u64 * 1_000;
    ns(usage.ru_utime) + ns(usage.ru_stime)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: u64 = 1_000_000;

    fn traced(ms: u64) -> Cpu {
        Cpu {
            traced_ns: ms * MS,
            complete: true,
            reaped_before_ns: 0,
        }
    }

    #[test]
    fn little_may_be_missing() {
        assert!(!traced(100).misses(100 * MS));
        assert!(!traced(100).misses(120 * MS));
        assert!(!traced(20).misses(10 * MS));
        assert!(traced(20).misses(9 * MS));
        assert!(!traced(1000).misses(980 * MS));
        assert!(traced(1000).misses(979 * MS));
    }

    #[test]
    fn a_thread_that_nobody_read_leaves_it_open() {
        let mut cpu = Cpu::new();
        assert_eq!(cpu.is_told(), Some(true));
        cpu.add(None);
        assert_eq!(cpu.is_told(), None);
        // Far more than this test's children can have used by then.
        cpu.add(Some(u64::MAX / 2));
        assert_eq!(cpu.is_told(), Some(false));
    }
}
