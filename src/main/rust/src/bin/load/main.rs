//! The client of a service: starts a server, loads it, and ends it.
//!
//! `load --requests=N --connections=C (--share=S | --rate=R) --request='GET /PATH' [..] -- PROGRAM [ARGUMENT ..]`
//! waits until the server has printed `port=NNNN`, or listens if it is to be looked for, and has given a first answer. Then it sends N
//! requests in a closed loop and N in an open one, ends the server by SIGTERM, prints the answers
//! on standard output and the figures on standard error. See `README.md` in the meter's folder.

mod answer;
mod client;
mod load;
mod options;
mod poll;
mod server;
mod system;
mod tree;

use client::{Client, Failure};
use options::Options;
use server::Server;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use system::Cpus;

/// With fewer answers the slowest of a thousand is none of them.
const FEWEST_FOR_LAST_PERCENTILE: u64 = 1000;

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(wrong) => {
            eprintln!("load: {wrong}\n{}", options::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("load: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// One server from its start to its end. It is ended whatever happens: by SIGTERM when all went
/// well, else at once.
fn run(options: &Options) -> Result<(), Failure> {
    let cpus = Cpus::split()?;
    require_open_files((options.connections + options.idle) as u64)?;
    let start = Instant::now();
    let mut server = Server::start(&options.program, &cpus, options.find_port)?;
    let figures = measure(options, &mut server, &cpus, start)?;
    server.end(options.patience)?;
    print(&figures, options.body_lines)
}

/// Every connection is a file of the client and one of the server, which has others too.
fn require_open_files(connections: u64) -> Result<(), Failure> {
    const OTHERS: u64 = 100;
    system::allow_open_files(connections + OTHERS).map_err(|most| {
        Failure(format!(
            "{connections} connections need {} open files, but the hard limit is {most}; raise it with ulimit -Hn, \
             or where the machine or the container sets it",
            connections + OTHERS
        ))
    })
}

/// What is known of a server that has answered everything.
struct Figures {
    bodies: Vec<Vec<u8>>,
    first_answer: Duration,
    closed: load::Loop,
    open: load::Loop,
    cpu_per_request: u64,
    idle_peak: u64,
    loaded_peak: u64,
    shared_cpu: bool,
}

fn measure(
    options: &Options,
    server: &mut Server,
    cpus: &Cpus,
    start: Instant,
) -> Result<Figures, Failure> {
    let port = server.port(options.patience)?;
    let mut client = Client::new(port, options, cpus.shared())?;
    if let Err(failure) = client.first() {
        return Err(server.explain(port, failure));
    }
    let first_answer = start.elapsed();
    server.require_listener(port)?;
    let idle_peak = server.peak()?;
    let mut measured = || {
        client.connect(options.idle)?;
        client.closed(options.requests / 10)?;
        let before = server.cpu()?;
        let closed = client.closed(options.requests)?;
        let cpu = server.cpu()?.saturating_sub(before);
        let rate = options.rate.unwrap_or(options.share * closed.rate());
        let open = client.open(options.requests, rate)?;
        let loaded_peak = server.peak()?.max(idle_peak);
        client.require_right_answers()?;
        Ok(Figures {
            bodies: client.bodies(),
            first_answer,
            cpu_per_request: cpu / options.requests,
            closed,
            open,
            idle_peak,
            loaded_peak,
            shared_cpu: cpus.shared(),
        })
    };
    let figures = measured();
    figures.map_err(|failure| server.explain(port, failure))
}

/// A body as one line, from which every byte of it can be told.
fn as_line(body: &[u8]) -> Vec<u8> {
    let mut line = Vec::with_capacity(body.len() + 1);
    for &byte in body {
        match byte {
            b'\n' => line.extend(b"\\n"),
            b'\r' => line.extend(b"\\r"),
            b'\\' => line.extend(b"\\\\"),
            _ => line.push(byte),
        }
    }
    line.push(b'\n');
    line
}

fn print(figures: &Figures, body_lines: bool) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    for body in &figures.bodies {
        if body_lines {
            output.write_all(&as_line(body))?;
        } else {
            output.write_all(body)?;
        }
    }
    output.flush()?;
    let mut errors = io::stderr().lock();
    let closed = &figures.closed;
    let open = &figures.open;
    writeln!(errors, "work_ns={}", closed.elapsed.as_nanos())?;
    writeln!(errors, "closed_p99_ns={}", closed.quantile(0.99))?;
    writeln!(
        errors,
        "first_answer_ns={}",
        figures.first_answer.as_nanos()
    )?;
    writeln!(errors, "latency_p50_ns={}", open.quantile(0.5))?;
    writeln!(errors, "latency_p99_ns={}", open.quantile(0.99))?;
    if open.count() >= FEWEST_FOR_LAST_PERCENTILE {
        writeln!(errors, "latency_p999_ns={}", open.quantile(0.999))?;
    }
    writeln!(errors, "cpu_per_request_ns={}", figures.cpu_per_request)?;
    writeln!(errors, "idle_peak_bytes={}", figures.idle_peak)?;
    writeln!(errors, "loaded_peak_bytes={}", figures.loaded_peak)?;
    writeln!(errors, "shared_cpu={}", u8::from(figures.shared_cpu))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_line_tells_every_byte() {
        assert_eq!(super::as_line(b"a\r\nb\\n\xff"), b"a\\r\\nb\\\\n\xff\n");
        assert_eq!(super::as_line(b""), b"\n");
    }
}
