//! Whole families: their peak from both sides, and runtimes that make them.

mod support;

use serde_json::{Value, json};
use std::fs;
use support::{Meter, compile, find};

const KIB: u64 = 1 << 10;
const MIB: u64 = 1 << 20;

fn number(record: &Value, name: &str) -> u64 {
    let value = record[name].as_u64();
    value.unwrap_or_else(|| panic!("{name}: {record}"))
}

/// Runs a program that must end well, with time for its helpers to end by themselves.
fn well(meter: &mut Meter, argv: &[&str]) -> Value {
    let mut request = meter.request(argv);
    request["graceMs"] = json!(600_000);
    let record = meter.ask(&request);
    let code = &record["exit"]["code"];
    assert_eq!(code, 0, "{argv:?} {record} {}", meter.stderr());
    assert_eq!(record["survivors"], 0, "{argv:?} {record}");
    let (low, high) = (
        number(&record, "treePeakLowBytes"),
        number(&record, "treePeakHighBytes"),
    );
    assert!(
        number(&record, "peakBytes") <= low && low <= high,
        "{record}"
    );
    record
}

#[test]
fn four_children_at_a_barrier_add_up() {
    let mut meter = Meter::start();
    let program = compile(&meter.folder, "barrier", &[]);
    for mib in ["4", "32"] {
        let record = well(&mut meter, &[&program, "4", mib]);
        assert_eq!(record["processes"], 5);
        assert_eq!(record["peakQuality"], "exact", "{record}");
        let truth: u64 = meter.stdout().trim().parse().expect("a number");
        let truth = truth * KIB;
        let low = number(&record, "treePeakLowBytes");
        let high = number(&record, "treePeakHighBytes");
        assert!(low * 100 >= high * 97, "{low} {high}");
        // Each of the five may touch a little more after it has looked at itself.
        let slack = 5 * 256 * KIB;
        assert!(low.abs_diff(truth) <= slack, "{low} for {truth}");
        assert!(
            (truth..=truth + slack).contains(&high),
            "{high} for {truth}"
        );
    }
}

#[test]
fn those_after_one_another_do_not_add_up() {
    let mut meter = Meter::start();
    let program = compile(&meter.folder, "touch", &[]);
    let one = format!("{program} main 64 keep");
    let record = well(&mut meter, &["/bin/sh", "-c", &format!("{one}; {one}; :")]);
    assert_eq!(record["processes"], 3);
    let high = number(&record, "treePeakHighBytes");
    assert!((64 * MIB..80 * MIB).contains(&high), "{record}");
}

#[test]
fn a_pipeline_is_one_family() {
    let mut meter = Meter::start();
    let script = "echo a b c | tr ' ' '\\n' | sort -r | tail -n 1; exit";
    let record = well(&mut meter, &["/bin/sh", "-c", script]);
    assert_eq!(meter.stdout(), "a\n");
    assert_eq!(record["peakQuality"], "exact", "{record}");
    // The shell, and four that it makes.
    assert_eq!(record["processes"], 5);
}

/// A program of Python whose two children hold 32 MiB each until both do.
const POOL: &str = r#"
import multiprocessing, sys

def work(barrier, total):
    block = bytearray(32 << 20)
    barrier.wait()
    with total.get_lock():
        total.value += len(block)

if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    barrier, total = context.Barrier(2), context.Value("q", 0)
    children = [context.Process(target=work, args=(barrier, total)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(total.value, [child.exitcode for child in children])
"#;

#[test]
fn pythons_multiprocessing_is_judged_by_its_tree() {
    let mut meter = Meter::start();
    let script = meter.folder.path("pool.py");
    fs::write(&script, POOL).expect("written");
    // Besides the children: `spawn` starts a tracker of resources, `forkserver` a server too.
    for (method, least) in [("fork", 3), ("spawn", 4), ("forkserver", 5)] {
        let record = well(&mut meter, &["/usr/bin/python3", &script, method]);
        assert_eq!(meter.stdout(), format!("{} [0, 0]\n", 64 * MIB), "{method}");
        assert!(number(&record, "processes") >= least, "{method} {record}");
        assert!(number(&record, "peakBytes") >= 32 * MIB, "{method}");
        let high = number(&record, "treePeakHighBytes");
        assert!(high >= 64 * MIB + 32 * MIB / 8, "{method} {record}");
        assert_eq!(record["cpuComplete"], true, "{method}");
    }
}

#[test]
fn a_jvm_and_its_many_threads_end_well() {
    let mut meter = Meter::start();
    let source = meter.folder.path("Hello.java");
    let text = r#"class Hello { public static void main(String[] a) throws Exception {
        byte[] block = new byte[64 << 20];
        java.util.Arrays.fill(block, (byte) 1);
        Thread[] threads = new Thread[8];
        for (int i = 0; i < 8; i++) { threads[i] = new Thread(() -> { }); threads[i].start(); }
        for (Thread thread : threads) { thread.join(); }
        new ProcessBuilder("/bin/true").start().waitFor();
        System.out.println(block.length);
    } }"#;
    fs::write(&source, text).expect("written");
    let record = well(&mut meter, &[&find("java"), &source]);
    assert_eq!(meter.stdout(), format!("{}\n", 64 * MIB));
    assert!(number(&record, "peakBytes") >= 64 * MIB, "{record}");
    assert!(number(&record, "processes") >= 2, "{record}");
}

#[test]
fn node_ends_well() {
    let mut meter = Meter::start();
    let script = "const b = Buffer.alloc(64 << 20, 1); \
        require('child_process').execFileSync('/bin/true'); console.log(b.length)";
    let record = well(&mut meter, &[&find("node"), "-e", script]);
    assert_eq!(meter.stdout(), format!("{}\n", 64 * MIB));
    assert!(number(&record, "peakBytes") >= 64 * MIB, "{record}");
    assert_eq!(record["processes"], 2, "{record}");
}
