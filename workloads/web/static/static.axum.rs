//! Files over HTTP with axum on Tokio: `ServeDir` of tower-http answers `GET /files/NAME` with a file of the folder.
use axum::Router;
use axum::serve::ListenerExt;
use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tower_http::services::ServeDir;

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

async fn run() -> io::Result<()> {
    write_page()?;
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("port={}", listener.local_addr()?.port());
    io::stdout().flush()?;
    let listener = listener.tap_io(|connection| {
        // without it, answers are only slower
        let _ = connection.set_nodelay(true);
    });
    let app = Router::new().nest_service("/files", ServeDir::new(FOLDER));
    axum::serve(listener, app).await
}

fn main() -> ExitCode {
    let processors = env::args().nth(1).and_then(|word| word.parse::<u32>().ok());
    if processors.is_none() {
        eprintln!("usage: static <processors>");
        return ExitCode::from(2);
    }
    let ended = Builder::new_current_thread()
        .enable_io()
        .build()
        .and_then(|runtime| runtime.block_on(run()));
    if let Err(error) = ended {
        eprintln!("static: {error}");
    }
    ExitCode::FAILURE
}
