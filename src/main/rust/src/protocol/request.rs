//! What the harness asks for: one process in one mode.

use super::fields::{Fields, absolute, c_string, os_string};
use crate::platform::CPU_LIMIT;
use serde_json::Value;
use std::ffi::{CString, OsString};

/// What is measured. Never both: what makes a memory figure good costs time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Wall and CPU time.
    Timing,
    /// Peak memory.
    Memory,
}

impl Mode {
    /// The word of the protocol.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Timing => "timing",
            Mode::Memory => "memory",
        }
    }
}

/// One process to start, checked as far as that goes without the file system.
#[derive(Debug)]
pub struct Request {
    /// Given back with the record.
    pub id: u64,
    /// What to measure.
    pub mode: Mode,
    /// Absolute path and arguments.
    pub argv: Vec<CString>,
    /// The whole environment, `NAME=value` each.
    pub env: Vec<CString>,
    /// Working directory.
    pub cwd: CString,
    /// File for standard input; `/dev/null` when null was asked for.
    pub stdin: OsString,
    /// File for standard output, created or truncated.
    pub stdout: OsString,
    /// File for standard error output, created or truncated.
    pub stderr: OsString,
    /// Limit of both outputs together.
    pub output_limit_bytes: u64,
    /// Limit of the wall time.
    pub timeout_ms: u64,
    /// How long processes that are to end may take to end by themselves: the program after
    /// SIGTERM, its descendants after the program.
    pub grace_ms: u64,
    /// Limit of the CPU time of the program and all its descendants.
    pub cpu_limit_ms: Option<u64>,
    /// Limit of their resident memory together.
    pub memory_limit_bytes: Option<u64>,
    /// Limit of how many of them there are at once.
    pub process_limit: Option<u64>,
    /// Whether to count what the kernel's performance events tell, which costs time.
    pub counters: bool,
    /// CPUs to pin to; all when absent.
    pub cpus: Option<Vec<u64>>,
    /// For a program that is to find what the meter was started with, in place of a clean world:
    /// the soft limit of open files, which a JVM has raised.
    pub inherit: Option<u64>,
    /// Whether the next request belongs to the same row: then the record of this one waits for it.
    pub more: bool,
}

/// A line that is not a request; `id` when it could be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Invalid {
    /// The request's number, as far as there is one.
    pub id: Option<u64>,
    /// What is wrong.
    pub message: String,
}

impl Request {
    /// Reads one line.
    pub fn parse(line: &[u8]) -> Result<Request, Invalid> {
        let value: Value = serde_json::from_slice(line).map_err(|error| Invalid {
            id: None,
            message: format!("not JSON: {error}"),
        })?;
        let id = value.get("id").and_then(Value::as_u64);
        Request::read(value).map_err(|message| Invalid { id, message })
    }

    fn read(value: Value) -> Result<Request, String> {
        let mut fields = Fields::of(value)?;
        let request = Request {
            id: fields.number("id")?,
            mode: mode(&fields.text("mode")?)?,
            argv: argv(&fields.texts("argv")?)?,
            env: env(&fields.text_map("env")?)?,
            cwd: c_string("cwd", &fields.path("cwd")?)?,
            stdin: os_string(
                fields
                    .optional_path("stdin")?
                    .as_deref()
                    .unwrap_or("/dev/null"),
            ),
            stdout: os_string(&fields.path("stdout")?),
            stderr: os_string(&fields.path("stderr")?),
            output_limit_bytes: fields.number("outputLimitBytes")?,
            timeout_ms: fields.number("timeoutMs")?,
            grace_ms: fields.number("graceMs")?,
            cpu_limit_ms: fields.optional_limit("cpuLimitMs")?,
            memory_limit_bytes: fields.optional_limit("memoryLimitBytes")?,
            process_limit: fields.optional_limit("processLimit")?,
            counters: fields.truth("counters")?,
            cpus: cpus(fields.optional_numbers("cpus")?)?,
            inherit: fields.optional_limit("inherit")?,
            more: fields.truth("more")?,
        };
        fields.finish()?;
        request.check()?;
        Ok(request)
    }

    fn check(&self) -> Result<(), String> {
        if self.timeout_ms == 0 {
            return Err("field 'timeoutMs' must be at least 1".to_owned());
        }
        if self.stdout == self.stderr {
            return Err("fields 'stdout' and 'stderr' must name different files".to_owned());
        }
        Ok(())
    }
}

fn mode(name: &str) -> Result<Mode, String> {
    let modes = [Mode::Timing, Mode::Memory];
    let found = modes.into_iter().find(|mode| mode.name() == name);
    found.ok_or_else(|| format!("field 'mode' must be timing or memory: '{name}'"))
}

fn argv(arguments: &[String]) -> Result<Vec<CString>, String> {
    let Some(program) = arguments.first() else {
        return Err("field 'argv' must not be empty".to_owned());
    };
    absolute("argv", program)?;
    let strings = arguments.iter();
    strings.map(|text| c_string("argv", text)).collect()
}

fn env(entries: &[(String, String)]) -> Result<Vec<CString>, String> {
    let string = |(name, value): &(String, String)| {
        if name.is_empty() || name.contains('=') {
            return Err(format!(
                "field 'env' has a name that cannot be one: '{name}'"
            ));
        }
        c_string("env", &format!("{name}={value}"))
    };
    entries.iter().map(string).collect()
}

fn cpus(numbers: Option<Vec<u64>>) -> Result<Option<Vec<u64>>, String> {
    let usable = |list: &Vec<u64>| !list.is_empty() && list.iter().all(|&cpu| cpu < CPU_LIMIT);
    match numbers {
        Some(list) if !usable(&list) => Err(format!(
            "field 'cpus' must be null or name CPUs below {CPU_LIMIT}"
        )),
        numbers => Ok(numbers),
    }
}

#[cfg(test)]
mod tests;
