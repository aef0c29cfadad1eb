//! What the meter sets once for itself, and every program then inherits.
//!
//! Dispositions, limits and open files pass through fork and exec (signal(7), getrlimit(2),
//! execve(2)). Setting them here, not in each child, keeps them out of the timed region: the child
//! is left with the few calls that only it can make.

use super::watch::Watch;
use std::cell::Cell;
use std::fs;
use std::io;
use std::mem;
use std::ptr;
use std::sync::atomic::{AtomicU64, Ordering};

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

/// The kernel's own size of a set of signals.
const SIGNAL_SET_BYTES: usize = 8;

/// At least as large as the kernel's sigaction on every architecture: all zero is SIG_DFL without
/// flags and with an empty mask.
type SignalAction = [usize; 8];

const DEFAULT: SignalAction = [0; 8];
const IGNORE: SignalAction = [libc::SIG_IGN, 0, 0, 0, 0, 0, 0, 0];

/// Ignored by the JVM (32 and 33, the C library's own) and by Rust's start-up (SIGPIPE): whether the
/// user had them ignored, nobody can tell any more.
const NOT_THE_USERS: [libc::c_int; 3] = [32, 33, libc::SIGPIPE];

/// The signals that the meter was started with ignored, signal 1 as the lowest bit.
static IGNORED: AtomicU64 = AtomicU64::new(0);

/// What a program finds beside what its request names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct World {
    open_files: libc::rlim_t,
    core_bytes: libc::rlim_t,
    stack_bytes: libc::rlim_t,
    personality: libc::c_ulong,
    no_huge_pages: libc::c_ulong,
    timer_slack_ns: libc::c_ulong,
    ignored: u64,
}

/// The same for every program, whatever the harness was started with: address space layout
/// randomised, huge pages as the machine has them, timers as exact as usual. `setarch -R` and the
/// like around the harness would make figures of another machine.
const CLEAN: World = World {
    open_files: OPEN_FILES,
    core_bytes: 0,
    stack_bytes: STACK_BYTES,
    personality: 0,
    no_huge_pages: 0,
    timer_slack_ns: TIMER_SLACK_NS,
    ignored: 0,
};

/// The worlds that a program can find.
pub struct Worlds {
    inherited: World,
    entered: Cell<World>,
}

impl Worlds {
    fn new() -> io::Result<Worlds> {
        let inherited = World::found();
        CLEAN.enter()?;
        Ok(Worlds {
            inherited,
            entered: Cell::new(CLEAN),
        })
    }

    /// Makes the next program find what the meter was started with, with this soft limit of open
    /// files; without one, the clean world. Gives the signals that the program is to ignore.
    ///
    /// # Errors
    /// When the kernel refuses a limit that it allowed before.
    pub fn enter(&self, open_files: Option<u64>) -> io::Result<u64> {
        let world = match open_files {
            Some(open_files) => World {
                open_files: open_files as libc::rlim_t,
                ..self.inherited
            },
            None => CLEAN,
        };
        if self.entered.get() != world {
            world.enter()?;
            self.entered.set(world);
        }
        Ok(world.ignored)
    }
}

impl World {
    fn found() -> World {
        const ASK: libc::c_ulong = 0xFFFF_FFFF;
        // SAFETY: the calls take integers; where a sandbox forbids one, it gives -1.
        let (personality, no_huge_pages, timer_slack_ns) = unsafe {
            (
                libc::personality(ASK),
                libc::prctl(libc::PR_GET_THP_DISABLE, 0, 0, 0, 0),
                libc::prctl(libc::PR_GET_TIMERSLACK, 0, 0, 0, 0),
            )
        };
        World {
            open_files: soft_limit(libc::RLIMIT_NOFILE as _),
            core_bytes: soft_limit(libc::RLIMIT_CORE as _),
            stack_bytes: soft_limit(libc::RLIMIT_STACK as _),
            personality: libc::c_ulong::try_from(personality).unwrap_or(CLEAN.personality),
            no_huge_pages: libc::c_ulong::try_from(no_huge_pages).unwrap_or(CLEAN.no_huge_pages),
            timer_slack_ns: libc::c_ulong::try_from(timer_slack_ns).unwrap_or(CLEAN.timer_slack_ns),
            ignored: IGNORED.load(Ordering::Relaxed),
        }
    }

