//! What a program must keep to, and the looks that tell whether it does.

use super::files::Outputs;
use crate::platform::now_ns;
use crate::protocol::{Exit, Request, Status};
use std::io;

/// How often a running program is looked at. The first look comes after this time, so a shorter
/// program is never disturbed.
const LOOK_NS: u64 = 50_000_000;

/// A limit that a program broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Of the wall time.
    Time,
    /// Of both outputs together.
    Output,
}

/// The limits of one program.
pub struct Limits {
    timeout_ms: u64,
    timeout_ns: u64,
    grace_ns: u64,
    output_bytes: u64,
}

impl Limits {
    /// Those that a request sets.
    pub fn of(request: &Request) -> Limits {
        const NS_PER_MS: u64 = 1_000_000;
        Limits {
            timeout_ms: request.timeout_ms,
            timeout_ns: request.timeout_ms.saturating_mul(NS_PER_MS),
            grace_ns: request.grace_ms.saturating_mul(NS_PER_MS),
            output_bytes: request.output_limit_bytes,
        }
    }
}

/// Looks after one running program, for whichever loop waits for its end: the loop wakes at
/// `next_look_ns`, calls `look`, and ends the program when that names a limit.
pub struct Guard<'a> {
    limits: Limits,
    outputs: Outputs<'a>,
    start_ns: u64,
    next_look_ns: u64,
}

impl<'a> Guard<'a> {
    /// Over a program that was started at `start_ns`.
    pub fn new(limits: Limits, outputs: Outputs<'a>, start_ns: u64) -> Guard<'a> {
        Guard {
            limits,
            outputs,
            start_ns,
            next_look_ns: start_ns + LOOK_NS,
        }
    }

    /// How long processes that are to end may take to end by themselves.
    pub fn grace_ns(&self) -> u64 {
        self.limits.grace_ns
    }

    /// When the program is to be looked at again, on the clock of `now_ns`.
    pub fn next_look_ns(&self) -> u64 {
        self.next_look_ns.min(self.deadline_ns())
    }

    /// The limit that the program has broken by now.
    pub fn look(&mut self) -> io::Result<Option<Limit>> {
        let now = now_ns();
        if now >= self.deadline_ns() {
            return Ok(Some(Limit::Time));
        }
        self.next_look_ns = now + LOOK_NS;
        let [stdout, stderr] = self.outputs.bytes()?;
        Ok((stdout + stderr > self.limits.output_bytes).then_some(Limit::Output))
    }

    /// The sizes of both outputs, and why there is no process any more. The sizes count once all
    /// writers are gone, so that the limit holds for what is on disk.
    pub fn outcome(&self, status: Status, broken: Option<Limit>) -> io::Result<([u64; 2], Exit)> {
        let bytes = self.outputs.bytes()?;
        let too_much = bytes[0] + bytes[1] > self.limits.output_bytes;
        let exit = match broken.or(too_much.then_some(Limit::Output)) {
            Some(Limit::Time) => Exit::TimedOut(status, self.limits.timeout_ms),
            Some(Limit::Output) => Exit::OutputLimit(status, self.limits.output_bytes),
            None => Exit::Ended(status),
        };
        Ok((bytes, exit))
    }

    fn deadline_ns(&self) -> u64 {
        self.start_ns.saturating_add(self.limits.timeout_ns)
    }
}
