//! The lines that the harness and the meter exchange: one JSON object a line.

mod fields;
mod record;
mod request;

pub use record::{Counter, Exit, Measurements, Record, Status};
pub use request::{Mode, Request};

use serde_json::{Map, Value, json};

/// The first line of a meter, which says what it speaks, who its warden is and what it can: for each
/// ability nothing, or why it is not there.
pub fn hello(warden: Option<i32>, abilities: &[(&str, Option<&str>)]) -> Value {
    let entry = |&(name, reason): &(&str, Option<&str>)| (name.to_owned(), json!(reason));
    let abilities: Map<String, Value> = abilities.iter().map(entry).collect();
    json!({
        "meter": "assay.meter/4",
        "version": env!("CARGO_PKG_VERSION"),
        "pid": std::process::id(),
        "warden": warden,
        "platform": format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH),
        "abilities": abilities,
    })
}

/// The answer to a request of a row in which a program before it has not ended well.
pub fn skipped(id: u64) -> Value {
    json!({"id": id, "skipped": true})
}

/// The answer to a request that cannot be carried out; `id` is null when it could not be read.
pub fn error(id: Option<u64>, message: &str) -> Value {
    json!({"id": id, "error": message})
}
