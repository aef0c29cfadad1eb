//! Whether a running program keeps to its limits.

use super::census::Census;
use super::files::Outputs;
use super::limits::{Limit, Limits};
use crate::platform::{Counting, now_ns};
use crate::protocol::{Exit, Status};
use std::io;

/// How often a running program is looked at. The first look comes after this time, so a shorter
/// program is never disturbed. For the output a look costs two `fstat` calls.
pub const LOOK_NS: u64 = 50_000_000;

/// Looks after one program, for whichever loop waits for its end: the loop wakes at `next_look_ns`,
/// calls `look`, and ends the program when that names a limit.
pub struct Guard<'a> {
    limits: Limits,
    outputs: Outputs<'a>,
    census: Census<'a>,
    /// When its wall time is over; never, once it has ended or been told to.
    deadline_ns: u64,
    next_ns: u64,
}

impl<'a> Guard<'a> {
    /// Over a program that was started at `start_ns`; its clock, if there is one, misses nobody.
    pub fn new(
        limits: Limits,
        outputs: Outputs<'a>,
        start_ns: u64,
        clock: Option<&'a Counting>,
    ) -> Guard<'a> {
        Guard {
            census: Census::new(limits.tree, start_ns, clock),
            deadline_ns: start_ns.saturating_add(limits.timeout_ns()),
            next_ns: start_ns + LOOK_NS,
            limits,
            outputs,
        }
    }

    /// How long processes that are to end may take to end by themselves.
    pub fn grace_ns(&self) -> u64 {
        self.limits.grace_ns()
    }

    /// When the program is to be looked at again, on the clock of `now_ns`.
    pub fn next_look_ns(&self) -> u64 {
        self.next_ns.min(self.deadline_ns)
    }

    /// The limit that the program has broken by now. Before `next_look_ns` nothing is looked at.
    pub fn look(&mut self) -> io::Result<Option<Limit>> {
        let now = now_ns();
        if now >= self.deadline_ns {
            return Ok(Some(Limit::Time(self.limits.timeout_ms)));
        }
        if now < self.next_ns {
            return Ok(None);
        }
        self.next_ns = now + LOOK_NS;
        match self.census.look(now)? {
            None => self.output_limit(self.outputs.bytes()?),
            broken => Ok(broken),
        }
    }

    /// CPU time of all processes of the tree that the meter itself has reaped so far: they are in
    /// no later look.
    pub fn set_reaped_cpu(&mut self, cpu_ns: u64) {
        self.census.set_reaped_cpu(cpu_ns);
    }

    /// Its wall time counts no more: it has ended, or is about to.
    pub fn stop_the_clock(&mut self) {
        self.deadline_ns = u64::MAX;
    }

    /// The sizes of both outputs, and why there is no process any more. The sizes count once all
    /// writers are gone, so that the limit holds for what is on disk.
    pub fn outcome(&self, status: Status, broken: Option<Limit>) -> io::Result<([u64; 2], Exit)> {
        let bytes = self.outputs.bytes()?;
        let broken = match broken {
            None => self.output_limit(bytes)?,
            broken => broken,
        };
        let exit = broken.map_or(Exit::Ended(status), |limit| limit.exit(status));
        Ok((bytes, exit))
    }

    fn output_limit(&self, [stdout, stderr]: [u64; 2]) -> io::Result<Option<Limit>> {
        let limit = self.limits.output_bytes;
        Ok((stdout + stderr > limit).then_some(Limit::Output(limit)))
    }
}
