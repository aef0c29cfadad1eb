//! Address spaces and their peaks.
//!
//! A process has one, and gets another with each exec; after `vfork`, and after `clone` with
//! `CLONE_VM`, two processes share one. So peaks are kept for each address space, not for each
//! process.

use super::batch::Counting;
use super::overlap::{Key, Overlap};
use super::reading::Reading;

/// Peaks of memory that were read from the kernel while threads were stopped at their end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memory {
    /// Of the largest address space.
    pub peak_bytes: u64,
    /// By how much the true peak may be larger.
    pub quantum_bytes: u64,
    /// Whether every address space was read.
    pub complete: bool,
    /// Lower bound of the peak of the whole tree.
    pub tree_low_bytes: u64,
    /// Upper bound of it, but for the quantum.
    pub tree_high_bytes: u64,
    /// How many processes there were.
    pub processes: u64,
}

/// `ru_maxrss` of a process: at least the high-water mark, within the quantum, of each image that it
/// has run, and of each child that it has waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsagePeak {
    /// Its value.
    pub bytes: u64,
    /// How much of it was so before, or comes from a child; up to here, it tells nothing about the
    /// image in question, whose last reading then stands.
    pub explained: u64,
}

impl UsagePeak {
    /// What it tells about the image in question: a size, or nothing.
    fn own(self) -> u64 {
        if self.bytes > self.explained {
            self.bytes
        } else {
            0
        }
    }
}

/// All address spaces of a program's family.
pub struct Spaces {
    counting: Counting,
    /// By key, hence in the order of births.
    living: Vec<Space>,
    next: Key,
    overlap: Overlap,
    /// Of the dead: the largest peak, and the largest that it may have been.
    peak: u64,
    ceiling: u64,
    complete: bool,
    low: u64,
    looks: u64,
    sum: u64,
}

struct Space {
    key: Key,
    /// Processes that share it.
    users: u32,
    peak: u64,
    /// By how much the peak may be larger than the kernel knows.
    hidden: u64,
    /// Whether it was read at the end of a thread.
    read: bool,
    /// Whether a thread ended unread after that.
    unseen: bool,
    /// The last look that has counted it.
    look: u64,
}

impl Spaces {
    /// None yet.
    pub fn new(counting: Counting) -> Spaces {
        Spaces {
            counting,
            living: Vec::new(),
            next: 0,
            overlap: Overlap::default(),
            peak: 0,
            ceiling: 0,
            complete: true,
            low: 0,
            looks: 0,
            sum: 0,
        }
    }

    /// How many live.
    pub fn living(&self) -> usize {
        self.living.len()
    }

    /// A new one with one user.
    pub fn born(&mut self) -> Key {
        let key = self.next;
        let hidden = self.counting.quantum_bytes;
        self.next += 1;
        self.overlap.born(key);
        self.living.push(Space {
            key,
            users: 1,
            peak: 0,
            hidden,
            read: false,
            unseen: false,
            look: 0,
        });
        key
    }

    /// One more process uses it.
    pub fn shared(&mut self, key: Key) {
        if let Some(space) = self.find(key) {
            space.users += 1;
        }
    }

    /// It was none of its own.
    pub fn withdraw(&mut self, key: Key) {
        if self.left(key).is_some() {
            self.overlap.died(key, 0);
        }
    }

    /// It was read while a thread was stopped at its end.
    pub fn read_at_exit(&mut self, key: Key, reading: Reading) {
        let Counting {
            quantum_bytes: quantum,
            summed,
        } = self.counting;
        if let Some(space) = self.find(key) {
            // The larger one of mark and present size being the present size, the mark was not
            // more than what is there now. But the mark is one of the batched counts: a few pages
            // that were given back since may be hidden by it, no more than is mapped less now.
            let largest_now = reading.peak_bytes == reading.resident_bytes;
            space.hidden = if summed && largest_now && reading.peak_bytes >= space.peak {
                reading.unmapped_bytes.min(quantum)
            } else {
                quantum
            };
            space.peak = space.peak.max(reading.peak_bytes);
            space.read = true;
            space.unseen = false;
        }
    }

