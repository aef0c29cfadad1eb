//! The calls by which one process watches others, as ptrace(2) and waitpid(2) describe them.

use super::super::clock::now_ns;
use std::io;
use std::mem;

/// What a tracee stops for. `EXITKILL` makes the kernel end all of them when the meter dies.
const OPTIONS: libc::c_int = libc::PTRACE_O_TRACEEXIT
    | libc::PTRACE_O_TRACEFORK
    | libc::PTRACE_O_TRACEVFORK
    | libc::PTRACE_O_TRACECLONE
    | libc::PTRACE_O_TRACEEXEC
    | libc::PTRACE_O_EXITKILL;

/// Which two things `kcmp(2)` compares; the C library has no name for it.
const KCMP_VM: libc::c_int = 1;

/// What a thread has to tell.
#[derive(Debug, PartialEq, Eq)]
pub enum News {
    /// There is no child and no tracee any more.
    Nobody,
    /// All of them go on.
    Nothing,
    /// This thread stopped.
    Stop(libc::pid_t),
    /// This one is dead.
    End(libc::pid_t),
}

/// Why a thread stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// A signal is about to be delivered to it.
    Signal(libc::c_int),
    /// Its process is stopped as by SIGSTOP.
    Group,
    /// It has made another thread or process.
    Birth,
    /// It has made a process and waits until that gives the memory back that both now use.
    Loan,
    /// It runs a new program.
    Exec,
    /// It is about to end, with its memory still there.
    Exit,
    /// Anything else: it has just been born, or was continued.
    Other,
}

/// How a thread's news reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It waits to be let go on.
    Stopped(Stop),
    /// It is gone; the status of wait(2).
    Ended(libc::c_int),
}

/// Begins to watch a thread without stopping it, and all that it will ever make.
pub fn seize(tid: libc::pid_t) -> io::Result<()> {
    // SAFETY: PTRACE_SEIZE takes integers and touches no memory of the meter.
    let result = unsafe { libc::ptrace(libc::PTRACE_SEIZE, tid, 0usize, OPTIONS as usize) };
    if result == -1 {
        return Err(io::Error::last_os_error());
    }
    Ok(())
}

/// Lets a stopped thread go on. It may have been killed meanwhile (ESRCH), which is as well.
pub fn resume(tid: libc::pid_t, stop: Stop) {
    let (request, signal) = match stop {
        Stop::Signal(signal) => (libc::PTRACE_CONT, signal),
        // It stays stopped, but can be continued by SIGCONT as if nobody watched.
        Stop::Group => (libc::PTRACE_LISTEN, 0),
        _ => (libc::PTRACE_CONT, 0),
    };
    // SAFETY: both requests take integers and touch no memory of the meter.
    unsafe { libc::ptrace(request, tid, 0usize, signal as usize) };
}

/// Who has news, which stay there: a thread that is told of for the first time can still be
/// looked up in `/proc`, even when it is dead.
pub fn look(block: bool) -> io::Result<News> {
    let options = libc::WEXITED | libc::WNOWAIT | libc::__WALL | patience(block);
    // SAFETY: siginfo_t is plain data; the kernel fills the local, or leaves its pid 0.
    let (result, pid, code) = unsafe {
        let mut info: libc::siginfo_t = mem::zeroed();
        let result = libc::waitid(libc::P_ALL, 0, &mut info, options);
        (result, info.si_pid(), info.si_code)
    };
    if result == -1 {
        let error = io::Error::last_os_error();
        return match error.raw_os_error() {
            Some(libc::ECHILD) => Ok(News::Nobody),
            _ => Err(error),
        };
    }
    Ok(match code {
        _ if pid == 0 => News::Nothing,
        libc::CLD_EXITED | libc::CLD_KILLED | libc::CLD_DUMPED => News::End(pid),
        _ => News::Stop(pid),
    })
}

