//! Looks at the whole tree of a program: how many processes, how much memory, how much CPU time.
//!
//! A look reads every process of the machine, about 10 us each. So it is paced by its own cost, and
//! a program without such limits is never looked at.

use super::guard::LOOK_NS;
use super::limits::{Limit, TreeLimits};
use crate::platform::{Counting, Tree, own_cpu_ns};
use std::io;

/// A look that took t is followed by a pause of at least that many t: about 1 % of one CPU.
const PAUSE_PER_COST: u64 = 100;

/// The looks at one program's tree.
pub struct Census<'a> {
    limits: TreeLimits,
    /// Counts those too whom nobody waits for.
    clock: Option<&'a Counting>,
    /// CPU time of processes that are no longer in the tree and whose parent was the meter.
    reaped_ns: u64,
    next_ns: u64,
}

impl<'a> Census<'a> {
    /// Over a program that was started at `start_ns`.
    pub fn new(limits: TreeLimits, start_ns: u64, clock: Option<&'a Counting>) -> Census<'a> {
        let mut census = Census {
            limits,
            clock,
            reaped_ns: 0,
            next_ns: 0,
        };
        census.next_ns = census.next_after(start_ns, 0, 0);
        census
    }

    /// CPU time of all processes that the meter has reaped so far.
    pub fn set_reaped_cpu(&mut self, cpu_ns: u64) {
        self.reaped_ns = cpu_ns;
    }

    /// The limit that the tree breaks, if it is time to look.
    pub fn look(&mut self, now_ns: u64) -> io::Result<Option<Limit>> {
        if now_ns < self.next_ns {
            return Ok(None);
        }
        let before_ns = own_cpu_ns();
        let tree = Tree::read()?;
        let broken = self.broken(&tree);
        let used_ns = self.clock_ns().max(self.reaped_ns + tree.cpu_ns());
        self.next_ns = self.next_after(now_ns, own_cpu_ns() - before_ns, used_ns);
        Ok(broken)
    }

    /// CPU time by the task clock, where there is one. It can show some more than is accounted, such
    /// as what a hypervisor stole: a twentieth more says nothing.
    fn clock_ns(&self) -> u64 {
        let clock_ns = self.clock.and_then(Counting::task_clock_ns).unwrap_or(0);
        clock_ns - clock_ns / 20
    }

    /// What a quick sum says is judged once more by a slower one that cannot be too large.
    fn broken(&self, tree: &Tree) -> Option<Limit> {
        let too_many = |&limit: &u64| tree.alive().count() as u64 > limit;
        let too_large =
            |&limit: &u64| tree.resident_bytes() > limit && tree.resident_bytes_once() > limit;
        let too_long = |&limit: &u64| {
            let summed = || {
                self.reaped_ns + tree.cpu_ns() > limit
                    && self.reaped_ns + tree.cpu_ns_again() > limit
            };
            self.clock_ns() > limit || summed()
        };
        let TreeLimits {
            cpu_ms,
            memory_bytes,
            processes,
            ..
        } = self.limits;
        let processes = processes.filter(too_many).map(Limit::Processes);
        let memory = || memory_bytes.filter(too_large).map(Limit::Memory);
        let over_time = self.limits.cpu_ns().filter(too_long);
        let cpu = || over_time.and(cpu_ms).map(Limit::Cpu);
        processes.or_else(memory).or_else(cpu)
    }

    /// CPU time grows by no more than the CPUs give, so it alone needs no look before it can have
    /// reached its limit.
    fn next_after(&self, now_ns: u64, cost_ns: u64, used_ns: u64) -> u64 {
        let paced_ns = now_ns.saturating_add(LOOK_NS.max(cost_ns.saturating_mul(PAUSE_PER_COST)));
        if self.limits.memory_bytes.is_some() || self.limits.processes.is_some() {
            return paced_ns;
        }
        let Some(limit_ns) = self.limits.cpu_ns() else {
            return u64::MAX;
        };
        let earliest_ns = limit_ns.saturating_sub(used_ns) / self.limits.cpus;
        paced_ns.max(now_ns.saturating_add(earliest_ns))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: u64 = 1_000_000;

    fn census(cpu_ms: Option<u64>, memory_bytes: Option<u64>) -> Census<'static> {
        let limits = TreeLimits {
            cpu_ms,
            memory_bytes,
            processes: None,
            cpus: 4,
        };
        Census::new(limits, 1000 * MS, None)
    }

    #[test]
    fn without_a_limit_nobody_looks() {
        assert_eq!(census(None, None).next_ns, u64::MAX);
    }

    #[test]
    fn memory_is_looked_at_every_fifty_milliseconds_at_most() {
        let census = census(None, Some(1));
        assert_eq!(census.next_ns, 1050 * MS);
        assert_eq!(census.next_after(2000 * MS, 0, 0), 2050 * MS);
        assert_eq!(census.next_after(2000 * MS, MS / 2, 0), 2050 * MS);
    }

    #[test]
    fn looks_that_cost_much_become_rare() {
        let census = census(None, Some(1));
        assert_eq!(census.next_after(2000 * MS, 3 * MS, 0), 2300 * MS);
        assert_eq!(census.next_after(2000 * MS, u64::MAX, 0), u64::MAX);
    }

    #[test]
    fn cpu_time_is_not_looked_at_before_all_cpus_could_have_used_it_up() {
        let one = census(Some(8000), None);
        assert_eq!(one.next_ns, 3000 * MS);
        assert_eq!(one.next_after(3000 * MS, MS, 6000 * MS), 3500 * MS);
        assert_eq!(one.next_after(3000 * MS, MS, 7990 * MS), 3100 * MS);
        assert_eq!(one.next_after(3000 * MS, 0, 9000 * MS), 3050 * MS);
        assert_eq!(census(Some(8000), Some(1)).next_ns, 1050 * MS);
    }

    #[test]
    fn a_limit_without_end_is_never_reached() {
        assert_eq!(
            census(Some(u64::MAX), None).next_ns,
            1000 * MS + u64::MAX / 4
        );
    }
}
