//! Prints one line, with the modules at hand that a small command-line tool usually imports.
use std::collections::HashMap;
use std::env;
use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::SystemTime;

/// One thing of each module, made or named so that none is imported for nothing.
struct Tools {
    _counts: HashMap<String, u64>,
    _arguments: env::Args,
    _path: PathBuf,
    _open: fn(PathBuf) -> std::io::Result<File>,
    _command: fn(String) -> Command,
    _now: fn() -> SystemTime,
}

fn main() -> ExitCode {
    let _tools = Tools {
        _counts: HashMap::new(),
        _arguments: env::args(),
        _path: PathBuf::new(),
        _open: File::open,
        _command: Command::new,
        _now: SystemTime::now,
    };
    println!("Hello, world!");
    ExitCode::SUCCESS
}
