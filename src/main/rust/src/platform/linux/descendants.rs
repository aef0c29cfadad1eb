//! Ending what a program left behind.
//!
//! The meter is a subreaper, so whoever loses its parent becomes the meter's child. It has no
//! descendant left exactly when `wait4` says ECHILD; until then the tree is found by the parents
//! in `/proc/PID/stat` (`/proc/PID/task/TID/children` is not there on every kernel).

use super::clock::now_ns;
use super::process::Usage;
use super::watch::timespec;
use std::fs;
use std::io;
use std::mem;
use std::ptr;

/// How long to wait for a child's end before the tree is looked at again.
const LOOK_AGAIN_NS: u64 = 10_000_000;

/// What a sweep found.
#[derive(Debug, PartialEq, Eq)]
pub enum Sweep {
    /// Nobody is left; so many had to be killed.
    Clean {
        /// Processes that lived on and were killed.
        survivors: u64,
        /// What those that lost their parents used, and whoever they had waited for.
        usage: Usage,
    },
    /// These could not be ended in time: they belong to another user, or hang in the kernel.
    Left(Vec<i32>),
}

/// Ends and reaps every descendant.
///
/// For `settle_ns` they may end by themselves: a helper that lives until its pipe closes (as
/// Python's resource tracker does) is no survivor. Then they are killed, again and again, since one
/// may fork between the look and the kill. It gives up after `patience_ns`, lest it hangs on a
/// process that cannot be killed.
pub fn sweep(settle_ns: u64, patience_ns: u64) -> io::Result<Sweep> {
    sweep_by(settle_ns, patience_ns, &mut reap_all_ended)
}

/// The same, with a way of reaping that also keeps traced descendants going.
pub(super) fn sweep_by(
    settle_ns: u64,
    patience_ns: u64,
    reap: &mut dyn FnMut(&mut Usage) -> io::Result<Family>,
) -> io::Result<Sweep> {
    let start = now_ns();
    let mut killed = Vec::new();
    let mut usage = Usage::default();
    while reap(&mut usage)? == Family::Alive {
        let passed = now_ns() - start;
        if passed >= settle_ns {
            let alive = alive_descendants(std::process::id() as i32)?;
            if passed >= settle_ns.saturating_add(patience_ns) {
                return Ok(Sweep::Left(alive));
            }
            kill_each(&alive, &mut killed);
        }
        wait_for_a_childs_end(LOOK_AGAIN_NS);
    }
    Ok(Sweep::Clean {
        survivors: killed.len() as u64,
        usage,
    })
}

/// Whether the meter has a descendant.
#[derive(PartialEq, Eq)]
pub(super) enum Family {
    /// At least one, dead or alive.
    Alive,
    /// None.
    Gone,
}

fn reap_all_ended(usage: &mut Usage) -> io::Result<Family> {
    loop {
        let mut status = 0;
        // __WALL: also children that tell their end by another signal than SIGCHLD.
        let options = libc::WNOHANG | libc::__WALL;
        // SAFETY: rusage is plain data, for which zero is a value; both pointers are to locals.
        let (pid, used) = unsafe {
            let mut used: libc::rusage = mem::zeroed();
            let pid = libc::wait4(-1, &mut status, options, &mut used);
            (pid, used)
        };
        match pid {
            0 => return Ok(Family::Alive),
            -1 => {
                let error = io::Error::last_os_error();
                return match error.raw_os_error() {
                    Some(libc::ECHILD) => Ok(Family::Gone),
                    _ => Err(error),
                };
            }
            _ => usage.add(&Usage::from(&used)),
        }
    }
}

fn kill_each(alive: &[i32], killed: &mut Vec<i32>) {
    for &pid in alive {
        if !killed.contains(&pid) {
            killed.push(pid);
        }
        // SAFETY: the call takes integers. EPERM shows itself by the process staying alive.
        unsafe { libc::kill(pid, libc::SIGKILL) };
    }
}

