//! The program that is measured, once it runs.

use super::clock::{now_ns, own_cpu_ns};
use super::descendants::{self, Family, Sweep, sweep, sweep_by, wait_for_a_childs_end};
use super::trace::{self, Found, Trace};
use super::watch::{Wake, Watch, end_of};
use std::io;
use std::mem;
use std::os::fd::{AsFd, FromRawFd, OwnedFd};

/// A running program; it leads a session and a group of its own.
pub struct Child {
    pid: libc::pid_t,
    /// Readable once it has ended; none where a container's filter refuses the call.
    pidfd: Option<OwnedFd>,
    /// Who watches it for its memory; without, it runs undisturbed.
    trace: Option<Trace>,
    /// The moment immediately before it was made, in ns of `CLOCK_MONOTONIC`.
    pub start_ns: u64,
    /// The CPU time that the meter had used shortly before that.
    pub meter_start_ns: u64,
}

/// How a program ended and what it used.
pub struct Ended {
    /// The moment immediately after it was reaped.
    pub end_ns: u64,
    /// The CPU time that the meter had used shortly after that.
    pub meter_end_ns: u64,
    /// The exit code, or the signal that ended it.
    pub status: Result<i32, i32>,
    /// Its resources.
    pub usage: Usage,
}

/// What `wait4` says that one process, and the children that it waited for, used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    /// CPU time in user mode. Many kernels sample the split from system time by ticks.
    pub user_ns: u64,
    /// CPU time in the kernel.
    pub system_ns: u64,
    /// The largest resident set. The kernel starts it at the high-water mark of the address space
    /// that the child leaves at exec, which is the meter's own or a copy of it (`exec_mmap` calls
    /// `setmax_mm_hiwater_rss`); so no smaller value can be seen.
    pub peak_bytes: u64,
    /// Page faults without disk access.
    pub minor_faults: u64,
    /// Page faults with disk access.
    pub major_faults: u64,
    /// Context switches because it waited.
    pub voluntary_switches: u64,
    /// Context switches because its time was over.
    pub involuntary_switches: u64,
}

impl Usage {
    /// CPU time of both kinds.
    pub fn cpu_ns(&self) -> u64 {
        self.user_ns + self.system_ns
    }
}

impl Child {
    /// Opens the pidfd, which is after the start on purpose: it overlaps with the program's own
    /// start-up, where `CLONE_PIDFD` would delay it. The child cannot vanish before: until it is
    /// reaped, its pid is its own. Where it cannot be opened, the signal of a child's end serves.
    pub(super) fn of(pid: libc::pid_t, start_ns: u64, meter_start_ns: u64) -> Child {
        // SAFETY: the call takes integers; the descriptor that it returns is ours alone and has
        // the close-on-exec flag already.
        let pidfd = unsafe {
            let fd = libc::syscall(libc::SYS_pidfd_open, pid, 0);
            (fd != -1).then(|| OwnedFd::from_raw_fd(fd as libc::c_int))
        };
        Child {
            pid,
            pidfd,
            trace: None,
            start_ns,
            meter_start_ns,
        }
    }

    /// Its number, its own until it is reaped.
    pub fn pid(&self) -> i32 {
        self.pid
    }

    /// Begins to watch the child, which waits for leave to exec.
    pub(super) fn seize(&mut self) -> io::Result<()> {
        self.trace = Some(Trace::of(self.pid)?);
        Ok(())
    }

    /// Keeps the child going until it has become the program, or ended without.
    pub(super) fn until_exec(&mut self) -> io::Result<()> {
        self.trace.as_mut().map_or(Ok(()), Trace::until_exec)
    }

    /// Waits until the program has ended, or for `timeout_ns` at most.
    pub fn wait(&mut self, watch: &Watch, timeout_ns: u64) -> io::Result<Wake> {
        match (&mut self.trace, &self.pidfd) {
            (Some(trace), _) => trace.wait(watch, timeout_ns),
            (None, Some(pidfd)) => watch.program(pidfd.as_fd(), timeout_ns),
            (None, None) => self.wait_by_signal(watch, timeout_ns),
        }
    }

