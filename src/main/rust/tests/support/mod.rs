//! Drives the real meter over its pipes.
#![allow(dead_code, reason = "every test file uses its own part")]

pub mod life;

use self::life::Life;
use serde_json::{Value, json};
use std::ffi::CString;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A daemon: its parent is gone, it has a session of its own and ignores SIGTERM and SIGHUP. The
/// script waits until all that is so.
pub const DAEMON: &str = "p=$( (trap '' TERM HUP; setsid sleep 1000 >/dev/null 2>&1 & echo $!) ); \
    until grep -q \"^$p (sleep)\" /proc/$p/stat; do :; done; echo $p;";

/// A meter and a folder of its own for its programs.
pub struct Meter {
    process: Child,
    input: Option<ChildStdin>,
    output: Option<BufReader<ChildStdout>>,
    pub hello: Value,
    pub folder: Folder,
}

impl Meter {
    pub fn start() -> Meter {
        Meter::start_after(|| Ok(()))
    }

    /// Starts a meter whose process did something else first, as a careless parent would.
    pub fn start_after(before: fn() -> std::io::Result<()>) -> Meter {
        let mut command = Command::new(env!("CARGO_BIN_EXE_meter"));
        // SAFETY: the functions given make only system calls.
        unsafe { command.pre_exec(before) };
        Meter::of(command)
    }

    /// Starts a meter whose own words are kept for `words`.
    pub fn start_overheard() -> Meter {
        let mut command = Command::new(env!("CARGO_BIN_EXE_meter"));
        command.stderr(Stdio::piped());
        Meter::of(command)
    }

    fn of(mut command: Command) -> Meter {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().expect("the meter starts");
        let mut meter = Meter {
            input: process.stdin.take(),
            output: process.stdout.take().map(BufReader::new),
            process,
            hello: Value::Null,
            folder: Folder::new(),
        };
        meter.hello = meter.receive();
        meter
    }

    /// The meter proper, which is the child of the process that was started.
    pub fn pid(&self) -> i32 {
        self.hello["pid"].as_i64().expect("a number") as i32
    }

    pub fn warden(&self) -> i32 {
        self.process.id() as i32
    }

    pub fn send(&mut self, line: &str) {
        let input = self.input.as_mut().expect("open");
        input.write_all(line.as_bytes()).expect("the meter reads");
        input.write_all(b"\n").expect("the meter reads");
    }

    pub fn receive(&mut self) -> Value {
        let mut line = String::new();
        let output = self.output.as_mut().expect("open");
        output.read_line(&mut line).expect("the meter writes");
        serde_json::from_str(&line).expect("a JSON line")
    }

    pub fn ask(&mut self, request: &Value) -> Value {
        self.send(&request.to_string());
        self.receive()
    }

    /// Runs `argv` as it is.
    pub fn run(&mut self, argv: &[&str]) -> Value {
        let request = self.request(argv);
        self.ask(&request)
    }

    /// Runs a shell script.
    pub fn sh(&mut self, script: &str) -> Value {
        self.run(&["/bin/sh", "-c", script])
    }

    /// A request that ends by itself: no limit that a slow machine could reach.
    pub fn request(&self, argv: &[&str]) -> Value {
        json!({
            "id": 7, "mode": mode(), "argv": argv, "env": {"PATH": "/usr/bin:/bin"},
            "cwd": self.folder.0, "stdin": null,
            "stdout": self.folder.path("out"), "stderr": self.folder.path("err"),
            "outputLimitBytes": 1 << 26, "timeoutMs": 600_000, "graceMs": 0,
            "cpuLimitMs": null, "memoryLimitBytes": null, "processLimit": null, "counters": false, "cpus": null,
            "inherit": null, "more": false
        })
    }

    pub fn shell_request(&self, script: &str) -> Value {
        self.request(&["/bin/sh", "-c", script])
    }

    pub fn stdout(&self) -> String {
        fs::read_to_string(self.folder.path("out")).expect("standard output")
    }

    /// The value of a line of /proc/PID/status, which the program has written out.
    pub fn status(&self, name: &str) -> String {
        let output = self.stdout();
        let mut lines = output.lines();
        let value = lines.find_map(|line| line.strip_prefix(&format!("{name}:")));
        value.expect(name).trim().to_owned()
    }

    pub fn stderr(&self) -> String {
        fs::read_to_string(self.folder.path("err")).expect("standard error output")
    }

