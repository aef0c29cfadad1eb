//! What the meter answers: the sample of one process.

use super::request::Mode;
use crate::platform::{Memory, Usage};
use serde_json::{Map, Value, json};

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It ended with this code.
    Exited(i32),
    /// This signal ended it.
    Signaled(i32),
}

impl Status {
    fn code(self) -> Option<i32> {
        match self {
            Status::Exited(code) => Some(code),
            Status::Signaled(_) => None,
        }
    }

    fn signal(self) -> Option<i32> {
        match self {
            Status::Exited(_) => None,
            Status::Signaled(signal) => Some(signal),
        }
    }
}

/// Why there is no process any more.
#[derive(Debug, PartialEq, Eq)]
pub enum Exit {
    /// By itself or by a signal that the meter did not send.
    Ended(Status),
    /// The same, when the kernel has ended a process for lack of memory, in these words.
    OutOfMemory(Status, String),
    /// It took longer than this and was ended.
    TimedOut(Status, u64),
    /// It wrote more than this; it was ended, unless it ended by itself first.
    OutputLimit(Status, u64),
    /// It used more than these milliseconds of CPU time and was ended.
    CpuLimit(Status, u64),
    /// It held more than these bytes and was ended.
    MemoryLimit(Status, u64),
    /// It had more than so many processes and was ended.
    ProcessLimit(Status, u64),
    /// It never ran; the error number and what was tried.
    LaunchFailed(i32, String),
}

impl Exit {
    fn to_json(&self) -> Value {
        let (reason, status, limit) = match self {
            Exit::Ended(status @ Status::Exited(_)) => ("exited", status, None),
            Exit::Ended(status @ Status::Signaled(_)) => ("signaled", status, None),
            Exit::OutOfMemory(status, message) => {
                let mut ended = Exit::Ended(*status).to_json();
                ended["message"] = json!(message);
                return ended;
            }
            Exit::TimedOut(status, ms) => ("timeout", status, Some(ms)),
            Exit::OutputLimit(status, bytes) => ("output-limit", status, Some(bytes)),
            Exit::CpuLimit(status, ms) => ("cpu-limit", status, Some(ms)),
            Exit::MemoryLimit(status, bytes) => ("memory-limit", status, Some(bytes)),
            Exit::ProcessLimit(status, count) => ("process-limit", status, Some(count)),
            Exit::LaunchFailed(errno, message) => {
                return json!({"reason": "launch-failed", "code": errno, "signal": null,
                    "limit": null, "message": message});
            }
        };
        json!({"reason": reason, "code": status.code(), "signal": status.signal(),
            "limit": limit, "message": null})
    }
}

/// What was measured; what there is not stays `None`, never 0.
#[derive(Debug)]
pub struct Sample {
    /// Immediately before the process was made, in ns of `CLOCK_MONOTONIC`.
    pub start_ns: Option<u64>,
    /// From there until immediately after it was reaped.
    pub wall_ns: Option<u64>,
    /// Its resources as `wait4` gives them.
    pub usage: Option<Usage>,
    /// CPU time of the whole tree by the kernel's task clock.
    pub task_clock_ns: Option<u64>,
    /// Whether the CPU time of `usage` misses nothing; `None` when nobody knows.
    pub cpu_complete: Option<bool>,
    /// Peaks of memory as a trace found them.
    pub memory: Option<Memory>,
    /// Hardware counters.
    pub counters: Vec<Counter>,
    /// How it ended.
    pub exit: Exit,
    /// Size of its standard output.
    pub stdout_bytes: Option<u64>,
    /// Size of its standard error output.
    pub stderr_bytes: Option<u64>,
    /// Descendants that outlived it and were killed.
    pub survivors: u64,
    /// The meter's own CPU time while it ran.
    pub meter_cpu_ns: Option<u64>,
}

/// What one hardware counter counted, unscaled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    /// Its name in the record.
    pub name: &'static str,
    /// How many events.
    pub count: u64,
    /// How long it was to count.
    pub enabled_ns: u64,
    /// How long it did: less where the processor has too few counters.
    pub running_ns: u64,
}

