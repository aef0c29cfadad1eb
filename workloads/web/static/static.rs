//! Files over HTTP: a thread for each connection answers `GET /files/NAME` with a file of the folder.
use std::env;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

const FOLDER: &str = "files";

/// The file of 64 KiB that is asked for.
fn write_page() -> io::Result<()> {
    let letters: String = ('a'..='z').cycle().take(53).collect();
    let page: String = (0..1024)
        .map(|i| format!("line {i:04} {letters}\n"))
        .collect();
    fs::create_dir_all(FOLDER)?;
    fs::write(Path::new(FOLDER).join("page.txt"), page)
}

/// The file that a request with that first line asks for. No name leads out of the folder.
fn wanted(line: &str) -> Option<PathBuf> {
    let name = line.strip_prefix("GET /files/")?.split(' ').next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    (!name.starts_with('.') && name.chars().all(plain)).then(|| Path::new(FOLDER).join(name))
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("txt") => "text/plain; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The head and the body of the answer to a request with that first line, as one piece.
fn answer(line: &str, whole: &mut Vec<u8>) -> io::Result<()> {
    whole.clear();
    let opened = wanted(line).and_then(|path| Some((File::open(&path).ok()?, path)));
    let Some((mut file, path)) = opened else {
        whole.extend_from_slice(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        return Ok(());
    };
    let kind = content_type(&path);
    let length = file.metadata()?.len();
    write!(
        whole,
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
    )?;
    file.read_to_end(whole).map(drop)
}

/// Answers one request after the other until the connection is closed.
fn serve(mut connection: TcpStream) -> io::Result<()> {
    connection.set_nodelay(true)?;
    let mut bytes = Vec::new();
    let mut more = [0; 4096];
    let mut whole = Vec::new();
    loop {
        let length = connection.read(&mut more)?;
        if length == 0 {
            return Ok(());
        }
        bytes.extend_from_slice(&more[..length]);
        while let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end]);
            answer(head.lines().next().unwrap_or_default(), &mut whole)?;
            connection.write_all(&whole)?;
            bytes.drain(..end + 4);
        }
    }
}

fn run() -> io::Result<()> {
    write_page()?;
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
        eprintln!("usage: static <processors>");
        return ExitCode::from(2);
    }
    if let Err(error) = run() {
        eprintln!("static: {error}");
    }
    ExitCode::FAILURE
}
