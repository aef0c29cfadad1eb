//! The server: one process with its descendants, from its start to the last of them.

use crate::client::Failure;
use crate::system::{self, Cpus};
use crate::tree::{self, Listener};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How often a process that does nothing is looked at.
const LOOK: Duration = Duration::from_millis(5);

/// How long the end of a server that has closed its connections may take to be seen.
const DEATH: Duration = Duration::from_millis(500);

/// A server that was started. Whatever is left of it is killed when this is dropped.
pub struct Server {
    process: Child,
    ports: Receiver<u16>,
    ended: Option<ExitStatus>,
}

impl Server {
    pub fn start(program: &[String], cpus: &Cpus) -> Result<Server, Failure> {
        system::adopt_orphans()?;
        let mut command = Command::new(&program[0]);
        command
            .args(&program[1..])
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        let started = cpus.spawn(&mut command);
        let mut process = started.map_err(|error| {
            Failure(format!("the server {} did not start: {error}", program[0]))
        })?;
        let output = process.stdout.take().expect("it is piped");
        let (sender, ports) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            let mut line = Vec::new();
            while matches!(output.read_until(b'\n', &mut line), Ok(length) if length > 0) {
                let text = String::from_utf8_lossy(&line);
                if let Some(port) = text.trim_end().strip_prefix("port=") {
                    if let Ok(port) = port.parse() {
                        // the server may say more than one port, and the first one counts
                        let _ = sender.send(port);
                        break;
                    }
                }
                line.clear();
            }
            // a server that cannot write its log would wait for it
            let mut rest = [0; 4096];
            while matches!(output.read(&mut rest), Ok(length) if length > 0) {}
        });
        Ok(Server {
            process,
            ports,
            ended: None,
        })
    }

    /// The port that it says.
    pub fn port(&mut self, patience: Duration) -> Result<u16, Failure> {
        match self.ports.recv_timeout(patience) {
            Ok(0) => Err(Failure(
                "the server printed port=0, which is none".to_owned(),
            )),
            Ok(port) => Ok(port),
            Err(RecvTimeoutError::Timeout) => Err(Failure(format!(
                "the server did not print a line port=NNNN within {} ms",
                patience.as_millis()
            ))),
            Err(RecvTimeoutError::Disconnected) => Err(match self.ended_within(DEATH) {
                Some(status) => Failure(format!(
                    "the server ended before it printed a line port=NNNN: {}",
                    words(status)
                )),
                None => Failure(
                    "the server closed its standard output without a line port=NNNN".to_owned(),
                ),
            }),
        }
    }

    /// That the port is its own, and not one that somebody else had already.
    pub fn require_listener(&self, port: u16) -> Result<(), Failure> {
        let who = match tree::listener(&self.tree(), port) {
            Listener::Own => return Ok(()),
            Listener::Other => "another program",
            Listener::Nobody => "nobody",
        };
        Err(Failure(format!(
            "the server printed port={port}, but {who} listens there"
        )))
    }

    /// A failure to be told; that the server has ended, or never listened, says more than that a
    /// connection broke.
    pub fn explain(&mut self, port: u16, failure: Failure) -> Failure {
        match self.ended_within(DEATH) {
            Some(status) => Failure(format!(
                "the server ended while it was loaded: {}",
                words(status)
            )),
            None => self.require_listener(port).err().unwrap_or(failure),
        }
    }

    fn tree(&self) -> Vec<i32> {
        tree::of(self.process.id() as i32)
    }

    /// The sum of the most memory that each of its processes has held, bytes.
    pub fn peak(&self) -> Result<u64, Failure> {
        let peaks: Vec<u64> = self.tree().into_iter().filter_map(tree::peak).collect();
        if peaks.is_empty() {
            return Err(Failure(
                "the memory of the server cannot be read".to_owned(),
            ));
        }
        Ok(peaks.iter().sum())
    }

    /// The CPU time of its processes, nanoseconds.
    pub fn cpu(&self) -> Result<u64, Failure> {
        let times = self.tree().into_iter().map(system::cpu_ns);
        let times: Vec<u64> = times.filter_map(Result::ok).collect();
        if times.is_empty() {
            return Err(Failure(
                "the CPU time of the server cannot be read".to_owned(),
            ));
        }
        Ok(times.iter().sum())
    }

    /// Asks it to end; what does not is killed.
    pub fn end(mut self, patience: Duration) -> Result<(), Failure> {
        system::signal(self.process.id() as i32, libc::SIGTERM);
        match self.ended_within(patience) {
            // a server that has nothing to tidy up leaves it to the signal
            Some(status) if status.success() || status.signal() == Some(libc::SIGTERM) => Ok(()),
            Some(status) => Err(Failure(format!(
                "the server did not end well after SIGTERM: {}",
                words(status)
            ))),
            None => Err(Failure(format!(
                "the server did not end within {} ms after SIGTERM and was killed",
                patience.as_millis()
            ))),
        }
    }

    fn ended_within(&mut self, patience: Duration) -> Option<ExitStatus> {
        let begun = Instant::now();
        while self.ended.is_none() {
            self.ended = self.process.try_wait().ok().flatten();
            if self.ended.is_none() && begun.elapsed() >= patience {
                break;
            }
            if self.ended.is_none() {
                thread::sleep(LOOK);
            }
        }
        self.ended
    }
}

impl Drop for Server {
    /// Again and again, for who sees a child die may start another one.
    fn drop(&mut self) {
        let own = std::process::id() as i32;
        loop {
            for pid in tree::of(own).into_iter().skip(1) {
                system::signal(pid, libc::SIGKILL);
            }
            if !system::reap() {
                return;
            }
            thread::sleep(LOOK);
        }
    }
}

fn words(status: ExitStatus) -> String {
    match (status.code(), status.signal()) {
        (Some(code), _) => format!("exit code {code}"),
        (None, Some(signal)) => format!("signal {signal}"),
        (None, None) => status.to_string(),
    }
}
