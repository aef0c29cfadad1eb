//! What a program finds when it starts.

mod support;

use serde_json::json;
use std::fs;
use std::io;
use support::Meter;

/// A parent like a JVM: it leaks an open file, ignored and blocked signals and a high limit.
fn be_careless() -> io::Result<()> {
    const SIG_IGN: usize = 1;
    let ignore = [SIG_IGN, 0, 0, 0, 0, 0, 0, 0];
    // SAFETY: plain system calls with valid pointers.
    unsafe {
        libc::dup2(1, 9);
        for signal in [libc::SIGPIPE, libc::SIGUSR1, libc::SIGCHLD, 32, 33] {
            let none = std::ptr::null_mut::<libc::c_void>();
            libc::syscall(libc::SYS_rt_sigaction, signal, ignore.as_ptr(), none, 8);
        }
        let mut set: libc::sigset_t = std::mem::zeroed();
        libc::sigfillset(&mut set);
        libc::sigprocmask(libc::SIG_SETMASK, &set, std::ptr::null_mut());
        for resource in [libc::RLIMIT_NOFILE, libc::RLIMIT_CORE, libc::RLIMIT_STACK] {
            let mut limits: libc::rlimit = std::mem::zeroed();
            libc::getrlimit(resource, &mut limits);
            limits.rlim_cur = limits.rlim_max;
            libc::setrlimit(resource, &limits);
        }
        libc::personality(libc::ADDR_NO_RANDOMIZE as libc::c_ulong);
        libc::prctl(libc::PR_SET_THP_DISABLE, 1, 0, 0, 0);
        libc::prctl(libc::PR_SET_TIMERSLACK, 1_000_000);
    }
    fs::write("/proc/self/oom_score_adj", "400")
}

#[test]
fn no_file_is_open_but_the_three_streams() {
    let mut meter = Meter::start_after(be_careless);
    meter.run(&["/bin/ls", "/proc/self/fd"]);
    // The fourth is the folder that ls reads.
    assert_eq!(meter.stdout(), "0\n1\n2\n3\n");
}

#[test]
fn no_signal_is_ignored_or_blocked() {
    let mut meter = Meter::start_after(be_careless);
    meter.run(&["/bin/cat", "/proc/self/status"]);
    assert_eq!(meter.status("SigIgn"), "0000000000000000");
    assert_eq!(meter.status("SigBlk"), "0000000000000000");
}

/// A limit as the shell prints it.
fn limit(text: Option<&str>) -> u64 {
    match text.expect("a limit") {
        "unlimited" => u64::MAX,
        number => number.parse().expect("a number"),
    }
}

#[test]
fn limits_are_the_usual_ones() {
    let mut meter = Meter::start_after(be_careless);
    meter.sh("ulimit -Hn; ulimit -Sn; ulimit -Hs; ulimit -Ss; ulimit -Sc");
    let output = meter.stdout();
    let mut lines = output.lines();
    let (hard, soft) = (limit(lines.next()), limit(lines.next()));
    assert_eq!(soft, hard.min(1024));
    let (hard_kib, soft_kib) = (limit(lines.next()), limit(lines.next()));
    assert_eq!(soft_kib, hard_kib.min(8192));
    assert_eq!(limit(lines.next()), 0);
}

#[test]
fn addresses_huge_pages_and_timers_are_as_the_machine_has_them() {
    let mut meter = Meter::start_after(be_careless);
    meter.run(&[
        "/bin/cat",
        "/proc/self/personality",
        "/proc/self/timerslack_ns",
    ]);
    assert_eq!(meter.stdout(), "00000000\n50000\n");
    meter.run(&["/bin/cat", "/proc/self/status"]);
    assert_eq!(meter.status("THP_enabled"), "1");
}

fn ignored_here() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("it is there");
    let line = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    u64::from_str_radix(line.expect("a line of it").trim(), 16).expect("a number")
}

