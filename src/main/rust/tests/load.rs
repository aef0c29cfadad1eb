//! Loads servers that do right and wrong, as the harness does.

mod support;

use std::collections::HashMap;
use std::net::TcpListener;
use std::process::{Command, Output};
use support::{Meter, exit, is_alive};

const SERVER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/programs/server.py");

fn command(options: &str, server: &str) -> Vec<String> {
    let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let mut argv = vec![env!("CARGO_BIN_EXE_load").to_owned()];
    argv.extend(words(options));
    argv.extend(["--request=GET /", "--request=GET /x"].map(str::to_owned));
    argv.extend(["--", "/usr/bin/python3", SERVER].map(str::to_owned));
    argv.extend(words(server));
    argv
}

fn load(options: &str, server: &str) -> Output {
    let argv = command(options, server);
    let output = Command::new(&argv[0]).args(&argv[1..]).output();
    output.expect("the client starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The figures that it wrote.
fn figures(errors: &str) -> HashMap<&str, u64> {
    let pairs = errors.lines().filter_map(|line| line.split_once('='));
    pairs
        .map(|(name, value)| (name, value.parse().expect(value)))
        .collect()
}

/// The process that said that it is the server, and its processors.
fn server(errors: &str) -> (String, Vec<i32>) {
    let line = errors
        .lines()
        .find_map(|line| line.strip_prefix("server "))
        .expect(errors);
    let mut words = line.split(' ');
    let pid = words.next().expect(line).to_owned();
    (pid, words.map(|cpu| cpu.parse().expect(cpu)).collect())
}

#[test]
fn tells_the_figures_of_a_server_and_ends_it() {
    let output = load(
        "--requests=2000 --connections=4 --share=0.5 --idle=3",
        "well",
    );
    let errors = text(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert_eq!(text(&output.stdout), "hello/hello/x");
    let figures = figures(&errors);
    let half = figures["latency_p50_ns"];
    assert!(half > 0 && half <= figures["latency_p99_ns"], "{errors}");
    assert!(
        figures["latency_p99_ns"] <= figures["latency_p999_ns"],
        "{errors}"
    );
    assert!(figures["idle_peak_bytes"] > 1 << 20, "{errors}");
    assert!(
        figures["loaded_peak_bytes"] >= figures["idle_peak_bytes"],
        "{errors}"
    );
    assert!(
        figures["first_answer_ns"] > 0 && figures["work_ns"] > 0,
        "{errors}"
    );
    assert!(figures["cpu_per_request_ns"] > 0, "{errors}");
    assert!(!is_alive(&server(&errors).0));
}

/// A request of a thousand waits a tenth of a second in the server. Of a closed loop over four
/// connections, at most four of a thousand answers see it, less than one percent. In an open one
/// of a thousand requests a second, a hundred become due meanwhile.
#[test]
fn an_open_loop_does_not_hide_pauses() {
    let output = load("--requests=4000 --connections=4 --rate=1000", "pauses");
    let errors = text(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let figures = figures(&errors);
    assert!(figures["latency_p99_ns"] > 50_000_000, "{errors}");
    assert!(
        2 * figures["closed_p99_ns"] < figures["latency_p99_ns"],
        "{errors}"
    );
}

/// A server that is asked for more than it can do falls behind, and the last answers come later by
/// all of that.
#[test]
fn an_open_loop_waits_for_nobody() {
    let output = load("--requests=400 --connections=2 --rate=100000", "burns");
    let errors = text(&output.stderr);
    assert!(output.status.success(), "{errors}");
    // 400 requests of 2 ms, all due within 4 ms: the one in the middle waits for 200 others
    assert!(figures(&errors)["latency_p50_ns"] > 300_000_000, "{errors}");
}

#[test]
fn counts_the_time_of_the_server_alone() {
    let output = load("--requests=100 --connections=1 --share=0.5", "burns");
    let errors = text(&output.stderr);
    assert!(
        figures(&errors)["cpu_per_request_ns"] >= 2_000_000,
        "{errors}"
    );
}

#[test]
fn tells_memory_before_and_under_load_apart() {
    let output = load("--requests=100 --connections=1 --share=0.5", "grows");
    let errors = text(&output.stderr);
    let figures = figures(&errors);
    let grown = figures["loaded_peak_bytes"] - figures["idle_peak_bytes"];
    assert!((64 << 20..80 << 20).contains(&grown), "{errors}");
}

/// Each is told in one line, and leaves no process.
#[test]
fn says_what_is_wrong_with_a_server() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("bound").port();
    let free = TcpListener::bind("127.0.0.1:0").expect("a port");
    let nobodys = free.local_addr().expect("bound").port();
    drop(free);
    let hides = (format!("hides {port}"), format!("hides {nobodys}"));
    for (mode, said) in [
        (
            "silent",
            "the server did not print a line port=NNNN within 3000 ms",
        ),
        (
            "exits",
            "the server ended before it printed a line port=NNNN: exit code 1",
        ),
        (hides.0.as_str(), "but another program listens there"),
        (hides.1.as_str(), "but nobody listens there"),
        ("hides 0", "the server printed port=0, which is none"),
        ("dies", "the server ended while it was loaded: exit code 3"),
        (
            "stops-answering",
            "the server gave no answer within 3000 ms",
        ),
        ("closes", "the server closed a connection"),
        ("breaks", "; the first: status 500 for GET /"),
        ("differs", "; the first: 'hallo' for GET /"),
        (
            "ignores",
            "the server did not end within 3000 ms after SIGTERM and was killed",
        ),
        (
            "fails-at-end",
            "the server did not end well after SIGTERM: exit code 4",
        ),
    ] {
        let output = load(
            "--requests=200 --connections=2 --share=0.5 --patience-ms=3000",
            mode,
        );
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{mode}: {errors}");
        assert_eq!(text(&output.stdout), "", "{mode}");
        let last = errors.lines().last().expect(mode);
        assert!(
            last.starts_with("load: ") && last.contains(said),
            "{mode}: {errors}"
        );
        if errors.starts_with("server ") {
            assert!(!is_alive(&server(&errors).0), "{mode}");
        }
    }
}

#[test]
fn a_program_that_is_not_there_is_none_of_ours() {
    let mut client = Command::new(env!("CARGO_BIN_EXE_load"));
    client.args([
        "--requests=1",
        "--connections=1",
        "--rate=1",
        "--request=GET /",
        "--",
        "/no/such",
    ]);
    let output = client.output().expect("the client starts");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("the server /no/such did not start: "));
}

#[test]
fn a_process_that_the_server_leaves_is_ended() {
    let output = load("--requests=10 --connections=1 --share=0.5", "leaves");
    let errors = text(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let servers = errors
        .lines()
        .filter_map(|line| line.strip_prefix("server "));
    let pids: Vec<&str> = servers.filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(pids.len(), 2, "{errors}");
    assert!(pids.iter().all(|pid| !is_alive(pid)), "{errors}");
}

/// The kernel's tree of a server, as it is when somebody is killed.
fn endless(meter: &mut Meter) -> Vec<support::life::Life> {
    let client = env!("CARGO_BIN_EXE_load");
    let script = format!(
        "exec {client} --requests=1 --connections=1 --rate=1 '--request=GET /' --patience-ms=600000 -- \
         /bin/sh -c 'sleep 1000 & for p in $PPID $$ $!; do echo $p > /proc/$PPID/fd/1; done; wait'"
    );
    meter.start_endless(&script, 3, 0)
}

#[test]
fn no_server_outlives_its_harness() {
    let mut meter = Meter::start();
    let lives = endless(&mut meter);
    meter.close_input();
    lives.iter().for_each(support::life::Life::assert_ends);
    assert!(meter.wait().success());
}

#[test]
fn no_server_outlives_its_meter() {
    let mut meter = Meter::start();
    let lives = endless(&mut meter);
    meter.signal_meter(libc::SIGKILL);
    lives.iter().for_each(support::life::Life::assert_ends);
}

#[test]
fn no_server_outlives_its_client() {
    let mut meter = Meter::start();
    let lives = endless(&mut meter);
    // SAFETY: the call takes integers; the process is there until the meter has told of its end.
    unsafe { libc::kill(lives[0].pid, libc::SIGKILL) };
    lives.iter().for_each(support::life::Life::assert_ends);
    assert_eq!(
        meter.receive()["exit"],
        exit("signaled", None, Some(9), None)
    );
}

#[test]
fn server_and_client_have_a_processor_each_where_there_are_two() {
    let mut meter = Meter::start();
    let argv = command("--requests=10 --connections=1 --share=0.5", "well");
    let argv: Vec<&str> = argv.iter().map(String::as_str).collect();
    let record = meter.run(&argv);
    assert_eq!(
        record["exit"],
        exit("exited", Some(0), None, None),
        "{}",
        meter.stderr()
    );
    let errors = meter.stderr();
    let (_, cpus) = server(&errors);
    assert_eq!(cpus.len(), 1, "{errors}");
    let processors = std::thread::available_parallelism().expect("known").get();
    assert_eq!(
        figures(&errors)["shared_cpu"],
        u64::from(processors == 1),
        "{errors}"
    );

    let mut request = meter.request(&argv);
    request["cpus"] = cpus.clone().into();
    assert_eq!(
        meter.ask(&request)["exit"],
        exit("exited", Some(0), None, None)
    );
    let errors = meter.stderr();
    assert_eq!(
        (figures(&errors)["shared_cpu"], server(&errors).1),
        (1, cpus),
        "{errors}"
    );
}
