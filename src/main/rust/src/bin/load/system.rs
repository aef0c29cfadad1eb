//! What the client asks the system for. All `unsafe` code of it is here.

use std::io::{self, Error};
use std::mem::{MaybeUninit, size_of};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::time::Duration;

/// Which processor the server runs on and which the client.
pub struct Cpus {
    server: usize,
    client: usize,
}

impl Cpus {
    /// The first and the last of those that this process may use, which are one where there is
    /// only one.
    pub fn split() -> io::Result<Cpus> {
        let allowed = allowed()?;
        Ok(Cpus {
            server: allowed[0],
            client: allowed[allowed.len() - 1],
        })
    }

    pub fn shared(&self) -> bool {
        self.server == self.client
    }

    /// Starts a program on the server's processor, and stays on the client's. When this process
    /// ends, the program does.
    pub fn spawn(&self, command: &mut Command) -> io::Result<std::process::Child> {
        // SAFETY: `prctl` is a system call that takes integers, which may be made after a fork.
        unsafe {
            command
                .pre_exec(|| check(libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL)).map(drop));
        }
        pin(self.server)?;
        let child = command.spawn();
        pin(self.client)?;
        child
    }
}

fn allowed() -> io::Result<Vec<usize>> {
    let mut set = MaybeUninit::<libc::cpu_set_t>::zeroed();
    // SAFETY: the set is as large as it is said to be, and of integers, for which zero is a value.
    let set = unsafe {
        let size = size_of::<libc::cpu_set_t>();
        check(libc::sched_getaffinity(0, size, set.as_mut_ptr()))?;
        set.assume_init()
    };
    let most = 8 * size_of::<libc::cpu_set_t>();
    // SAFETY: the numbers are below the size of the set.
    let cpus = (0..most).filter(|&cpu| unsafe { libc::CPU_ISSET(cpu, &set) });
    Ok(cpus.collect())
}

fn pin(cpu: usize) -> io::Result<()> {
    // SAFETY: as in `allowed`; the number came from there.
    unsafe {
        let mut set = MaybeUninit::<libc::cpu_set_t>::zeroed().assume_init();
        libc::CPU_SET(cpu, &mut set);
        check(libc::sched_setaffinity(
            0,
            size_of::<libc::cpu_set_t>(),
            &raw const set,
        ))
        .map(drop)
    }
}

/// Lets this process, and the server that it starts, have that many files open at once; the error is the most that it may.
pub fn allow_open_files(count: u64) -> Result<(), u64> {
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the limit lives through both calls.
    unsafe {
        if libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit) != 0 || limit.rlim_cur >= count {
            // what a limit that cannot be read forbids is said when it happens
            return Ok(());
        }
        if limit.rlim_max < count {
            return Err(limit.rlim_max);
        }
        limit.rlim_cur = count;
        check(libc::setrlimit(libc::RLIMIT_NOFILE, &raw const limit))
            .map_err(|_| limit.rlim_max)?;
    }
    Ok(())
}

/// Whoever loses its parent below this process becomes its child.
pub fn adopt_orphans() -> io::Result<()> {
    // SAFETY: the call takes integers.
    check(unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1) }).map(drop)
}

/// Sends a signal to a process that is not reaped yet; one that has ended takes it, too.
pub fn signal(pid: i32, signal: i32) {
    // SAFETY: the call takes integers.
    unsafe { libc::kill(pid, signal) };
}

/// Reaps the children that have ended; false when there is no child any more.
pub fn reap() -> bool {
    loop {
        // SAFETY: without a place for the status nothing is written.
        match unsafe { libc::waitpid(-1, std::ptr::null_mut(), libc::WNOHANG) } {
            0 => return true,
            -1 => return false,
            _ => {}
        }
    }
}

/// The CPU time that all threads of a process have used, those that have ended too, nanoseconds.
pub fn cpu_ns(pid: i32) -> io::Result<u64> {
    let mut clock = 0;
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: both places live through the calls.
    unsafe {
        match libc::clock_getcpuclockid(pid, &raw mut clock) {
            0 => check(libc::clock_gettime(clock, &raw mut time))?,
            error => return Err(Error::from_raw_os_error(error)),
        };
    }
    Ok(time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64)
}

/// Sockets of which some have something to read.
pub struct Epoll(OwnedFd);

impl Epoll {
    pub fn new() -> io::Result<Epoll> {
        // SAFETY: the descriptor is new and nobody else's.
        let fd = unsafe { OwnedFd::from_raw_fd(check(libc::epoll_create1(libc::EPOLL_CLOEXEC))?) };
        Ok(Epoll(fd))
    }

    /// Watches a file, which is told of by its number.
    pub fn add(&self, file: &impl AsRawFd, number: u64) -> io::Result<()> {
        let mut event = libc::epoll_event {
            events: libc::EPOLLIN as u32,
            u64: number,
        };
        // SAFETY: the event lives through the call.
        let added = unsafe {
            libc::epoll_ctl(
                self.0.as_raw_fd(),
                libc::EPOLL_CTL_ADD,
                file.as_raw_fd(),
                &raw mut event,
            )
        };
        check(added).map(drop)
    }

    /// Waits until some can be read, at most that many milliseconds, and gives their numbers.
    pub fn wait(&self, most_ms: i32, ready: &mut Vec<u64>) -> io::Result<()> {
        const MOST: usize = 64;
        let mut events = [libc::epoll_event { events: 0, u64: 0 }; MOST];
        ready.clear();
        // SAFETY: there is room for that many events.
        let count = unsafe {
            libc::epoll_wait(
                self.0.as_raw_fd(),
                events.as_mut_ptr(),
                MOST as i32,
                most_ms,
            )
        };
        match check(count) {
            Ok(count) => ready.extend(events[..count as usize].iter().map(|event| event.u64)),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

/// A clock that rings in an [`Epoll`], to the microsecond.
pub struct Timer(OwnedFd);

impl Timer {
    pub fn new() -> io::Result<Timer> {
        // SAFETY: the descriptor is new and nobody else's.
        let fd = unsafe {
            let flags = libc::TFD_CLOEXEC | libc::TFD_NONBLOCK;
            OwnedFd::from_raw_fd(check(libc::timerfd_create(libc::CLOCK_MONOTONIC, flags))?)
        };
        Ok(Timer(fd))
    }

    /// Rings once, after that time; what has rung before is forgotten.
    pub fn ring_after(&self, time: Duration) -> io::Result<()> {
        let zero = libc::timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        let when = libc::itimerspec {
            it_interval: zero,
            it_value: libc::timespec {
                tv_sec: time.as_secs() as libc::time_t,
                // zero would switch it off
                tv_nsec: time.subsec_nanos().max(1).into(),
            },
        };
        // SAFETY: the time lives through the call; the old one is not asked for.
        let set = unsafe {
            libc::timerfd_settime(self.0.as_raw_fd(), 0, &raw const when, std::ptr::null_mut())
        };
        check(set).map(drop)
    }
}

impl AsRawFd for Timer {
    fn as_raw_fd(&self) -> i32 {
        self.0.as_raw_fd()
    }
}

fn check(result: i32) -> io::Result<i32> {
    if result < 0 {
        Err(Error::last_os_error())
    } else {
        Ok(result)
    }
}