/// The user's own commands: what a shell had set stays set.
#[test]
fn what_the_meter_was_started_with_is_passed_on_where_it_is_asked_for() {
    let mut meter = Meter::start_after(be_careless);
    let script = "ulimit -Sn; ulimit -Ss; ulimit -Hs; ulimit -Sc; ulimit -Hc; cat /proc/self/personality; \
                  cat /proc/self/timerslack_ns; cat /proc/self/status";
    let mut request = meter.shell_request(script);
    request["inherit"] = json!(512);
    meter.ask(&request);
    let output = meter.stdout();
    let lines: Vec<&str> = output.lines().collect();
    assert_eq!(lines[0], "512");
    assert_eq!((lines[1], lines[3]), (lines[2], lines[4]));
    assert_eq!(&lines[5..7], ["00040000", "1000000"]);
    assert_eq!(meter.status("THP_enabled"), "0");
    let ignored = u64::from_str_radix(&meter.status("SigIgn"), 16).expect("a number");
    // A shell may do with SIGCHLD as it likes.
    let shells_own = 1u64 << (libc::SIGCHLD - 1);
    // Who starts the tests may ignore some signals, as nohup does. Rust ignores SIGPIPE for itself,
    // and those from 32 on are the C library's.
    let given = ignored_here() & !(1 << (libc::SIGPIPE - 1)) & 0x7fff_ffff;
    let expected = given | 1 << (libc::SIGUSR1 - 1);
    assert_eq!(ignored & !shells_own, expected & !shells_own);
    assert_eq!(meter.status("SigBlk"), "0000000000000000");

    meter.sh(script);
    let output = meter.stdout();
    let lines: Vec<&str> = output.lines().collect();
    assert_eq!(lines[3], "0", "the next one finds a clean world again");
    assert_eq!(&lines[5..7], ["00000000", "50000"]);
    assert_eq!(meter.status("THP_enabled"), "1");
    assert_eq!(meter.status("SigIgn"), "0000000000000000");
}

#[test]
fn it_is_ended_before_its_harness_when_memory_runs_out() {
    let mut meter = Meter::start_after(be_careless);
    meter.run(&["/bin/cat", "/proc/self/oom_score_adj"]);
    assert_eq!(meter.stdout(), "500\n");
    let warden = format!("/proc/{}/oom_score_adj", meter.warden());
    assert_eq!(fs::read_to_string(warden).expect("it runs"), "400\n");
}

#[test]
fn the_environment_is_exactly_the_given_one() {
    let mut meter = Meter::start();
    let mut request = meter.request(&["/usr/bin/env"]);
    request["env"] = json!({"B": "two words, ü\n", "A": ""});
    meter.ask(&request);
    assert_eq!(meter.stdout(), "A=\nB=two words, ü\n\n");
    request["env"] = json!({});
    meter.ask(&request);
    assert_eq!(meter.stdout(), "");
}

#[test]
fn arguments_arrive_as_given() {
    let mut meter = Meter::start();
    meter.run(&[
        "/bin/sh",
        "-c",
        "printf '%s|' \"$@\"",
        "sh",
        "a b",
        "",
        "$x",
        "é",
    ]);
    assert_eq!(meter.stdout(), "a b||$x|é|");
}

#[test]
fn it_works_in_the_given_folder() {
    let mut meter = Meter::start();
    meter.run(&["/bin/pwd", "-P"]);
    assert_eq!(
        meter.stdout().trim_end(),
        meter.folder.path("").trim_end_matches('/')
    );
}

#[test]
fn it_leads_a_session_and_a_group_of_its_own() {
    let mut meter = Meter::start();
    meter.run(&["/bin/cat", "/proc/self/stat"]);
    let output = meter.stdout();
    let (pid, rest) = output.split_once(" (cat) R ").expect("a stat line");
    // Its parent, group, session and terminal.
    let fields: Vec<&str> = rest.split(' ').take(4).collect();
    assert_eq!(fields, [&meter.pid().to_string(), pid, pid, "0"]);
}

#[test]
fn standard_input_is_the_file_or_empty() {
    let mut meter = Meter::start();
    meter.run(&["/bin/cat"]);
    assert_eq!(meter.stdout(), "");
    fs::write(meter.folder.path("in"), "line\n").expect("written");
    let mut request = meter.request(&["/bin/cat"]);
    request["stdin"] = json!(meter.folder.path("in"));
    meter.ask(&request);
    assert_eq!(meter.stdout(), "line\n");
}

#[test]
fn outputs_go_to_their_files_which_are_emptied_first() {
    let mut meter = Meter::start();
    let record = meter.sh("echo a long line; echo error >&2");
    assert_eq!(
        (meter.stdout().as_str(), meter.stderr().as_str()),
        ("a long line\n", "error\n")
    );
    assert_eq!(
        (&record["stdoutBytes"], &record["stderrBytes"]),
        (&json!(12), &json!(6))
    );
    let record = meter.sh("echo x");
    assert_eq!(
        (meter.stdout().as_str(), meter.stderr().as_str()),
        ("x\n", "")
    );
    assert_eq!(
        (&record["stdoutBytes"], &record["stderrBytes"]),
        (&json!(2), &json!(0))
    );
}
