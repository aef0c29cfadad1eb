//! The meter's life: a request, a process, a record, until the harness is gone.

use crate::platform::{self, Events, Launcher, OomKills, Watch, Worlds, named, now_ns};
use crate::protocol::{self, Record, Request};
use crate::requests::{Incoming, MAX_LINE_BYTES, Requests};
use crate::supervise::{self, End, Stop};
use serde_json::Value;
use std::io::{self, Write};

/// What every request is served with.
struct Instruments {
    launcher: Launcher,
    events: Events,
    watch: Watch,
    worlds: Worlds,
    oom: OomKills,
}

/// Serves requests until the end. No descendant is left then. The warden is its process's number,
/// or the reason why there is none.
///
/// # Errors
/// When the system refuses what the meter needs for itself, and when descendants of a program
/// cannot be ended.
pub fn run(warden: Result<i32, String>) -> io::Result<End> {
    let (watch, worlds) = platform::prepare()?;
    let instruments = Instruments {
        launcher: Launcher::new()?,
        events: Events::find(),
        watch,
        worlds,
        oom: OomKills::new(),
    };
    let mut requests = Requests::new()?;
    let mut answers = Answers::default();
    answers.add(&protocol::hello(
        warden.as_ref().ok().copied(),
        &[
            ("warden", warden.as_ref().err().map(String::as_str)),
            ("trace", instruments.launcher.no_trace()),
            ("taskClock", instruments.events.no_task_clock()),
            ("counters", instruments.events.no_counters()),
        ],
    ));
    let mut row = Row::default();
    loop {
        if !row.open {
            if let Err(error) = answers.write() {
                return end_of_output(error);
            }
        }
        let answer = match requests.next(&instruments.watch)? {
            Incoming::Line(line, read_ns) => match serve(&line, read_ns, &instruments, &mut row) {
                Ok(answer) => answer,
                Err(Stop::Left(pids)) => return Err(left(&pids)),
                Err(Stop::End(end)) => return Ok(end),
                Err(Stop::System(error)) => return Err(error),
            },
            Incoming::TooLong => {
                row = Row::default();
                too_long()
            }
            Incoming::HarnessGone => return Ok(End::HarnessGone),
            Incoming::Signal(signal) => return Ok(End::Signal(signal)),
        };
        answers.add(&answer);
    }
}

/// Requests whose records are written together, behind the last of them.
#[derive(Default)]
struct Row {
    /// Whether another request of the row follows.
    open: bool,
    /// Whether a program of the row has not ended well: then the rest of it is not run.
    failed: bool,
}

fn serve(
    line: &[u8],
    read_ns: u64,
    instruments: &Instruments,
    row: &mut Row,
) -> Result<Value, Stop> {
    let request = match Request::parse(line) {
        Ok(request) => request,
        Err(invalid) => {
            *row = Row::default();
            return Ok(protocol::error(invalid.id, &invalid.message));
        }
    };
    // A single program is long, or nobody knows how long it is; and what is counted would count
    // the rehearsal.
    instruments
        .launcher
        .has_rested(!row.open && request.more && !request.counters);
    let failed = row.open && row.failed;
    row.open = request.more;
    if failed {
        return Ok(protocol::skipped(request.id));
    }
    let (id, mode) = (request.id, request.mode);
    let Instruments {
        launcher,
        events,
        watch,
        worlds,
        oom,
    } = instruments;
    let mut sample = supervise::measure(request, launcher, events, watch, worlds)?;
    sample.failed_by(|| oom.since());
    row.failed = !sample.is_well();
    let elapsed_ns = now_ns() - read_ns;
    let record = Record {
        id,
        mode,
        sample,
        elapsed_ns,
    };
    Ok(record.to_json())
}

/// A meter that cannot be sure of its descendants is of no more use: it would count them against
/// the next program.
fn left(pids: &[i32]) -> io::Error {
    io::Error::other(format!(
        "these descendants of the program could not be ended: {}",
        named(pids)
    ))
}

fn too_long() -> Value {
    let message = format!("a request must not be longer than {MAX_LINE_BYTES} bytes");
    protocol::error(None, &message)
}

/// Lines for the harness.
#[derive(Default)]
struct Answers {
    lines: String,
}

impl Answers {
    fn add(&mut self, answer: &Value) {
        self.lines.push_str(&answer.to_string());
        self.lines.push('\n');
    }

    /// One write for all lines, so that a reader never sees half of one and wakes once.
    fn write(&mut self) -> io::Result<()> {
        let mut output = io::stdout().lock();
        output.write_all(self.lines.as_bytes())?;
        self.lines.clear();
        output.flush()
    }
}

/// Nobody reads the records: the harness is gone, as at the end of input. SIGPIPE is blocked, so
/// this comes as an error.
fn end_of_output(error: io::Error) -> io::Result<End> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(End::HarnessGone),
        _ => Err(error),
    }
}
