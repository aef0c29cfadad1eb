//! Containers whose filter refuses a system call: the meter does without, or says which one it was.

#[path = "support/filter.rs"]
mod filter;
mod support;

use filter::refuse;
use serde_json::json;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use support::{Meter, exit};

#[test]
fn without_pidfds_the_end_of_a_program_is_seen_all_the_same() {
    let mut meter = Meter::start_after(|| refuse(libc::SYS_pidfd_open, libc::ENOSYS));
    let record = meter.sh("sleep 0.01; echo done; exit 5");
    assert_eq!(record["exit"], exit("exited", Some(5), None, None));
    assert_eq!(meter.stdout(), "done\n");
    let mut request = meter.shell_request("trap '' TERM; sleep 1000 & wait");
    request["timeoutMs"] = json!(50);
    request["graceMs"] = json!(10);
    let record = meter.ask(&request);
    assert_eq!(
        record["exit"],
        exit("timeout", None, Some(libc::SIGKILL), Some(50))
    );
    let record = meter.sh("exit 0");
    assert_eq!(record["exit"], exit("exited", Some(0), None, None));
}

#[test]
fn without_close_range_no_file_is_leaked_either() {
    let mut meter = Meter::start_after(|| {
        // SAFETY: the call takes integers; the copies stay open over exec.
        unsafe { libc::dup2(0, 77) };
        refuse(libc::SYS_close_range, libc::EPERM)
    });
    let record = meter.sh("ls /proc/self/fd");
    assert_eq!(record["exit"], exit("exited", Some(0), None, None));
    // 3 is the folder that is being listed.
    assert_eq!(meter.stdout(), "0\n1\n2\n3\n");
}

#[test]
fn what_it_cannot_do_without_is_named() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_meter"));
    command.stdin(Stdio::null());
    // SAFETY: the function makes only system calls.
    unsafe { command.pre_exec(|| refuse(libc::SYS_signalfd4, libc::EPERM)) };
    let output = command.output().expect("the meter starts");
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(
        words.contains("signalfd: Operation not permitted"),
        "{words}"
    );
}