    /// Any child's end wakes it, so it asks whose it was.
    fn wait_by_signal(&self, watch: &Watch, timeout_ns: u64) -> io::Result<Wake> {
        let end_ns = now_ns().saturating_add(timeout_ns);
        loop {
            if has_ended(self.pid)? {
                return Ok(Wake::Ready);
            }
            let here_ns = now_ns();
            if here_ns >= end_ns {
                return Ok(Wake::Time);
            }
            match watch.children(end_ns - here_ns)? {
                Wake::Ready | Wake::Time => {}
                gone => return Ok(gone),
            }
        }
    }

    /// Asks the program's group to end.
    pub fn terminate(&self) {
        signal_group(self.pid, libc::SIGTERM);
    }

    /// Ends the program's group.
    pub fn kill(&self) {
        signal_group(self.pid, libc::SIGKILL);
    }

    /// Waits for the end of the program for `timeout_ns` at most; one that was killed may hang in
    /// the kernel.
    pub fn ends_within(&mut self, timeout_ns: u64) -> io::Result<bool> {
        match (&mut self.trace, &self.pidfd) {
            (Some(trace), _) => trace.ends_within(timeout_ns),
            (None, Some(pidfd)) => end_of(pidfd.as_fd(), timeout_ns),
            (None, None) => self.ends_by_signal_within(timeout_ns),
        }
    }

    fn ends_by_signal_within(&self, timeout_ns: u64) -> io::Result<bool> {
        let end_ns = now_ns().saturating_add(timeout_ns);
        while !has_ended(self.pid)? {
            if now_ns() >= end_ns {
                return Ok(false);
            }
            wait_for_a_childs_end(trace::LOOK_NS);
        }
        Ok(true)
    }

    /// Waits for the end of the program.
    pub fn reap(&mut self) -> io::Result<Ended> {
        match &mut self.trace {
            Some(trace) => trace.reap(),
            None => reap(self.pid),
        }
    }

    /// While the program runs: adds what orphans of its used that have ended.
    pub fn reap_orphans(&mut self, usage: &mut Usage) -> io::Result<()> {
        match &mut self.trace {
            Some(trace) => trace.reap_orphans(usage),
            None => descendants::reap_orphans(self.pid, usage)?,
        }
        Ok(())
    }

    /// Once the program is reaped: the same for all that it left behind.
    pub fn reap_left(&mut self, usage: &mut Usage) -> io::Result<Family> {
        match &mut self.trace {
            Some(trace) => trace.keep_going(usage),
            None => descendants::reap_ended(usage),
        }
    }

    /// How long what it left behind may be left to itself.
    pub fn patience_ns(&self) -> u64 {
        self.trace.as_ref().map_or(u64::MAX, |_| trace::LOOK_NS)
    }

    /// Ends and reaps what it left behind; see [`sweep`].
    pub fn sweep(&mut self, patience_ns: u64) -> io::Result<Sweep> {
        match &mut self.trace {
            Some(trace) => sweep_by(patience_ns, &mut |usage| trace.keep_going(usage)),
            None => sweep(patience_ns),
        }
    }

    /// What a trace found, if there was one and nobody is left.
    pub fn found(&self, usage: &Usage) -> Option<Found> {
        let trace = self.trace.as_ref()?;
        Some(trace.found(usage.peak_bytes))
    }
}

/// Whether a child has ended; it is not reaped.
fn has_ended(pid: libc::pid_t) -> io::Result<bool> {
    let options = libc::WEXITED | libc::WNOHANG | libc::WNOWAIT | libc::__WALL;
    // SAFETY: siginfo is plain data, for which zero is a value; the kernel leaves the pid 0 while
    // it runs (waitid(2)).
    let (result, ended) = unsafe {
        let mut info: libc::siginfo_t = mem::zeroed();
        let result = libc::waitid(libc::P_PID, pid as libc::id_t, &mut info, options);
        (result, info.si_pid())
    };
    if result == -1 {
        return Err(io::Error::last_os_error());
    }
    Ok(ended == pid)
}

/// A session's leader cannot leave its group (setpgid(2)), so this always reaches the program
/// itself.
fn signal_group(pid: libc::pid_t, signal: libc::c_int) {
    // SAFETY: the call takes integers. The group is the child's own, which is not reaped yet, so
    // that its number cannot be another's. ESRCH when all have ended is fine.
    unsafe { libc::kill(-pid, signal) };
}

