//! Peaks, against what programs say of themselves by another source, and every way to end.

mod support;

#[path = "support/filter.rs"]
mod filter;

use filter::refuse;
use serde_json::{Value, json};
use support::{Meter, compile, exit};

const KIB: u64 = 1 << 10;
const MIB: u64 = 1 << 20;

/// What the C library may still touch after a program has looked at itself.
const SLACK: u64 = 256 * KIB;

fn number(record: &Value, name: &str) -> u64 {
    let value = record[name].as_u64();
    value.unwrap_or_else(|| panic!("{name}: {record}"))
}

/// A size in KiB, as a program's only output.
fn printed(meter: &Meter) -> u64 {
    let kib: u64 = meter.stdout().trim().parse().expect("a number");
    kib * KIB
}

fn complete(meter: &Meter, record: &Value) {
    let code = &record["exit"]["code"];
    assert_eq!(code, 0, "{record} {}", meter.stderr());
    assert_eq!(record["peakQuality"], "exact", "{record}");
}

fn touch(meter: &mut Meter, program: &str, who: &str, mib: u64, end: &str) -> (Value, u64) {
    let record = meter.run(&[program, who, &mib.to_string(), end]);
    complete(meter, &record);
    let truth = printed(meter);
    assert!(truth >= mib * MIB, "{truth}");
    (record, truth)
}

#[test]
fn what_is_never_freed_is_exact() {
    let mut meter = Meter::start();
    let program = compile(&meter.folder, "touch", &[]);
    for who in ["main", "child", "thread"] {
        for mib in [1, 8, 64, 256] {
            let (record, truth) = touch(&mut meter, &program, who, mib, "keep");
            let peak = number(&record, "peakBytes");
            assert!(
                peak.abs_diff(truth) <= SLACK,
                "{who} {mib}: {peak} for {truth}"
            );
        }
    }
}

#[test]
fn a_main_thread_that_frees_nothing_has_no_quantum() {
    let mut meter = Meter::start();
    let program = compile(&meter.folder, "touch", &["-static"]);
    let (record, truth) = touch(&mut meter, &program, "main", 8, "keep");
    let summed = record["peakQuantumBytes"] == 0;
    let release = std::fs::read_to_string("/proc/sys/kernel/osrelease").expect("/proc");
    let mut numbers = release.split('.').map(|part| part.parse().unwrap_or(0));
    let release: (u32, u32) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    assert_eq!(summed, release >= (6, 16), "{record}");
    let peak = number(&record, "peakBytes");
    assert!(peak + number(&record, "peakQuantumBytes") >= truth);
}

#[test]
fn what_was_freed_is_within_the_quantum() {
    let mut meter = Meter::start();
    let program = compile(&meter.folder, "touch", &[]);
    for who in ["main", "child", "thread"] {
        for mib in [8, 64, 256] {
            let (record, truth) = touch(&mut meter, &program, who, mib, "free");
            let peak = number(&record, "peakBytes");
            let quantum = number(&record, "peakQuantumBytes");
            assert!(quantum > 0, "{record}");
            let least = truth.saturating_sub(quantum);
            assert!(
                (least..=truth + SLACK).contains(&peak),
                "{who} {mib}: {peak} + {quantum} for {truth}"
            );
        }
    }
}

#[test]
fn a_little_that_was_freed_is_within_the_quantum_too() {
    let mut meter = Meter::start();
    let program = compile(&meter.folder, "touch", &["-static"]);
    for kib in ["16", "40", "124", "176", "512"] {
        let (record, truth) = touch(&mut meter, &program, "main", 8, kib);
        let peak = number(&record, "peakBytes");
        let quantum = number(&record, "peakQuantumBytes");
        assert!(peak + quantum >= truth, "{kib}: {record} for {truth}");
        assert!(peak <= truth + SLACK, "{kib}: {record} for {truth}");
    }
}

