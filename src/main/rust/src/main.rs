//! The meter starts one process a sample and measures it, so that nothing of the harness is in
//! the timed region or in a memory figure.
//!
//! The harness starts one meter for a whole run, writes a request a line to its standard input
//! and reads a record a line from its standard output. The end of standard input means that the
//! harness is gone: the meter then ends the running program with all of its descendants, and
//! itself. See `README.md` for the protocol.
//!
//! What the harness starts is the warden, which forks the meter and ends with it as it ended.

mod platform;
mod protocol;
mod requests;
mod session;
mod supervise;

use platform::{Fate, REHEARSAL, Role, Sweep, named, post_warden};
use std::env;
use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt;
use std::process::ExitCode;
use supervise::End;

fn main() -> ExitCode {
    if env::args_os()
        .nth(1)
        .is_some_and(|argument| argument.as_bytes() == REHEARSAL.to_bytes())
    {
        return ExitCode::SUCCESS;
    }
    match post_warden() {
        Ok(Role::Meter(warden)) => meter(warden),
        Ok(Role::Warden(fate)) => after(&fate),
        Err(error) => failure(&error),
    }
}

fn meter(warden: Result<i32, String>) -> ExitCode {
    match session::run(warden) {
        Ok(End::HarnessGone) => ExitCode::SUCCESS,
        Ok(End::Signal(signal)) => by_signal(signal),
        Err(error) => failure(&error),
    }
}

/// The warden ends as its meter did, and says so only when that was no end of the meter's own.
fn after(fate: &Fate) -> ExitCode {
    let left = match &fate.left {
        Sweep::Clean { survivors, .. } => format!("processes it left, all ended now: {survivors}"),
        Sweep::Left(pids) => format!("processes it left that could not be ended: {}", named(pids)),
    };
    match fate.status {
        Ok(code) => ExitCode::from(code as u8),
        Err(signal) => {
            let end = match fate.stopped {
                Some(stop) => format!("stopped by signal {stop} and killed for that"),
                None => format!("killed by signal {signal}"),
            };
            say(&format!("{end}; {left}"));
            by_signal(signal)
        }
    }
}

fn by_signal(signal: i32) -> ExitCode {
    ExitCode::from(128u8.wrapping_add(signal as u8))
}

fn failure(error: &io::Error) -> ExitCode {
    say(&error.to_string());
    ExitCode::FAILURE
}

/// Nobody may be there to hear it.
fn say(what: &str) {
    let _ = writeln!(io::stderr(), "meter: {what}");
}