    /// The meter itself lives in it, and its children inherit it. Where a sandbox forbids a call
    /// that sets no limit, things stay as they are.
    fn enter(&self) -> io::Result<()> {
        limit(libc::RLIMIT_NOFILE as _, self.open_files)?;
        limit(libc::RLIMIT_CORE as _, self.core_bytes)?;
        limit(libc::RLIMIT_STACK as _, self.stack_bytes)?;
        // SAFETY: the calls take integers.
        unsafe {
            libc::personality(self.personality);
            libc::prctl(libc::PR_SET_THP_DISABLE, self.no_huge_pages, 0, 0, 0);
            libc::prctl(libc::PR_SET_TIMERSLACK, self.timer_slack_ns);
        }
        Ok(())
    }
}

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

/// Makes the worlds in which programs run, and the watch over the meter's input and signals.
///
/// # Errors
/// When the kernel refuses a call that the meter cannot do without.
pub fn prepare() -> io::Result<(Watch, Worlds)> {
    adopt_orphans()?;
    let worlds = Worlds::new()?;
    take_the_blame();
    Ok((Watch::over_blocked_signals()?, worlds))
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
    if result == -1 {
        return close_one_by_one().map_err(|error| named("close_range, and /proc/self/fd", error));
    }
    Ok(())
}

/// Where a container's filter refuses to close all of them at once. The list is read to its end
/// before one is closed, for it is read through one of them.
fn close_one_by_one() -> io::Result<()> {
    let names = fs::read_dir("/proc/self/fd")?.map(|entry| Ok(entry?.file_name()));
    let names: io::Result<Vec<_>> = names.collect();
    let open = names?.into_iter();
    for fd in open.filter_map(|name| name.to_str()?.parse().ok()) {
        if fd > libc::STDERR_FILENO {
            // SAFETY: as above; that the one of the list is closed already does no harm.
            unsafe { libc::close(fd) };
        }
    }
    Ok(())
}

/// An error that says which call the system refused.
pub(super) fn named(call: &str, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{call}: {error}"))
}

/// Ignored signals stay ignored over exec. The JVM leaks the C library's internal signals 32 and
/// 33 ignored and Rust's start-up ignores SIGPIPE, so each is set back to its default. The call is
/// the kernel's own, since the C library's `sigaction` refuses 32 and 33. For the meter itself
/// nothing is lost: the signals are blocked.
fn reset_dispositions() {
    let mut ignored = 0;
    for signal in 1..=LAST_SIGNAL {
        let mut before = DEFAULT;
        set_action(signal, &DEFAULT, &raw mut before);
        if before[0] == libc::SIG_IGN && !NOT_THE_USERS.contains(&signal) {
            ignored |= 1 << (signal - 1);
        }
    }
    IGNORED.store(ignored, Ordering::Relaxed);
}

/// Ignores signals, in a child before its exec.
pub(super) fn ignore(signals: u64) {
    for signal in (1..=LAST_SIGNAL).filter(|signal| signals & (1 << (signal - 1)) != 0) {
        set_action(signal, &IGNORE, ptr::null_mut());
    }
}

fn set_action(signal: libc::c_int, action: &SignalAction, before: *mut SignalAction) {
    // SAFETY: the kernel reads the one array and writes into the other, if there is one, as much as
    // fits. SIGKILL and SIGSTOP give EINVAL, which is fine.
    unsafe {
        libc::syscall(
            libc::SYS_rt_sigaction,
            signal,
            ptr::from_ref(action),
            before,
            SIGNAL_SET_BYTES,
        )
    };
}

/// Each child unblocks them for itself, as its last step before exec.
fn block_all_signals() {
    // SAFETY: sigset_t is plain data that sigfillset initializes.
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
    check(result.into()).map_err(|error| named("prctl(PR_SET_CHILD_SUBREAPER)", error))
}

fn soft_limit(resource: libc::c_uint) -> libc::rlim_t {
    // SAFETY: an rlimit is two integers, for which zero is a value; the call gets a valid pointer.
    unsafe {
        let mut limits: libc::rlimit = mem::zeroed();
        libc::getrlimit(resource as _, &mut limits);
        limits.rlim_cur
    }
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
    check(result.into()).map_err(|error| named("setrlimit", error))
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
