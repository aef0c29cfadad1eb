//! A running program, waited for by its pidfd or by what its tracees tell.

use super::limits::{Guard, Limit};
use super::{End, Stop};
use crate::platform::{Child, Ended, Sweep, Wake, Watch, now_ns};
use crate::protocol::{Sample, Status};
use std::io;

/// How long to try to end descendants that cannot be ended.
pub const PATIENCE_NS: u64 = 10_000_000_000;

/// A running program and what else may happen while it runs.
pub struct Run<'a> {
    child: Child,
    watch: &'a Watch,
}

impl Run<'_> {
    /// Of a program that was just started.
    pub fn new(child: Child, watch: &Watch) -> Run<'_> {
        Run { child, watch }
    }

    /// Whatever the wait came to: the program is reaped and the tree is swept.
    pub fn finish(mut self, mut guard: Guard<'_>) -> Result<Sample, Stop> {
        let waited = self.wait(&mut guard);
        if waited.is_err() {
            self.child.kill();
        }
        let mut ended = self.child.reap()?;
        let by_itself = matches!(waited, Ok(None));
        let settle_ns = if by_itself { guard.grace_ns() } else { 0 };
        let swept = self.child.sweep(settle_ns, PATIENCE_NS)?;
        let broken = waited?;
        match swept {
            Sweep::Clean { survivors, usage } => {
                ended.usage.add(&usage);
                Ok(self.sample(ended, broken, survivors, &guard)?)
            }
            Sweep::Left(pids) => Err(Stop::Left(pids)),
        }
    }

    /// Waits until the program has ended or been told to; gives the limit that it broke.
    fn wait(&mut self, guard: &mut Guard<'_>) -> Result<Option<Limit>, Stop> {
        loop {
            if self.ends_by(guard.next_look_ns())? {
                return Ok(None);
            }
            if now_ns() < guard.next_look_ns() {
                continue;
            }
            if let Some(limit) = guard.look()? {
                self.end(guard.grace_ns())?;
                return Ok(Some(limit));
            }
        }
    }

    fn ends_by(&mut self, moment_ns: u64) -> Result<bool, Stop> {
        let timeout_ns = moment_ns.saturating_sub(now_ns());
        match self.child.wait(self.watch, timeout_ns)? {
            Wake::Ready => Ok(true),
            Wake::Time => Ok(false),
            Wake::HarnessGone => Err(Stop::End(End::HarnessGone)),
            Wake::Signal(signal) => Err(Stop::End(End::Signal(signal))),
        }
    }

    /// Ends the program's group: politely, then after the grace time surely.
    fn end(&mut self, grace_ns: u64) -> Result<(), Stop> {
        let end_ns = now_ns().saturating_add(grace_ns);
        self.child.terminate();
        while !self.ends_by(end_ns)? {
            if now_ns() >= end_ns {
                self.child.kill();
                break;
            }
        }
        Ok(())
    }

    fn sample(
        &self,
        ended: Ended,
        broken: Option<Limit>,
        survivors: u64,
        guard: &Guard<'_>,
    ) -> io::Result<Sample> {
        let status = ended.status.map_or_else(Status::Signaled, Status::Exited);
        let ([stdout_bytes, stderr_bytes], exit) = guard.outcome(status, broken)?;
        let found = self.child.found(&ended.usage);
        Ok(Sample {
            start_ns: Some(self.child.start_ns),
            wall_ns: Some(ended.end_ns - self.child.start_ns),
            usage: Some(ended.usage),
            task_clock_ns: None,
            cpu_complete: found.as_ref().and_then(|found| found.cpu_complete),
            memory: found.and_then(|found| found.memory),
            counters: Vec::new(),
            exit,
            stdout_bytes: Some(stdout_bytes),
            stderr_bytes: Some(stderr_bytes),
            survivors,
            meter_cpu_ns: Some(ended.meter_end_ns - self.child.meter_start_ns),
        })
    }
}
