//! The lines that the harness and the meter exchange: one JSON object a line.

mod fields;
mod record;
mod request;

pub use record::{Counter, Exit, Memory, Record, Sample, Status};
pub use request::{Mode, Request};

use serde_json::{Value, json};

/// The first line of a meter, which says what it speaks and what it can do here: an ability is null
/// when it is there, else the reason why not.
pub fn hello(warden: &Result<i32, String>) -> Value {
    json!({
        "meter": "assay.meter/2",
        "version": env!("CARGO_PKG_VERSION"),
        "pid": std::process::id(),
        "warden": warden.as_ref().ok(),
        "abilities": {"warden": warden.as_ref().err()},
        "platform": format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH),
    })
}

/// The answer to a request that cannot be carried out; `id` is null when it could not be read.
pub fn error(id: Option<u64>, message: &str) -> Value {
    json!({"id": id, "error": message})
}
