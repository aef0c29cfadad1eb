//! Files over HTTP with Actix Web: `Files` of actix-files answers `GET /files/NAME` with a file of the folder.
use actix_files::Files;
use actix_web::{App, HttpServer};
use std::env;
use std::fs;
use std::io::{self, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::ExitCode;

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

fn run(workers: usize) -> io::Result<()> {
    write_page()?;
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let port = listener.local_addr()?.port();
    actix_web::rt::System::new().block_on(async {
        let server =
            HttpServer::new(|| App::new().service(Files::new("/files", FOLDER))).workers(workers);
        let server = server.listen(listener)?.run();
        println!("port={port}");
        io::stdout().flush()?;
        server.await
    })
}

fn main() -> ExitCode {
    let processors = env::args().nth(1).and_then(|word| word.parse().ok());
    let Some(workers) = processors else {
        eprintln!("usage: static <processors>");
        return ExitCode::from(2);
    };
    match run(workers) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("static: {error}");
            ExitCode::FAILURE
        }
    }
}
