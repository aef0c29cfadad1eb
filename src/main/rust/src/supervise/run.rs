//! A running program, waited for by its pidfd or by what its tracees tell.

use super::guard::Guard;
use super::limits::Limit;
use super::{End, Stop};
use crate::platform::{Child, Ended, Family, PATIENCE_NS, Sweep, Usage, Wake, Watch, now_ns};
use crate::protocol::{Measurements, Status};
use std::io;

/// A running program and what else may happen while it runs.
pub struct Run<'a> {
    child: Child,
    watch: &'a Watch,
    /// What those used who lost their parents and were reaped before the sweep.
    orphans: Usage,
}

impl Run<'_> {
    /// Of a program that was just started.
    pub fn new(child: Child, watch: &Watch) -> Run<'_> {
        Run {
            child,
            watch,
            orphans: Usage::default(),
        }
    }

    /// Whatever the wait came to: the program is reaped and the tree is swept.
    pub fn finish(mut self, mut guard: Guard<'_>) -> Result<Measurements, Stop> {
        let mut waited = self.wait(&mut guard);
        let by_itself = matches!(waited, Ok(None));
        if waited.is_err() {
            self.child.kill();
        }
        if !by_itself && !self.child.ends_within(PATIENCE_NS)? {
            return Err(Stop::Left(vec![self.child.pid()]));
        }
        let mut ended = self.child.reap()?;
        if by_itself {
            waited = self.settle(ended.usage.cpu_ns(), &mut guard);
        }
        let swept = self.child.sweep(PATIENCE_NS)?;
        let broken = waited?;
        match swept {
            Sweep::Clean { survivors, usage } => {
                ended.usage.add(&self.orphans);
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
            if let Some(limit) = self.look(guard)? {
                self.end(limit, guard)?;
                return Ok(Some(limit));
            }
        }
    }

    fn look(&mut self, guard: &mut Guard<'_>) -> io::Result<Option<Limit>> {
        if now_ns() < guard.next_look_ns() {
            return Ok(None);
        }
        self.child.reap_orphans(&mut self.orphans)?;
        guard.set_reaped_cpu(self.orphans.cpu_ns());
        guard.look()
    }

    fn ends_by(&mut self, moment_ns: u64) -> Result<bool, Stop> {
        let timeout_ns = moment_ns.saturating_sub(now_ns());
        is_ready(self.child.wait(self.watch, timeout_ns)?)
    }

    /// Ends the program's group: politely, then after the grace time surely; at an urgent limit,
    /// that one or one that it breaks meanwhile, surely at once.
    fn end(&mut self, limit: Limit, guard: &mut Guard<'_>) -> Result<(), Stop> {
        let mut urgent = limit.is_urgent();
        if !urgent {
            self.child.terminate();
        }
        guard.stop_the_clock();
        let end_ns = now_ns().saturating_add(guard.grace_ns());
        while !urgent && !self.ends_by(end_ns.min(guard.next_look_ns()))? {
            let broken = self.look(guard)?;
            urgent = broken.is_some_and(Limit::is_urgent) || now_ns() >= end_ns;
        }
        if urgent {
            self.child.kill();
        }
        Ok(())
    }

    /// The program has ended by itself. For the grace time, whom it left behind may do so too: a
    /// helper that lives until its pipe closes (as Python's resource tracker does) is not a survivor.
    /// The limits hold for them as well, but for the wall time, which was the program's.
    fn settle(
        &mut self,
        program_cpu_ns: u64,
        guard: &mut Guard<'_>,
    ) -> Result<Option<Limit>, Stop> {
        guard.stop_the_clock();
        let end_ns = now_ns().saturating_add(guard.grace_ns());
        while self.child.reap_left(&mut self.orphans)? == Family::Alive && now_ns() < end_ns {
            guard.set_reaped_cpu(program_cpu_ns + self.orphans.cpu_ns());
            let broken = guard.look()?;
            if broken.is_some() {
                return Ok(broken);
            }
            let next_ns = end_ns.min(guard.next_look_ns());
            let patience_ns = next_ns.saturating_sub(now_ns());
            is_ready(
                self.watch
                    .children(patience_ns.min(self.child.patience_ns()))?,
            )?;
        }
        Ok(None)
    }

    fn sample(
        &self,
        ended: Ended,
        broken: Option<Limit>,
        survivors: u64,
        guard: &Guard<'_>,
    ) -> io::Result<Measurements> {
        let status = ended.status.map_or_else(Status::Signaled, Status::Exited);
        let ([stdout_bytes, stderr_bytes], exit) = guard.outcome(status, broken)?;
        let found = self.child.found(&ended.usage);
        Ok(Measurements {
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

fn is_ready(wake: Wake) -> Result<bool, Stop> {
    match wake {
        Wake::Ready => Ok(true),
        Wake::Time => Ok(false),
        Wake::HarnessGone => Err(Stop::End(End::HarnessGone)),
        Wake::Signal(signal) => Err(Stop::End(End::Signal(signal))),
    }
}
