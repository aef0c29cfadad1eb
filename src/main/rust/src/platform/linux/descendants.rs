//! Ending and reaping what a program left behind.
//!
//! The meter is a subreaper, so whoever loses its parent becomes the meter's child. It has no
//! descendant left exactly when `wait4` says ECHILD.

use super::clock::now_ns;
use super::process::Usage;
use super::tree::Tree;
use super::watch::{signal_set, timespec};
use std::collections::HashSet;
use std::io;
use std::mem;
use std::ptr;

/// How long to wait for a child's end before the tree is looked at again.
const LOOK_AGAIN_NS: u64 = 10_000_000;

/// How long to try to end descendants that cannot be ended.
pub const PATIENCE_NS: u64 = 10_000_000_000;

/// What a sweep found.
#[derive(Debug, PartialEq, Eq)]
pub enum Sweep {
    /// Nobody is left; that many had to be killed.
    Clean {
        /// Processes that lived on and were killed.
        survivors: u64,
        /// What those that lost their parents used, and whoever they had waited for.
        usage: Usage,
    },
    /// These could not be ended in time: they belong to another user, or hang in the kernel.
    Left(Vec<i32>),
}

/// Processes that could not be ended, in words: where `/proc` hides those of other users (hidepid),
/// that there are some is all that is known.
pub fn named(pids: &[i32]) -> String {
    if pids.is_empty() {
        return "some whose numbers /proc hides (hidepid), surely another user's".to_owned();
    }
    format!("{pids:?}")
}

/// Ends and reaps every descendant of the calling process.
///
/// All are stopped before one is killed: whoever saw its children die could start new ones, faster
/// than they are found. SIGSTOP can be neither blocked nor ignored, and a process that has one
/// pending cannot fork; SIGKILL ends a stopped process without SIGCONT. One that was in the middle
/// of a fork, and its child, are found by the next round. It gives up after `patience_ns`, lest it
/// hangs on a process that cannot be killed.
pub fn sweep(patience_ns: u64) -> io::Result<Sweep> {
    sweep_by(patience_ns, &mut reap_ended)
}

/// The same, with a way of reaping that also keeps traced descendants going. One of these that has
/// a SIGSTOP does not run either: its tracer is told of it first.
pub(super) fn sweep_by(
    patience_ns: u64,
    reap: &mut dyn FnMut(&mut Usage) -> io::Result<Family>,
) -> io::Result<Sweep> {
    let end_ns = now_ns().saturating_add(patience_ns);
    let mut killed = HashSet::new();
    let mut usage = Usage::default();
    while reap(&mut usage)? == Family::Alive {
        if now_ns() >= end_ns {
            return Ok(Sweep::Left(Tree::read()?.alive().collect()));
        }
        let stopped = stop_all(end_ns)?;
        signal_each(&stopped, libc::SIGKILL);
        killed.extend(stopped);
        wait_for_a_childs_end(LOOK_AGAIN_NS);
    }
    Ok(Sweep::Clean {
        survivors: killed.len() as u64,
        usage,
    })
}

/// Stops every descendant, until a look finds none that is new.
fn stop_all(end_ns: u64) -> io::Result<HashSet<i32>> {
    let mut stopped = HashSet::new();
    loop {
        let tree = Tree::read()?;
        let new: Vec<i32> = tree.alive().filter(|pid| !stopped.contains(pid)).collect();
        signal_each(&new, libc::SIGSTOP);
        if new.is_empty() || now_ns() >= end_ns {
            return Ok(stopped);
        }
        stopped.extend(new);
    }
}

fn signal_each<'a>(pids: impl IntoIterator<Item = &'a i32>, signal: libc::c_int) {
    for &pid in pids {
        // SAFETY: the call takes integers. EPERM shows itself by the process staying alive.
        unsafe { libc::kill(pid, signal) };
    }
}

