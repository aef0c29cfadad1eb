//! What the meter sets once for itself, and every program then inherits.
//!
//! Dispositions, limits and open files pass through fork and exec (signal(7), getrlimit(2),
//! execve(2)). Setting them here, not in each child, keeps them out of the timed region: the child
//! is left with the few calls that only it can make.

use super::watch::Watch;
use std::fs;
use std::io;
use std::mem;
use std::ptr;

/// The usual soft limit of open files; a JVM raises its own to the hard limit and leaks that.
const OPEN_FILES: libc::rlim_t = 1024;

/// The usual soft limit of a stack. It is also the size of a thread's stack and decides how far
/// below the stack's end mappings are made: one that is unlimited makes another layout altogether.
const STACK_BYTES: libc::rlim_t = 8 << 20;

/// The usual slack of timers in nanoseconds.
const TIMER_SLACK_NS: libc::c_ulong = 50_000;

/// Half of all there is: the kernel, short of memory, ends the largest program before a harness.
const BLAME_FOR_SHORT_MEMORY: &str = "500";

/// The highest real-time signal of Linux.
const LAST_SIGNAL: libc::c_int = 64;

/// Leaves behind what the harness leaked: for whoever comes first, before anything is opened.
///
/// # Errors
/// When the kernel refuses a call, most likely because it is older than 5.9.
pub(super) fn leave_the_harness() -> io::Result<()> {
    own_session();
    close_inherited_files()?;
    reset_dispositions();
    block_all_signals();
    adopt_orphans()
}

/// Makes the world in which programs run, and the watch over the meter's input and signals.
///
/// # Errors
/// When the kernel refuses a call that the meter cannot do without.
pub fn prepare() -> io::Result<Watch> {
    adopt_orphans()?;
    limit(libc::RLIMIT_NOFILE as _, OPEN_FILES)?;
    limit(libc::RLIMIT_CORE as _, 0)?;
    limit(libc::RLIMIT_STACK as _, STACK_BYTES)?;
    reset_execution_domain();
    take_the_blame();
    Watch::over_blocked_signals()
}

/// Leaves the terminal's session, so that Ctrl-C reaches the harness alone and the meter stays
/// alive until it is told to end. A process that leads its group already (started as a job by a
/// shell) cannot, and need not: its signals are handled all the same.
fn own_session() {
    // SAFETY: setsid takes no arguments and touches no memory.
    unsafe { libc::setsid() };
}

/// The meter needs the three standard streams; anything else was leaked to it and would be leaked
/// on to the programs.
fn close_inherited_files() -> io::Result<()> {
    // SAFETY: it runs before the meter opens a file of its own.
    let result = unsafe { libc::syscall(libc::SYS_close_range, 3, u32::MAX, 0) };
    check(result)
}

/// Ignored signals stay ignored over exec. The JVM leaks the C library's internal signals 32 and
/// 33 ignored and Rust's start-up ignores SIGPIPE, so each is set back to its default. The call is
/// the kernel's own, since the C library's `sigaction` refuses 32 and 33. For the meter itself
/// nothing is lost: the signals are blocked.
fn reset_dispositions() {
    // At least as large as the kernel's sigaction on every architecture: all zero is SIG_DFL
    // without flags and with an empty mask.
    let default = [0usize; 8];
    const SIGNAL_SET_BYTES: usize = 8;
    for signal in 1..=LAST_SIGNAL {
        // SAFETY: the kernel reads the array and writes nothing. SIGKILL and SIGSTOP give EINVAL,
        // which is fine.
        unsafe {
            libc::syscall(
                libc::SYS_rt_sigaction,
                signal,
                default.as_ptr(),
                ptr::null_mut::<libc::c_void>(),
                SIGNAL_SET_BYTES,
            )
        };
    }
}

/// Each child unblocks them for itself, as its last step before exec.
fn block_all_signals() {
    // SAFETY: sigset_t is plain data that sigfillset initialises.
    unsafe {
        let mut set: libc::sigset_t = mem::zeroed();
        libc::sigfillset(&mut set);
        libc::sigprocmask(libc::SIG_SETMASK, &set, ptr::null_mut());
    }
}

/// Orphans of a program become the meter's children, however they detached themselves, so that it
/// can tell when none is left (PR_SET_CHILD_SUBREAPER in prctl(2)). No child inherits this.
fn adopt_orphans() -> io::Result<()> {
    // SAFETY: this option takes an integer only.
    let result = unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) };
    check(result.into())
}

/// Sets a soft limit, or leaves it at the hard limit where that is lower. The C libraries do not
/// agree on the type of a resource, hence the casts.
fn limit(resource: libc::c_uint, soft: libc::rlim_t) -> io::Result<()> {
    // SAFETY: an rlimit is two integers, for which zero is a value; both calls get a valid pointer.
    let result = unsafe {
        let mut limits: libc::rlimit = mem::zeroed();
        libc::getrlimit(resource as _, &mut limits);
        limits.rlim_cur = soft.min(limits.rlim_max);
        libc::setrlimit(resource as _, &limits)
    };
    check(result.into())
}

/// Address space layout randomised, huge pages as the machine has them, timers as exact as usual:
/// `setarch -R` and the like around the harness would make figures of another machine. Where a
/// sandbox forbids a call, things stay as they are.
fn reset_execution_domain() {
    const PLAIN_LINUX: libc::c_ulong = 0;
    // SAFETY: the calls take integers.
    unsafe {
        libc::personality(PLAIN_LINUX);
        libc::prctl(libc::PR_SET_THP_DISABLE, 0, 0, 0, 0);
        libc::prctl(libc::PR_SET_TIMERSLACK, TIMER_SLACK_NS);
    }
}

/// Only a lower figure than the harness began with needs a privilege; then it stays as it is.
fn take_the_blame() {
    let _ = fs::write("/proc/self/oom_score_adj", BLAME_FOR_SHORT_MEMORY);
}

fn check(result: libc::c_long) -> io::Result<()> {
    if result == -1 {
        return Err(io::Error::last_os_error());
    }
    Ok(())
}
