//! Rows of a database as HTML with axum on Tokio, rusqlite and MiniJinja: one thread waits for all connections and
//! answers `GET /rows?from=A&to=B` with a table.
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Html;
use axum::routing::get;
use axum::serve::ListenerExt;
use minijinja::{Environment, context};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::env;
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

const DATABASE: &str = "rows.db";
const ROWS: i64 = 1000;
const PHRASES: [&str; 8] = [
    "plain",
    "salt & pepper",
    "a < b > c",
    "the \"best\" one",
    "it's new",
    "café crème",
    "日本語",
    "5 € & 5 £",
];
const TEMPLATE: &str = r#"<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Rows {{ first }} to {{ last }}</title></head>
<body>
<table>
<tr><th>Id</th><th>Name</th><th>Note</th><th>Price</th></tr>
{% for r in rows %}<tr><td>{{ r.id }}</td><td>{{ r.name }}</td><td>{{ r.note }}</td><td>{{ r.price }}</td></tr>
{% endfor %}</table>
</body>
</html>"#;

type Failure = Box<dyn Error + Send + Sync>;

#[derive(Serialize)]
struct Item {
    id: i64,
    name: String,
    note: String,
    price: i64,
}

#[derive(Deserialize)]
struct Wanted {
    from: i64,
    to: i64,
}

fn draw(state: &mut u32) -> u32 {
    *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    *state >> 16
}

fn phrase(state: &mut u32) -> &'static str {
    PHRASES[((8 * draw(state)) >> 16) as usize]
}

/// Writes the table, made from a sequence of random numbers.
fn write_table() -> Result<(), Failure> {
    if Path::new(DATABASE).exists() {
        fs::remove_file(DATABASE)?;
    }
    let mut connection = Connection::open(DATABASE)?;
    let transaction = connection.transaction()?;
    transaction.execute(
        "CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT, note TEXT, price INTEGER)",
        (),
    )?;
    let mut insert = transaction.prepare("INSERT INTO items VALUES (?, ?, ?, ?)")?;
    let mut state = 42;
    for id in 1..=ROWS {
        let note = format!("{}, {}", phrase(&mut state), phrase(&mut state));
        insert.execute(params![id, format!("item {id}"), note, draw(&mut state)])?;
    }
    drop(insert);
    Ok(transaction.commit()?)
}

fn items(connection: &Connection, wanted: &Wanted) -> rusqlite::Result<Vec<Item>> {
    let mut select = connection.prepare_cached(
        "SELECT id, name, note, price FROM items WHERE id BETWEEN ? AND ? ORDER BY id",
    )?;
    let found = select.query_map((wanted.from, wanted.to), |row| {
        Ok(Item {
            id: row.get(0)?,
            name: row.get(1)?,
            note: row.get(2)?,
            price: row.get(3)?,
        })
    })?;
    found.collect()
}

thread_local! {
    /// One for each thread. A query takes microseconds, so it blocks its thread.
    static CONNECTION: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

fn page(templates: &Environment, wanted: &Wanted) -> Result<String, Failure> {
    let rows = CONNECTION.with_borrow_mut(|kept| -> rusqlite::Result<Vec<Item>> {
        if kept.is_none() {
            *kept = Some(Connection::open(DATABASE)?);
        }
        kept.as_ref()
            .map_or(Ok(Vec::new()), |connection| items(connection, wanted))
    })?;
    let (first, last) = (wanted.from, wanted.to);
    Ok(templates
        .get_template("rows.html")?
        .render(context! { first, last, rows })?)
}

async fn answer(
    State(templates): State<&'static Environment<'static>>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, StatusCode> {
    page(templates, &wanted).map(Html).map_err(|error| {
        eprintln!("rows: {error}");
        StatusCode::INTERNAL_SERVER_ERROR
    })
}

async fn run() -> Result<(), Failure> {
    write_table()?;
    let mut templates = Environment::new();
    templates.add_template("rows.html", TEMPLATE)?;
    let app = Router::new()
        .route("/rows", get(answer))
        .with_state(&*Box::leak(Box::new(templates)));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("port={}", listener.local_addr()?.port());
    io::stdout().flush()?;
    let listener = listener.tap_io(|connection| {
        // without it, answers are only slower
        let _ = connection.set_nodelay(true);
    });
    Ok(axum::serve(listener, app).await?)
}

fn main() -> ExitCode {
    let processors = env::args().nth(1).and_then(|word| word.parse::<u32>().ok());
    if processors.is_none() {
        eprintln!("usage: rows <processors>");
        return ExitCode::from(2);
    }
    let ended = Builder::new_current_thread()
        .enable_io()
        .build()
        .map_err(Failure::from)
        .and_then(|runtime| runtime.block_on(run()));
    if let Err(error) = ended {
        eprintln!("rows: {error}");
    }
    ExitCode::FAILURE
}
