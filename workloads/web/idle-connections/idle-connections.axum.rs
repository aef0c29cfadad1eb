//! HTTP for many that wait, with axum on Tokio: one thread waits for all connections and answers `GET /status`.
use axum::routing::get;
use axum::serve::ListenerExt;
use axum::{Json, Router};
use serde::Serialize;
use std::env;
use std::io::{self, Write};
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

#[derive(Serialize)]
struct Status {
    ok: bool,
}

async fn answer() -> Json<Status> {
    Json(Status { ok: true })
}

async fn run() -> io::Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("port={}", listener.local_addr()?.port());
    io::stdout().flush()?;
    let listener = listener.tap_io(|connection| {
        // without it, answers are only slower
        let _ = connection.set_nodelay(true);
    });
    let app = Router::new().route("/status", get(answer));
    axum::serve(listener, app).await
}

fn main() -> ExitCode {
    let processors = env::args().nth(1).and_then(|word| word.parse::<u32>().ok());
    if processors.is_none() {
        eprintln!("usage: idle-connections <processors>");
        return ExitCode::from(2);
    }
    let ended = Builder::new_current_thread()
        .enable_io()
        .build()
        .and_then(|runtime| runtime.block_on(run()));
    if let Err(error) = ended {
        eprintln!("idle-connections: {error}");
    }
    ExitCode::FAILURE
}
