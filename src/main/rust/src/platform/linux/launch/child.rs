//! The child's side of a launch: what runs between `clone` and the program.

use super::super::world::ignore;
use super::REHEARSAL;
use std::os::fd::RawFd;
use std::ptr;
use std::sync::atomic::{AtomicI32, Ordering};

/// What a child could not do; 0 while there is no failure.
#[derive(Default)]
#[repr(C)]
pub struct Report {
    step: AtomicI32,
    errno: AtomicI32,
}

/// The child's steps that can fail; a report names one by its place, counted from 1.
const STEPS: [&str; 4] = [PIN_STEP, "chdir", "dup2", "exec"];
/// The step whose subject is a list of CPUs.
pub const PIN_STEP: &str = "pin to CPUs";
const PIN: i32 = 1;
const CHDIR: i32 = 2;
const DUP: i32 = 3;
const EXEC: i32 = 4;

/// Only what the child reads, with pointers into a `Program`.
pub struct Plan {
    pub argv: Vec<*const libc::c_char>,
    pub env: Vec<*const libc::c_char>,
    pub cwd: *const libc::c_char,
    pub cpus: Option<libc::cpu_set_t>,
    pub streams: [RawFd; 3],
    pub ignored: u64,
    pub go: Option<Go>,
    pub no_signals: libc::sigset_t,
    pub meter: libc::pid_t,
    pub report: *const Report,
}

/// The two ends of a pipe through which the meter gives leave to exec, once it watches.
#[derive(Clone, Copy)]
pub struct Go {
    pub read: RawFd,
    pub write: RawFd,
}

impl Report {
    /// Takes the failure, if there is one, as its step and error number.
    pub fn take(&self) -> Option<(&'static str, i32)> {
        let step = self.step.swap(0, Ordering::Relaxed);
        let errno = self.errno.swap(0, Ordering::Relaxed);
        let step = usize::try_from(step).ok()?.checked_sub(1)?;
        Some((STEPS[step], errno))
    }
}

/// A child that becomes a meter which ends at once, on the CPUs of a plan.
pub extern "C" fn rehearsal(argument: *mut libc::c_void) -> libc::c_int {
    // SAFETY: the argument is a plan, which the meter keeps; this is the child. CPUs that it cannot
    // be pinned to are told of at the launch itself.
    unsafe {
        if let Some(cpus) = &(*argument.cast::<Plan>()).cpus {
            pin(cpus);
        }
    }
    let path = c"/proc/self/exe".as_ptr();
    let argv = [path, REHEARSAL.as_ptr(), ptr::null()];
    // SAFETY: the strings are constants, and both lists end with a null pointer.
    unsafe { libc::execve(path, argv.as_ptr(), [ptr::null()].as_ptr()) };
    0
}

/// The child, from its first instruction to exec. It may share the meter's memory: it allocates
/// nothing, and writes only to its stack, to the report and to `errno`, which nobody else reads
/// now. The order matters:
///
/// 1. A session of its own, so that the group exists before anybody could want to signal it.
/// 2. SIGKILL when the meter dies; if it died before that was set, the parent has changed: end.
/// 3. Leave, where the meter wants to watch from the start. The pipe ends unread when it could not.
/// 4. The CPUs, exactly those that were asked for, before exec touches the new image's memory.
/// 5. The files, to 0, 1 and 2. All three are above 2, so none overwrites another; the copies
///    lose the close-on-exec flag, and the originals vanish by it.
/// 6. The dispositions are the default already, as the meter's are, but for signals that the program
///    is to ignore; here, since the meter itself must not.
/// 7. No signal blocked, last: until now none could interrupt.
pub extern "C" fn run(argument: *mut libc::c_void) -> libc::c_int {
    // SAFETY: `start` passes a Plan that outlives the child's stay in this memory; all pointers in
    // it are to null-terminated data of the same life.
    unsafe {
        let plan = &*argument.cast_const().cast::<Plan>();
        libc::setsid();
        libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL, 0, 0, 0);
        if libc::getppid() != plan.meter {
            libc::_exit(1);
        }
        if let Some(go) = plan.go {
            let mut leave = 0u8;
            // Its own copy of the other end would keep the pipe from ending.
            libc::close(go.write);
            if libc::read(go.read, (&raw mut leave).cast(), 1) != 1 {
                libc::_exit(1);
            }
        }
        if let Some(cpus) = &plan.cpus {
            if !pin(cpus) {
                fail(plan, PIN);
            }
        }
        if libc::chdir(plan.cwd) == -1 {
            fail(plan, CHDIR);
        }
        for (target, &fd) in plan.streams.iter().enumerate() {
            if libc::dup2(fd, target as RawFd) == -1 {
                fail(plan, DUP);
            }
        }
        ignore(plan.ignored);
        libc::sigprocmask(libc::SIG_SETMASK, &plan.no_signals, ptr::null_mut());
        libc::execve(plan.argv[0], plan.argv.as_ptr(), plan.env.as_ptr());
        fail(plan, EXEC)
    }
}

/// Pins to exactly these CPUs. Of a list that is possible in part the kernel takes that part and
/// says nothing, so it is asked what it took.
///
/// # Safety
/// Only in the child.
unsafe fn pin(cpus: &libc::cpu_set_t) -> bool {
    const SIZE: usize = size_of::<libc::cpu_set_t>();
    // SAFETY: zero is the empty set; the kernel reads one set and writes the other.
    unsafe {
        let mut taken: libc::cpu_set_t = std::mem::zeroed();
        if libc::sched_setaffinity(0, SIZE, cpus) == -1
            || libc::sched_getaffinity(0, SIZE, &mut taken) == -1
        {
            return false;
        }
        *libc::__errno_location() = libc::EINVAL;
        libc::CPU_EQUAL(cpus, &taken)
    }
}

/// Reports a step and ends the child, without the clean-up of a process that it may share.
///
/// # Safety
/// Only in the child, with a plan whose report is mapped.
unsafe fn fail(plan: &Plan, step: i32) -> ! {
    // SAFETY: the caller's promise.
    unsafe {
        let report = &*plan.report;
        report
            .errno
            .store(*libc::__errno_location(), Ordering::Relaxed);
        report.step.store(step, Ordering::Relaxed);
        libc::_exit(127)
    }
}
