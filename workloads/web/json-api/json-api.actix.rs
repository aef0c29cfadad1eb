//! JSON over HTTP with Actix Web: one worker waits for all connections and answers
//! `GET /items?count=N` with N items.
use actix_web::web::{Json, Query};
use actix_web::{App, HttpServer, get};
use serde::{Deserialize, Serialize};
use std::env;
use std::io::{self, Write};
use std::net::TcpListener;
use std::process::ExitCode;

#[derive(Serialize)]
struct Item {
    id: u64,
    name: String,
    price: u64,
}

#[derive(Serialize)]
struct Items {
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Wanted {
    count: u64,
}

fn items(count: u64) -> Items {
    let item = |id| Item {
        id,
        name: format!("item {id}"),
        price: 100 + 7 * id,
    };
    Items {
        items: (1..=count).map(item).collect(),
    }
}

#[get("/items")]
async fn answer(wanted: Query<Wanted>) -> Json<Items> {
    Json(items(wanted.count))
}

fn run(workers: usize) -> io::Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let port = listener.local_addr()?.port();
    actix_web::rt::System::new().block_on(async {
        let server = HttpServer::new(|| App::new().service(answer)).workers(workers);
        let server = server.listen(listener)?.run();
        println!("port={port}");
        io::stdout().flush()?;
        server.await
    })
}

fn main() -> ExitCode {
    let processors = env::args().nth(1).and_then(|word| word.parse().ok());
    let Some(workers) = processors else {
        eprintln!("usage: json-api <processors>");
        return ExitCode::from(2);
    };
    match run(workers) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("json-api: {error}");
            ExitCode::FAILURE
        }
    }
}
