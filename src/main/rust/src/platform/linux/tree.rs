//! The tree of processes below the meter, as `/proc/PID/stat` tells it.
//!
//! It is found by the parents, which means reading every process of the machine:
//! `/proc/PID/task/TID/children` would be less to read, but is not there on every kernel.

use super::trace::{page_bytes, same_memory};
use std::fs::{self, File};
use std::io::{self, Read};

/// The fields up to the resident set are shorter, whatever their values.
const STAT_BYTES: usize = 1024;

/// One process at the moment of its reading.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Process {
    pid: i32,
    parent: i32,
    alive: bool,
    /// CPU time of all its threads, and of the children that it waited for with all that they
    /// waited for.
    cpu_ticks: u64,
    /// With the pid, this names a process for ever.
    started: u64,
    resident_pages: u64,
}

/// All descendants of a process, those that have ended and are not reaped included.
pub struct Tree {
    /// Parents before their children.
    processes: Vec<Process>,
}

impl Tree {
    /// Reads the tree below the calling process.
    pub fn read() -> io::Result<Tree> {
        let root = std::process::id() as i32;
        Ok(Tree::below(root, all_processes()?))
    }

    fn below(root: i32, mut all: Vec<Process>) -> Tree {
        all.sort_unstable_by_key(|process| (process.parent, process.pid));
        let children = |parent: i32| {
            let from = all.partition_point(|process| process.parent < parent);
            let to = all.partition_point(|process| process.parent <= parent);
            all[from..to].iter().cloned()
        };
        let mut processes: Vec<Process> = children(root).collect();
        let mut next = 0;
        while let Some(process) = processes.get(next) {
            processes.extend(children(process.pid));
            next += 1;
        }
        Tree { processes }
    }

    /// The numbers of those that have not ended.
    pub fn alive(&self) -> impl Iterator<Item = i32> {
        let alive = self.processes.iter().filter(|process| process.alive);
        alive.map(|process| process.pid)
    }

    /// The sum of their resident sets. A page that several share counts in each.
    pub fn resident_bytes(&self) -> u64 {
        let pages = self.processes.iter().map(|process| process.resident_pages);
        pages.sum::<u64>() * page_bytes()
    }

    /// The same, but a process that still lives in the memory of its parent, as one between vfork
    /// and exec does, counts with that parent only.
    pub fn resident_bytes_once(&self) -> u64 {
        let own = |process: &&Process| same_memory(process.pid, process.parent) != Some(true);
        let pages = self.processes.iter().filter(own);
        pages.map(|process| process.resident_pages).sum::<u64>() * page_bytes()
    }

    /// CPU time of all in it, and of all whom one of them waited for. Children whose parent ignores
    /// SIGCHLD are in it only until they end, since nobody waits for them.
    pub fn cpu_ns(&self) -> u64 {
        let ticks = self.processes.iter().map(|process| process.cpu_ticks);
        nanoseconds(ticks.sum())
    }

    /// The same, read again and surely not too large. The tree was read in the order of numbers, so
    /// a child may have been read first, then reaped, then read once more within its parent. Now
    /// each parent is read before its children: who is reaped meanwhile is in neither.
    pub fn cpu_ns_again(&self) -> u64 {
        let mut buffer = [0; STAT_BYTES];
        let now = self.processes.iter().filter_map(|process| {
            let read = read_process(process.pid, &mut buffer);
            read.filter(|read| read.started == process.started)
        });
        nanoseconds(now.map(|process| process.cpu_ticks).sum())
    }
}

/// A process that ends while the list is read is omitted.
fn all_processes() -> io::Result<Vec<Process>> {
    let mut buffer = [0; STAT_BYTES];
    let mut processes = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let name = entry?.file_name();
        let pid = name.to_str().and_then(|name| name.parse().ok());
        processes.extend(pid.and_then(|pid| read_process(pid, &mut buffer)));
    }
    Ok(processes)
}

fn read_process(pid: i32, buffer: &mut [u8; STAT_BYTES]) -> Option<Process> {
    let mut stat = File::open(format!("/proc/{pid}/stat")).ok()?;
    let read = stat.read(buffer).ok()?;
    parse(&String::from_utf8_lossy(&buffer[..read]))
}

/// Reads `pid (name) state parent ...` of proc_pid_stat(5). The name may hold spaces and brackets,
/// so the last bracket closes it. A process whose first thread has ended shows as a zombie while
/// its other threads run.
fn parse(stat: &str) -> Option<Process> {
    let (head, tail) = stat.rsplit_once(')')?;
    let mut fields = tail.split_ascii_whitespace();
    let state = fields.next()?;
    let parent = fields.next()?.parse().ok()?;
    // From here on, `nth` counts from the field after the last one that was taken.
    let mut number = |skip: usize| fields.nth(skip)?.parse::<u64>().ok();
    let cpu = [number(9)?, number(0)?, number(0)?, number(0)?];
    let threads = number(2)?;
    let started = number(1)?;
    let resident_pages = number(1)?;
    Some(Process {
        pid: head.split_once(' ')?.0.parse().ok()?,
        parent,
        alive: !matches!(state, "Z" | "X") || threads > 1,
        cpu_ticks: cpu.iter().sum(),
        started,
        resident_pages,
    })
}

fn nanoseconds(ticks: u64) -> u64 {
    // SAFETY: the call takes an integer; this name is always known.
    let ticks_per_second = unsafe { libc::sysconf(libc::_SC_CLK_TCK) as u64 };
    ticks * (1_000_000_000 / ticks_per_second)
}

#[cfg(test)]
mod tests;
