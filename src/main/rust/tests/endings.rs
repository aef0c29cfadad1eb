//! How programs and meters are ended, and that nothing outlives them.

mod support;

use serde_json::{Value, json};
use support::{DAEMON, Meter, exit, is_alive};

/// Runs a script that writes `ready` when it has come to its point and never ends. On a machine
/// too slow to come there in time, it gets twice the time.
fn time_out(meter: &mut Meter, script: &str, grace_ms: u64) -> (Value, u64) {
    let mut timeout_ms = 200;
    loop {
        let mut request = meter.shell_request(script);
        request["timeoutMs"] = json!(timeout_ms);
        request["graceMs"] = json!(grace_ms);
        let record = meter.ask(&request);
        if meter.stdout().contains("ready") {
            return (record, timeout_ms);
        }
        timeout_ms *= 2;
    }
}

fn pids(output: &str) -> Vec<&str> {
    let lines = output.lines().filter(|line| *line != "ready");
    lines.collect()
}

#[test]
fn a_timeout_ends_the_program() {
    let mut meter = Meter::start();
    let (record, limit) = time_out(&mut meter, "echo ready; exec sleep 1000", 600_000);
    assert_eq!(
        record["exit"],
        exit("timeout", None, Some(libc::SIGTERM), Some(limit))
    );
    if record["mode"] == "timing" {
        assert!(
            record["wallNs"].as_u64() >= Some(limit * 1_000_000),
            "{record}"
        );
    }
}

#[test]
fn a_program_may_tidy_up_when_its_time_is_over() {
    let mut meter = Meter::start();
    let script = "trap 'echo tidy; kill $!; exit 3' TERM; sleep 1000 & echo ready; wait";
    let (record, limit) = time_out(&mut meter, script, 600_000);
    assert_eq!(record["exit"], exit("timeout", Some(3), None, Some(limit)));
    assert!(meter.stdout().ends_with("tidy\n"));
}

#[test]
fn its_children_may_tidy_up_too() {
    let mut meter = Meter::start();
    // The program waits for its child without end; that ends by the signal to the group alone.
    let child = "(trap 'echo tidy; kill $!; exit' TERM; sleep 1000 & echo ready; wait)";
    let script = format!("trap : TERM; {child} & p=$!; wait $p; wait $p; exit 4");
    let (record, limit) = time_out(&mut meter, &script, 600_000);
    assert_eq!(record["exit"], exit("timeout", Some(4), None, Some(limit)));
    assert_eq!(meter.stdout(), "ready\ntidy\n");
}

#[test]
fn a_program_that_ignores_sigterm_is_killed() {
    let mut meter = Meter::start();
    let script = "trap '' TERM; echo ready; exec sleep 1000";
    let (record, limit) = time_out(&mut meter, script, 1);
    assert_eq!(
        record["exit"],
        exit("timeout", None, Some(libc::SIGKILL), Some(limit))
    );
}

#[test]
fn a_timeout_ends_children_too_even_stubborn_ones() {
    let mut meter = Meter::start();
    let script = "sleep 1000 & echo $!; (trap '' TERM; exec sleep 1000) & echo $!; \
                  (trap '' TERM; setsid sleep 1000) & echo $!; echo ready; wait";
    let (record, _) = time_out(&mut meter, script, 0);
    assert_eq!(record["exit"]["reason"], "timeout");
    let output = meter.stdout();
    assert_eq!(pids(&output).len(), 3);
    for pid in pids(&output) {
        assert!(!is_alive(pid), "{pid}");
    }
}

#[test]
fn a_daemon_that_is_left_behind_is_swept_and_counted() {
    let mut meter = Meter::start();
    let record = meter.sh(&format!("{DAEMON} {DAEMON} exit 5"));
    assert_eq!(record["exit"], exit("exited", Some(5), None, None));
    assert_eq!(record["survivors"], 2);
    let output = meter.stdout();
    assert_eq!(pids(&output).len(), 2);
    for pid in pids(&output) {
        assert!(!is_alive(pid), "{pid}");
    }
    assert_eq!(meter.run(&["/bin/true"])["survivors"], 0);
}

