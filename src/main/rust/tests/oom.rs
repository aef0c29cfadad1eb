//! A program that the kernel ends for lack of memory.

mod support;

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use support::{Meter, compile};

const LIMIT_BYTES: &str = "67108864";

/// A control group with a limit, which is removed in the end.
struct Group(PathBuf);

impl Group {
    /// `None` where this user may make none.
    fn new() -> Option<Group> {
        let own = fs::read_to_string("/proc/self/cgroup").ok()?;
        let below = |controller: &str| {
            let prefix = format!(":{controller}:/");
            let mut lines = own.lines();
            lines.find_map(|line| Some(line.split_once(&prefix)?.1.to_owned()))
        };
        let name = format!("assay-test-{}", std::process::id());
        let candidates = [
            (
                below("memory"),
                "/sys/fs/cgroup/memory",
                "memory.limit_in_bytes",
            ),
            (below(""), "/sys/fs/cgroup", "memory.max"),
        ];
        candidates.into_iter().find_map(|(path, mount, limit)| {
            let group = Group(PathBuf::from(mount).join(path?).join(&name));
            fs::create_dir(&group.0).ok()?;
            fs::write(group.0.join(limit), LIMIT_BYTES).ok()?;
            Some(group)
        })
    }

    fn take(&self, process: u32) {
        fs::write(self.0.join("cgroup.procs"), process.to_string()).expect("it takes a process");
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let _ = fs::remove_dir(&self.0);
    }
}

#[test]
fn the_kernels_reason_is_told() {
    let Some(group) = Group::new() else {
        eprintln!("skipped: this user may make no control group with a limit of memory");
        return;
    };
    let above = Group(group.0.parent().expect("a parent").to_path_buf());
    // What is started now starts in the group: the meter, and all that it starts.
    group.take(std::process::id());
    let mut meter = Meter::start();
    above.take(std::process::id());
    std::mem::forget(above);

    let program = compile(&meter.folder, "touch", &[]);
    let small = meter.run(&[&program, "main", "1", "keep"]);
    assert_eq!(small["exit"]["message"], Value::Null, "{small}");
    let record = meter.run(&[&program, "main", "256", "keep"]);
    assert_eq!(record["exit"]["signal"], libc::SIGKILL, "{record}");
    let words = record["exit"]["message"].as_str().unwrap_or_default();
    assert!(
        words.contains("for lack of memory in the control group"),
        "{record}"
    );
    assert!(words.contains(LIMIT_BYTES), "{record}");
    let killed = meter.sh("kill -9 $$");
    assert_eq!(killed["exit"]["signal"], libc::SIGKILL, "{killed}");
    assert_eq!(killed["exit"]["message"], Value::Null, "{killed}");
}
