//! The warden: the process that the harness starts, and that ends what a killed meter leaves.
//!
//! A meter that is killed takes its program with it (PR_SET_PDEATHSIG), but that reaches no
//! grandchild and nobody who detached himself. All of them have lost their parent then and go to
//! the next subreaper above the meter: the warden, which kills them. It is the same program forked
//! and not executed anew, holds no pipe to the harness but its standard error, opens no file of a
//! program and sleeps until the meter has ended or a signal comes. If it is killed itself, the
//! meter gets SIGTERM and ends everything.
//!
//! A meter that is stopped is killed. Nothing of its own stops it, all signals but SIGSTOP being
//! blocked, so this is a stranger's doing: it would keep no limit and answer nobody, and the times
//! of its program would be wrong even if it were to go on later.

use super::descendants::{PATIENCE_NS, Sweep, sweep};
use super::process::decode;
use super::watch::{ENDING, signal_set};
use super::world::leave_the_harness;
use std::io;
use std::ptr;

/// Which of the two processes goes on.
pub enum Role {
    /// The meter proper, with its warden's number or the reason why it has none.
    Meter(Result<i32, String>),
    /// The warden, whose meter has ended.
    Warden(Fate),
}

/// What became of a meter and of what it left.
pub struct Fate {
    /// Its exit code, or the signal that ended it.
    pub status: Result<i32, i32>,
    /// The signal that stopped it, if it was killed because of that.
    pub stopped: Option<i32>,
    /// The processes that it left.
    pub left: Sweep,
}

/// Makes two processes of one. Without a second one the meter goes on alone.
///
/// # Errors
/// When the kernel refuses what the meter cannot do without.
pub fn post_warden() -> io::Result<Role> {
    leave_the_harness()?;
    // SAFETY: the calls take no arguments and cannot fail. The process has one thread, so the
    // child may go on as its parent would.
    let (warden, forked) = unsafe { (libc::getpid(), libc::fork()) };
    match forked {
        -1 => Ok(Role::Meter(Err(format!(
            "fork: {}",
            io::Error::last_os_error()
        )))),
        0 => {
            follow(warden);
            Ok(Role::Meter(Ok(warden)))
        }
        meter => watch_over(meter).map(Role::Warden),
    }
}

/// The meter's side: SIGTERM when the warden ends, at once if it has ended already. All signals are
/// blocked, so the meter finds it like any other. A group of its own keeps what is sent to the
/// warden's group from coming twice.
fn follow(warden: libc::pid_t) {
    // SAFETY: the calls take integers.
    unsafe {
        libc::setpgid(0, 0);
        libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGTERM, 0, 0, 0);
        if libc::getppid() != warden {
            libc::raise(libc::SIGTERM);
        }
    }
}

fn watch_over(meter: libc::pid_t) -> io::Result<Fate> {
    // The harness must find the end of these pipes when the meter ends.
    // SAFETY: nothing reads or writes them in this process any more.
    unsafe {
        libc::close(libc::STDIN_FILENO);
        libc::close(libc::STDOUT_FILENO);
    }
    let (status, stopped) = end_of_meter(meter)?;
    let left = sweep(PATIENCE_NS)?;
    Ok(Fate {
        status,
        stopped,
        left,
    })
}

/// Waits for the meter alone, and ends it should it be stopped; signals that ask the warden to end
/// are the meter's. Gives how it ended and by which signal it was stopped.
fn end_of_meter(meter: libc::pid_t) -> io::Result<(Result<i32, i32>, Option<i32>)> {
    let mut awaited = ENDING.to_vec();
    awaited.push(libc::SIGCHLD);
    let awaited = signal_set(&awaited);
    let mut stopped = None;
    loop {
        let mut status = 0;
        let options = libc::WNOHANG | libc::WUNTRACED;
        // SAFETY: the status is a local; no usage is asked for.
        let changed = unsafe { libc::wait4(meter, &mut status, options, ptr::null_mut()) };
        match changed {
            -1 => return Err(io::Error::last_os_error()),
            0 => {}
            _ if libc::WIFSTOPPED(status) => {
                stopped = Some(libc::WSTOPSIG(status));
                // SAFETY: the call takes integers; the meter is not reaped yet.
                unsafe { libc::kill(meter, libc::SIGKILL) };
            }
            _ => return Ok((decode(status), stopped)),
        }
        // SAFETY: the set is a local; a null info is allowed (sigwaitinfo(2)).
        let signal = unsafe { libc::sigwaitinfo(&awaited, ptr::null_mut()) };
        if ENDING.contains(&signal) {
            // SAFETY: the call takes integers; the meter is not reaped yet.
            unsafe { libc::kill(meter, signal) };
        }
    }
}
