//! Who belongs to a traced program: threads, their processes, and whose memory they use.

use super::Found;
use super::batch::Counting;
use super::cpu::Cpu;
use super::overlap::Key;
use super::ptrace;
use super::reading::{self, Status};
use super::spaces::{Spaces, UsagePeak};
use std::collections::{BTreeMap, BTreeSet};

/// All who were met and have not ended.
pub struct Family {
    threads: BTreeMap<libc::pid_t, Thread>,
    processes: BTreeMap<libc::pid_t, Process>,
    /// Those whose end was told, and will be again if their parents do not care.
    told: BTreeSet<libc::pid_t>,
    spaces: Spaces,
    cpu: Cpu,
    /// How many processes there have been.
    count: u64,
    /// `ru_maxrss` of the copy of the meter that the program's exec replaced.
    floor: u64,
}

struct Thread {
    process: libc::pid_t,
    /// Whether it was read at its end.
    read: bool,
}

/// Who is dead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dead {
    /// A process whose parent is the meter, which nobody else will ask about.
    Orphan,
    /// A process with another parent, or a thread.
    Other,
}

struct Process {
    space: Key,
    parent: libc::pid_t,
    /// How much of its `ru_maxrss` comes from images that it no longer runs, and from children.
    explained: u64,
}

impl Family {
    /// Before the program's exec.
    pub fn new() -> Family {
        Family {
            threads: BTreeMap::new(),
            processes: BTreeMap::new(),
            told: BTreeSet::new(),
            spaces: Spaces::new(Counting::of_this_kernel()),
            cpu: Cpu::new(),
            count: 0,
            floor: 0,
        }
    }

    /// Whether the program runs, or has run.
    pub fn has_begun(&self) -> bool {
        self.count > 0
    }

    /// How many address spaces there are now.
    pub fn size(&self) -> usize {
        self.spaces.living()
    }

    /// A thread is stopped; when it is unknown, it and perhaps its process are new. The child that
    /// is not yet the program does not count.
    pub fn meet(&mut self, tid: libc::pid_t) {
        if !self.has_begun() || self.threads.contains_key(&tid) {
            return;
        }
        match reading::status(tid) {
            Some(status) => self.welcome(tid, &status),
            // Nobody but the meter can take it away, so it is there; if not, say so.
            None => self.spaces.process_unseen(),
        }
    }

    /// A thread is dead, and perhaps was never met alive.
    pub fn meet_dead(&mut self, tid: libc::pid_t) -> Dead {
        let Some(status) = reading::status(tid) else {
            return Dead::Other;
        };
        let told_again = !status.traced && self.told.contains(&tid);
        if self.has_begun() && !told_again && !self.threads.contains_key(&tid) {
            self.welcome(tid, &status);
        }
        if tid != status.process {
            Dead::Other
        } else if status.parent == std::process::id() as libc::pid_t {
            self.told.remove(&tid);
            Dead::Orphan
        } else {
            self.told.insert(tid);
            Dead::Other
        }
    }

    fn welcome(&mut self, tid: libc::pid_t, status: &Status) {
        let process = status.process;
        let read = false;
        self.threads.insert(tid, Thread { process, read });
        if !self.processes.contains_key(&process) {
            let space = self.space_of_another(tid);
            self.join(process, status.parent, space);
        }
    }

    /// The child has become the program: what it was before was the meter's copy.
    fn begin(&mut self, process: libc::pid_t, usage_peak: u64) {
        self.floor = usage_peak;
        self.count = 1;
        let program = Process {
            space: self.spaces.born(),
            parent: 0,
            explained: usage_peak,
        };
        self.processes.insert(process, program);
    }

    /// A new process, in an address space of its own or in one that it shares.
    fn join(&mut self, process: libc::pid_t, parent: libc::pid_t, shared: Option<Key>) {
        self.count += 1;
        let newcomer = Process {
            space: shared.unwrap_or_else(|| self.spaces.born()),
            parent,
            explained: 0,
        };
        if shared.is_some() {
            self.spaces.shared(newcomer.space);
        }
        self.processes.insert(process, newcomer);
    }

    /// The address space of a thread of a new process, if it is one that is known already.
    fn space_of_another(&self, tid: libc::pid_t) -> Option<Key> {
        let same = |other: &libc::pid_t| ptrace::same_memory(tid, *other) == Some(true);
        let other = self
            .threads
            .keys()
            .find(|&other| *other != tid && same(other))?;
        Some(self.processes.get(&self.threads[other].process)?.space)
    }

