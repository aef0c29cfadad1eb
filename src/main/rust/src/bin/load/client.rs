//! The connections to a server, and what is sent and read over them.

use crate::answer::{self, Read as Reading};
use crate::options::Options;
use crate::poll::Poll;
use std::fmt::{Display, Formatter};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::{Duration, Instant};

/// Why a server cannot be measured, as a sentence for a reader.
#[derive(Debug)]
pub struct Failure(pub String);

impl Display for Failure {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure(error.to_string())
    }
}

/// A path, how it is asked for, and the body of its first answer.
struct Request {
    path: String,
    bytes: Vec<u8>,
    body: Option<Vec<u8>>,
}

/// One connection, over which one request is under way or none.
struct Connection {
    stream: TcpStream,
    bytes: Vec<u8>,
    request: usize,
    /// From when the answer's time counts.
    since: Instant,
}

/// All connections.
pub struct Client {
    port: u16,
    patience: Duration,
    requests: Vec<Request>,
    connections: Vec<Connection>,
    idle: Vec<Connection>,
    wanted: usize,
    any_body: bool,
    of_user: bool,
    wrong: u64,
    first_wrong: Option<String>,
    pub poll: Poll,
}

impl Client {
    /// A client without a connection; see [`Poll::new`] for `sleeps`.
    pub fn new(port: u16, options: &Options, sleeps: bool) -> Result<Client, Failure> {
        let requests = options.paths.iter().map(|path| Request {
            path: path.clone(),
            bytes: format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\n\r\n")
                .into_bytes(),
            body: None,
        });
        Ok(Client {
            port,
            patience: options.patience,
            requests: requests.collect(),
            connections: Vec::new(),
            idle: Vec::new(),
            wanted: options.connections,
            any_body: options.any_body,
            of_user: options.find_port,
            wrong: 0,
            first_wrong: None,
            poll: Poll::new(sleeps)?,
        })
    }

    fn open_connection(&self) -> Result<Connection, Failure> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))
            .map_err(|error| Failure(format!("cannot connect to port {}: {error}", self.port)))?;
        stream.set_nodelay(true)?;
        stream.set_nonblocking(true)?;
        Ok(Connection {
            stream,
            bytes: Vec::new(),
            request: 0,
            since: Instant::now(),
        })
    }

    /// Asks once for every path. What is answered is what every further answer must be.
    pub fn first(&mut self) -> Result<(), Failure> {
        let connection = self.open_connection()?;
        self.poll.add(&connection.stream, 0)?;
        self.connections.push(connection);
        for request in 0..self.requests.len() {
            self.ask(0, request)?;
            if let Some(wrong) = &self.first_wrong {
                return Err(Failure(wrong.clone()));
            }
        }
        Ok(())
    }

    /// Opens the other connections, each of which is answered once, and those that stay idle.
    pub fn connect(&mut self, idle: usize) -> Result<(), Failure> {
        while self.connections.len() < self.wanted + idle {
            let number = self.connections.len();
            let connection = self.open_connection()?;
            self.poll.add(&connection.stream, number as u64)?;
            self.connections.push(connection);
            self.ask(number, 0)?;
        }
        self.idle = self.connections.split_off(self.wanted);
        Ok(())
    }

    fn ask(&mut self, connection: usize, request: usize) -> Result<(), Failure> {
        self.send(connection, request as u64, Instant::now())?;
        let begun = Instant::now();
        loop {
            for number in self.poll.wait(self.patience)? {
                if self.receive(number)?.is_some() {
                    return Ok(());
                }
            }
            self.require_progress(begun)?;
        }
    }

    /// Sends the request of that number, whose time counts from the given moment.
    pub fn send(&mut self, connection: usize, number: u64, since: Instant) -> Result<(), Failure> {
        let request = (number % self.requests.len() as u64) as usize;
        let connection = &mut self.connections[connection];
        connection.request = request;
        connection.since = since;
        let sent = connection.stream.write_all(&self.requests[request].bytes);
        sent.map_err(|error| Failure(format!("the server took no request: {error}")))
    }

    /// Reads what has come over a connection; the time of its answer once it is there.
    pub fn receive(&mut self, number: usize) -> Result<Option<Duration>, Failure> {
        let Some(connection) = self.connections.get_mut(number) else {
            return Err(Failure(
                "the server closed a connection that waits, or sent something over it".to_owned(),
            ));
        };
        let mut bytes = [0; 16384];
        let length = match connection.stream.read(&mut bytes) {
            Ok(0) => return Err(Failure("the server closed a connection".to_owned())),
            Ok(length) => length,
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(None),
            Err(error) => {
                return Err(Failure(format!(
                    "a connection to the server broke: {error}"
                )));
            }
        };
        connection.bytes.extend_from_slice(&bytes[..length]);
        let request = &mut self.requests[connection.request];
        match answer::read(&connection.bytes) {
            Reading::Partly => Ok(None),
            Reading::Wrong(why) => Err(Failure(format!(
                "the server's answer to GET {}: {why}",
                request.path
            ))),
            Reading::Whole(answer) => {
                let time = connection.since.elapsed();
                if answer.length < connection.bytes.len() {
                    return Err(Failure(format!(
                        "the server sent more than one answer to GET {}",
                        request.path
                    )));
                }
                connection.bytes.clear();
                if let Some(wrong) = wrong(request, answer, self.any_body) {
                    self.wrong += 1;
                    self.first_wrong.get_or_insert(wrong);
                }
                Ok(Some(time))
            }
        }
    }

    /// That a server which owes an answer has given one since a moment.
    pub fn require_progress(&self, since: Instant) -> Result<(), Failure> {
        if since.elapsed() < self.patience {
            return Ok(());
        }
        Err(Failure(format!(
            "the server gave no answer within {} ms",
            self.patience.as_millis()
        )))
    }

    pub fn patience(&self) -> Duration {
        self.patience
    }

    pub fn connections(&self) -> usize {
        self.connections.len()
    }

    /// That every answer was the one that was expected.
    pub fn require_right_answers(&self) -> Result<(), Failure> {
        match &self.first_wrong {
            None => Ok(()),
            Some(first) => Err(Failure(format!(
                "wrong answers: {}; the first: {first}{}",
                self.wrong,
                if self.of_user && !self.any_body && first.starts_with('\'') {
                    " (if answers may differ, use --ignore-output)"
                } else {
                    ""
                }
            ))),
        }
    }

    /// The bodies of the answers, in the order of the paths.
    pub fn bodies(&self) -> Vec<Vec<u8>> {
        self.requests
            .iter()
            .map(|request| request.body.clone().unwrap_or_default())
            .collect()
    }
}

/// What is wrong with an answer; null for one that is right. The first one says what the others have to be.
fn wrong(request: &mut Request, answer: answer::Answer, any_body: bool) -> Option<String> {
    if answer.status != 200 {
        return Some(format!("status {} for GET {}", answer.status, request.path));
    }
    let expected = request.body.get_or_insert_with(|| answer.body.clone());
    (!any_body && *expected != answer.body).then(|| {
        format!(
            "'{}' for GET {}, which was '{}' before",
            shown(&answer.body),
            request.path,
            shown(expected)
        )
    })
}

fn shown(body: &[u8]) -> String {
    const SHOWN: usize = 60;
    let text = String::from_utf8_lossy(&body[..body.len().min(SHOWN)]);
    text.escape_default().to_string()
}