/// Takes a thread's news, with what its process and the children that it waited for have used up
/// to now, and the moment; `None` when there are none, since a kill has overtaken them.
pub fn take(tid: libc::pid_t, block: bool) -> Option<(State, libc::rusage, u64)> {
    let mut status = 0;
    // SAFETY: rusage is plain data, for which zero is a value; both pointers are to locals.
    let (result, usage) = unsafe {
        let mut usage: libc::rusage = mem::zeroed();
        let options = libc::__WALL | patience(block);
        let result = libc::wait4(tid, &mut status, options, &mut usage);
        (result, usage)
    };
    (result == tid).then(|| (state(status), usage, now_ns()))
}

fn patience(block: bool) -> libc::c_int {
    if block { 0 } else { libc::WNOHANG }
}

fn state(status: libc::c_int) -> State {
    if !libc::WIFSTOPPED(status) {
        return State::Ended(status);
    }
    let signal = libc::WSTOPSIG(status);
    State::Stopped(match status >> 16 {
        0 => Stop::Signal(signal),
        libc::PTRACE_EVENT_FORK | libc::PTRACE_EVENT_CLONE => Stop::Birth,
        libc::PTRACE_EVENT_VFORK => Stop::Loan,
        libc::PTRACE_EVENT_EXEC => Stop::Exec,
        libc::PTRACE_EVENT_EXIT => Stop::Exit,
        libc::PTRACE_EVENT_STOP if stops_a_group(signal) => Stop::Group,
        _ => Stop::Other,
    })
}

fn stops_a_group(signal: libc::c_int) -> bool {
    matches!(
        signal,
        libc::SIGSTOP | libc::SIGTSTP | libc::SIGTTIN | libc::SIGTTOU
    )
}

/// Whom a thread that is stopped for a birth has made.
pub fn newborn(tid: libc::pid_t) -> Option<libc::pid_t> {
    let mut message: libc::c_ulong = 0;
    // SAFETY: the kernel writes one unsigned long into the local.
    let result = unsafe { libc::ptrace(libc::PTRACE_GETEVENTMSG, tid, 0usize, &raw mut message) };
    (result != -1).then_some(message as libc::pid_t)
}

/// Whether two threads share an address space; `None` where the kernel does not tell, as some
/// containers forbid the question.
pub fn same_memory(one: libc::pid_t, other: libc::pid_t) -> Option<bool> {
    // SAFETY: the call takes integers.
    match unsafe { libc::syscall(libc::SYS_kcmp, one, other, KCMP_VM, 0, 0) } {
        -1 => None,
        order => Some(order == 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stopped(signal: libc::c_int, event: libc::c_int) -> libc::c_int {
        (event << 16) | (signal << 8) | 0x7f
    }

    #[test]
    fn every_kind_of_stop_is_told_apart() {
        for (signal, event, expected) in [
            (libc::SIGUSR1, 0, Stop::Signal(libc::SIGUSR1)),
            (libc::SIGSTOP, 0, Stop::Signal(libc::SIGSTOP)),
            (libc::SIGTRAP, 1, Stop::Birth),
            (libc::SIGTRAP, 2, Stop::Loan),
            (libc::SIGTRAP, 3, Stop::Birth),
            (libc::SIGTRAP, 4, Stop::Exec),
            (libc::SIGTRAP, 6, Stop::Exit),
            (libc::SIGTRAP, 7, Stop::Other),
            (libc::SIGTRAP, 128, Stop::Other),
            (libc::SIGSTOP, 128, Stop::Group),
            (libc::SIGTSTP, 128, Stop::Group),
            (libc::SIGTTIN, 128, Stop::Group),
            (libc::SIGTTOU, 128, Stop::Group),
        ] {
            let status = stopped(signal, event);
            assert_eq!(state(status), State::Stopped(expected), "{signal} {event}");
        }
    }

    #[test]
    fn an_end_is_no_stop() {
        for status in [0, 3 << 8, libc::SIGKILL, libc::SIGSEGV | 0x80] {
            assert_eq!(state(status), State::Ended(status));
        }
    }
}
