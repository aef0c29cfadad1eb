//! JSON by serde_json: the record of every line is read into a tree and summed up.
use serde_json::Value;
use std::env;
use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;
use std::time::Instant;

const BLOCK: usize = 64 * 1024;

/// Sums over the records.
#[derive(Default)]
struct Summary {
    /// Of the active ones.
    score: i64,
    tags: usize,
    /// Of the notes.
    characters: usize,
    x: f64,
    y: f64,
}

impl Summary {
    /// Adds a record; nothing when it lacks something.
    fn add(&mut self, record: &Value) -> Option<()> {
        if record["active"].as_bool()? {
            self.score += record["score"].as_i64()?;
        }
        self.tags += record["tags"].as_array()?.len();
        if let Value::String(note) = &record["note"] {
            self.characters += note.chars().count();
        }
        let place = &record["place"];
        self.x += place["x"].as_f64()?;
        self.y += place["y"].as_f64()?;
        Some(())
    }
}

fn summarise(mut input: impl BufRead) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        let record = serde_json::from_str(&line)?;
        summary
            .add(&record)
            .ok_or_else(|| io::Error::other(format!("not a record: {line}")))?;
        line.clear();
    }
    Ok(summary)
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    if size_argument().is_none() {
        eprintln!("usage: json <records> < input");
        return ExitCode::from(2);
    }
    let start = Instant::now();
    let summary = match summarise(BufReader::with_capacity(BLOCK, io::stdin().lock())) {
        Ok(summary) => summary,
        Err(error) => {
            eprintln!("json: {error}");
            return ExitCode::FAILURE;
        }
    };
    let elapsed = start.elapsed();
    println!(
        "{}\n{}\n{}",
        summary.score, summary.tags, summary.characters
    );
    println!("{}\n{}", summary.x.to_bits(), summary.y.to_bits());
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