/// SIGCHLD is blocked, so it stays pending until it is taken here; one that came earlier only makes
/// the sweep look once more.
pub(super) fn wait_for_a_childs_end(timeout_ns: u64) {
    // SAFETY: the set is initialised; a null info is allowed (sigtimedwait(2)).
    unsafe {
        let mut set: libc::sigset_t = mem::zeroed();
        libc::sigemptyset(&mut set);
        libc::sigaddset(&mut set, libc::SIGCHLD);
        libc::sigtimedwait(&set, ptr::null_mut(), &timespec(timeout_ns));
    }
}

fn alive_descendants(root: i32) -> io::Result<Vec<i32>> {
    let processes = all_processes()?;
    let mut family = vec![root];
    let mut next = 0;
    while let Some(&parent) = family.get(next) {
        let children = processes.iter().filter(|process| process.parent == parent);
        family.extend(children.map(|process| process.pid));
        next += 1;
    }
    let alive = |pid: &i32| processes.iter().any(|p| p.pid == *pid && p.alive);
    Ok(family.into_iter().skip(1).filter(alive).collect())
}

#[derive(Debug, PartialEq, Eq)]
struct Process {
    pid: i32,
    parent: i32,
    alive: bool,
}

/// A process that ends while the list is read is left out.
fn all_processes() -> io::Result<Vec<Process>> {
    let entries = fs::read_dir("/proc")?.filter_map(Result::ok);
    Ok(entries
        .filter(|entry| entry.file_name().as_encoded_bytes()[0].is_ascii_digit())
        .filter_map(|entry| fs::read(entry.path().join("stat")).ok())
        .filter_map(|stat| parse(&String::from_utf8_lossy(&stat)))
        .collect())
}

/// Reads `pid (name) state parent ...` of proc_pid_stat(5). The name may hold spaces and brackets,
/// so the last bracket closes it.
fn parse(stat: &str) -> Option<Process> {
    let (head, tail) = stat.rsplit_once(')')?;
    let mut fields = tail.split_ascii_whitespace();
    let state = fields.next()?;
    Some(Process {
        pid: head.split_once(' ')?.0.parse().ok()?,
        parent: fields.next()?.parse().ok()?,
        alive: !matches!(state, "Z" | "X"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_hold_brackets_and_spaces() {
        let parsed = parse("42 (a) S 1 (b) R 7 42 42 0 -1");
        let expected = Process {
            pid: 42,
            parent: 7,
            alive: true,
        };
        assert_eq!(parsed, Some(expected));
    }

    #[test]
    fn a_zombie_is_not_alive() {
        let parsed = parse("42 (sh) Z 7 42 42 0 -1").expect("well-formed");
        assert!(!parsed.alive);
    }

    #[test]
    fn what_is_no_stat_line_is_left_out() {
        assert_eq!(parse(""), None);
        assert_eq!(parse("42 (sh)"), None);
        assert_eq!(parse("42 (sh) S x"), None);
    }

    #[test]
    fn the_test_itself_is_a_living_child_of_its_parent() {
        let own = std::process::id() as i32;
        let processes = all_processes().expect("/proc");
        let found = processes.iter().find(|process| process.pid == own);
        assert!(found.is_some_and(|process| process.alive && process.parent > 0));
    }

    #[test]
    fn a_sweep_gives_up_in_time_and_else_leaves_nobody() {
        let child = std::process::Command::new("sleep").arg("1000").spawn();
        let pid = child.expect("sleep").id() as i32;
        assert_eq!(sweep(0, 0).expect("swept"), Sweep::Left(vec![pid]));
        let Sweep::Clean { survivors, usage } = sweep(0, u64::MAX).expect("swept") else {
            panic!("{pid} is left");
        };
        assert_eq!(survivors, 1);
        assert!(usage.user_ns + usage.system_ns > 0);
        let nobody = Sweep::Clean {
            survivors: 0,
            usage: Usage::default(),
        };
        assert_eq!(sweep(0, u64::MAX).expect("swept"), nobody);
    }
}