    /// Starts an endless script and waits until that many processes of it run: each writes its number
    /// in a line.
    pub fn start_endless(&mut self, script: &str, processes: usize, grace_ms: u64) -> Vec<Life> {
        let fifo = self.folder.fifo("started");
        let mut request = self.shell_request(script);
        request["stdout"] = json!(fifo);
        request["graceMs"] = json!(grace_ms);
        self.send(&request.to_string());
        let output = BufReader::new(File::open(fifo).expect("a pipe"));
        let lines = output.lines().map(|line| line.expect("readable"));
        let lives = lines.map(|pid| Life::of(pid.parse().expect("a number")));
        let lives: Vec<Life> = lives.take(processes).collect();
        assert_eq!(lives.len(), processes, "the program ended early");
        lives
    }

    /// What the meter and its warden wrote to their standard error; they have ended.
    pub fn words(&mut self) -> String {
        let mut words = String::new();
        let errors = self.process.stderr.as_mut().expect("overheard");
        errors.read_to_string(&mut words).expect("readable");
        words
    }

    /// Whether something has come that was not received.
    pub fn has_output(&self) -> bool {
        let output = self.output.as_ref().expect("open");
        let mut entry = libc::pollfd {
            fd: output.get_ref().as_raw_fd(),
            events: libc::POLLIN,
            revents: 0,
        };
        // SAFETY: one entry, which lives through the call.
        let ready = unsafe { libc::poll(&raw mut entry, 1, 0) };
        ready > 0 || !output.buffer().is_empty()
    }

    /// What is left to read of the meter's output once nobody can write any more.
    pub fn rest_of_output(&mut self) -> String {
        let mut rest = String::new();
        let output = self.output.as_mut().expect("open");
        output.read_to_string(&mut rest).expect("readable");
        rest
    }

    pub fn close_input(&mut self) {
        self.input = None;
    }

    pub fn close_output(&mut self) {
        self.output = None;
    }

    /// What a harness can do: it knows the warden only.
    pub fn signal(&self, signal: i32) {
        // SAFETY: the call takes integers; the warden is a child that is not reaped yet.
        unsafe { libc::kill(self.warden(), signal) };
    }

    pub fn signal_meter(&self, signal: i32) {
        // SAFETY: the call takes integers; the warden has not reaped the meter while it answers.
        unsafe { libc::kill(self.pid(), signal) };
    }

    pub fn wait(&mut self) -> ExitStatus {
        self.process.wait().expect("a child")
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        self.close_input();
        let _ = self.process.wait();
    }
}

/// Test files whose name begins with `memory` ask for memory; some of them compile others again, to
/// hold there too.
pub fn mode() -> &'static str {
    if env!("CARGO_CRATE_NAME").starts_with("memory") {
        "memory"
    } else {
        "timing"
    }
}

/// Compiles a program of `tests/programs`, unless the folder has it already.
pub fn compile(folder: &Folder, name: &str, flags: &[&str]) -> String {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let program = folder.path(name);
    if Path::new(&program).exists() {
        return program;
    }
    let mut cc = Command::new("cc");
    cc.args([
        "-std=gnu11",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-O1",
        "-pthread",
    ]);
    cc.args(flags).args(["-o", &program]);
    let status = cc.arg(programs.join(format!("{name}.c"))).status();
    assert!(status.expect("a C compiler, cc").success(), "{name}.c");
    program
}

/// Where a program is, by the PATH of the tests.
pub fn find(name: &str) -> String {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut candidates = std::env::split_paths(&path).map(|folder| folder.join(name));
    let found = candidates.find(|candidate| candidate.is_file());
    let found = found.unwrap_or_else(|| panic!("this test needs {name} on the PATH"));
    found.to_str().expect("a UTF-8 path").to_owned()
}

/// A temporary folder that vanishes with its value.
pub struct Folder(pub PathBuf);

impl Folder {
    fn new() -> Folder {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("meter-{}-{number}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).expect("a temporary folder");
        Folder(path.canonicalize().expect("it exists"))
    }

    pub fn path(&self, name: &str) -> String {
        let path = self.0.join(name);
        path.to_str().expect("a UTF-8 path").to_owned()
    }

    /// A pipe with a name: who opens it waits for the other side, so it tells without any clock
    /// that a program has come to a point.
    pub fn fifo(&self, name: &str) -> String {
        let path = self.path(name);
        let c_path = CString::new(path.as_str()).expect("no NUL");
        // SAFETY: a valid string.
        let result = unsafe { libc::mkfifo(c_path.as_ptr(), 0o600) };
        assert_eq!(result, 0, "mkfifo {path}");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Whether a process of this number is there and is not a zombie.
pub fn is_alive(pid: &str) -> bool {
    let stat = fs::read_to_string(format!("/proc/{}/stat", pid.trim()));
    stat.is_ok_and(|stat| !stat.contains(") Z ") && !stat.contains(") X "))
}

pub fn exit(reason: &str, code: Option<i32>, signal: Option<i32>, limit: Option<u64>) -> Value {
    json!({"reason": reason, "code": code, "signal": signal, "limit": limit, "message": null})
}
