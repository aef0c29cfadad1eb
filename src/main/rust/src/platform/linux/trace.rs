//! Memory by watching: a program and all that it ever makes are traced, and each address space is
//! read while a thread of it is stopped at its end, its memory still there.
//!
//! One thread does it all: ptrace answers only the one that began it. It waits for news of all
//! tracees at once and lets each go on as soon as it is read, so it never holds one while it waits
//! for another.
//!
//! What is read when:
//! - at the end of *every* thread: the peak of its address space. The last one alone would not do,
//!   since a thread may end unread, killed a second time while it is stopped.
//! - at an exec, the image that it replaces is gone already; but its high-water mark is in
//!   `ru_maxrss`, which `wait4` gives at every stop.
//! - when a process makes another, its peak up to then; and every 5 ms all sizes together.
//!
//! A new thread or process tells its birth by a stop of its own, or if it is killed at once, by its
//! end. That may come before its maker's stop; so the maker's stop says nothing new, and whose
//! child it is, is looked up.
//!
//! The end of a process is told to its tracer first, then to its parent. If that parent ends
//! without having asked, the meter inherits the dead and is told a second time.

mod ability;
mod batch;
mod cpu;
mod family;
mod overlap;
mod ptrace;
mod reading;
mod spaces;

pub use ability::why_not;
pub use spaces::Memory;
pub(super) use {ptrace::same_memory, reading::page_bytes};

use self::family::{Dead, Family};
use self::ptrace::{News, State, Stop};
use super::clock::now_ns;
use super::descendants::{self, wait_for_a_childs_end};
use super::process::{Ended, Usage};
use super::watch::{Wake, Watch};
use std::io;
use std::mem;

/// How often the sizes of all are added up.
pub(super) const LOOK_NS: u64 = 5_000_000;

/// A look must not take more than this part of the time.
const LOOK_SHARE: u64 = 10;

/// Up to that many address spaces, every end of a thread is worth a look; above, looks wait as if
/// the time had come.
const FEW: usize = 64;

/// News taken before the meter looks at the clock and at its own signals again.
const BATCH: usize = 256;

/// Who has just had news asks for more for so long before it sleeps: a fork is four stops within
/// a moment, and to be woken from sleep for each would cost more than all the reading.
const AWAKE_NS: u64 = 50_000;

/// What a trace has found.
pub struct Found {
    /// Peaks; `None` when the program was ended before any could be read.
    pub memory: Option<Memory>,
    /// Whether `wait4` told of all CPU time.
    pub cpu_complete: Option<bool>,
}

/// A program under watch.
pub struct Trace {
    program: libc::pid_t,
    family: Family,
    ended: Option<Ended>,
    /// What those used that the meter reaped as their parent.
    orphans: Usage,
    next_look_ns: u64,
    /// The moment of the last news.
    news_ns: u64,
}

/// How far the news are taken.
#[derive(Debug, PartialEq, Eq)]
enum Drained {
    /// There may be more.
    Partly,
    /// All go on.
    Fully,
    /// Nobody is left.
    Gone,
}

impl Trace {
    /// Begins to watch a child of the meter that waits for leave to exec.
    pub fn of(program: libc::pid_t) -> io::Result<Trace> {
        ptrace::seize(program)?;
        Ok(Trace {
            program,
            family: Family::new(),
            ended: None,
            orphans: Usage::default(),
            next_look_ns: 0,
            news_ns: 0,
        })
    }

    /// Waits until the child has become the program, or ended without.
    pub fn until_exec(&mut self) -> io::Result<()> {
        while !self.family.has_begun() && self.ended.is_none() {
            ptrace::look(true)?;
            self.drain()?;
        }
        Ok(())
    }

    /// Keeps everybody going until the program has ended, or for `timeout_ns`.
    pub fn wait(&mut self, watch: &Watch, timeout_ns: u64) -> io::Result<Wake> {
        let end_ns = now_ns().saturating_add(timeout_ns);
        loop {
            let drained = self.drain()?;
            if self.ended.is_some() {
                return Ok(Wake::Ready);
            }
            self.look_if_it_is_time();
            let wake_ns = end_ns.min(self.next_look_ns);
            let here_ns = now_ns();
            let awake = here_ns - self.news_ns < AWAKE_NS;
            let patience_ns = match drained {
                Drained::Partly => 0,
                _ if awake => 0,
                _ => wake_ns.saturating_sub(here_ns),
            };
            match watch.children(patience_ns)? {
                Wake::Ready | Wake::Time if now_ns() >= end_ns => return Ok(Wake::Time),
                Wake::Ready | Wake::Time => {}
                gone => return Ok(gone),
            }
        }
    }