/// As many as it takes, for as long as it takes; `None` where the kernel does not give them.
fn huge_pages(wanted: u64) -> Option<u64> {
    const POOL: &str = "/proc/sys/vm/nr_hugepages";
    let before: u64 = std::fs::read_to_string(POOL).ok()?.trim().parse().ok()?;
    std::fs::write(POOL, (before + wanted).to_string()).ok()?;
    Some(before)
}

#[test]
fn huge_pages_count() {
    let Some(before) = huge_pages(8) else {
        eprintln!("skipped: only root may ask this kernel for huge pages");
        return;
    };
    let mut meter = Meter::start();
    let program = compile(&meter.folder, "touch", &[]);
    let record = meter.run(&[&program, "main", "16", "huge"]);
    std::fs::write("/proc/sys/vm/nr_hugepages", before.to_string()).expect("as before");
    if record["exit"]["code"] == 3 {
        eprintln!("skipped: this kernel has no 16 MiB in huge pages of 2 MiB");
        return;
    }
    complete(&meter, &record);
    assert!(number(&record, "peakBytes") >= 16 * MIB, "{record}");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "the no-op is small only when optimized")]
fn nothing_is_nearly_nothing() {
    let mut meter = Meter::start();
    let record = meter.run(&[env!("CARGO_BIN_EXE_noop")]);
    complete(&meter, &record);
    assert!(
        (1..=64 * KIB).contains(&number(&record, "peakBytes")),
        "{record}"
    );
    assert_eq!(record["processes"], 1);
}

/// One of the ways of a process to end that `endings.c` knows.
fn ending(meter: &mut Meter, how: &str) -> Value {
    run(meter, "endings", how)
}

/// One of the ways of several processes that `families.c` knows.
fn family(meter: &mut Meter, how: &str) -> Value {
    run(meter, "families", how)
}

fn run(meter: &mut Meter, program: &str, how: &str) -> Value {
    let program = compile(&meter.folder, program, &[]);
    let mut request = meter.request(&[&program, how]);
    // What is to end by itself, gets the time.
    request["graceMs"] = json!(600_000);
    let record = meter.ask(&request);
    assert_eq!(meter.stderr(), "", "{how}: {record}");
    assert_eq!(record["survivors"], 0, "{how}");
    record
}

#[test]
fn every_way_to_end_is_told_and_read() {
    let mut meter = Meter::start();
    for (how, code, processes, least) in [
        ("at-once", 3, 1, MIB / 2),
        ("leader-first", 4, 1, 32 * MIB),
        ("exec-in-thread", 5, 1, 32 * MIB),
        ("vfork-and-exec", 7, 2, 64 * MIB),
        ("share-memory", 8, 2, 64 * MIB),
        ("double-fork", 9, 3, 16 * MIB),
        ("zombie-left", 20, 2, 16 * MIB),
        ("killed-while-spinning", 11, 2, 16 * MIB),
        ("many-threads", 12, 1, 64 * MIB),
        ("stops-itself", 13, 2, MIB / 2),
        ("stopped-with-threads", 14, 2, MIB / 2),
        ("stopped-as-a-whole", 15, 2, MIB / 2),
        ("wants-to-trace", 16, 2, MIB / 2),
    ] {
        let record = match processes {
            1 => ending(&mut meter, how),
            _ => family(&mut meter, how),
        };
        assert_eq!(
            record["exit"],
            exit("exited", Some(code), None, None),
            "{how}"
        );
        assert_eq!(record["processes"], processes, "{how}");
        assert!(number(&record, "peakBytes") >= least, "{how}: {record}");
        // Some kernels end a thread that is killed without a stop; then that must be said.
        let quality = record["peakQuality"].as_str();
        let killed = how.starts_with("killed") && quality == Some("partial");
        assert!(quality == Some("exact") || killed, "{how} {record}");
    }
    for (how, signal) in [("abort", libc::SIGABRT), ("fault-in-thread", libc::SIGSEGV)] {
        let record = ending(&mut meter, how);
        let expected = exit("signaled", None, Some(signal), None);
        assert_eq!(record["exit"], expected, "{how}");
        assert!(number(&record, "peakBytes") >= MIB / 2, "{how}: {record}");
    }
}

