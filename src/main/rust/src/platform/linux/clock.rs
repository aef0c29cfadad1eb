//! The clocks of the times in a record.

/// `CLOCK_MONOTONIC` in nanoseconds: never set back, the same for all processes, read through the
/// vDSO without a system call. It does not count while the machine is suspended.
pub fn now_ns() -> u64 {
    read(libc::CLOCK_MONOTONIC)
}

/// The CPU time that the meter itself has used, in nanoseconds: one system call.
pub fn own_cpu_ns() -> u64 {
    read(libc::CLOCK_PROCESS_CPUTIME_ID)
}

fn read(clock: libc::clockid_t) -> u64 {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the pointer is to a timespec of ours; both clocks exist on every Linux.
    unsafe { libc::clock_gettime(clock, &mut time) };
    time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
}
