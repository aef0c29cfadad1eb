//! On which CPUs a program runs.

mod support;

use serde_json::json;
use std::fs;
use support::Meter;

/// A list of CPUs as the kernel writes it, such as `0-2,5`.
fn members(list: &str) -> Vec<u64> {
    let number = |text: &str| text.parse::<u64>().expect("a CPU");
    let range = |range: &str| match range.split_once('-') {
        Some((first, last)) => number(first)..=number(last),
        None => number(range)..=number(range),
    };
    list.split(',').flat_map(range).collect()
}

fn own_cpus() -> Vec<u64> {
    let own = fs::read_to_string("/proc/self/status").expect("/proc");
    let mut lines = own.lines();
    let list = lines.find_map(|line| line.strip_prefix("Cpus_allowed_list:"));
    members(list.expect("a list").trim())
}

#[test]
fn it_runs_on_the_given_cpus_only() {
    let mut meter = Meter::start();
    let mut request = meter.request(&["/bin/cat", "/proc/self/status"]);
    let all = own_cpus();
    for asked in [&all[..1], &all[all.len() - 1..], &all] {
        request["cpus"] = json!(asked);
        meter.ask(&request);
        assert_eq!(members(&meter.status("Cpus_allowed_list")), asked);
    }
    request["cpus"] = json!(null);
    meter.ask(&request);
    assert_eq!(members(&meter.status("Cpus_allowed_list")), all);
}

#[test]
fn its_threads_and_all_its_descendants_run_there_too() {
    let mut meter = Meter::start();
    let script = "
import os, threading
held = threading.Event()
def tell():
    for task in os.listdir('/proc/self/task'):
        with open(f'/proc/self/task/{task}/status') as lines:
            print(next(l.split()[1] for l in lines if l.startswith('Cpus_allowed_list')), flush=True)
for _ in range(3):
    threading.Thread(target=held.wait).start()
tell()
if os.fork() == 0:
    if os.fork() == 0:
        tell()
        os._exit(0)
    os.wait()
    os._exit(0)
os.wait()
held.set()
";
    let mut request = meter.request(&["/usr/bin/python3", "-c", script]);
    let last = *own_cpus().last().expect("a CPU");
    request["cpus"] = json!([last]);
    let record = meter.ask(&request);
    assert_eq!(record["exit"]["code"], 0, "{}", meter.stderr());
    // Four threads of the program and the one of its grandchild.
    assert_eq!(meter.stdout(), format!("{last}\n").repeat(5));
}

/// Also a list that is possible in part: the kernel would take that part and say nothing.
#[test]
fn cpus_that_are_not_there_are_a_launch_failure() {
    const NONE: u64 = libc::CPU_SETSIZE as u64 - 1;
    let mut meter = Meter::start();
    let mut request = meter.request(&["/bin/true"]);
    let first = own_cpus()[0];
    for (asked, list) in [
        (vec![NONE], NONE.to_string()),
        (vec![NONE, first], format!("{first},{NONE}")),
    ] {
        request["cpus"] = json!(asked);
        let exit = meter.ask(&request)["exit"].clone();
        assert_eq!(exit["reason"], "launch-failed");
        assert_eq!(exit["code"], libc::EINVAL);
        let message = exit["message"].as_str().expect("a message");
        let told = message.strip_prefix(&format!("pin to CPUs {list} (usable here: "));
        let told = told.and_then(|rest| rest.strip_suffix("): Invalid argument"));
        let usable = members(told.expect(message));
        assert!(
            own_cpus().iter().all(|cpu| usable.contains(cpu)),
            "{message}"
        );
    }
    request["cpus"] = json!(null);
    assert_eq!(meter.ask(&request)["exit"]["code"], 0);
}