/// Whether there are children; without one there is no descendant either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// There are some.
    Alive,
    /// There is none.
    Gone,
}

/// Reaps all children that have ended, and adds up what they used.
pub fn reap_ended(usage: &mut Usage) -> io::Result<Family> {
    loop {
        match reap_one(-1)? {
            Child::Reaped(used) => usage.add(&used),
            Child::Alive => return Ok(Family::Alive),
            Child::None => return Ok(Family::Gone),
        }
    }
}

/// The same while a program runs, up to the program itself, so that one that detaches many
/// short-lived processes does not fill the machine with zombies.
pub fn reap_orphans(program: i32, usage: &mut Usage) -> io::Result<()> {
    while let Some(pid) = ended_child()?.filter(|&pid| pid != program) {
        if let Child::Reaped(used) = reap_one(pid)? {
            usage.add(&used);
        }
    }
    Ok(())
}

enum Child {
    Reaped(Usage),
    Alive,
    None,
}

/// `__WALL`: also children that tell their end by another signal than SIGCHLD.
fn reap_one(pid: i32) -> io::Result<Child> {
    let mut status = 0;
    let options = libc::WNOHANG | libc::__WALL;
    // SAFETY: rusage is plain data, for which zero is a value; both pointers are to locals.
    let (result, usage) = unsafe {
        let mut usage: libc::rusage = mem::zeroed();
        let result = libc::wait4(pid, &mut status, options, &mut usage);
        (result, usage)
    };
    match result {
        0 => Ok(Child::Alive),
        -1 => no_child().map(|()| Child::None),
        _ => Ok(Child::Reaped(Usage::from(&usage))),
    }
}

/// A child that has ended; it is not reaped.
fn ended_child() -> io::Result<Option<i32>> {
    let options = libc::WEXITED | libc::WNOHANG | libc::WNOWAIT | libc::__WALL;
    // SAFETY: siginfo is plain data, for which zero is a value; the kernel leaves the pid 0 when
    // there is nobody (waitid(2)).
    let (result, pid) = unsafe {
        let mut info: libc::siginfo_t = mem::zeroed();
        let result = libc::waitid(libc::P_ALL, 0, &mut info, options);
        (result, info.si_pid())
    };
    if result == -1 {
        return no_child().map(|()| None);
    }
    Ok((pid != 0).then_some(pid))
}

fn no_child() -> io::Result<()> {
    let error = io::Error::last_os_error();
    match error.raw_os_error() {
        Some(libc::ECHILD) => Ok(()),
        _ => Err(error),
    }
}

/// SIGCHLD is blocked, so it stays pending until it is taken here; one that came earlier only makes
/// the sweep look once more.
pub(super) fn wait_for_a_childs_end(timeout_ns: u64) {
    let set = signal_set(&[libc::SIGCHLD]);
    // SAFETY: both pointers are to locals; a null info is allowed (sigtimedwait(2)).
    unsafe { libc::sigtimedwait(&set, ptr::null_mut(), &timespec(timeout_ns)) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_cannot_be_seen_is_said_to_be_there() {
        assert_eq!(named(&[7, 11]), "[7, 11]");
        assert!(named(&[]).contains("hidepid"), "{}", named(&[]));
    }

    #[test]
    fn a_sweep_gives_up_in_time_and_else_leaves_nobody() {
        let child = std::process::Command::new("sleep").arg("1000").spawn();
        let pid = child.expect("sleep").id() as i32;
        assert_eq!(sweep(0).expect("swept"), Sweep::Left(vec![pid]));
        let Sweep::Clean { survivors, usage } = sweep(u64::MAX).expect("swept") else {
            panic!("{pid} is left");
        };
        assert_eq!(survivors, 1);
        assert!(usage.cpu_ns() > 0);
        let nobody = Sweep::Clean {
            survivors: 0,
            usage: Usage::default(),
        };
        assert_eq!(sweep(u64::MAX).expect("swept"), nobody);
    }
}
