//! CPU time, wherever it is used, and what the kernel's performance events tell.
//!
//! What is expected is what the programs themselves read from their process's clock, never a time
//! of the wall.

mod support;

#[path = "support/filter.rs"]
mod filter;

use serde_json::{Value, json};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use support::Meter;

const COUNTERS: [&str; 4] = ["instructions", "cycles", "branchMisses", "cacheMisses"];

/// A meter and the program that burns.
struct Burner {
    meter: Meter,
    program: String,
}

impl Burner {
    fn start() -> Burner {
        Burner::under(Meter::start())
    }

    fn under(meter: Meter) -> Burner {
        let program = meter.folder.path("burn");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/programs/burn.c");
        let compiled = Command::new("cc")
            .args(["-O1", "-pthread", "-o", &program, source])
            .status();
        assert!(compiled.expect("a C compiler").success());
        Burner { meter, program }
    }

    /// Burns at one place, and gives the record with what the program says that it burnt.
    fn burn(&mut self, arguments: &[&str], counters: bool) -> (Value, f64) {
        let mut request = self.meter.request(&[&self.program]);
        let argv = request["argv"].as_array_mut().expect("a list");
        argv.extend(arguments.iter().map(|argument| json!(argument)));
        request["counters"] = json!(counters);
        // A daemon may end by itself, however slow the machine is.
        request["graceMs"] = json!(600_000);
        let record = self.meter.ask(&request);
        assert_eq!(record["exit"]["code"], 0, "{record}");
        assert_eq!(record["survivors"], 0, "{record}");
        let burnt = self.meter.stdout();
        (record, burnt.trim().parse().expect("nanoseconds"))
    }

    fn has_clock(&self) -> bool {
        self.meter.hello["abilities"]["taskClock"].is_null()
    }
}

fn number(record: &Value, name: &str) -> f64 {
    let value = record[name].as_f64();
    value.unwrap_or_else(|| panic!("{name} of {record}"))
}

fn waited(record: &Value) -> f64 {
    number(record, "userNs") + number(record, "systemNs")
}

/// Within 2 %, of what the programs burnt themselves.
fn is_close(figure: f64, burnt: f64) -> bool {
    (figure / burnt - 1.0).abs() <= 0.02
}

/// The clock may show what a hypervisor stole, but nobody's time twice.
fn assert_clock(record: &Value, burnt: f64) {
    let clock = number(record, "taskClockNs");
    assert!((0.98..1.5).contains(&(clock / burnt)), "{burnt}: {record}");
}

const WAITED_FOR: [&str; 4] = ["main", "child", "threads", "daemon"];
const HIDDEN: [&str; 2] = ["ignore", "nocldwait"];

#[test]
fn cpu_time_is_what_was_burnt_wherever_somebody_waits() {
    let mut burner = Burner::start();
    for place in WAITED_FOR {
        let (record, burnt) = burner.burn(&[place], false);
        assert!(
            is_close(waited(&record), burnt),
            "{place} {burnt}: {record}"
        );
        assert_eq!(record["taskClockNs"], Value::Null);
        assert_eq!(record["cpuComplete"], Value::Null);
    }
}

#[test]
fn the_task_clock_says_that_nothing_is_missed() {
    let mut burner = Burner::start();
    for place in WAITED_FOR {
        let (record, burnt) = burner.burn(&[place], true);
        assert!(
            is_close(waited(&record), burnt),
            "{place} {burnt}: {record}"
        );
        if burner.has_clock() {
            assert_clock(&record, burnt);
            assert_eq!(record["cpuComplete"], true, "{place}: {record}");
        } else {
            assert_eq!(record["taskClockNs"], Value::Null);
            assert_eq!(record["cpuComplete"], Value::Null);
        }
    }
}

#[test]
fn children_that_nobody_waits_for_are_missed_but_by_the_task_clock() {
    let mut burner = Burner::start();
    for place in HIDDEN {
        let (record, burnt) = burner.burn(&[place], true);
        assert!(waited(&record) < burnt / 2.0, "{place} {burnt}: {record}");
        if burner.has_clock() {
            assert_clock(&record, burnt);
            assert_eq!(record["cpuComplete"], false, "{place}: {record}");
        } else {
            assert_eq!(record["cpuComplete"], Value::Null);
        }
    }
}