#[test]
fn a_daemon_is_swept_after_a_timeout() {
    let mut meter = Meter::start();
    let script = format!("{DAEMON} echo ready; exec sleep 1000");
    let (record, _) = time_out(&mut meter, &script, 600_000);
    assert_eq!(record["exit"]["signal"], libc::SIGTERM);
    assert_eq!(record["survivors"], 1);
    assert!(!is_alive(pids(&meter.stdout())[0]));
}

#[test]
fn a_whole_family_that_is_left_behind_is_swept() {
    let mut meter = Meter::start();
    let family = meter.folder.fifo("family");
    let script = format!(
        "(sh -c 'sleep 1000 & echo $$ $! > {family}; wait' &) ; read a b < {family}; echo $a; echo $b"
    );
    let record = meter.sh(&script);
    assert_eq!(record["survivors"], 2);
    let output = meter.stdout();
    assert_eq!(pids(&output).len(), 2);
    for pid in pids(&output) {
        assert!(!is_alive(pid), "{pid}");
    }
}

#[test]
fn an_orphan_that_has_ended_is_no_survivor() {
    let mut meter = Meter::start();
    let go = meter.folder.fifo("go");
    // It can end only after its parent has, so the meter alone could have reaped it.
    let orphan = format!("(read x < {go}) >/dev/null & echo $!");
    // A meter that traces reaps it at once; else it stays a zombie until the program's end.
    let until_it_has_ended = "while [ -e /proc/$p ] && ! grep -qs ') Z ' /proc/$p/stat; do :; done";
    let script = format!("p=$( {orphan} ); echo x > {go}; {until_it_has_ended}");
    let record = meter.sh(&script);
    assert_eq!(record["exit"]["code"], 0);
    assert_eq!(record["survivors"], 0);
    assert_eq!(meter.stderr(), "");
}

#[test]
fn a_helper_that_ends_within_the_grace_time_is_no_survivor() {
    let mut meter = Meter::start();
    let pipe = meter.folder.fifo("pipe");
    // Its input ends when the program does; then it takes a while.
    let script = format!("(cat {pipe}; sleep 0.2; echo late) & exec 3> {pipe}; echo x >&3");
    let mut request = meter.shell_request(&script);
    request["graceMs"] = json!(600_000);
    let record = meter.ask(&request);
    assert_eq!(record["survivors"], 0);
    assert_eq!(record["exit"]["code"], 0);
    assert_eq!(meter.stdout(), "x\nlate\n");
}

#[test]
fn endless_output_is_stopped() {
    let mut meter = Meter::start();
    for script in ["exec yes", "exec yes >&2"] {
        let mut request = meter.shell_request(script);
        request["outputLimitBytes"] = json!(100_000);
        request["graceMs"] = json!(600_000);
        let record = meter.ask(&request);
        let expected = exit("output-limit", None, Some(libc::SIGTERM), Some(100_000));
        assert_eq!(record["exit"], expected);
        let bytes = record["stdoutBytes"]
            .as_u64()
            .zip(record["stderrBytes"].as_u64());
        assert!(
            bytes.is_some_and(|(out, err)| out + err > 100_000),
            "{record}"
        );
    }
}

#[test]
fn too_much_output_is_told_even_of_a_short_program() {
    let mut meter = Meter::start();
    let mut request = meter.shell_request("printf abc; printf def >&2");
    request["outputLimitBytes"] = json!(6);
    assert_eq!(
        meter.ask(&request)["exit"],
        exit("exited", Some(0), None, None)
    );
    request["outputLimitBytes"] = json!(5);
    assert_eq!(
        meter.ask(&request)["exit"],
        exit("output-limit", Some(0), None, Some(5))
    );
}
