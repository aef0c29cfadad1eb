//! One process from its files to the end of its last descendant.

use crate::platform::{
    Child, Ended, Failure, Launcher, Program, Sweep, Wake, Watch, describe, now_ns, sweep,
};
use crate::protocol::{Exit, Mode, Request, Sample, Status};
use std::fs::File;
use std::io;

/// How often a running program's output is compared with its limit. The first look comes after
/// this time, so a shorter program is never disturbed; a look costs two `fstat` calls.
const OUTPUT_LOOK_NS: u64 = 50_000_000;

/// How long to try to end descendants that cannot be ended.
const PATIENCE_NS: u64 = 10_000_000_000;

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
pub fn measure(request: Request, launcher: &Launcher, watch: &Watch) -> Result<Sample, Stop> {
    let limits = Limits::of(&request);
    let started = open(request).and_then(|program| Ok((launcher.start(&program)?, program)));
    let (child, program) = match started {
        Ok(started) => started,
        Err(failure) => return Ok(not_launched(&failure)),
    };
    let [_, stdout, stderr] = &program.streams;
    let outputs = [stdout, stderr];
    let run = Run {
        child,
        outputs,
        limits,
        watch,
    };
    run.finish()
}

/// A running program and what it must keep to.
struct Run<'a> {
    child: Child,
    outputs: [&'a File; 2],
    limits: Limits,
    watch: &'a Watch,
}

impl Run<'_> {
    /// Whatever the wait came to: the program is reaped and the tree is swept.
    fn finish(self) -> Result<Sample, Stop> {
        let waited = self.wait();
        if waited.is_err() {
            self.child.kill();
        }
        let ended = self.child.reap()?;
        let by_itself = matches!(waited, Ok(None));
        let settle_ns = if by_itself { self.limits.grace_ns } else { 0 };
        let swept = sweep(settle_ns, PATIENCE_NS)?;
        let broken = waited?;
        match swept {
            Sweep::Clean { survivors } => Ok(self.sample(ended, broken, survivors)?),
            Sweep::Left(pids) => Err(Stop::Left(pids)),
        }
    }

    /// Waits until the program has ended or been told to; gives the limit that it broke.
    fn wait(&self) -> Result<Option<Limit>, Stop> {
        loop {
            let passed_ns = now_ns() - self.child.start_ns;
            let next_ns = (passed_ns + OUTPUT_LOOK_NS).min(self.limits.timeout_ns);
            if self.ends_within(next_ns.saturating_sub(passed_ns))? {
                return Ok(None);
            }
            if let Some(limit) = self.broken_limit()? {
                self.end()?;
                return Ok(Some(limit));
            }
        }
    }

    fn ends_within(&self, timeout_ns: u64) -> Result<bool, Stop> {
        match self.watch.program(self.child.pidfd(), timeout_ns)? {
            Wake::Ready => Ok(true),
            Wake::Time => Ok(false),
            Wake::HarnessGone => Err(Stop::End(End::HarnessGone)),
            Wake::Signal(signal) => Err(Stop::End(End::Signal(signal))),
        }
    }

    fn broken_limit(&self) -> io::Result<Option<Limit>> {
        if now_ns() - self.child.start_ns >= self.limits.timeout_ns {
            return Ok(Some(Limit::Time));
        }
        let [stdout, stderr] = self.output_bytes()?;
        Ok((stdout + stderr > self.limits.output_bytes).then_some(Limit::Output))
    }

    /// Ends the program's group: politely, then after the grace time surely.
    fn end(&self) -> Result<(), Stop> {
        let end_ns = now_ns().saturating_add(self.limits.grace_ns);
        self.child.terminate();
        while !self.ends_within(end_ns.saturating_sub(now_ns()))? {
            if now_ns() >= end_ns {
                self.child.kill();
                break;
            }
        }
        Ok(())
    }

    /// The sizes count once all writers are gone, so that the limit holds for what is on disk.
    fn sample(&self, ended: Ended, broken: Option<Limit>, survivors: u64) -> io::Result<Sample> {
        let [stdout_bytes, stderr_bytes] = self.output_bytes()?;
        let too_much = stdout_bytes + stderr_bytes > self.limits.output_bytes;
        let status = ended.status.map_or_else(Status::Signaled, Status::Exited);
        let exit = match broken {
            Some(Limit::Time) => Exit::TimedOut(status, self.limits.timeout_ms),
            Some(Limit::Output) => Exit::OutputLimit(status, self.limits.output_bytes),
            None if too_much => Exit::OutputLimit(status, self.limits.output_bytes),
            None => Exit::Ended(status),
        };
        Ok(Sample {
            start_ns: Some(self.child.start_ns),
            wall_ns: Some(ended.end_ns - self.child.start_ns),
            usage: Some(ended.usage),
            task_clock_ns: None,
            cpu_complete: None,
            memory: None,
            counters: Vec::new(),
            exit,
            stdout_bytes: Some(stdout_bytes),
            stderr_bytes: Some(stderr_bytes),
            survivors,
            meter_cpu_ns: None,
        })
    }

    fn output_bytes(&self) -> io::Result<[u64; 2]> {
        let [stdout, stderr] = self.outputs;
        Ok([stdout.metadata()?.len(), stderr.metadata()?.len()])
    }
}

#[derive(Clone, Copy)]
enum Limit {
    Time,
    Output,
}

struct Limits {
    timeout_ms: u64,
    timeout_ns: u64,
    grace_ns: u64,
    output_bytes: u64,
}

impl Limits {
    fn of(request: &Request) -> Limits {
        const NS_PER_MS: u64 = 1_000_000;
        Limits {
            timeout_ms: request.timeout_ms,
            timeout_ns: request.timeout_ms.saturating_mul(NS_PER_MS),
            grace_ns: request.grace_ms.saturating_mul(NS_PER_MS),
            output_bytes: request.output_limit_bytes,
        }
    }
}

/// Opens the three files, all with close-on-exec as the standard library does.
fn open(request: Request) -> Result<Program, Failure> {
    let opened = |path: &str, file: io::Result<File>| {
        file.map_err(|error| Failure::of("open", path, &error))
    };
    let streams = [
        opened(&request.stdin, File::open(&request.stdin))?,
        opened(&request.stdout, File::create(&request.stdout))?,
        opened(&request.stderr, File::create(&request.stderr))?,
    ];
    Ok(Program {
        argv: request.argv,
        env: request.env,
        cwd: request.cwd,
        cpus: request.cpus,
        streams,
        share_memory: request.mode == Mode::Timing,
    })
}

fn not_launched(failure: &Failure) -> Sample {
    let Failure {
        step,
        subject,
        errno,
    } = failure;
    let text = describe(*errno);
    Sample::not_launched(*errno, format!("{step} {subject}: {text}"))
}