    /// A thread is stopped at its end.
    pub fn ends(&mut self, tid: libc::pid_t) {
        let Some(thread) = self.threads.get_mut(&tid) else {
            return;
        };
        self.cpu.add(reading::cpu_ns(tid));
        let memory = reading::status(tid).and_then(|status| status.memory);
        if let (Some(reading), Some(process)) = (memory, self.processes.get(&thread.process)) {
            self.spaces.read_at_exit(process.space, reading);
            thread.read = true;
        }
    }

    /// A thread makes another, or a process: a moment to see how large it is, in case it replaces
    /// itself later.
    pub fn multiplies(&mut self, tid: libc::pid_t) {
        let memory = reading::status(tid).and_then(|status| status.memory);
        if let (Some(space), Some(memory)) = (self.space_of(tid), memory) {
            self.spaces.read_before(space, memory.peak_bytes);
        }
    }

    /// A thread has made a process by `vfork`. Who shares memory is usually known without; where
    /// the kernel does not tell, this must do, although the newborn may have been met already.
    pub fn lends(&mut self, tid: libc::pid_t) {
        if ptrace::same_memory(tid, tid).is_some() {
            return;
        }
        let (Some(lent), Some(newborn)) = (self.space_of(tid), ptrace::newborn(tid)) else {
            return;
        };
        // One that has ended already has been met, or will be.
        if reading::status(newborn).is_none_or(|status| status.memory.is_none()) {
            return;
        }
        self.meet(newborn);
        let Some(process) = self.processes.get_mut(&newborn) else {
            return;
        };
        let has_its_own = process.explained > 0;
        if !has_its_own && process.space != lent {
            self.spaces.withdraw(process.space);
            self.spaces.shared(lent);
            process.space = lent;
        }
    }

    fn space_of(&self, tid: libc::pid_t) -> Option<Key> {
        let thread = self.threads.get(&tid)?;
        Some(self.processes.get(&thread.process)?.space)
    }

    /// A process runs a new image, in the one thread that is left and now has its number. The
    /// others have ended before; the one that called exec does not tell its old number's end.
    pub fn executed(&mut self, process: libc::pid_t, usage_peak: u64) {
        let before = self.threads.len();
        self.threads
            .retain(|_, thread| thread.process != process || thread.read);
        if before - self.threads.len() > 1 {
            self.cpu.add(None);
        }
        self.threads.retain(|_, thread| thread.process != process);
        let read = false;
        self.threads.insert(process, Thread { process, read });

        if !self.has_begun() {
            self.begin(process, usage_peak);
            return;
        }
        let Some(known) = self.processes.get_mut(&process) else {
            return;
        };
        let usage = known.usage(usage_peak);
        known.explained = usage_peak;
        // The old one dies before the new one is born: they were never there together.
        self.spaces.replaced(known.space, usage);
        known.space = self.spaces.born();
    }

    /// A thread is gone; with the first thread of a process, which tells its end last, the process.
    pub fn ended(&mut self, tid: libc::pid_t, usage_peak: u64) {
        let Some(thread) = self.threads.remove(&tid) else {
            return;
        };
        if !thread.read {
            self.cpu.add(None);
            if let Some(process) = self.processes.get(&thread.process) {
                self.spaces.thread_unseen(process.space);
            }
        }
        if tid == thread.process {
            self.process_ended(tid, usage_peak);
        }
    }

    fn process_ended(&mut self, pid: libc::pid_t, usage_peak: u64) {
        let Some(process) = self.processes.remove(&pid) else {
            return;
        };
        self.spaces.ended(process.space, process.usage(usage_peak));
        if let Some(parent) = self.processes.get_mut(&process.parent) {
            parent.explained = parent.explained.max(usage_peak);
        }
    }

    /// Adds up the sizes of all at this moment.
    pub fn look(&mut self) {
        self.spaces.look();
        for (&pid, process) in &self.processes {
            if self.spaces.is_to_count(process.space) {
                let resident_bytes = self.resident_bytes(pid);
                self.spaces.count(process.space, resident_bytes);
            }
        }
    }

    /// Of a process whose first thread has ended, another one tells.
    fn resident_bytes(&self, pid: libc::pid_t) -> u64 {
        let of_first = reading::resident_bytes(pid);
        if of_first > 0 {
            return of_first;
        }
        let mut others = self.threads.iter();
        let other = others.find(|(tid, thread)| **tid != pid && thread.process == pid);
        other.map_or(0, |(&tid, _)| reading::resident_bytes(tid))
    }

    /// What was found, once nobody is left.
    pub fn found(&self, usage_peak: u64) -> Found {
        let program = UsagePeak {
            bytes: usage_peak,
            explained: self.floor,
        };
        Found {
            memory: self.spaces.memory(program, self.count),
            cpu_complete: self.cpu.is_told(),
        }
    }
}

impl Process {
    fn usage(&self, bytes: u64) -> UsagePeak {
        UsagePeak {
            bytes,
            explained: self.explained,
        }
    }
}
