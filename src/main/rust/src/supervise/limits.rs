//! What a program must keep to.
//!
//! None of the limits is the kernel's own. Resource limits hold for each process, so a
//! program with children would have them many times over. `RLIMIT_AS` counts what is reserved, not
//! what is used: it breaks sound programs that reserve much, and an allocation that it refuses shows
//! as any failure, so a broken limit would only be suspected. A cgroup would have to be delegated
//! to the harness first, which on most machines none is.

use crate::platform::usable_cpus;
use crate::protocol::{Exit, Request, Status};

const NS_PER_MS: u64 = 1_000_000;

/// A limit, with its value, that a program broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Wall time in milliseconds.
    Time(u64),
    /// Bytes of both outputs together.
    Output(u64),
    /// CPU time of the whole tree in milliseconds.
    Cpu(u64),
    /// Resident bytes of the whole tree.
    Memory(u64),
    /// Processes that are alive at once.
    Processes(u64),
}

impl Limit {
    /// Whether who breaks it is killed at once. What can take the machine down with it gets no time
    /// to tidy up.
    pub fn is_urgent(self) -> bool {
        matches!(self, Limit::Memory(_) | Limit::Processes(_))
    }

    /// How a program ended that broke it.
    pub fn exit(self, status: Status) -> Exit {
        match self {
            Limit::Time(ms) => Exit::TimedOut(status, ms),
            Limit::Output(bytes) => Exit::OutputLimit(status, bytes),
            Limit::Cpu(ms) => Exit::CpuLimit(status, ms),
            Limit::Memory(bytes) => Exit::MemoryLimit(status, bytes),
            Limit::Processes(count) => Exit::ProcessLimit(status, count),
        }
    }
}

/// The limits of one program.
pub struct Limits {
    /// Of the wall time.
    pub timeout_ms: u64,
    /// How long processes that are to end may take to end by themselves.
    pub grace_ms: u64,
    /// Of both outputs together.
    pub output_bytes: u64,
    /// Of the whole tree.
    pub tree: TreeLimits,
}

/// Those limits of a program that can be judged only by looking at all its processes.
#[derive(Debug, Clone, Copy)]
pub struct TreeLimits {
    /// Of CPU time.
    pub cpu_ms: Option<u64>,
    /// Of resident memory.
    pub memory_bytes: Option<u64>,
    /// Of processes that are alive at once.
    pub processes: Option<u64>,
    /// How many CPUs the program may use, from 1: so fast can its CPU time grow.
    pub cpus: u64,
}

impl Limits {
    /// Those that a request sets.
    pub fn of(request: &Request) -> Limits {
        Limits {
            timeout_ms: request.timeout_ms,
            grace_ms: request.grace_ms,
            output_bytes: request.output_limit_bytes,
            tree: TreeLimits {
                cpu_ms: request.cpu_limit_ms,
                memory_bytes: request.memory_limit_bytes,
                processes: request.process_limit,
                cpus: cpu_count(request),
            },
        }
    }

    /// The limit of the wall time in nanoseconds.
    pub fn timeout_ns(&self) -> u64 {
        nanoseconds(self.timeout_ms)
    }

    /// The grace time in nanoseconds.
    pub fn grace_ns(&self) -> u64 {
        nanoseconds(self.grace_ms)
    }
}

impl TreeLimits {
    /// The limit of CPU time in nanoseconds.
    pub fn cpu_ns(&self) -> Option<u64> {
        self.cpu_ms.map(nanoseconds)
    }
}

fn cpu_count(request: &Request) -> u64 {
    match &request.cpus {
        Some(pinned) => pinned.len() as u64,
        None => usable_cpus().len().max(1) as u64,
    }
}

fn nanoseconds(ms: u64) -> u64 {
    ms.saturating_mul(NS_PER_MS)
}
