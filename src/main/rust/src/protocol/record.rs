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
    /// It had more than that many processes and was ended.
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
pub struct Measurements {
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

impl Measurements {
    /// Of a program that never ran.
    pub fn not_launched(errno: i32, message: String) -> Measurements {
        Measurements {
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

    /// Whether the program ended by itself and with exit code 0.
    pub fn is_well(&self) -> bool {
        self.exit == Exit::Ended(Status::Exited(0))
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
    pub sample: Measurements,
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
mod tests;