impl Sample {
    /// Of a program that never ran.
    pub fn not_launched(errno: i32, message: String) -> Sample {
        Sample {
            start_ns: None,
            wall_ns: None,
            usage: None,
            task_clock_ns: None,
            cpu_complete: None,
            memory: None,
            counters: Vec::new(),
            exit: Exit::LaunchFailed(errno, message),
            stdout_bytes: None,
            stderr_bytes: None,
            survivors: 0,
            meter_cpu_ns: None,
        }
    }

    /// Of a program that ended badly: asks for a reason that its status does not tell.
    pub fn failed_by(&mut self, reason: impl FnOnce() -> Option<String>) {
        if let Exit::Ended(status) = self.exit {
            if status != Status::Exited(0) {
                if let Some(words) = reason() {
                    self.exit = Exit::OutOfMemory(status, words);
                }
            }
        }
    }

    /// Bytes and how they became known: by a trace, else by `wait4`.
    fn peak(&self) -> (Option<u64>, Option<&'static str>) {
        match (&self.memory, &self.usage) {
            (Some(memory), _) if memory.complete => (Some(memory.peak_bytes), Some("exact")),
            (Some(memory), _) => (Some(memory.peak_bytes), Some("partial")),
            (None, Some(usage)) => (Some(usage.peak_bytes), Some("rusage")),
            (None, None) => (None, None),
        }
    }
}

impl Counter {
    fn to_json(&self) -> (String, Value) {
        let value = json!({"count": self.count, "enabledNs": self.enabled_ns,
            "runningNs": self.running_ns});
        (self.name.to_owned(), value)
    }
}

/// One answer.
pub struct Record {
    /// The request's number.
    pub id: u64,
    /// The request's mode.
    pub mode: Mode,
    /// What was measured.
    pub sample: Sample,
    /// From the moment the request was read, until now.
    pub elapsed_ns: u64,
}

impl Record {
    /// The object that the harness reads. A memory sample has no times: its process was made in a
    /// way that costs some.
    pub fn to_json(&self) -> Value {
        let sample = &self.sample;
        let usage = sample.usage.as_ref();
        let times = (self.mode == Mode::Timing).then_some(());
        let timed = times.and(usage);
        let (peak_bytes, peak_quality) = sample.peak();
        let memory = sample.memory.as_ref();
        let counters: Map<String, Value> = sample.counters.iter().map(Counter::to_json).collect();
        json!({
            "id": self.id,
            "mode": self.mode.name(),
            "startNs": sample.start_ns,
            "wallNs": times.and(sample.wall_ns),
            "userNs": timed.map(|usage| usage.user_ns),
            "systemNs": timed.map(|usage| usage.system_ns),
            "taskClockNs": times.and(sample.task_clock_ns),
            "cpuComplete": sample.cpu_complete,
            "peakBytes": peak_bytes,
            "peakQuality": peak_quality,
            "peakQuantumBytes": memory.map(|memory| memory.quantum_bytes),
            "treePeakLowBytes": memory.map(|memory| memory.tree_low_bytes),
            "treePeakHighBytes": memory.map(|memory| memory.tree_high_bytes),
            "processes": memory.map(|memory| memory.processes),
            "minorFaults": usage.map(|usage| usage.minor_faults),
            "majorFaults": usage.map(|usage| usage.major_faults),
            "voluntarySwitches": usage.map(|usage| usage.voluntary_switches),
            "involuntarySwitches": usage.map(|usage| usage.involuntary_switches),
            "counters": counters,
            "exit": sample.exit.to_json(),
            "stdoutBytes": sample.stdout_bytes,
            "stderrBytes": sample.stderr_bytes,
            "survivors": sample.survivors,
            "overheadNs": self.elapsed_ns - sample.wall_ns.unwrap_or(0),
            "meterCpuNs": sample.meter_cpu_ns,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(exit: Exit) -> Sample {
        Sample {
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

    fn record(mode: Mode, sample: Sample) -> Value {
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
        let failed = Sample::not_launched(2, "exec /x: gone".to_owned());
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
}
