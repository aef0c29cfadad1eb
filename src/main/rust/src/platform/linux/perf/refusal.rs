//! Why an event cannot be opened, in words, and what would help.

use crate::platform::describe;
use std::fs;
use std::io;

/// Up to this level everybody may count in processes of their own, in user mode.
const ALLOWED_LEVEL: i32 = 2;

/// The reason why the clock of all threads is not there.
pub fn of_clock(error: &io::Error) -> String {
    reason(errno(error), paranoid())
}

/// The reason why the processor's counters are not there.
pub fn of_counters(error: &io::Error) -> String {
    match errno(error) {
        // ENOENT: this event is unknown; ENODEV and EOPNOTSUPP: nothing can count it; EINVAL: some
        // virtual machines offer a counting unit without counters.
        number @ (libc::ENOENT | libc::ENODEV | libc::EOPNOTSUPP | libc::EINVAL) => format!(
            "the processor offers no counters here ({}), as in most virtual machines: measure on \
             a machine without one, or give the virtual machine a PMU",
            describe(number)
        ),
        number => reason(number, paranoid()),
    }
}

fn errno(error: &io::Error) -> i32 {
    error.raw_os_error().unwrap_or(0)
}

fn paranoid() -> Option<i32> {
    let text = fs::read_to_string("/proc/sys/kernel/perf_event_paranoid").ok()?;
    text.trim().parse().ok()
}

fn reason(errno: i32, paranoid: Option<i32>) -> String {
    let text = describe(errno);
    match (errno, paranoid) {
        (libc::ENOSYS, _) => "the kernel has no performance events, or a container's filter hides \
             them: start the container with --security-opt seccomp=unconfined to see which"
            .to_owned(),
        (libc::EPERM | libc::EACCES, Some(level)) if level > ALLOWED_LEVEL => format!(
            "kernel.perf_event_paranoid is {level}, which forbids performance events ({text}): \
             sudo sysctl kernel.perf_event_paranoid={ALLOWED_LEVEL}, or run with CAP_PERFMON \
             (in a container --cap-add PERFMON)"
        ),
        (libc::EPERM | libc::EACCES, level) => format!(
            "performance events are forbidden ({text}){}, most likely by a container's filter: \
             start the container with --cap-add PERFMON or --security-opt seccomp=unconfined",
            level.map_or(String::new(), |level| format!(
                " although kernel.perf_event_paranoid is {level}"
            ))
        ),
        _ => format!("performance events do not work here: {text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(errno: i32) -> io::Error {
        io::Error::from_raw_os_error(errno)
    }

    #[test]
    fn a_strict_kernel_is_told_with_its_level_and_the_remedy() {
        for errno in [libc::EACCES, libc::EPERM] {
            let text = reason(errno, Some(4));
            assert!(text.contains("perf_event_paranoid is 4"), "{text}");
            assert!(
                text.contains("sudo sysctl kernel.perf_event_paranoid=2"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_filter_is_told_apart_from_a_strict_kernel() {
        let text = reason(libc::EPERM, Some(2));
        assert!(text.contains("perf_event_paranoid is 2"), "{text}");
        assert!(text.contains("--security-opt"), "{text}");
        assert!(!text.contains("sysctl"), "{text}");
    }

    #[test]
    fn a_kernel_without_events_is_told_apart_from_one_that_forbids_them() {
        let text = reason(libc::ENOSYS, None);
        assert!(text.starts_with("the kernel has no"), "{text}");
    }

    #[test]
    fn a_processor_without_counters_needs_no_permission() {
        for errno in [libc::ENOENT, libc::EOPNOTSUPP, libc::ENODEV] {
            let text = of_counters(&error(errno));
            assert!(
                text.starts_with("the processor offers no counters"),
                "{text}"
            );
        }
        let forbidden = of_counters(&error(libc::EACCES));
        assert!(!forbidden.contains("offers no counters"), "{forbidden}");
    }

    #[test]
    fn anything_else_is_told_as_the_system_says_it() {
        let text = reason(libc::EMFILE, Some(2));
        assert!(text.contains("Too many open files"), "{text}");
    }
}
