//! Making the process of a program: everything before t0, as little as possible after.
//!
//! The child is made with `clone(CLONE_VFORK)`: the meter sleeps until the child has left its
//! memory by exec or exit. So a failed exec is known when `clone` returns, told through a page that
//! both share, without a pipe; exit code 127 of a program that did start is just an exit code.
//!
//! For times the child also shares the memory itself (`CLONE_VM`, as posix_spawn does): no page
//! tables to copy, no copy-on-write faults; 140 us against 208 us for the no-op. For memory it gets
//! a copy, since `ru_maxrss` starts at the high-water mark of the memory that exec replaces: the
//! meter's whole peak when shared, just what fork copies when not.
//!
//! A program that is to be traced cannot be made so: the meter must not sleep while it is to watch.
//! Its child gets a copy of the memory too and waits for leave to exec.

mod child;

use self::child::{Go, PIN_STEP, Plan, Report};
use super::clock::{now_ns, own_cpu_ns};
use super::cpus::{self, cpu_set, pinnable_cpus};
use super::process::{Child, reap};
use super::trace;
use super::watch::signal_set;
use std::cell::Cell;
use std::ffi::{CStr, CString};
use std::fs::File;
use std::io;
use std::io::Write;
use std::os::fd::{AsRawFd, FromRawFd};
use std::ptr;

/// After these the first program of a row takes no more than a few percent longer than the others.
const REHEARSALS: usize = 8;
/// The only argument of a meter that is to end at once.
pub const REHEARSAL: &CStr = c"rehearsal";
/// The child calls a handful of system calls; glibc's posix_spawn gives it 32 KiB.
const STACK_BYTES: usize = 64 * 1024;

/// A program that is ready to start: nothing is looked up, opened or allocated any more.
pub struct Program {
    /// The path and the arguments; not empty.
    pub argv: Vec<CString>,
    /// The whole environment, `NAME=value` each.
    pub env: Vec<CString>,
    /// The working directory.
    pub cwd: CString,
    /// The CPUs that it may use, or all that the meter may.
    pub cpus: Option<Vec<u64>>,
    /// The signals that it is to ignore, signal 1 as the lowest bit.
    pub ignored: u64,
    /// Standard input, output and error output.
    pub streams: [File; 3],
    /// How its process is made.
    pub manner: Manner,
}

/// How a process is made, by what is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// It shares the meter's memory until exec, which is fast: for times.
    Shared,
    /// It gets a copy, which lowers what `ru_maxrss` can show at least, and is traced from its exec
    /// on where the system allows that: for memory.
    Traced,
}

/// A program that could not be started.
#[derive(Debug)]
pub struct Failure {
    /// What was tried.
    pub step: &'static str,
    /// The path that it was tried with.
    pub subject: String,
    /// The system's error number.
    pub errno: i32,
}

/// Starts programs; holds the memory that every start uses again.
pub struct Launcher {
    stack_top: *mut libc::c_void,
    report: *mut Report,
    no_trace: Option<String>,
    rested: Cell<bool>,
}

impl Launcher {
    /// Maps the child's stack and the page for its report, and tries whether it may trace.
    pub fn new() -> io::Result<Launcher> {
        let stack = map(STACK_BYTES, libc::MAP_PRIVATE | libc::MAP_STACK)?;
        let report = map(size_of::<Report>(), libc::MAP_SHARED)?;
        Ok(Launcher {
            // SAFETY: one past the end of the mapping; stacks grow down on all supported machines.
            stack_top: unsafe { stack.byte_add(STACK_BYTES) },
            // A fresh anonymous mapping is zero, which is a Report without failure.
            report: report.cast(),
            no_trace: trace::why_not()?,
            rested: Cell::new(false),
        })
    }

    /// Tells whether the processor has rested since the last launch, so that the next one is
    /// rehearsed.
    pub fn has_rested(&self, rested: bool) {
        self.rested.set(rested);
    }

    /// Why programs cannot be traced here; `None` when they can.
    pub fn no_trace(&self) -> Option<&str> {
        self.no_trace.as_deref()
    }

    /// Starts a program; when this returns a child, exec has succeeded, unless it was killed just
    /// before.
    pub fn start(&self, program: &Program) -> Result<Child, Failure> {
        let shared = match program.manner {
            Manner::Shared => libc::CLONE_VM,
            Manner::Traced => match self.start_traced(program)? {
                Some(child) => return Ok(child),
                None => 0,
            },
        };
        let plan = self.plan(program, None);
        if self.rested.take() {
            self.rehearse(&plan);
        }
        let meter_start_ns = own_cpu_ns();
        let start_ns = now_ns();
        let pid = self.clone(&plan, libc::CLONE_VFORK | shared);
        let pid = pid.map_err(|error| program.failure("clone", error))?;
        if let Some(failure) = self.reported(program) {
            // Its exit code means nothing; it only must not stay a zombie.
            reap(pid).map_err(|error| program.failure("wait4", error))?;
            return Err(failure);
        }
        Ok(Child::of(pid, start_ns, meter_start_ns))
    }

