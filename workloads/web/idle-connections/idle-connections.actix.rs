//! HTTP for many that wait, with Actix Web: one worker waits for all connections and answers `GET /status`.
use actix_web::web::Json;
use actix_web::{App, HttpServer, get};
use serde::Serialize;
use std::env;
use std::io::{self, Write};
use std::net::TcpListener;
use std::process::ExitCode;
use std::time::Duration;

/// Actix Web closes a connection that has waited for 5 seconds by default.
const KEEP_ALIVE: Duration = Duration::from_secs(120);

#[derive(Serialize)]
struct Status {
    ok: bool,
}

#[get("/status")]
async fn answer() -> Json<Status> {
    Json(Status { ok: true })
}

fn run(workers: usize) -> io::Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let port = listener.local_addr()?.port();
    actix_web::rt::System::new().block_on(async {
        let server = HttpServer::new(|| App::new().service(answer))
            .workers(workers)
            .keep_alive(KEEP_ALIVE);
        let server = server.listen(listener)?.run();
        println!("port={port}");
        io::stdout().flush()?;
        server.await
    })
}

fn main() -> ExitCode {
    let processors = env::args().nth(1).and_then(|word| word.parse().ok());
    let Some(workers) = processors else {
        eprintln!("usage: idle-connections <processors>");
        return ExitCode::from(2);
    };
    match run(workers) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("idle-connections: {error}");
            ExitCode::FAILURE
        }
    }
}
