//! Who dies when somebody dies: nobody outlives the meter, in whatever order all end.

mod support;

use serde_json::Value;
use std::time::Instant;
use support::life::Life;
use support::{DAEMON, Meter, exit, mode};

/// Longer than any test: whoever waits for its end has failed.
const ENDLESS_GRACE_MS: u64 = 600_000;

/// A program with all kinds of descendants: a daemon, a child and its child, one in a session of
/// its own, one that is stopped, one that blocks every signal. The program itself is the first.
fn family(meter: &mut Meter) -> Vec<Life> {
    let script = format!(
        "trap '' TERM HUP INT; echo $$; {DAEMON} \
         sh -c 'sleep 1000 & echo $!; echo $$; wait' & \
         setsid sh -c 'echo $$; exec sleep 1000' & \
         sleep 1000 & kill -STOP $!; echo $!; \
         env --block-signal sh -c 'echo $$; exec sleep 1000' & \
         wait"
    );
    meter.start_endless(&script, 7, 0)
}

/// Waits for the end of all; tells how long it took, as a thing to know and not to judge.
fn assert_all_end(what: &str, lives: &[Life]) {
    let start = Instant::now();
    lives.iter().for_each(Life::assert_ends);
    println!("{what}: all gone after {:?}", start.elapsed());
}

/// The warden's words for a meter that ended so while the family lived.
fn assert_family_was_left(words: &str, end: &str) {
    let start = format!("meter: {end}; processes it left, all ended now: ");
    let left = words.strip_prefix(&start).expect(words);
    // The program itself may have ended with its meter, and whom that traced, all.
    let left: u32 = left.trim_end().parse().expect(words);
    let least = if mode() == "memory" { 0 } else { 6 };
    assert!((least..=7).contains(&left), "{words}");
}

#[test]
fn nobody_outlives_a_meter_that_is_killed() {
    let mut meter = Meter::start_overheard();
    let lives = family(&mut meter);
    meter.signal_meter(libc::SIGKILL);
    assert_all_end("meter killed", &lives);
    assert_eq!(meter.wait().code(), Some(128 + libc::SIGKILL));
    assert_eq!(meter.rest_of_output(), "");
    assert_family_was_left(&meter.words(), "killed by signal 9");
}

#[test]
fn nobody_outlives_a_meter_that_is_stopped() {
    let mut meter = Meter::start_overheard();
    let mut lives = family(&mut meter);
    lives.push(Life::of(meter.pid()));
    meter.signal_meter(libc::SIGSTOP);
    assert_all_end("meter stopped", &lives);
    assert_eq!(meter.wait().code(), Some(128 + libc::SIGKILL));
    assert_eq!(meter.rest_of_output(), "");
    assert_family_was_left(&meter.words(), "stopped by signal 19 and killed for that");
}

#[test]
fn nobody_outlives_a_warden_that_is_killed() {
    let mut meter = Meter::start();
    let mut lives = family(&mut meter);
    lives.push(Life::of(meter.pid()));
    meter.signal(libc::SIGKILL);
    assert_all_end("warden killed", &lives);
    assert_eq!(meter.rest_of_output(), "");
}

#[test]
fn nobody_outlives_a_program_that_is_killed_and_the_meter_goes_on() {
    let mut meter = Meter::start();
    let lives = family(&mut meter);
    let program = lives[0].pid;
    // SAFETY: the call takes integers; the program runs.
    unsafe { libc::kill(program, libc::SIGKILL) };
    let record = meter.receive();
    assert_eq!(record["exit"], exit("signaled", None, Some(9), None));
    assert_eq!(record["survivors"], 6);
    assert_all_end("program killed", &lives);
    assert_eq!(meter.run(&["/bin/true"])["survivors"], 0);
}

#[test]
fn nobody_outlives_the_harness() {
    let mut meter = Meter::start_overheard();
    let lives = family(&mut meter);
    meter.close_input();
    assert_all_end("input closed", &lives);
    assert_eq!(meter.wait().code(), Some(0));
    assert_eq!(meter.words(), "");
}

#[test]
fn nobody_outlives_a_meter_that_is_told_to_end() {
    for signal in [libc::SIGINT, libc::SIGTERM, libc::SIGHUP, libc::SIGQUIT] {
        let mut meter = Meter::start_overheard();
        let lives = family(&mut meter);
        meter.signal(signal);
        assert_all_end("told to end", &lives);
        assert_eq!(meter.wait().code(), Some(128 + signal));
        assert_eq!(meter.words(), "");
    }
}

#[test]
fn a_meter_that_lets_leftovers_end_still_hears_that_it_is_to_end() {
    let script = "sleep 1000 & echo $!";
    let mut meter = Meter::start();
    let lives = meter.start_endless(script, 1, ENDLESS_GRACE_MS);
    meter.close_input();
    assert_all_end("input closed in the grace time", &lives);
    assert_eq!(meter.wait().code(), Some(0));

    let mut meter = Meter::start();
    let lives = meter.start_endless(script, 1, ENDLESS_GRACE_MS);
    meter.signal(libc::SIGTERM);
    assert_all_end("told to end in the grace time", &lives);
    assert_eq!(meter.wait().code(), Some(128 + libc::SIGTERM));
}

#[test]
fn an_idle_meter_ends_with_its_input() {
    let mut meter = Meter::start();
    meter.close_input();
    assert_eq!(meter.wait().code(), Some(0));
}

#[test]
fn an_idle_meter_ends_by_a_signal() {
    let mut meter = Meter::start();
    meter.signal(libc::SIGTERM);
    assert_eq!(meter.wait().code(), Some(128 + libc::SIGTERM));
}

#[test]
fn an_idle_meter_and_its_warden_end_with_each_other() {
    let mut meter = Meter::start_overheard();
    meter.signal_meter(libc::SIGKILL);
    assert_eq!(meter.wait().code(), Some(128 + libc::SIGKILL));
    let words = "meter: killed by signal 9; processes it left, all ended now: 0\n";
    assert_eq!(meter.words(), words);

    let mut meter = Meter::start();
    let life = Life::of(meter.pid());
    meter.signal(libc::SIGKILL);
    life.assert_ends();
    assert_eq!(meter.rest_of_output(), "");
}

#[test]
fn a_meter_that_nobody_listens_to_ends() {
    let mut meter = Meter::start();
    meter.close_output();
    let request = meter.request(&["/bin/true"]);
    meter.send(&request.to_string());
    assert_eq!(meter.wait().code(), Some(0));
}

#[test]
fn the_warden_holds_no_file_but_its_standard_error() {
    let meter = Meter::start();
    assert_eq!(meter.hello["abilities"]["warden"], Value::Null);
    // It closes its streams after the meter has greeted, or before: it is asleep when it is done.
    let stat = format!("/proc/{}/stat", meter.warden());
    while !std::fs::read_to_string(&stat)
        .expect("it runs")
        .contains(") S ")
    {
        std::thread::yield_now();
    }
    let files = std::fs::read_dir(format!("/proc/{}/fd", meter.warden())).expect("it runs");
    let names: Vec<_> = files
        .map(|file| file.expect("a file").file_name())
        .collect();
    assert_eq!(names, ["2"]);
}
