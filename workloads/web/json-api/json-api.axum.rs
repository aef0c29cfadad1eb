//! JSON over HTTP with axum on Tokio: one thread waits for all connections and answers
//! `GET /items?count=N` with N items.
use axum::extract::Query;
use axum::routing::get;
use axum::serve::ListenerExt;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use std::env;
use std::io::{self, Write};
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

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

async fn answer(Query(wanted): Query<Wanted>) -> Json<Items> {
    Json(items(wanted.count))
}

async fn run() -> io::Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("port={}", listener.local_addr()?.port());
    io::stdout().flush()?;
    let listener = listener.tap_io(|connection| {
        // without it, answers are only slower
        let _ = connection.set_nodelay(true);
    });
    let app = Router::new().route("/items", get(answer));
    axum::serve(listener, app).await
}

fn main() -> ExitCode {
    let processors = env::args().nth(1).and_then(|word| word.parse::<u32>().ok());
    if processors.is_none() {
        eprintln!("usage: json-api <processors>");
        return ExitCode::from(2);
    }
    let ended = Builder::new_current_thread()
        .enable_io()
        .build()
        .and_then(|runtime| runtime.block_on(run()));
    if let Err(error) = ended {
        eprintln!("json-api: {error}");
    }
    ExitCode::FAILURE
}
