//! Requests and the records that answer them.

mod support;

use serde_json::{Value, json};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use support::{Meter, exit};

#[test]
fn it_says_first_what_it_speaks() {
    let meter = Meter::start();
    let platform = format!("linux-{}", std::env::consts::ARCH);
    let expected = json!({"meter": "assay.meter/4", "version": env!("CARGO_PKG_VERSION"),
        "pid": meter.pid(), "warden": meter.warden(), "platform": platform,
        "abilities": meter.hello["abilities"]});
    assert_eq!(meter.hello, expected);
    assert_eq!(meter.hello["abilities"].get("warden"), Some(&Value::Null));
    for name in ["trace", "taskClock", "counters"] {
        let ability = &meter.hello["abilities"][name];
        let told = ability.as_str().is_some_and(|reason| !reason.is_empty());
        assert!(ability.is_null() || told, "{name}: {ability}");
    }
}

#[test]
fn exit_codes_are_told() {
    let mut meter = Meter::start();
    for code in [0, 3, 255] {
        let record = meter.sh(&format!("exit {code}"));
        assert_eq!(record["exit"], exit("exited", Some(code), None, None));
    }
}

#[test]
fn signals_are_told() {
    let mut meter = Meter::start();
    for signal in [libc::SIGKILL, libc::SIGSEGV, libc::SIGTERM] {
        let record = meter.sh(&format!("kill -{signal} $$"));
        assert_eq!(record["exit"], exit("signaled", None, Some(signal), None));
    }
}

#[test]
fn a_timing_record_has_all_figures() {
    let mut meter = Meter::start();
    let record = meter.run(&["/bin/sleep", "0.05"]);
    assert_eq!(
        (&record["id"], &record["mode"]),
        (&json!(7), &json!("timing"))
    );
    for name in [
        "startNs",
        "userNs",
        "systemNs",
        "peakBytes",
        "minorFaults",
        "majorFaults",
        "voluntarySwitches",
        "involuntarySwitches",
        "overheadNs",
    ] {
        assert!(record[name].is_u64(), "{name}: {record}");
    }
    assert!(record["wallNs"].as_u64() >= Some(50_000_000), "{record}");
    assert_eq!(record["peakQuality"], "rusage");
    assert_eq!(record["counters"], json!({}));
    assert_eq!(record["survivors"], 0);
    let later = meter.run(&["/bin/true"]);
    let end = record["startNs"].as_u64().zip(record["wallNs"].as_u64());
    assert!(later["startNs"].as_u64() > end.map(|(start, wall)| start + wall));
}

#[test]
fn a_memory_record_has_no_times() {
    let mut meter = Meter::start();
    let mut request = meter.request(&["/bin/true"]);
    request["mode"] = json!("memory");
    let record = meter.ask(&request);
    for name in ["wallNs", "userNs", "systemNs"] {
        assert_eq!(record[name], Value::Null, "{name}");
    }
    assert_eq!(record["exit"], exit("exited", Some(0), None, None));
}

#[test]
fn peak_memory_is_the_programs_own() {
    const MIB: u64 = 1 << 20;
    let mut meter = Meter::start();
    for mode in ["timing", "memory"] {
        let dd = [
            "/bin/dd",
            "if=/dev/zero",
            "of=/dev/null",
            "bs=32M",
            "count=1",
        ];
        let mut large = meter.request(&dd);
        large["mode"] = json!(mode);
        let peak = meter.ask(&large)["peakBytes"].as_u64().expect("a peak");
        assert!((32 * MIB..40 * MIB).contains(&peak), "dd in {mode}: {peak}");
        // After a large one, so that a running maximum would show.
        let mut small = meter.request(&["/bin/true"]);
        small["mode"] = json!(mode);
        let peak = meter.ask(&small)["peakBytes"].as_u64().expect("a peak");
        assert!((4096..2 * MIB).contains(&peak), "true in {mode}: {peak}");
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "the floor is that of an optimized meter")]
fn the_floor_under_a_peak_is_low() {
    let mut meter = Meter::start();
    for (mode, limit) in [("timing", 1536 << 10), ("memory", 64 << 10)] {
        let mut request = meter.request(&[env!("CARGO_BIN_EXE_noop")]);
        request["mode"] = json!(mode);
        let record = meter.ask(&request);
        assert_eq!(record["exit"], exit("exited", Some(0), None, None));
        let peak = record["peakBytes"].as_u64().expect("a peak");
        assert!((1..limit).contains(&peak), "{mode}: {peak}");
    }
}