#[test]
fn children_that_are_killed_at_birth_are_counted_all_the_same() {
    let mut meter = Meter::start();
    let record = family(&mut meter, "killed-at-birth");
    assert_eq!(record["exit"]["code"], 10, "{record}");
    // The program, the killer and its fifty victims.
    assert_eq!(record["processes"], 52);
    assert!(record["peakQuality"].is_string());
}

#[test]
fn an_image_that_exec_replaced_counts() {
    let mut meter = Meter::start();
    let record = ending(&mut meter, "exec-when-large");
    assert_eq!(record["exit"]["code"], 6);
    let (peak, truth) = (number(&record, "peakBytes"), printed(&meter));
    let quantum = number(&record, "peakQuantumBytes");
    let least = truth.saturating_sub(quantum);
    assert!((least..=truth + SLACK).contains(&peak), "{peak} {truth}");
}

#[test]
fn a_child_that_escapes_the_trace_makes_the_peak_partial() {
    let mut meter = Meter::start();
    let record = family(&mut meter, "untraced");
    assert_eq!(record["exit"]["code"], 17);
    assert_eq!(record["peakQuality"], "partial");
    let peak = number(&record, "peakBytes") + number(&record, "peakQuantumBytes");
    assert!(peak >= 32 * MIB, "{record}");
}

#[test]
fn cpu_time_that_nobody_is_told_of_is_missed() {
    let mut meter = Meter::start();
    for (how, complete) in [
        ("burns-in-a-child", true),
        ("burns-in-a-child-unseen", false),
    ] {
        let record = family(&mut meter, how);
        assert_eq!(record["cpuComplete"], complete, "{how}");
    }
}

#[test]
fn a_memory_that_two_share_counts_once() {
    for forbidden in [false, true] {
        let mut meter = match forbidden {
            false => Meter::start(),
            true => Meter::start_after(|| refuse(libc::SYS_kcmp, libc::EPERM)),
        };
        let record = family(&mut meter, "vfork-and-exec");
        let high = number(&record, "treePeakHighBytes");
        assert!((64 * MIB..80 * MIB).contains(&high), "{record}");
    }
    let mut meter = Meter::start();
    let record = family(&mut meter, "share-memory");
    let high = number(&record, "treePeakHighBytes");
    assert!((64 * MIB..80 * MIB).contains(&high), "{record}");
}

#[test]
fn where_tracing_is_forbidden_the_usage_must_do() {
    let mut meter = Meter::start_after(|| refuse(libc::SYS_ptrace, libc::EPERM));
    let reason = meter.hello["abilities"]["trace"].as_str();
    assert!(
        reason.is_some_and(|text| text.contains("not permitted")),
        "{reason:?}"
    );
    let program = compile(&meter.folder, "touch", &[]);
    let record = meter.run(&[&program, "main", "32", "keep"]);
    assert_eq!(record["exit"], exit("exited", Some(0), None, None));
    assert_eq!(record["peakQuality"], "rusage");
    assert!(number(&record, "peakBytes") >= 32 * MIB);
    for name in [
        "peakQuantumBytes",
        "treePeakLowBytes",
        "treePeakHighBytes",
        "processes",
        "wallNs",
    ] {
        assert_eq!(record[name], Value::Null, "{name}");
    }
}

#[test]
fn a_meter_that_is_traced_itself_says_why_it_cannot() {
    let mut meter = Meter::start();
    assert_eq!(meter.hello["abilities"]["trace"], Value::Null);
    let record = meter.run(&[env!("CARGO_BIN_EXE_meter")]);
    complete(&meter, &record);
    let hello: Value = serde_json::from_str(&meter.stdout()).expect("a greeting");
    let reason = hello["abilities"]["trace"].as_str();
    assert!(
        reason.is_some_and(|text| text.contains("not permitted")),
        "{hello}"
    );
}