/// Waits for one child. The clock is read immediately after, before anything is looked at.
pub(super) fn reap(pid: libc::pid_t) -> io::Result<Ended> {
    let mut status = 0;
    // SAFETY: rusage is plain data, for which zero is a value; both pointers are to locals.
    let (result, end_ns, usage) = unsafe {
        let mut usage: libc::rusage = mem::zeroed();
        let result = libc::wait4(pid, &mut status, 0, &mut usage);
        (result, now_ns(), usage)
    };
    if result == -1 {
        return Err(io::Error::last_os_error());
    }
    Ok(Ended::of(status, &usage, end_ns))
}

impl Ended {
    /// What `wait4` told at that moment.
    pub(super) fn of(status: libc::c_int, usage: &libc::rusage, end_ns: u64) -> Ended {
        Ended {
            end_ns,
            meter_end_ns: own_cpu_ns(),
            status: decode(status),
            usage: Usage::from(usage),
        }
    }
}

/// Without WUNTRACED and WCONTINUED a status is an exit or a signal, never a stop.
pub(super) fn decode(status: libc::c_int) -> Result<i32, i32> {
    if libc::WIFSIGNALED(status) {
        Err(libc::WTERMSIG(status))
    } else {
        Ok(libc::WEXITSTATUS(status))
    }
}

impl Usage {
    /// Adds what another process used: sums, and of peaks the largest.
    pub fn add(&mut self, other: &Usage) {
        self.user_ns += other.user_ns;
        self.system_ns += other.system_ns;
        self.peak_bytes = self.peak_bytes.max(other.peak_bytes);
        self.minor_faults += other.minor_faults;
        self.major_faults += other.major_faults;
        self.voluntary_switches += other.voluntary_switches;
        self.involuntary_switches += other.involuntary_switches;
    }
}

impl From<&libc::rusage> for Usage {
    fn from(usage: &libc::rusage) -> Usage {
        Usage {
            user_ns: nanoseconds(usage.ru_utime),
            system_ns: nanoseconds(usage.ru_stime),
            peak_bytes: usage.ru_maxrss as u64 * 1024,
            minor_faults: usage.ru_minflt as u64,
            major_faults: usage.ru_majflt as u64,
            voluntary_switches: usage.ru_nvcsw as u64,
            involuntary_switches: usage.ru_nivcsw as u64,
        }
    }
}

fn nanoseconds(time: libc::timeval) -> u64 {
    time.tv_sec as u64 * 1_000_000_000 + time.tv_usec as u64 * 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_an_exit_code_or_a_signal() {
        assert_eq!(decode(3 << 8), Ok(3));
        assert_eq!(decode(0), Ok(0));
        assert_eq!(decode(libc::SIGKILL), Err(libc::SIGKILL));
        const CORE_DUMPED: i32 = 0x80;
        assert_eq!(decode(libc::SIGSEGV | CORE_DUMPED), Err(libc::SIGSEGV));
    }

    #[test]
    fn usage_has_one_unit_for_all_times_and_one_for_all_sizes() {
        // SAFETY: rusage is plain data, for which zero is a value.
        let mut raw: libc::rusage = unsafe { mem::zeroed() };
        raw.ru_utime = libc::timeval {
            tv_sec: 2,
            tv_usec: 5,
        };
        raw.ru_maxrss = 3;
        let usage = Usage::from(&raw);
        assert_eq!(usage.user_ns, 2_000_005_000);
        assert_eq!(usage.system_ns, 0);
        assert_eq!(usage.peak_bytes, 3072);
    }

    #[test]
    fn usage_of_two_is_the_sum_but_the_larger_peak() {
        let usage = |figure| Usage {
            user_ns: figure,
            system_ns: figure + 1,
            peak_bytes: figure + 2,
            minor_faults: figure + 3,
            major_faults: figure + 4,
            voluntary_switches: figure + 5,
            involuntary_switches: figure + 6,
        };
        let mut both = usage(10);
        both.add(&usage(100));
        let expected = Usage {
            user_ns: 110,
            system_ns: 112,
            peak_bytes: 102,
            minor_faults: 116,
            major_faults: 118,
            voluntary_switches: 120,
            involuntary_switches: 122,
        };
        assert_eq!(both, expected);
    }
}