fn launch_failure(meter: &mut Meter, request: &Value, errno: i32, message: &str) {
    let record = meter.ask(request);
    let expected = json!({"reason": "launch-failed", "code": errno, "signal": null, "limit": null,
        "message": message});
    assert_eq!(record["exit"], expected);
    for name in ["startNs", "wallNs", "peakBytes", "stdoutBytes"] {
        assert_eq!(record[name], Value::Null, "{name}");
    }
}

#[test]
fn what_cannot_start_is_told_with_its_reason() {
    let mut meter = Meter::start();
    let missing = meter.folder.path("missing");
    let plain = meter.folder.path("plain");
    fs::write(&plain, "#!/bin/sh\n").expect("written");
    fs::set_permissions(&plain, fs::Permissions::from_mode(0o644)).expect("set");
    let folder = meter.folder.path("");

    for mode in ["timing", "memory"] {
        for (program, errno, text) in [
            (&missing, libc::ENOENT, "No such file or directory"),
            (&plain, libc::EACCES, "Permission denied"),
            (&folder, libc::EACCES, "Permission denied"),
        ] {
            let mut request = meter.request(&[program]);
            request["mode"] = json!(mode);
            let message = format!("exec {program}: {text}");
            launch_failure(&mut meter, &request, errno, &message);
        }
    }
    for (field, step) in [("cwd", "chdir"), ("stdin", "open")] {
        let mut request = meter.request(&["/bin/true"]);
        request[field] = json!(missing);
        let message = format!("{step} {missing}: No such file or directory");
        launch_failure(&mut meter, &request, libc::ENOENT, &message);
    }
    let mut request = meter.request(&["/bin/true"]);
    request["stdout"] = json!(folder);
    let message = format!("open {folder}: Is a directory");
    launch_failure(&mut meter, &request, libc::EISDIR, &message);
}

#[test]
fn exit_code_127_is_an_exit_code() {
    let mut meter = Meter::start();
    let record = meter.sh("/no/such/program");
    assert_eq!(record["exit"], exit("exited", Some(127), None, None));
    assert!(record["wallNs"].is_u64());
}

#[test]
fn a_launch_failure_leaves_no_trace_in_the_next_record() {
    let mut meter = Meter::start();
    meter.run(&["/no/such/program"]);
    let record = meter.run(&["/bin/true"]);
    assert_eq!(record["exit"], exit("exited", Some(0), None, None));
    assert_eq!(record["survivors"], 0);
}

#[test]
fn bad_requests_are_refused_and_the_meter_goes_on() {
    let mut meter = Meter::start();
    meter.send("{\"id\": 7,");
    let refused = meter.receive();
    assert_eq!(refused["id"], Value::Null);
    assert!(
        refused["error"]
            .as_str()
            .is_some_and(|text| text.starts_with("not JSON"))
    );

    let mut unknown = meter.request(&["/bin/true"]);
    unknown["nice"] = json!(5);
    assert_eq!(
        meter.ask(&unknown),
        json!({"id": 7, "error": "field 'nice' is unknown"})
    );

    meter.send(&"x".repeat(3 << 20));
    let refused = meter.receive();
    assert!(
        refused["error"]
            .as_str()
            .is_some_and(|text| text.contains("longer than"))
    );

    assert_eq!(meter.run(&["/bin/true"])["exit"]["code"], 0);
}

#[test]
fn requests_that_wait_are_answered_in_order() {
    let mut meter = Meter::start();
    let lines: Vec<String> = (0..5)
        .map(|id| {
            let mut request = meter.shell_request(&format!("exit {id}"));
            request["id"] = json!(id);
            request.to_string()
        })
        .collect();
    meter.send(&lines.join("\n"));
    for id in 0..5 {
        let record = meter.receive();
        assert_eq!(
            (&record["id"], &record["exit"]["code"]),
            (&json!(id), &json!(id))
        );
    }
}
