use super::*;

fn sample(exit: Exit) -> Measurements {
    Measurements {
        start_ns: Some(5),
        wall_ns: Some(100),
        usage: Some(Usage {
            user_ns: 1,
            system_ns: 2,
            peak_bytes: 3,
            minor_faults: 4,
            major_faults: 0,
            voluntary_switches: 6,
            involuntary_switches: 7,
        }),
        task_clock_ns: Some(9),
        cpu_complete: Some(true),
        memory: None,
        counters: vec![Counter {
            name: "instructions",
            count: 10,
            enabled_ns: 12,
            running_ns: 11,
        }],
        exit,
        stdout_bytes: Some(8),
        stderr_bytes: Some(0),
        survivors: 0,
        meter_cpu_ns: Some(13),
    }
}

fn record(mode: Mode, sample: Measurements) -> Value {
    let record = Record {
        id: 7,
        mode,
        sample,
        elapsed_ns: 150,
    };
    record.to_json()
}

#[test]
fn a_timing_record_has_every_field() {
    let expected = json!({
        "id": 7, "mode": "timing", "startNs": 5, "wallNs": 100, "userNs": 1, "systemNs": 2,
        "taskClockNs": 9, "cpuComplete": true, "peakBytes": 3, "peakQuality": "rusage",
        "peakQuantumBytes": null, "treePeakLowBytes": null, "treePeakHighBytes": null,
        "processes": null, "minorFaults": 4, "majorFaults": 0, "voluntarySwitches": 6,
        "involuntarySwitches": 7,
        "counters": {"instructions": {"count": 10, "enabledNs": 12, "runningNs": 11}},
        "exit": {"reason": "exited", "code": 3, "signal": null, "limit": null,
            "message": null},
        "stdoutBytes": 8, "stderrBytes": 0, "survivors": 0, "overheadNs": 50,
        "meterCpuNs": 13
    });
    let exit = Exit::Ended(Status::Exited(3));
    assert_eq!(record(Mode::Timing, sample(exit)), expected);
}

#[test]
fn a_memory_record_has_no_times() {
    let record = record(Mode::Memory, sample(Exit::Ended(Status::Exited(0))));
    for name in ["wallNs", "userNs", "systemNs", "taskClockNs"] {
        assert_eq!(record[name], Value::Null, "{name}");
    }
    assert_eq!(record["peakBytes"], 3);
    assert_eq!(record["overheadNs"], 50);
}

#[test]
fn a_trace_knows_more_than_wait4() {
    let mut traced = sample(Exit::Ended(Status::Exited(0)));
    traced.memory = Some(Memory {
        peak_bytes: 20,
        quantum_bytes: 21,
        complete: true,
        tree_low_bytes: 22,
        tree_high_bytes: 23,
        processes: 24,
    });
    let exact = record(Mode::Memory, traced);
    let expected = json!([20, "exact", 21, 22, 23, 24]);
    let names = [
        "peakBytes",
        "peakQuality",
        "peakQuantumBytes",
        "treePeakLowBytes",
        "treePeakHighBytes",
        "processes",
    ];
    assert_eq!(json!(names.map(|name| exact[name].clone())), expected);
}

#[test]
fn what_never_ran_has_no_figures() {
    let failed = Measurements::not_launched(2, "exec /x: gone".to_owned());
    let record = record(Mode::Timing, failed);
    for name in [
        "startNs",
        "wallNs",
        "peakBytes",
        "peakQuality",
        "minorFaults",
        "stdoutBytes",
    ] {
        assert_eq!(record[name], Value::Null, "{name}");
    }
    let exit = json!({"reason": "launch-failed", "code": 2, "signal": null, "limit": null,
        "message": "exec /x: gone"});
    assert_eq!(record["exit"], exit);
}

#[test]
fn only_a_bad_end_is_asked_for_its_reason() {
    let mut killed = sample(Exit::Ended(Status::Signaled(9)));
    killed.failed_by(|| Some("no memory".to_owned()));
    let expected = json!({"reason": "signaled", "code": null, "signal": 9, "limit": null,
        "message": "no memory"});
    assert_eq!(killed.exit.to_json(), expected);
    let mut well = sample(Exit::Ended(Status::Exited(0)));
    well.failed_by(|| panic!("nobody asks"));
    assert_eq!(well.exit, Exit::Ended(Status::Exited(0)));
}

#[test]
fn a_limit_says_how_the_process_ended_too() {
    let timeout = Exit::TimedOut(Status::Signaled(15), 60_000).to_json();
    let expected = json!({"reason": "timeout", "code": null, "signal": 15, "limit": 60_000,
        "message": null});
    assert_eq!(timeout, expected);
    let output = Exit::OutputLimit(Status::Exited(0), 64).to_json();
    assert_eq!(output["reason"], "output-limit");
    assert_eq!(output["code"], 0);
    assert_eq!(output["limit"], 64);
    assert_eq!(
        Exit::Ended(Status::Signaled(9)).to_json()["reason"],
        "signaled"
    );
}
