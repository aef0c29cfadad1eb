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

mod child;

use self::child::{PIN_STEP, Plan, Report};
use super::clock::{now_ns, own_cpu_ns};
use super::cpus::{self, cpu_set, pinnable_cpus};
use super::process::{Child, reap};
use super::watch::signal_set;
use std::ffi::CString;
use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;
use std::ptr;

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
    /// Standard input, output and error output.
    pub streams: [File; 3],
    /// Whether the child shares the meter's memory until exec: for times, not for memory.
    pub share_memory: bool,
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
}

impl Launcher {
    /// Maps the child's stack and the page for its report.
    pub fn new() -> io::Result<Launcher> {
        let stack = map(STACK_BYTES, libc::MAP_PRIVATE | libc::MAP_STACK)?;
        let report = map(size_of::<Report>(), libc::MAP_SHARED)?;
        Ok(Launcher {
            // SAFETY: one past the end of the mapping; stacks grow down on all supported machines.
            stack_top: unsafe { stack.byte_add(STACK_BYTES) },
            // A fresh anonymous mapping is zero, which is a Report without failure.
            report: report.cast(),
        })
    }

    /// Starts a program; when this returns a child, exec has succeeded.
    pub fn start(&self, program: &Program) -> Result<Child, Failure> {
        let plan = self.plan(program);
        let mut flags = libc::SIGCHLD | libc::CLONE_VFORK;
        if program.share_memory {
            flags |= libc::CLONE_VM;
        }
        let argument = (&raw const plan).cast_mut().cast();

        let meter_start_ns = own_cpu_ns();
        let start_ns = now_ns();
        // SAFETY: CLONE_VFORK keeps this thread, and with it `plan` and the stack, untouched until
        // the child is gone from this memory. `run` makes only async-signal-safe calls.
        let pid = unsafe { libc::clone(child::run, self.stack_top, flags, argument) };

        if pid == -1 {
            return Err(program.failure("clone", io::Error::last_os_error()));
        }
        // SAFETY: the mapping lives as long as the process, and a Report has only atomics.
        if let Some((step, errno)) = unsafe { &*self.report }.take() {
            // Its exit code means nothing; it only must not stay a zombie.
            reap(pid).map_err(|error| program.failure("wait4", error))?;
            return Err(program.failure(step, io::Error::from_raw_os_error(errno)));
        }
        Child::of(pid, start_ns, meter_start_ns)
            .map_err(|error| program.failure("pidfd_open", error))
    }

    fn plan(&self, program: &Program) -> Plan {
        Plan {
            argv: null_terminated(&program.argv),
            env: null_terminated(&program.env),
            cwd: program.cwd.as_ptr(),
            cpus: program.cpus.as_deref().map(cpu_set),
            streams: program.streams.each_ref().map(AsRawFd::as_raw_fd),
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
