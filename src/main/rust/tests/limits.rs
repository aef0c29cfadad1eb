//! Limits that hold for a whole tree of processes.
//!
//! Each is also tried on a program that would break it only if something were counted twice; that
//! program lives for several looks.

mod support;

use serde_json::{Value, json};
use support::life::Life;
use support::{Meter, exit};

/// Longer than any test: whoever waits for its end has failed.
const ENDLESS_GRACE_MS: u64 = 600_000;

const MIB: u64 = 1 << 20;

fn run(meter: &mut Meter, script: &str, limit: &str, value: u64) -> Value {
    let mut request = meter.shell_request(script);
    request[limit] = json!(value);
    request["graceMs"] = json!(ENDLESS_GRACE_MS);
    meter.ask(&request)["exit"].clone()
}

#[test]
fn too_many_processes_are_killed_at_once() {
    let mut meter = Meter::start();
    let script = "trap '' TERM; sleep 1000 & setsid sleep 1000 & (sleep 1000 &) ; wait";
    let killed = exit("process-limit", None, Some(libc::SIGKILL), Some(3));
    assert_eq!(run(&mut meter, script, "processLimit", 3), killed);
}

#[test]
fn as_many_processes_as_the_limit_says_are_allowed() {
    let mut meter = Meter::start();
    let script = "sleep 0.3 & sleep 0.3 & (sleep 0.3 &); sleep 0.3; wait; exit 6";
    let ended = exit("exited", Some(6), None, None);
    assert_eq!(run(&mut meter, script, "processLimit", 5), ended);
}

/// Holds 32 MiB for as long as the other end of its pipe does not read.
const HOLDER: &str = "dd if=/dev/zero bs=32M count=1 2>/dev/null";

#[test]
fn memory_is_that_of_all_processes_together() {
    let mut meter = Meter::start();
    let script = format!("trap '' TERM; {HOLDER} | sleep 1000 & {HOLDER} | sleep 1000; wait");
    let killed = exit("memory-limit", None, Some(libc::SIGKILL), Some(48 * MIB));
    assert_eq!(
        run(&mut meter, &script, "memoryLimitBytes", 48 * MIB),
        killed
    );
    let script = format!("{HOLDER} | sleep 0.3");
    let ended = exit("exited", Some(0), None, None);
    assert_eq!(
        run(&mut meter, &script, "memoryLimitBytes", 48 * MIB),
        ended
    );
}

/// A program whose child lives in its memory for a while, as between vfork and exec: 64 MiB twice
/// would be over the limit.
#[test]
fn memory_that_two_processes_share_while_one_starts_the_other_counts_once() {
    let mut meter = Meter::start();
    let script = "
import ctypes, threading, time
held = bytearray(64 << 20)
libc = ctypes.CDLL(None)
CLONE_VM_VFORK_SIGCHLD = 0x100 | 0x4000 | 17
@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)
def child(_):
    libc.usleep(400000)
    libc._exit(0)
stack = ctypes.create_string_buffer(1 << 20)
top = ctypes.c_void_p(ctypes.addressof(stack) + (1 << 20) - 64)
if libc.clone(child, top, CLONE_VM_VFORK_SIGCHLD, None) <= 0:
    raise OSError('clone')
";
    let mut request = meter.request(&["/usr/bin/python3", "-c", script]);
    request["memoryLimitBytes"] = json!(112 * MIB);
    let record = meter.ask(&request);
    assert_eq!(
        record["exit"],
        exit("exited", Some(0), None, None),
        "{}",
        meter.stderr()
    );
}

#[test]
fn cpu_time_over_the_limit_gets_the_grace_time() {
    let mut meter = Meter::start();
    let script = "trap 'exit 3' TERM; while :; do :; done";
    let ended = exit("cpu-limit", Some(3), None, Some(100));
    assert_eq!(run(&mut meter, script, "cpuLimitMs", 100), ended);
}

/// Uses up 200 ms of CPU time.
const BURN: &str = "burn() { while read -r stat < /proc/self/stat; do set -- $stat; \
    [ $((${14} + ${15})) -lt 20 ] || break; done; };";

#[test]
fn cpu_time_is_that_of_children_who_live_too() {
    let mut meter = Meter::start();
    let script = format!(
        "{BURN} (burn; exec sleep 1000) & (burn; exec sleep 1000) & \
                         (burn; exec sleep 1000) & exec sleep 1000"
    );
    let ended = exit("cpu-limit", None, Some(libc::SIGTERM), Some(400));
    assert_eq!(run(&mut meter, &script, "cpuLimitMs", 400), ended);
}

