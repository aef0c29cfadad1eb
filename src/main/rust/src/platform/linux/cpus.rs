//! The CPUs that programs may use.

use std::io;
use std::mem;

/// CPU numbers are below this.
pub const CPU_LIMIT: u64 = libc::CPU_SETSIZE as u64;

/// Those that a program may use that is not pinned: the meter's own, which the harness may have
/// been given by `taskset`. Empty where the kernel does not say.
pub fn usable_cpus() -> Vec<u64> {
    own_set().map_or_else(|_| Vec::new(), |set| members(&set))
}

/// Those that a program can be pinned to, which may be more: all that are online and in the
/// meter's cpuset. The kernel tells them only to who asks for all.
pub(super) fn pinnable_cpus() -> io::Result<Vec<u64>> {
    let own = own_set()?;
    let all: Vec<u64> = (0..CPU_LIMIT).collect();
    set_own(&cpu_set(&all))?;
    let pinnable = own_set();
    set_own(&own)?;
    Ok(members(&pinnable?))
}

/// A list as the kernel writes them: `0-2,5`.
pub(super) fn list(cpus: &[u64]) -> String {
    let mut sorted = cpus.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let ranges = sorted.chunk_by(|one, next| one + 1 == *next);
    let texts = ranges.map(|range| match range {
        [one] => one.to_string(),
        range => format!("{}-{}", range[0], range[range.len() - 1]),
    });
    texts.collect::<Vec<_>>().join(",")
}

/// The set of these CPUs, all below `CPU_LIMIT`.
pub(super) fn cpu_set(cpus: &[u64]) -> libc::cpu_set_t {
    // SAFETY: zero is the empty set; the request's check keeps every number below CPU_LIMIT.
    unsafe {
        let mut set: libc::cpu_set_t = mem::zeroed();
        for &cpu in cpus {
            libc::CPU_SET(cpu as usize, &mut set);
        }
        set
    }
}

fn members(set: &libc::cpu_set_t) -> Vec<u64> {
    // SAFETY: all numbers are below CPU_LIMIT.
    let is_member = |cpu: &u64| unsafe { libc::CPU_ISSET(*cpu as usize, set) };
    (0..CPU_LIMIT).filter(is_member).collect()
}

fn own_set() -> io::Result<libc::cpu_set_t> {
    // SAFETY: zero is the empty set, and the kernel writes at most its size.
    let (result, set) = unsafe {
        let mut set: libc::cpu_set_t = mem::zeroed();
        let result = libc::sched_getaffinity(0, size_of::<libc::cpu_set_t>(), &mut set);
        (result, set)
    };
    check(result).map(|()| set)
}

fn set_own(set: &libc::cpu_set_t) -> io::Result<()> {
    // SAFETY: the kernel reads the set.
    check(unsafe { libc::sched_setaffinity(0, size_of::<libc::cpu_set_t>(), set) })
}

fn check(result: libc::c_int) -> io::Result<()> {
    match result {
        -1 => Err(io::Error::last_os_error()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_written_in_ranges() {
        assert_eq!(list(&[]), "");
        assert_eq!(list(&[7]), "7");
        assert_eq!(list(&[5, 1, 0, 2, 5]), "0-2,5");
        assert_eq!(list(&[0, 2, 3]), "0,2-3");
    }

    #[test]
    fn a_set_has_the_members_that_it_was_made_of() {
        assert_eq!(members(&cpu_set(&[3, 0, 1023])), [0, 3, 1023]);
    }

    #[test]
    fn looking_for_all_cpus_leaves_the_own_set_as_it_was() {
        let before = usable_cpus();
        let pinnable = pinnable_cpus().expect("told");
        assert!(!before.is_empty());
        assert!(before.iter().all(|cpu| pinnable.contains(cpu)));
        assert_eq!(usable_cpus(), before);
    }
}
