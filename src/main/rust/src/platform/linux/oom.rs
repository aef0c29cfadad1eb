//! Whether the kernel has ended a process for lack of memory, which by its signal alone looks like
//! anybody's kill.
//!
//! The kernel counts such ends for each control group of memory with all below it
//! (`memory.events`, in version 1 `memory.oom_control`), and for the whole machine
//! (`/proc/vmstat`). Nothing is read while a program runs, and afterwards only for one that failed.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = "/sys/fs/cgroup";

/// Counts such ends.
pub struct OomKills {
    group: Option<Group>,
    of_group: Cell<u64>,
    of_machine: Cell<u64>,
}

/// The control group of memory that the meter and its programs are in.
struct Group {
    folder: PathBuf,
    events: &'static str,
    limit: &'static str,
}

impl OomKills {
    /// From now on.
    pub fn new() -> OomKills {
        let kills = OomKills {
            group: Group::own(),
            of_group: Cell::new(0),
            of_machine: Cell::new(0),
        };
        kills.since();
        kills
    }

    /// What the kernel did since this was last asked, in words; `None` when it was not that.
    pub fn since(&self) -> Option<String> {
        let group = self.group.as_ref();
        let (of_group, of_machine) = (
            group.map_or(0, Group::kills),
            kills(Path::new("/proc/vmstat")),
        );
        let before = (
            self.of_group.replace(of_group),
            self.of_machine.replace(of_machine),
        );
        if of_group > before.0 {
            return group.map(Group::words);
        }
        let words = "the kernel ended a process of this machine for lack of memory meanwhile";
        (of_machine > before.1).then(|| words.to_owned())
    }
}

impl Group {
    fn own() -> Option<Group> {
        Group::of(&fs::read_to_string("/proc/self/cgroup").ok()?)
    }

    /// `0::/path` is of version 2, `4:memory:/path` of version 1; the one that has the counts.
    fn of(lines: &str) -> Option<Group> {
        lines.lines().find_map(|line| {
            let mut parts = line.splitn(3, ':').skip(1);
            let (controllers, path) = (parts.next()?, parts.next()?.trim_start_matches('/'));
            let group = if controllers.is_empty() {
                Group {
                    folder: Path::new(ROOT).join(path),
                    events: "memory.events",
                    limit: "memory.max",
                }
            } else if controllers.split(',').any(|name| name == "memory") {
                Group {
                    folder: Path::new(ROOT).join("memory").join(path),
                    events: "memory.oom_control",
                    limit: "memory.limit_in_bytes",
                }
            } else {
                return None;
            };
            group.folder.join(group.events).exists().then_some(group)
        })
    }

    fn kills(&self) -> u64 {
        kills(&self.folder.join(self.events))
    }

    fn words(&self) -> String {
        let limit = fs::read_to_string(self.folder.join(self.limit)).unwrap_or_default();
        let limit: Option<u64> = limit.trim().parse().ok();
        let allowed = limit.map_or(String::new(), |bytes| {
            format!(", which allows {bytes} bytes")
        });
        format!(
            "the kernel ended a process for lack of memory in the control group {}{allowed}",
            self.folder.display()
        )
    }
}

fn kills(file: &Path) -> u64 {
    let text = fs::read_to_string(file).unwrap_or_default();
    let mut lines = text.lines();
    let count = lines.find_map(|line| line.strip_prefix("oom_kill ")?.trim().parse().ok());
    count.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_counts_nothing_is_none() {
        assert!(Group::of("5:cpu:/x\n0::/no/such/group\n4:memory:/no/such/group\n").is_none());
        assert!(Group::of("").is_none());
    }

    #[test]
    fn nothing_has_happened_yet() {
        let kills = OomKills::new();
        kills.of_machine.set(u64::MAX);
        kills.of_group.set(u64::MAX);
        assert_eq!(kills.since(), None);
    }
}