    /// Starts this very program some times, which ends at once then: a processor that has rested has
    /// forgotten how to start a program. Whether it succeeds has no meaning: the launch itself will
    /// tell.
    fn rehearse(&self, plan: &Plan) {
        let flags = libc::SIGCHLD | libc::CLONE_VM | libc::CLONE_VFORK;
        let argument = ptr::from_ref(plan).cast_mut().cast();
        for _ in 0..REHEARSALS {
            // SAFETY: CLONE_VFORK keeps this thread, and with it the plan and the stack, untouched
            // until the child is gone from this memory.
            let pid = unsafe { libc::clone(child::rehearsal, self.stack_top, flags, argument) };
            if pid != -1 {
                let _ = reap(pid);
            }
        }
    }

    /// Starts a program under trace, or gives `None` where that is refused.
    fn start_traced(&self, program: &Program) -> Result<Option<Child>, Failure> {
        if self.no_trace.is_some() {
            return Ok(None);
        }
        let failure = |step| move |error| program.failure(step, error);
        let (read, mut write) = pipe().map_err(failure("pipe"))?;
        let go = Go {
            read: read.as_raw_fd(),
            write: write.as_raw_fd(),
        };
        let plan = self.plan(program, Some(go));
        let meter_start_ns = own_cpu_ns();
        let start_ns = now_ns();
        let pid = self.clone(&plan, 0).map_err(failure("clone"))?;
        let mut child = Child::of(pid, start_ns, meter_start_ns);
        if child.seize().is_err() {
            drop(write);
            child.reap().map_err(failure("wait4"))?;
            return Ok(None);
        }
        // A child that was killed meanwhile does not read; that it ended is seen below.
        let _ = write.write_all(b"g");
        child.until_exec().map_err(failure("wait"))?;
        if let Some(failed) = self.reported(program) {
            child.reap().map_err(failure("wait4"))?;
            return Err(failed);
        }
        Ok(Some(child))
    }

    fn clone(&self, plan: &Plan, flags: libc::c_int) -> io::Result<libc::pid_t> {
        let argument = ptr::from_ref(plan).cast_mut().cast();
        // SAFETY: either the memory is copied, or CLONE_VFORK keeps this thread, and with it the
        // plan and the stack, untouched until the child is gone from this memory. `run` makes only
        // async-signal-safe calls.
        let pid =
            unsafe { libc::clone(child::run, self.stack_top, libc::SIGCHLD | flags, argument) };
        if pid == -1 {
            return Err(io::Error::last_os_error());
        }
        Ok(pid)
    }

    fn reported(&self, program: &Program) -> Option<Failure> {
        // SAFETY: the mapping lives as long as the process, and a Report has only atomics.
        let (step, errno) = unsafe { &*self.report }.take()?;
        Some(program.failure(step, io::Error::from_raw_os_error(errno)))
    }

    fn plan(&self, program: &Program, go: Option<Go>) -> Plan {
        Plan {
            argv: null_terminated(&program.argv),
            env: null_terminated(&program.env),
            cwd: program.cwd.as_ptr(),
            cpus: program.cpus.as_deref().map(cpu_set),
            streams: program.streams.each_ref().map(AsRawFd::as_raw_fd),
            ignored: program.ignored,
            go,
            no_signals: signal_set(&[]),
            // SAFETY: the call takes no arguments and cannot fail.
            meter: unsafe { libc::getpid() },
            report: self.report,
        }
    }
}

impl Program {
    fn failure(&self, step: &'static str, error: io::Error) -> Failure {
        let subject = match step {
            PIN_STEP => self.cpu_lists(),
            "chdir" => self.cwd.to_string_lossy().into_owned(),
            _ => self.argv[0].to_string_lossy().into_owned(),
        };
        Failure::of(step, &subject, &error)
    }

    fn cpu_lists(&self) -> String {
        let asked = cpus::list(self.cpus.as_deref().unwrap_or_default());
        match pinnable_cpus() {
            Ok(pinnable) => format!("{asked} (usable here: {})", cpus::list(&pinnable)),
            Err(_) => asked,
        }
    }
}

impl Failure {
    /// A failed call of the system.
    pub fn of(step: &'static str, subject: &str, error: &io::Error) -> Failure {
        Failure {
            step,
            subject: subject.to_owned(),
            errno: error.raw_os_error().unwrap_or(0),
        }
    }
}

fn null_terminated(strings: &[CString]) -> Vec<*const libc::c_char> {
    let pointers = strings.iter().map(|string| string.as_ptr());
    pointers.chain([ptr::null()]).collect()
}

/// The two ends of a pipe, to read from and to write to, closed by exec.
pub(super) fn pipe() -> io::Result<(File, File)> {
    let mut ends = [-1; 2];
    // SAFETY: the kernel fills the array; the descriptors are ours alone.
    unsafe {
        if libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) == -1 {
            return Err(io::Error::last_os_error());
        }
        Ok((File::from_raw_fd(ends[0]), File::from_raw_fd(ends[1])))
    }
}

fn map(bytes: usize, flags: libc::c_int) -> io::Result<*mut libc::c_void> {
    // SAFETY: a new anonymous mapping at an address of the kernel's choice.
    let address = unsafe {
        libc::mmap(
            ptr::null_mut(),
            bytes,
            libc::PROT_READ | libc::PROT_WRITE,
            flags | libc::MAP_ANONYMOUS,
            -1,
            0,
        )
    };
    if address == libc::MAP_FAILED {
        return Err(io::Error::last_os_error());
    }
    Ok(address)
}
