//! Requests that belong together: run one right after the other, and answered together.

mod support;

use serde_json::{Value, json};
use std::fs;
use std::process::Command;
use support::Meter;

/// Scripts as a row, with ids from 0; all but the last say that more follows.
fn row(meter: &Meter, scripts: &[&str]) -> Vec<Value> {
    let requests = scripts.iter().enumerate().map(|(id, script)| {
        let mut request = meter.shell_request(script);
        request["id"] = json!(id);
        request["more"] = json!(id + 1 < scripts.len());
        request
    });
    requests.collect()
}

fn send(meter: &mut Meter, requests: &[Value]) {
    let lines: Vec<String> = requests.iter().map(Value::to_string).collect();
    meter.send(&lines.join("\n"));
}

fn id_and_code(record: &Value) -> (Option<u64>, Option<i64>) {
    (record["id"].as_u64(), record["exit"]["code"].as_i64())
}

#[test]
fn a_row_is_run_in_order_and_one_program_at_a_time() {
    let mut meter = Meter::start();
    let log = meter.folder.path("log");
    let scripts: Vec<String> = (0..4).map(|id| format!("echo {id} >> {log}")).collect();
    let scripts: Vec<&str> = scripts.iter().map(String::as_str).collect();
    let requests = row(&meter, &scripts);
    send(&mut meter, &requests);
    let mut end_ns = 0;
    for id in 0..4 {
        let record = meter.receive();
        assert_eq!(id_and_code(&record), (Some(id), Some(0)));
        let start_ns = record["startNs"].as_u64().expect("a moment");
        assert!(start_ns >= end_ns, "{record}");
        end_ns = start_ns + record["wallNs"].as_u64().expect("a time");
    }
    assert_eq!(fs::read_to_string(log).expect("a log"), "0\n1\n2\n3\n");
}

/// The second program waits for the first one's record to have been left unread in the meter: it
/// ends only when the test, which has looked, lets it.
#[test]
fn records_of_a_row_come_behind_its_last_program() {
    let mut meter = Meter::start();
    let here = meter.folder.fifo("here");
    let go = meter.folder.fifo("go");
    let requests = row(&meter, &["exit 0", &format!("echo > {here}; cat {go}")]);
    send(&mut meter, &requests);
    fs::read(here).expect("the second program runs");
    assert!(!meter.has_output());
    fs::write(go, "").expect("it waits");
    assert_eq!(id_and_code(&meter.receive()), (Some(0), Some(0)));
    assert_eq!(id_and_code(&meter.receive()), (Some(1), Some(0)));
}

#[test]
fn behind_a_program_that_fails_a_row_is_not_run_and_the_next_one_is() {
    for failure in ["exit 3", "kill -9 $$", "exec /no/such/program"] {
        let mut meter = Meter::start();
        let log = meter.folder.path("log");
        let echo = format!("echo >> {log}");
        let requests = row(&meter, &["exit 0", failure, &echo, &echo]);
        send(&mut meter, &requests);
        assert_eq!(id_and_code(&meter.receive()), (Some(0), Some(0)));
        let failed = meter.receive();
        assert_eq!(failed["id"], 1);
        assert_ne!(failed["exit"]["code"], 0);
        for id in 2..4 {
            assert_eq!(meter.receive(), json!({"id": id, "skipped": true}));
        }
        assert!(fs::metadata(&log).is_err());
        let requests = row(&meter, &["exit 0", "exit 0"]);
        send(&mut meter, &requests);
        assert_eq!(id_and_code(&meter.receive()), (Some(0), Some(0)));
        assert_eq!(id_and_code(&meter.receive()), (Some(1), Some(0)));
    }
}

#[test]
fn a_program_that_breaks_a_limit_ends_its_row() {
    let mut meter = Meter::start();
    let mut requests = row(&meter, &["sleep 1000", "exit 0"]);
    requests[0]["timeoutMs"] = json!(1);
    send(&mut meter, &requests);
    assert_eq!(meter.receive()["exit"]["reason"], "timeout");
    assert_eq!(meter.receive(), json!({"id": 1, "skipped": true}));
    assert_eq!(meter.run(&["/bin/true"])["exit"]["code"], 0);
}

#[test]
fn a_refused_request_ends_its_row() {
    let mut meter = Meter::start();
    let mut requests = row(&meter, &["exit 0", "exit 0"]);
    requests[1]["nice"] = json!(5);
    send(&mut meter, &requests);
    assert_eq!(id_and_code(&meter.receive()), (Some(0), Some(0)));
    assert_eq!(
        meter.receive(),
        json!({"id": 1, "error": "field 'nice' is unknown"})
    );
    assert_eq!(meter.run(&["/bin/true"])["exit"]["code"], 0);
}

#[test]
fn nothing_of_a_row_is_started_once_the_harness_is_gone() {
    let mut meter = Meter::start();
    let here = meter.folder.fifo("here");
    let log = meter.folder.path("log");
    let first = format!("echo > {here}; exec sleep 1000");
    let requests = row(&meter, &[&first, &format!("echo >> {log}")]);
    send(&mut meter, &requests);
    fs::read(here).expect("the first program runs");
    meter.close_input();
    assert!(meter.wait().success());
    assert_eq!(meter.rest_of_output(), "");
    assert!(fs::metadata(&log).is_err());
}

/// As it does some times before a row, so that the processor is not cold.
#[test]
fn a_rehearsal_ends_at_once_without_a_word() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_meter"));
    let output = command.arg("rehearsal").output().expect("a meter");
    assert!(output.status.success(), "{output:?}");
    assert!(
        output.stdout.is_empty() && output.stderr.is_empty(),
        "{output:?}"
    );
}

/// They are the meter's children, and must not be the program's.
#[test]
fn no_rehearsal_is_left_when_a_program_starts() {
    let mut meter = Meter::start();
    let log = meter.folder.path("log");
    let children = format!(
        "(echo $$; cat /proc/{}/task/{0}/children) > {log}",
        meter.pid()
    );
    for _ in 0..5 {
        let requests = row(&meter, &[&children, "exit 0"]);
        send(&mut meter, &requests);
        assert_eq!(id_and_code(&meter.receive()), (Some(0), Some(0)));
        assert_eq!(id_and_code(&meter.receive()), (Some(1), Some(0)));
        let text = fs::read_to_string(&log).expect("a log");
        let pids: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(pids.len(), 2, "{text}");
        assert_eq!(pids[0], pids[1]);
    }
}
