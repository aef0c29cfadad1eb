//! The clock of every time in a record.

/// `CLOCK_MONOTONIC` in nanoseconds: never set back, the same for all processes, read through the
/// vDSO without a system call. It does not count while the machine is suspended.
pub fn now_ns() -> u64 {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the pointer is to a timespec of ours; CLOCK_MONOTONIC exists on every Linux.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &mut time) };
    time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
}
