//! HTTP for many that wait: a thread for each connection answers `GET /status`.
use std::env;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::ExitCode;
use std::thread;

/// The status and the body of the answer to a request with that first line.
fn answer(line: &str) -> (&'static str, &'static str) {
    if line.starts_with("GET /status ") {
        ("200 OK", "{\"ok\":true}")
    } else {
        ("404 Not Found", "{}")
    }
}

/// Answers one request after the other until the connection is closed.
fn serve(mut connection: TcpStream) -> io::Result<()> {
    connection.set_nodelay(true)?;
    let mut bytes = Vec::new();
    let mut more = [0; 4096];
    loop {
        let length = connection.read(&mut more)?;
        if length == 0 {
            return Ok(());
        }
        bytes.extend_from_slice(&more[..length]);
        while let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end]);
            let (status, body) = answer(head.lines().next().unwrap_or_default());
            let length = body.len();
            let answer = format!(
                "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
            );
            connection.write_all(answer.as_bytes())?;
            bytes.drain(..end + 4);
        }
    }
}

fn run() -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    println!("port={}", listener.local_addr()?.port());
    io::stdout().flush()?;
    loop {
        let (connection, _) = listener.accept()?;
        thread::spawn(move || serve(connection));
    }
}

fn main() -> ExitCode {
    let processors = env::args().nth(1).and_then(|word| word.parse::<u32>().ok());
    if processors.is_none() {
        eprintln!("usage: idle-connections <processors>");
        return ExitCode::from(2);
    }
    if let Err(error) = run() {
        eprintln!("idle-connections: {error}");
    }
    ExitCode::FAILURE
}
