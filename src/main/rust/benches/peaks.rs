//! How exact peaks of memory are, and what a trace costs a program.
//!
//!     cargo bench .. --bench peaks -- [--rounds N]
//!
//! First, programs of known size: the peak in the record less the size that the program itself reads
//! from `/proc/self/smaps_rollup`, smallest and largest of all rounds, beside the quantum. Then a
//! family at a barrier, from both sides. Then the meter's time for a sample in either mode, which
//! a traced program's own times cannot tell.

#[path = "../tests/support/mod.rs"]
mod support;

use serde_json::{Value, json};
use std::time::Instant;
use support::{Meter, compile};

const KIB: i64 = 1024;

fn rounds() -> usize {
    let mut arguments = std::env::args().skip_while(|text| text != "--rounds");
    match arguments.nth(1) {
        Some(number) => number.parse().expect("--rounds N"),
        None => 10,
    }
}

fn main() {
    let rounds = rounds();
    let mut meter = Meter::start();
    println!("abilities: {}", meter.hello["abilities"]);
    exactness(&mut meter, rounds);
    families(&mut meter, rounds);
    costs(&mut meter, rounds);
}

fn ask(meter: &mut Meter, mode: &str, argv: &[&str]) -> Value {
    let mut request = meter.request(argv);
    request["mode"] = json!(mode);
    let record = meter.ask(&request);
    assert_eq!(record["exit"]["code"], 0, "{argv:?}: {record}");
    record
}

fn kib(record: &Value, name: &str) -> i64 {
    let bytes = record[name].as_i64();
    bytes.unwrap_or_else(|| panic!("{name}: {record}")) / KIB
}

fn printed_kib(meter: &Meter) -> i64 {
    meter.stdout().trim().parse().expect("a number")
}

fn exactness(meter: &mut Meter, rounds: usize) {
    let program = compile(&meter.folder, "touch", &[]);
    println!("\nwho    MiB  end   error of the peak, KiB   quantum, KiB   quality");
    for who in ["main", "child", "thread"] {
        for mib in ["1", "8", "64", "256", "1024"] {
            for end in ["keep", "free"] {
                let mut errors = Vec::new();
                let mut last = Value::Null;
                for _ in 0..rounds {
                    last = ask(meter, "memory", &[&program, who, mib, end]);
                    errors.push(kib(&last, "peakBytes") - printed_kib(meter));
                }
                println!(
                    "{who:6} {mib:>4} {end:5} {:>10} .. {:<10} {:>12}   {}",
                    errors.iter().min().unwrap_or(&0),
                    errors.iter().max().unwrap_or(&0),
                    last["peakQuantumBytes"].as_i64().map_or(-1, |q| q / KIB),
                    last["peakQuality"]
                );
            }
        }
    }
}

fn families(meter: &mut Meter, rounds: usize) {
    let program = compile(&meter.folder, "barrier", &[]);
    println!("\nchildren  MiB each   truth, KiB   lower bound less truth   upper bound less truth");
    for (count, mib) in [("4", "4"), ("4", "64"), ("16", "4")] {
        for _ in 0..rounds.min(3) {
            let record = ask(meter, "memory", &[&program, count, mib]);
            let truth = printed_kib(meter);
            let low = kib(&record, "treePeakLowBytes") - truth;
            let high = kib(&record, "treePeakHighBytes") - truth;
            println!("{count:>8}  {mib:>8}   {truth:>10}   {low:>22}   {high:>22}");
        }
    }
}

/// Modes in turns, so that drift of the machine meets both alike.
fn costs(meter: &mut Meter, rounds: usize) {
    let samples = rounds * 20;
    println!("\nmedian time of a sample, us ({samples} each)   timing   memory");
    let forks = "i=0; while [ $i -lt 100 ]; do (:); i=$((i+1)); done";
    let noop = env!("CARGO_BIN_EXE_noop");
    let programs: [(&str, &[&str]); 4] = [
        ("no-op", &[noop]),
        ("true", &["/bin/true"]),
        ("100 forks", &["/bin/sh", "-c", forks]),
        ("Python", &["/usr/bin/python3", "-c", "print('hello')"]),
    ];
    for (name, argv) in programs {
        let mut times = [Vec::new(), Vec::new()];
        for sample in 0..2 * samples {
            let place = (sample + sample / 2) % 2;
            let start = Instant::now();
            ask(meter, ["timing", "memory"][place], argv);
            times[place].push(start.elapsed().as_nanos() / 1000);
        }
        let [timing, memory] = times.map(median);
        println!("{name:45} {timing:>8} {memory:>8}");
    }
}

fn median(mut values: Vec<u128>) -> u128 {
    values.sort_unstable();
    values[values.len() / 2]
}