    /// Keeps everybody going until the program has ended, for `timeout_ns` at most.
    pub fn ends_within(&mut self, timeout_ns: u64) -> io::Result<bool> {
        let end_ns = now_ns().saturating_add(timeout_ns);
        loop {
            let drained = self.drain()?;
            if self.ended.is_some() {
                return Ok(true);
            }
            if drained == Drained::Gone {
                return Err(io::Error::from_raw_os_error(libc::ECHILD));
            }
            if now_ns() >= end_ns {
                return Ok(false);
            }
            if drained == Drained::Fully {
                wait_for_a_childs_end(LOOK_NS);
            }
        }
    }

    /// Keeps everybody going until the program has ended.
    pub fn reap(&mut self) -> io::Result<Ended> {
        loop {
            self.ends_within(u64::MAX)?;
            if let Some(ended) = self.ended.take() {
                return Ok(ended);
            }
        }
    }

    /// Adds what orphans used that have ended since it was last asked for.
    pub fn reap_orphans(&mut self, usage: &mut Usage) {
        usage.add(&mem::take(&mut self.orphans));
    }

    /// Keeps everybody going for once, for the sweep; adds what orphans used that have ended.
    pub fn keep_going(&mut self, usage: &mut Usage) -> io::Result<descendants::Family> {
        let drained = self.drain()?;
        self.look_if_it_is_time();
        self.reap_orphans(usage);
        Ok(match drained {
            Drained::Gone => descendants::Family::Gone,
            _ => descendants::Family::Alive,
        })
    }

    /// What was found, once nobody is left; `usage_peak` is `ru_maxrss` of the program.
    pub fn found(&self, usage_peak: u64) -> Found {
        self.family.found(usage_peak)
    }

    fn drain(&mut self) -> io::Result<Drained> {
        for _ in 0..BATCH {
            match ptrace::look(false)? {
                News::Nobody => return Ok(Drained::Gone),
                News::Nothing => return Ok(Drained::Fully),
                News::Stop(tid) => self.hear_of_stop(tid),
                News::End(tid) => self.hear_of_end(tid),
            }
            self.news_ns = now_ns();
        }
        Ok(Drained::Partly)
    }

    fn hear_of_stop(&mut self, tid: libc::pid_t) {
        self.family.meet(tid);
        let Some((State::Stopped(stop), usage, _)) = ptrace::take(tid, false) else {
            return;
        };
        self.read(tid, stop, usage.ru_maxrss as u64 * 1024);
        ptrace::resume(tid, stop);
    }

    /// Who it was must be known before the end is taken: then it vanishes, unless it has a parent
    /// that is still to be told.
    fn hear_of_end(&mut self, tid: libc::pid_t) {
        let known = self.family.meet_dead(tid);
        let Some((State::Ended(status), usage, at_ns)) = ptrace::take(tid, false) else {
            return;
        };
        let ended = Ended::of(status, &usage, at_ns);
        self.family.ended(tid, ended.usage.peak_bytes);
        if tid == self.program {
            self.ended = Some(ended);
        } else if known == Dead::Orphan {
            self.orphans.add(&ended.usage);
        }
    }

    fn read(&mut self, tid: libc::pid_t, stop: Stop, usage_peak: u64) {
        match stop {
            Stop::Exit => {
                self.family.ends(tid);
                let spaces = self.family.size();
                if spaces > 1 && (spaces <= FEW || now_ns() >= self.next_look_ns) {
                    self.look();
                }
            }
            Stop::Exec => self.family.executed(tid, usage_peak),
            Stop::Birth => self.family.multiplies(tid),
            Stop::Loan => {
                self.family.multiplies(tid);
                self.family.lends(tid);
            }
            Stop::Signal(_) | Stop::Group | Stop::Other => {}
        }
    }

    fn look_if_it_is_time(&mut self) {
        if now_ns() >= self.next_look_ns {
            self.look();
        }
    }

    fn look(&mut self) {
        let start_ns = now_ns();
        self.family.look();
        let end_ns = now_ns();
        let pause_ns = LOOK_NS.max((end_ns - start_ns) * LOOK_SHARE);
        self.next_look_ns = end_ns + pause_ns;
    }
}