    /// It was read at some other moment.
    pub fn read_before(&mut self, key: Key, peak_bytes: u64) {
        if let Some(space) = self.find(key) {
            space.peak = space.peak.max(peak_bytes);
        }
    }

    /// One of its threads ended without having been read.
    pub fn thread_unseen(&mut self, key: Key) {
        if let Some(space) = self.find(key) {
            space.unseen = true;
        }
    }

    /// A process of it was missed altogether.
    pub fn process_unseen(&mut self) {
        self.complete = false;
    }

    /// A process left it by exec, where `ru_maxrss` takes over its high-water mark.
    pub fn replaced(&mut self, key: Key, usage: UsagePeak) {
        if let Some(mut space) = self.left(key) {
            space.hidden = self.counting.quantum_bytes;
            space.peak = space.peak.max(usage.own());
            self.bury(&space);
        }
    }

    /// A process of it ended.
    pub fn ended(&mut self, key: Key, usage: UsagePeak) {
        if let Some(mut space) = self.left(key) {
            if space.unseen || !space.read {
                // What was read stands when nothing larger has shown since.
                self.complete &= space.read && usage.bytes <= space.peak;
                space.hidden = self.counting.quantum_bytes;
                space.peak = space.peak.max(usage.own());
            }
            self.bury(&space);
        }
    }

    /// Begins a sum over all.
    pub fn look(&mut self) {
        self.looks += 1;
        self.sum = 0;
    }

    /// Whether this one is not in the sum yet.
    pub fn is_to_count(&mut self, key: Key) -> bool {
        let looks = self.looks;
        self.find(key).is_some_and(|space| space.look != looks)
    }

    /// Adds what one has in memory now.
    pub fn count(&mut self, key: Key, resident_bytes: u64) {
        let looks = self.looks;
        if let Some(space) = self.find(key) {
            space.look = looks;
            space.peak = space.peak.max(resident_bytes);
            self.sum += resident_bytes;
            self.low = self.low.max(self.sum);
        }
    }

    /// The peaks, once nobody lives any more; `None` when not one is known.
    ///
    /// `program` is the usage of the whole program, explained only by the meter that it comes from.
    /// It covers the children that were waited for, traced or not: if it is clearly above all that
    /// was read, something was not seen.
    pub fn memory(&self, program: UsagePeak, processes: u64) -> Option<Memory> {
        let quantum = self.counting.quantum_bytes;
        let (mut peak, mut ceiling, mut complete) = (self.peak, self.ceiling, self.complete);
        if program.own() > ceiling + quantum {
            (peak, ceiling, complete) = (program.bytes, program.bytes + quantum, false);
        }
        let low = self.low.max(peak);
        (peak > 0).then(|| Memory {
            peak_bytes: peak,
            quantum_bytes: ceiling - peak,
            complete,
            tree_low_bytes: low,
            tree_high_bytes: self.overlap.largest().max(low),
            processes,
        })
    }

    fn find(&mut self, key: Key) -> Option<&mut Space> {
        let at = self.living.binary_search_by_key(&key, |space| space.key);
        at.ok().map(|at| &mut self.living[at])
    }

    /// Takes a user from it, and it from the living when that was the last.
    fn left(&mut self, key: Key) -> Option<Space> {
        let at = self.living.binary_search_by_key(&key, |space| space.key);
        let at = at.ok()?;
        self.living[at].users -= 1;
        (self.living[at].users == 0).then(|| self.living.remove(at))
    }

    fn bury(&mut self, space: &Space) {
        self.peak = self.peak.max(space.peak);
        self.ceiling = self.ceiling.max(space.peak + space.hidden);
        self.overlap.died(space.key, space.peak);
    }
}

#[cfg(test)]
mod tests;
