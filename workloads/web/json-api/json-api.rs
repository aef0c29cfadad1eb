//! JSON over HTTP: a thread for each connection answers `GET /items?count=N` with N items.
use std::env;
use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::ExitCode;
use std::thread;

struct Item {
    id: u64,
    name: String,
    price: u64,
}

fn items(count: u64) -> Vec<Item> {
    let item = |id| Item {
        id,
        name: format!("item {id}"),
        price: 100 + 7 * id,
    };
    (1..=count).map(item).collect()
}

fn json(items: &[Item]) -> String {
    let mut text = String::from("{\"items\":[");
    for (i, item) in items.iter().enumerate() {
        let comma = if i == 0 { "" } else { "," };
        let Item { id, name, price } = item;
        // a name has nothing that JSON escapes
        let _ = write!(
            text,
            "{comma}{{\"id\":{id},\"name\":\"{name}\",\"price\":{price}}}"
        );
    }
    text.push_str("]}");
    text
}

/// The status and the body of the answer to a request with that first line.
fn answer(line: &str) -> (&'static str, String) {
    let target = line
        .strip_prefix("GET ")
        .and_then(|rest| rest.split(' ').next());
    let (path, query) = target.and_then(|t| t.split_once('?')).unwrap_or_default();
    let count = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("count="));
    match count.map(str::parse) {
        Some(Ok(count)) if path == "/items" => ("200 OK", json(&items(count))),
        _ => ("404 Not Found", "{}".to_owned()),
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
        eprintln!("usage: json-api <processors>");
        return ExitCode::from(2);
    }
    if let Err(error) = run() {
        eprintln!("json-api: {error}");
    }
    ExitCode::FAILURE
}