/// One after the other, so that never two are in the tree at once.
fn three_children(end: &str) -> String {
    format!("{BURN} (burn); (burn); (burn); {end}")
}

fn three_orphans(meter: &Meter, end: &str) -> String {
    let pipe = meter.folder.path("pipe");
    let orphan = "( (burn; echo x >&3) & ); read x <&3;";
    let pipe = format!("[ -p {pipe} ] || mkfifo {pipe}; exec 3<> {pipe};");
    format!("{BURN} {pipe} {orphan} {orphan} {orphan} {end}")
}

#[test]
fn cpu_time_is_that_of_children_who_ended_too() {
    let mut meter = Meter::start();
    let orphans = three_orphans(&meter, "exec sleep 1000");
    for script in [three_children("exec sleep 1000"), orphans] {
        let ended = exit("cpu-limit", None, Some(libc::SIGTERM), Some(400));
        assert_eq!(run(&mut meter, &script, "cpuLimitMs", 400), ended);
    }
}

#[test]
fn cpu_time_counts_once() {
    let mut meter = Meter::start();
    let orphans = three_orphans(&meter, "exec sleep 0.6");
    for script in [three_children("exec sleep 0.6"), orphans] {
        let ended = exit("exited", Some(0), None, None);
        assert_eq!(run(&mut meter, &script, "cpuLimitMs", 1100), ended);
    }
}

#[test]
fn limits_hold_for_what_a_program_left_behind() {
    let mut meter = Meter::start();
    let broken = exit("process-limit", Some(0), None, Some(1));
    let script = "sleep 1000 & sleep 1000 & exit 0";
    assert_eq!(run(&mut meter, script, "processLimit", 1), broken);
    let broken = exit("output-limit", Some(0), None, Some(100_000));
    assert_eq!(
        run(&mut meter, "yes & exit 0", "outputLimitBytes", 100_000),
        broken
    );
}

#[test]
fn urgent_limits_hold_in_the_grace_time() {
    let mut meter = Meter::start();
    let breed = "for i in 1 2 3 4; do sleep 1000 & done; while :; do wait; done";
    let mut request = meter.shell_request(&format!("trap '{breed}' TERM; while :; do :; done"));
    request["graceMs"] = json!(ENDLESS_GRACE_MS);
    request["cpuLimitMs"] = json!(100);
    request["processLimit"] = json!(3);
    let record = meter.ask(&request);
    assert_eq!(
        record["exit"],
        exit("cpu-limit", None, Some(libc::SIGKILL), Some(100))
    );
}

/// A bomb that does no harm: it has that many processes at most, each in a session of its own, and
/// each starts its child anew when that is killed. It ends by itself when its folder is gone, or
/// after a minute.
const BOMB: &str = r#"
trap '' TERM HUP INT QUIT
now() { read -r up rest < /proc/uptime; echo ${up%.*}; }
while [ -e "$0" ] && [ $(now) -lt $2 ]; do
    [ $1 -gt 1 ] || { echo $$ > "$3"; exec sleep 60; }
    setsid sh "$0" $(($1 - 1)) $2 "$3" &
    wait
done
"#;

fn bomb(meter: &Meter, processes: u32, full: &str) -> String {
    let script = meter.folder.path("bomb.sh");
    std::fs::write(&script, BOMB).expect("written");
    format!(
        "read -r up rest < /proc/uptime; exec sh {script} {processes} $((${{up%.*}} + 60)) {full}"
    )
}

#[test]
fn a_bomb_is_ended_by_its_limit() {
    let mut meter = Meter::start();
    let script = bomb(&meter, 300, "/dev/null");
    let killed = exit("process-limit", None, Some(libc::SIGKILL), Some(200));
    assert_eq!(run(&mut meter, &script, "processLimit", 200), killed);
    assert_eq!(meter.run(&["/bin/true"])["survivors"], 0);
}

#[test]
fn a_bomb_is_ended_with_its_meter() {
    let mut meter = Meter::start();
    let full = meter.folder.fifo("full");
    let script = format!("echo $$; cat {full} & {}", bomb(&meter, 200, &full));
    // Its first process and its last one: then all between them are there.
    let lives: Vec<Life> = meter.start_endless(&script, 2, 0);
    meter.signal_meter(libc::SIGKILL);
    assert_eq!(meter.wait().code(), Some(128 + libc::SIGKILL));
    lives.iter().for_each(Life::assert_ends);
}
