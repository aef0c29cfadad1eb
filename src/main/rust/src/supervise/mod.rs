//! One process from its files to the end of its last descendant.

mod census;
mod cpu;
mod files;
mod guard;
mod limits;
mod run;

use self::files::{Outputs, open};
use self::guard::Guard;
use self::limits::Limits;
use self::run::Run;
use crate::platform::{Events, Failure, Launcher, Watch, Worlds, describe};
use crate::protocol::{Measurements, Request};
use std::io;

/// Why the meter ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The harness closed its end of a pipe.
    HarnessGone,
    /// The meter was told to.
    Signal(i32),
}

/// Why there is no sample.
pub enum Stop {
    /// The meter ends, and the program was ended for it.
    End(End),
    /// Descendants that could not be ended: they would disturb every later sample.
    Left(Vec<i32>),
    /// A call failed that fails only if the meter itself is broken; the program was ended.
    System(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop::System(error)
    }
}

/// Runs the program of a request.
pub fn measure(
    request: Request,
    launcher: &Launcher,
    events: &Events,
    watch: &Watch,
    worlds: &Worlds,
) -> Result<Measurements, Stop> {
    let limits = Limits::of(&request);
    let counts = request.counters;
    // Opened before the launch, which inherits them.
    let counting = match request.cpu_limit_ms {
        _ if counts => Some(events.open()),
        Some(_) => Some(events.open_clock()),
        None => None,
    };
    let ignored = worlds.enter(request.inherit)?;
    let started =
        open(request, ignored).and_then(|program| Ok((launcher.start(&program)?, program)));
    let (child, program) = match started {
        Ok(started) => started,
        Err(failure) => return Ok(not_launched(&failure)),
    };
    let guard = Guard::new(
        limits,
        Outputs::of(&program),
        child.start_ns,
        counting.as_ref(),
    );
    let sample = Run::new(child, watch).finish(guard)?;
    Ok(match counting {
        Some(counting) if counts => cpu::with_counts(sample, &counting),
        _ => sample,
    })
}

fn not_launched(failure: &Failure) -> Measurements {
    let Failure {
        step,
        subject,
        errno,
    } = failure;
    let text = describe(*errno);
    Measurements::not_launched(*errno, format!("{step} {subject}: {text}"))
}
