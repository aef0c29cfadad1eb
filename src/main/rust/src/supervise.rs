//! One process from its files to the end of its last descendant.

use crate::platform::{
    Child, Ended, Failure, Launcher, Program, Sweep, Wake, Watch, describe, now_ns, sweep,
};
use crate::protocol::{Exit, Mode, Request, Sample, Status};
use crate::session::End;
use std::fs::File;
use std::io;

/// How often a running program's output is compared with its limit. The first look comes after
/// this time, so a shorter program is never disturbed; a look costs two `fstat` calls.
const OUTPUT_LOOK_NS: u64 = 50_000_000;

/// How long to try to end descendants that cannot be ended.
const PATIENCE_NS: u64 = 10_000_000_000;

/// Why there is no sample.
pub enum Stop {
    /// The meter ends, and the program was ended for it.
    End(End),
    /// Descendants that could not be ended: they would disturb every later sample.
    Left(Vec<i32>),
}

/// Runs the program of a request.
///
/// # Errors
/// When a call fails that fails only if the meter itself is broken.
pub fn measure(
    request: Request,
    launcher: &Launcher,
    watch: &Watch,
) -> io::Result<Result<Sample, Stop>> {
    let limits = Limits::of(&request);
    let path = request.argv[0].to_string_lossy().into_owned();
    let cwd = request.cwd.to_string_lossy().into_owned();
    let program = match open(request) {
        Ok(program) => program,
        Err(failed) => return Ok(Ok(failed)),
    };
    let child = match launcher.start(&program) {
        Ok(child) => child,
        Err(failure) => {
            let subject = if failure.step == "chdir" { cwd } else { path };
            return Ok(Ok(not_launched(&failure, &subject)));
        }
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
    fn finish(self) -> io::Result<Result<Sample, Stop>> {
        let waited = self.wait()?;
        if waited.is_err() {
            self.child.kill();
        }
        let ended = self.child.reap()?;
        let by_itself = matches!(waited, Ok(None));
        let settle_ns = if by_itself { self.limits.grace_ns } else { 0 };
        let swept = sweep(settle_ns, PATIENCE_NS)?;
        Ok(match (waited, swept) {
            (Err(end), _) => Err(Stop::End(end)),
            (_, Sweep::Left(pids)) => Err(Stop::Left(pids)),
            (Ok(broken), Sweep::Clean { survivors }) => Ok(self.sample(ended, broken, survivors)?),
        })
    }

    /// Waits until the program has ended; tells the limit for which it was ended.
    fn wait(&self) -> io::Result<Result<Option<Limit>, End>> {
        let start_ns = self.child.start_ns;
        let mut next_ns = OUTPUT_LOOK_NS.min(self.limits.timeout_ns);
        loop {
            let passed = now_ns() - start_ns;
            let timeout_ns = next_ns.saturating_sub(passed);
            match self.watch.program(self.child.pidfd(), timeout_ns)? {
                Wake::Ready => return Ok(Ok(None)),
                Wake::HarnessGone => return Ok(Err(End::HarnessGone)),
                Wake::Signal(signal) => return Ok(Err(End::Signal(signal))),
                Wake::Time => {}
            }
            let passed = now_ns() - start_ns;
            if let Some(limit) = self.broken_limit(passed)? {
                let ended = self.end()?;
                return Ok(ended.map(|()| Some(limit)));
            }
            next_ns = (passed + OUTPUT_LOOK_NS).min(self.limits.timeout_ns);
        }
    }

    fn broken_limit(&self, passed_ns: u64) -> io::Result<Option<Limit>> {
        if passed_ns >= self.limits.timeout_ns {
            return Ok(Some(Limit::Time));
        }
        let [stdout, stderr] = self.output_bytes()?;
        Ok((stdout + stderr > self.limits.output_bytes).then_some(Limit::Output))
    }

    /// Ends the program's group: politely, then after the grace time surely.
    fn end(&self) -> io::Result<Result<(), End>> {
        let end_ns = now_ns().saturating_add(self.limits.grace_ns);
        self.child.terminate();
        loop {
            let left_ns = end_ns.saturating_sub(now_ns());
            match self.watch.program(self.child.pidfd(), left_ns)? {
                Wake::Ready => return Ok(Ok(())),
                Wake::HarnessGone => return Ok(Err(End::HarnessGone)),
                Wake::Signal(signal) => return Ok(Err(End::Signal(signal))),
                Wake::Time if now_ns() >= end_ns => {
                    self.child.kill();
                    return Ok(Ok(()));
                }
                Wake::Time => {}
            }
        }
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
            exit,
            stdout_bytes: Some(stdout_bytes),
            stderr_bytes: Some(stderr_bytes),
            survivors,
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
fn open(request: Request) -> Result<Program, Sample> {
    let opened = |path: &str, file: io::Result<File>| {
        file.map_err(|error| {
            let errno = error.raw_os_error().unwrap_or(0);
            not_launched(
                &Failure {
                    step: "open",
                    errno,
                },
                path,
            )
        })
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

fn not_launched(failure: &Failure, subject: &str) -> Sample {
    let text = describe(failure.errno);
    let message = format!("{} {subject}: {text}", failure.step);
    Sample::not_launched(failure.errno, message)
}
