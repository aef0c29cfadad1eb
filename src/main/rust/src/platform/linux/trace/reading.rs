//! What `/proc` says of a thread or a process.

use std::fs;

/// A part of `/proc/TID/status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// The process that the thread belongs to.
    pub process: libc::pid_t,
    /// The process that is told of its end.
    pub parent: libc::pid_t,
    /// Whether it is traced.
    pub traced: bool,
    /// Its memory; a thread that has given it up has none.
    pub memory: Option<Reading>,
}

/// The size of an address space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The largest that the kernel knows of (`VmHWM`), with the huge pages of this moment.
    pub peak_bytes: u64,
    /// At this moment (`VmRSS`), with huge pages (`HugetlbPages`), which the kernel counts apart.
    pub resident_bytes: u64,
    /// By how much more addresses were mapped once (`VmPeak` less `VmSize`); 0 where nothing was
    /// given back but what was mapped again since.
    pub unmapped_bytes: u64,
}

/// Reads a thread's status; `None` when there is no such thread any more.
pub fn status(tid: libc::pid_t) -> Option<Status> {
    parse_status(&read(&format!("/proc/{tid}/status"))?)
}

/// What a process has in memory now: 0 when it has ended, and 0 too when its first thread has,
/// even though others still run.
pub fn resident_bytes(tid: libc::pid_t) -> u64 {
    let pages = read(&format!("/proc/{tid}/statm"))
        .and_then(|statm| statm.split_ascii_whitespace().nth(1)?.parse::<u64>().ok());
    pages.unwrap_or(0) * page_bytes()
}

/// CPU time of one thread: to the nanosecond where the kernel keeps statistics of its scheduler,
/// else by ticks.
pub fn cpu_ns(tid: libc::pid_t) -> Option<u64> {
    let schedstat = read(&format!("/proc/{tid}/schedstat"));
    let exact = schedstat.and_then(|text| text.split_ascii_whitespace().next()?.parse().ok());
    exact.or_else(|| parse_ticks(&read(&format!("/proc/{tid}/task/{tid}/stat"))?))
}

/// The size of a page.
pub fn page_bytes() -> u64 {
    // SAFETY: the call takes an integer; the page size is known on every system.
    unsafe { libc::sysconf(libc::_SC_PAGESIZE) as u64 }
}

fn read(path: &str) -> Option<String> {
    let bytes = fs::read(path).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn parse_status(text: &str) -> Option<Status> {
    let field = |name: &str| {
        let mut lines = text.lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
    };
    let number = |name| field(name)?.trim().parse().ok();
    let bytes = |name| {
        let kib: u64 = field(name)?.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kib * 1024)
    };
    let reading = || {
        // Kernels without huge pages do not have the line.
        let huge = bytes("HugetlbPages").unwrap_or(0);
        Some(Reading {
            peak_bytes: bytes("VmHWM")? + huge,
            resident_bytes: bytes("VmRSS")? + huge,
            unmapped_bytes: bytes("VmPeak")?.saturating_sub(bytes("VmSize")?),
        })
    };
    Some(Status {
        process: number("Tgid")?,
        parent: number("PPid")?,
        traced: number("TracerPid")? != 0,
        memory: reading(),
    })
}

/// Fields 14 and 15 of proc_pid_stat(5), user and system time; the name before them may hold
/// spaces and brackets.
fn parse_ticks(stat: &str) -> Option<u64> {
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_ascii_whitespace().collect();
    let user: u64 = fields.get(11)?.parse().ok()?;
    let system: u64 = fields.get(12)?.parse().ok()?;
    // SAFETY: the call takes an integer; the tick is known on every system.
    let per_second = unsafe { libc::sysconf(libc::_SC_CLK_TCK) } as u64;
    Some((user + system) * 1_000_000_000 / per_second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_has_a_process_and_a_size() {
        let text = "Name:\tVmHWM:\nTgid:\t42\nPid:\t43\nPPid:\t7\nTracerPid:\t9\nVmPeak:\t 2000 kB\nVmSize:\t 1990 kB\nVmHWM:\t    1234 kB\nVmRSS:\t 12 kB\nHugetlbPages:\t 2048 kB\n";
        let expected = Status {
            process: 42,
            parent: 7,
            traced: true,
            memory: Some(Reading {
                peak_bytes: (1234 + 2048) * 1024,
                resident_bytes: (12 + 2048) * 1024,
                unmapped_bytes: 10 * 1024,
            }),
        };
        assert_eq!(parse_status(text), Some(expected));
    }

    #[test]
    fn a_zombie_has_no_size() {
        let zombie =
            parse_status("Name:\tsh\nTgid:\t42\nState:\tZ (zombie)\nPPid:\t7\nTracerPid:\t0\n");
        let told = zombie.map(|status| (status.traced, status.memory));
        assert_eq!(told, Some((false, None)));
        assert_eq!(parse_status(""), None);
    }

    #[test]
    fn ticks_are_counted_behind_the_name() {
        let stat = "42 (a) b) S 1 2 3 4 5 6 7 8 9 10 150 50 13";
        assert_eq!(parse_ticks(stat), Some(2_000_000_000));
        assert_eq!(parse_ticks("42 (sh) S 1"), None);
    }

    #[test]
    fn the_test_can_read_itself() {
        let own = std::process::id() as libc::pid_t;
        let status = status(own).expect("alive");
        assert_eq!(status.process, own);
        let memory = status.memory.expect("a size");
        assert!(memory.peak_bytes >= memory.resident_bytes && memory.resident_bytes > 0);
        assert!(resident_bytes(own) > 0);
        assert!(cpu_ns(own).is_some());
        assert_eq!(super::status(-1), None);
    }
}
