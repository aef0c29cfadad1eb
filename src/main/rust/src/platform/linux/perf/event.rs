//! One event of `perf_event_open(2)`, by hand: the C libraries do not know the call.

use std::fs::File;
use std::io::{self, Read};
use std::os::fd::FromRawFd;

/// `struct perf_event_attr` of `linux/perf_event.h` in its first published size,
/// `PERF_ATTR_SIZE_VER0`. The structure grows, its `size` says which one is meant, and every
/// kernel takes all sizes from this one and reads what is not there as zero.
#[repr(C)]
#[derive(Default)]
struct Attributes {
    kind: u32,
    size: u32,
    config: u64,
    sample_period: u64,
    sample_type: u64,
    read_format: u64,
    flags: u64,
    wakeup_events: u32,
    breakpoint_type: u32,
    config1: u64,
}

/// `PERF_ATTR_SIZE_VER0`.
const SIZE: usize = 64;
const _: () = assert!(size_of::<Attributes>() == SIZE);

/// `PERF_FORMAT_TOTAL_TIME_ENABLED | PERF_FORMAT_TOTAL_TIME_RUNNING`.
const READ_FORMAT: u64 = 1 | 2;

/// `PERF_FLAG_FD_CLOEXEC`.
const CLOSE_ON_EXEC: libc::c_ulong = 8;

// The places of one-bit fields in the word of flags.
const DISABLED: u64 = flag(0);
const INHERIT: u64 = flag(1);
const EXCLUDE_KERNEL: u64 = flag(5);
const EXCLUDE_HYPERVISOR: u64 = flag(6);
const ENABLE_ON_EXEC: u64 = flag(12);

/// Compilers fill a word with bit fields from its lowest bit on little-endian machines, from its
/// highest on others.
const fn flag(place: u32) -> u64 {
    if cfg!(target_endian = "little") {
        1 << place
    } else {
        1 << (63 - place)
    }
}

/// What to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `PERF_COUNT_SW_TASK_CLOCK`: nanoseconds on a processor, in user mode and in the kernel.
    TaskClock,
    /// `PERF_COUNT_HW_INSTRUCTIONS`.
    Instructions,
    /// `PERF_COUNT_HW_CPU_CYCLES`.
    Cycles,
    /// `PERF_COUNT_HW_BRANCH_MISSES`.
    BranchMisses,
    /// `PERF_COUNT_HW_CACHE_MISSES`.
    CacheMisses,
}

impl Kind {
    /// `type` and `config` of the ABI.
    fn code(self) -> (u32, u64) {
        const HARDWARE: u32 = 0;
        const SOFTWARE: u32 = 1;
        match self {
            Kind::TaskClock => (SOFTWARE, 1),
            Kind::Instructions => (HARDWARE, 1),
            Kind::Cycles => (HARDWARE, 0),
            Kind::BranchMisses => (HARDWARE, 5),
            Kind::CacheMisses => (HARDWARE, 3),
        }
    }
}

/// What an event counted, unscaled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// How many.
    pub count: u64,
    /// Nanoseconds for which it was to count, summed over all threads.
    pub enabled_ns: u64,
    /// Nanoseconds for which it did.
    pub running_ns: u64,
}

/// An open event. It counts nothing in the process that opens it, but in whatever that makes from
/// now on, from exec to exit, children and children's children and threads included.
pub struct Event(File);

impl Event {
    /// Opens an event on this process, switched off, to be inherited and to be switched on by exec.
    ///
    /// The kernel's own work is omitted always, not only where nothing else is allowed: a figure
    /// must not mean something else for another user. (A clock counts it nevertheless: it has no
    /// modes, it runs while the thread does.)
    pub fn open(kind: Kind) -> io::Result<Event> {
        let (kind, config) = kind.code();
        let attributes = Attributes {
            kind,
            size: SIZE as u32,
            config,
            read_format: READ_FORMAT,
            flags: DISABLED | INHERIT | EXCLUDE_KERNEL | EXCLUDE_HYPERVISOR | ENABLE_ON_EXEC,
            ..Attributes::default()
        };
        const THIS_PROCESS: libc::pid_t = 0;
        const ANY_CPU: libc::c_int = -1;
        const NO_GROUP: libc::c_int = -1;
        // SAFETY: the kernel reads as many bytes of the attributes as their size says, which are
        // all of them; the descriptor that it returns is ours alone.
        unsafe {
            let fd = libc::syscall(
                libc::SYS_perf_event_open,
                &raw const attributes,
                THIS_PROCESS,
                ANY_CPU,
                NO_GROUP,
                CLOSE_ON_EXEC,
            );
            if fd == -1 {
                return Err(io::Error::last_os_error());
            }
            Ok(Event(File::from_raw_fd(fd as libc::c_int)))
        }
    }

    /// The sum over everybody who inherited it. What a process counted is in it once that process
    /// has ended, which is before anybody can reap it.
    pub fn read(&self) -> io::Result<Count> {
        let mut bytes = [0; 24];
        (&self.0).read_exact(&mut bytes)?;
        Ok(decode(bytes))
    }
}

/// The order that `READ_FORMAT` asks for: value, time enabled, time running.
fn decode(bytes: [u8; 24]) -> Count {
    let word =
        |place: usize| u64::from_ne_bytes(std::array::from_fn(|byte| bytes[place * 8 + byte]));
    Count {
        count: word(0),
        enabled_ns: word(1),
        running_ns: word(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_read_as_the_kernel_writes_it_and_nothing_is_scaled() {
        let mut bytes = [0; 24];
        let words = [1u64 << 40, 300, 100];
        for (place, word) in words.iter().enumerate() {
            bytes[place * 8..][..8].copy_from_slice(&word.to_ne_bytes());
        }
        let expected = Count {
            count: 1 << 40,
            enabled_ns: 300,
            running_ns: 100,
        };
        assert_eq!(decode(bytes), expected);
    }

    /// The numbers of `enum perf_hw_id` and `enum perf_sw_ids`, and the flags as a C compiler
    /// places them on x86-64: checked with one.
    #[test]
    fn codes_and_flags_are_those_of_the_kernels_header() {
        assert_eq!(Kind::TaskClock.code(), (1, 1));
        assert_eq!(Kind::Instructions.code(), (0, 1));
        assert_eq!(Kind::Cycles.code(), (0, 0));
        assert_eq!(Kind::BranchMisses.code(), (0, 5));
        assert_eq!(Kind::CacheMisses.code(), (0, 3));
        if cfg!(target_endian = "little") {
            let flags = [DISABLED, INHERIT, EXCLUDE_KERNEL, EXCLUDE_HYPERVISOR];
            assert_eq!(flags, [0x1, 0x2, 0x20, 0x40]);
            assert_eq!(ENABLE_ON_EXEC, 0x1000);
        }
    }
}
