//! The server: one process with its descendants, from its start to the last of them.

use crate::client::Failure;
use crate::system::{self, Cpus};
use crate::tree::{self, Listener};
use std::collections::{BTreeSet, HashMap};
use std::io::{BufRead, BufReader, Read};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How often a process that does nothing is looked at.
const LOOK: Duration = Duration::from_millis(5);

/// The same of one that is about to listen, whose first answer is timed.
const GLANCE: Duration = Duration::from_millis(1);

/// What stands for the port in the arguments of a server.
const PLACE: &str = "{port}";

/// How long the end of a server that has closed its connections may take to be seen.
const DEATH: Duration = Duration::from_millis(500);

/// A server that was started. Whatever is left of it is killed when this is dropped.
pub struct Server {
    process: Child,
    ports: Receiver<u16>,
    search: Option<PortSearch>,
    ended: Option<ExitStatus>,
}

impl Server {
    /// Starts it; `find_port`: offers it a port, and looks later where it listens.
    pub fn start(program: &[String], cpus: &Cpus, find_port: bool) -> Result<Server, Failure> {
        system::adopt_orphans()?;
        let search = find_port.then(|| PortSearch::begin(program)).transpose()?;
        let mut command = Command::new(&program[0]);
        match &search {
            Some(search) => command
                .args(program[1..].iter().map(|word| search.filled_in(word)))
                .env("PORT", search.offered.to_string()),
            None => command.args(&program[1..]),
        };
        command.stdin(Stdio::null()).stdout(Stdio::piped());
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
            search,
            ended: None,
        })
    }

    /// The port that it says, or that it is found to listen on.
    pub fn port(&mut self, patience: Duration) -> Result<u16, Failure> {
        if let Some(search) = self.search.take() {
            return self.found_port(&search, patience);
        }
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

    fn found_port(&mut self, search: &PortSearch, patience: Duration) -> Result<u16, Failure> {
        let begun = Instant::now();
        loop {
            let sockets = search.new_sockets();
            if !sockets.is_empty() {
                let own = tree::own(&self.tree(), &sockets);
                if let Some(port) = search.choose(&own, self.ports.try_recv().ok())? {
                    return Ok(port);
                }
            }
            if let Some(status) = self.ended_within(Duration::ZERO) {
                return Err(Failure(format!(
                    "the server ended before it listened on a port: {}",
                    words(status)
                )));
            }
            if begun.elapsed() >= patience {
                return Err(Failure(format!(
                    "the server did not listen on {} within {} ms",
                    search.wanted(),
                    patience.as_millis()
                )));
            }
            thread::sleep(GLANCE);
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
            "the server has the port {port}, but {who} listens there"
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

/// Where a server listens that says nothing of it.
struct PortSearch {
    /// A port that was free.
    offered: u16,
    /// Whether the server can listen on no other one, since its arguments name it.
    named: bool,
    /// The sockets that listened before the server was there.
    others: HashMap<String, u16>,
}

impl PortSearch {
    fn begin(program: &[String]) -> Result<PortSearch, Failure> {
        let offered = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        Ok(PortSearch {
            offered,
            named: program[1..].iter().any(|word| word.contains(PLACE)),
            others: tree::listening(),
        })
    }

    fn filled_in(&self, word: &str) -> String {
        word.replace(PLACE, &self.offered.to_string())
    }

    fn wanted(&self) -> String {
        if self.named {
            format!("port {}, which stood for {PLACE}", self.offered)
        } else {
            format!(
                "any port (write {PLACE} in its command where it takes one; it is also in the variable PORT: {})",
                self.offered
            )
        }
    }

    fn new_sockets(&self) -> HashMap<String, u16> {
        let mut sockets = tree::listening();
        sockets.retain(|name, _| !self.others.contains_key(name));
        sockets
    }

    /// Which of the ports of the server is meant: the one that it was given, its only one, or the one that it has printed.
    fn choose(&self, own: &BTreeSet<u16>, printed: Option<u16>) -> Result<Option<u16>, Failure> {
        let only = if own.len() == 1 { own.first() } else { None };
        let known = [Some(self.offered), printed, only.copied()];
        let meant = if self.named { &known[..1] } else { &known[..] };
        let found = meant.iter().flatten().find(|port| own.contains(port));
        if found.is_none() && own.len() > 1 && !self.named {
            let ports: Vec<String> = own.iter().map(u16::to_string).collect();
            return Err(Failure(format!(
                "the server listens on several ports, {}; write {PLACE} in its command for the one that is meant",
                ports.join(", ")
            )));
        }
        Ok(found.copied())
    }
}

fn words(status: ExitStatus) -> String {
    match (status.code(), status.signal()) {
        (Some(code), _) => format!("exit code {code}"),
        (None, Some(signal)) => format!("signal {signal}"),
        (None, None) => status.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::PortSearch;
    use std::collections::{BTreeSet, HashMap};

    fn search(named: bool) -> PortSearch {
        PortSearch {
            offered: 8000,
            named,
            others: HashMap::new(),
        }
    }

    #[test]
    fn the_port_that_was_given_counts_or_the_only_one_or_the_printed_one() {
        let choose = |named, own: &[u16], printed| {
            let own: BTreeSet<u16> = own.iter().copied().collect();
            search(named)
                .choose(&own, printed)
                .map_err(|failure| failure.0)
        };
        assert_eq!(choose(false, &[9000], None), Ok(Some(9000)));
        assert_eq!(choose(false, &[8000, 9000], None), Ok(Some(8000)));
        assert_eq!(choose(false, &[9000, 9001], Some(9001)), Ok(Some(9001)));
        assert_eq!(choose(false, &[9000], Some(7)), Ok(Some(9000)));
        assert_eq!(choose(false, &[], Some(9000)), Ok(None));
        assert_eq!(choose(true, &[9000, 9001], Some(9001)), Ok(None));
        assert_eq!(choose(true, &[8000, 9001], None), Ok(Some(8000)));
        let several = choose(false, &[9001, 9000], None).expect_err("unclear");
        assert!(several.contains("several ports, 9000, 9001;"), "{several}");
    }

    #[test]
    fn every_word_can_name_the_port() {
        assert_eq!(
            search(true).filled_in("--bind=[::]:{port}"),
            "--bind=[::]:8000"
        );
        assert_eq!(search(true).filled_in("{}"), "{}");
    }
}
