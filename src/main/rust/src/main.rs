//! The meter starts one process a sample and measures it, so that nothing of the harness is in
//! the timed region or in a memory figure.
//!
//! The harness starts one meter for a whole run, writes a request a line to its standard input
//! and reads a record a line from its standard output. The end of standard input means that the
//! harness is gone: the meter then ends the running program with all of its descendants, and
//! itself. See `README.md` for the protocol.

mod platform;
mod protocol;
mod requests;
mod session;
mod supervise;

use std::process::ExitCode;
use supervise::End;

fn main() -> ExitCode {
    match session::run() {
        Ok(End::HarnessGone) => ExitCode::SUCCESS,
        Ok(End::Signal(signal)) => ExitCode::from(128u8.wrapping_add(signal as u8)),
        Err(error) => {
            eprintln!("meter: {error}");
            ExitCode::FAILURE
        }
    }
}
