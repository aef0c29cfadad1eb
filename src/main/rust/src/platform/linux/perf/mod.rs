//! What the kernel's performance events count of a program and all that it makes.
//!
//! The events are opened by the meter on itself before a launch, switched off; the child that
//! `clone` makes inherits them, and exec switches them on there. So the timed region holds no call
//! more, and what is never waited for is counted too: a child of a program that ignores SIGCHLD,
//! an orphan, a thread.
//!
//! They are opened anew for every sample that asks for them. Kept open and reset they would not do:
//! the kernel may swap the events of two processes that inherited the same ones instead of saving
//! and loading them at a context switch, the meter's with its child's among them; then the child's
//! end is the end of the meter's event. Seen on Linux 6.18: zero from the fourth sample on. And a
//! sample without events is not to pay for them: see README.md.
//!
//! Each hardware counter is an event of its own. As a group they would count at the same moments
//! or not at all, and not at all where the processor has a counter too few; by itself each says
//! with its two times what share of the program it saw.

mod event;
mod refusal;

pub use self::event::Count;
use self::event::{Event, Kind};
use std::io;

/// The hardware counters and their names in a record.
const HARDWARE: [(&str, Kind); 4] = [
    ("instructions", Kind::Instructions),
    ("cycles", Kind::Cycles),
    ("branchMisses", Kind::BranchMisses),
    ("cacheMisses", Kind::CacheMisses),
];

/// What can be counted here.
pub struct Events {
    task_clock: Result<(), String>,
    hardware: Vec<(&'static str, Kind)>,
    missing: Option<String>,
}

impl Events {
    /// Tries every event once. The first one of a system takes the kernel some milliseconds, since
    /// it changes its own code for it.
    pub fn find() -> Events {
        let tried = HARDWARE.map(|(name, kind)| (name, kind, Event::open(kind).err()));
        let hardware: Vec<_> = tried
            .iter()
            .filter(|(_, _, error)| error.is_none())
            .map(|&(name, kind, _)| (name, kind))
            .collect();
        let error = tried.iter().find_map(|(_, _, error)| error.as_ref());
        let found: Vec<_> = hardware.iter().map(|&(name, _)| name).collect();
        let clock = Event::open(Kind::TaskClock).map(drop);
        Events {
            task_clock: clock.map_err(|error| refusal::of_clock(&error)),
            missing: error.map(|error| missing(&found, error)),
            hardware,
        }
    }

    /// Why there is no task clock.
    pub fn no_task_clock(&self) -> Option<&str> {
        self.task_clock.as_ref().err().map(String::as_str)
    }

    /// Why there are no hardware counters, or not all.
    pub fn no_counters(&self) -> Option<&str> {
        self.missing.as_deref()
    }

    /// Opens what there is, for the next process that is made. What cannot be opened any more is
    /// omitted.
    pub fn open(&self) -> Counting {
        let hardware = self.hardware.iter();
        Counting {
            hardware: hardware
                .filter_map(|&(name, kind)| Some((name, Event::open(kind).ok()?)))
                .collect(),
            ..self.open_clock()
        }
    }

    /// Opens the task clock alone, if there is one.
    pub fn open_clock(&self) -> Counting {
        let clock = self.task_clock.as_ref().ok();
        Counting {
            task_clock: clock.and_then(|()| Event::open(Kind::TaskClock).ok()),
            hardware: Vec::new(),
        }
    }
}

fn missing(found: &[&str], error: &io::Error) -> String {
    let reason = refusal::of_counters(error);
    match found {
        [] => reason,
        found => format!("only {}: {reason}", found.join(", ")),
    }
}

/// Events that count one program.
pub struct Counting {
    task_clock: Option<Event>,
    hardware: Vec<(&'static str, Event)>,
}

impl Counting {
    /// CPU time of all who ran, complete once all have ended.
    pub fn task_clock_ns(&self) -> Option<u64> {
        let count = self.task_clock.as_ref()?.read().ok()?;
        Some(count.count)
    }

    /// The hardware counters by name.
    pub fn hardware(&self) -> Vec<(&'static str, Count)> {
        let events = self.hardware.iter();
        let counts = events.filter_map(|(name, event)| Some((*name, event.read().ok()?)));
        counts.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_with_what_is_there() {
        let error = io::Error::from_raw_os_error(libc::ENOENT);
        let some = missing(&["instructions", "cycles"], &error);
        assert!(some.starts_with("only instructions, cycles: the processor"));
        assert!(missing(&[], &error).starts_with("the processor"));
    }

    #[test]
    fn what_can_be_opened_can_be_read_and_has_counted_nothing_yet() {
        let events = Events::find();
        let counting = events.open();
        let clock = counting.task_clock_ns();
        assert_eq!(clock, events.no_task_clock().is_none().then_some(0));
        let counts = counting.hardware();
        assert_eq!(
            counts.len() == HARDWARE.len(),
            events.no_counters().is_none()
        );
        assert!(counts.iter().all(|(_, count)| count.count == 0));
    }
}
