//! How far the kernel's count of an address space's pages can be off.
//!
//! Since Linux 6.2 each address space counts its pages of files, of its own and of shared memory
//! in three `percpu_counter`s (`mm_struct.rss_stat`). A processor adds to its own part and hands
//! it to the common count once it has reached the batch, `max(32, 2 x processors)` pages
//! (`compute_batch_value` in lib/percpu_counter.c). Who reads only the common count misses less
//! than one batch for each processor and each of the three.
//!
//! The high-water mark is such a reading: `update_hiwater_rss` stores the common counts before
//! memory is given back. So a peak whose memory was freed is known up to
//! `3 x processors x max(32, 2 x processors)` pages: 768 KiB on two processors. The part that is
//! not handed over yet can also be negative, when one processor frees what another has touched;
//! then the mark is too high, within the same bound.
//!
//! What `/proc/PID/status` shows is the larger one of the mark and the pages of this moment. From
//! Linux 6.16 on these are summed over all processors (`get_mm_counter_sum` in `task_mem`) and
//! thus exact, so a process that never gives back memory has an exact peak. Before that, they are
//! read from the common counts too.

use super::reading::page_bytes;
use std::fs;

/// The first release whose `/proc` sums the parts of all processors.
const SUMMED_SINCE: (u32, u32) = (6, 16);

/// How the running kernel counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counting {
    /// What a high-water mark can be off by.
    pub quantum_bytes: u64,
    /// Whether the size of this moment is exact.
    pub summed: bool,
}

impl Counting {
    /// Of the kernel that runs. One that does not tell its release counts as an old one.
    pub fn of_this_kernel() -> Counting {
        let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
        // SAFETY: the call takes an integer.
        let processors = unsafe { libc::sysconf(libc::_SC_NPROCESSORS_ONLN) }.max(1) as u64;
        Counting {
            quantum_bytes: quantum_pages(processors) * page_bytes(),
            summed: parse(&release).is_some_and(|release| release >= SUMMED_SINCE),
        }
    }
}

fn quantum_pages(processors: u64) -> u64 {
    const COUNTERS: u64 = 3;
    COUNTERS * processors * (2 * processors).max(32)
}

/// The first two numbers of a release such as `6.1.0-13-amd64`.
fn parse(release: &str) -> Option<(u32, u32)> {
    let mut numbers = release.split(|c: char| !c.is_ascii_digit());
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_batch_grows_with_the_processors() {
        assert_eq!(quantum_pages(1), 96);
        assert_eq!(quantum_pages(2) * 4, 768);
        assert_eq!(quantum_pages(16), 3 * 16 * 32);
        assert_eq!(quantum_pages(64), 3 * 64 * 128);
    }

    #[test]
    fn releases_are_compared_as_numbers() {
        assert_eq!(parse("6.18.44-fc-v669\n"), Some((6, 18)));
        assert_eq!(parse("6.1.0-13-amd64"), Some((6, 1)));
        assert_eq!(parse("6.16-rc2"), Some((6, 16)));
        assert!(parse("6.9.1") < Some(SUMMED_SINCE));
        assert_eq!(parse("unknown"), None);
    }
}