#[test]
fn a_clock_that_the_kernel_stopped_tells_nothing() {
    let mut burner = Burner::start();
    let secret = burner.meter.folder.path("secret");
    fs::copy(&burner.program, &secret).expect("copied");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o111)).expect("set");
    let (record, burnt) = burner.burn(&["unreadable", &secret], true);
    assert!(is_close(waited(&record), burnt), "{burnt}: {record}");
    for name in ["taskClockNs", "cpuComplete"] {
        assert_eq!(record[name], Value::Null, "{name}: {record}");
    }
}

#[test]
fn every_sample_is_counted_anew() {
    let mut burner = Burner::start();
    let (_, burnt) = burner.burn(&["main"], true);
    for _ in 0..50 {
        let mut request = burner.meter.request(&["/bin/true"]);
        request["counters"] = json!(true);
        let record = burner.meter.ask(&request);
        if burner.has_clock() {
            let clock = number(&record, "taskClockNs");
            assert!(0.0 < clock && clock < burnt / 2.0, "{record}");
        }
    }
}

#[test]
fn without_performance_events_the_reason_is_told_and_nothing_is_made_up() {
    let forbidden = Meter::start_after(|| filter::refuse(libc::SYS_perf_event_open, libc::EPERM));
    let mut burner = Burner::under(forbidden);
    for name in ["taskClock", "counters"] {
        let reason = &burner.meter.hello["abilities"][name];
        let text = reason.as_str().expect("a reason");
        assert!(text.contains("perf_event_paranoid is"), "{text}");
        assert!(text.contains("Operation not permitted"), "{text}");
    }
    for place in ["main", "ignore"] {
        let (record, _) = burner.burn(&[place], true);
        assert_eq!(record["taskClockNs"], Value::Null);
        assert_eq!(record["cpuComplete"], Value::Null);
        assert_eq!(record["counters"], json!({}));
    }
}

#[test]
fn a_kernel_without_performance_events_is_told_too() {
    let without = Meter::start_after(|| filter::refuse(libc::SYS_perf_event_open, libc::ENOSYS));
    for name in ["taskClock", "counters"] {
        let reason = without.hello["abilities"][name].as_str();
        assert!(reason.is_some_and(|text| text.starts_with("the kernel has no")));
    }
}

#[test]
fn hardware_counters_are_all_there_or_the_reason_is() {
    let mut burner = Burner::start();
    let missing = burner.meter.hello["abilities"]["counters"].clone();
    let (record, _) = burner.burn(&["main"], true);
    let counters = record["counters"].as_object().expect("an object");
    for name in COUNTERS {
        let expected = match missing.as_str() {
            None => true,
            Some(reason) => reason.starts_with("only ") && reason.contains(name),
        };
        assert_eq!(counters.contains_key(name), expected, "{name}: {missing}");
    }
    for (name, counter) in counters {
        let [count, enabled, running] =
            ["count", "enabledNs", "runningNs"].map(|field| number(counter, field));
        assert!(enabled > 0.0 && running <= enabled, "{name}: {counter}");
        assert_eq!(count > 0.0, running > 0.0, "{name}: {counter}");
    }
}

#[test]
fn who_does_not_ask_gets_no_counts() {
    let mut burner = Burner::start();
    let record = burner.meter.run(&["/bin/true"]);
    assert_eq!(record["counters"], json!({}));
    assert_eq!(record["taskClockNs"], Value::Null);
}

#[test]
fn faults_and_switches_of_a_daemon_count_too() {
    let mut meter = Meter::start();
    let own = number(&meter.sh("exit"), "minorFaults");
    // The parent ends at once; its child maps 16 MiB, which nobody but the meter waits for.
    let script = "dd if=/dev/zero of=/dev/null bs=16M count=1 2>&1 & exit";
    let mut request = meter.shell_request(script);
    request["graceMs"] = json!(600_000);
    let record = meter.ask(&request);
    assert_eq!(record["survivors"], 0);
    assert!(number(&record, "minorFaults") > own, "{own}: {record}");
    assert!(
        number(&record, "peakBytes") > f64::from(16 << 20),
        "{record}"
    );
}

#[test]
fn the_meter_tells_its_own_cpu_time() {
    let mut burner = Burner::start();
    let (record, burnt) = burner.burn(&["main"], false);
    let own = number(&record, "meterCpuNs");
    assert!(own > 0.0, "{record}");
    // It sleeps while a program runs.
    assert!(own < burnt / 2.0, "{record}");
}
