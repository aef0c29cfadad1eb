//! Allocation pauses with whole generations: every step builds a tree; when as many live as may, the
//! next step drops them all at once, as much as a collector's full pass has to look at.
use std::env;
use std::ffi::{c_int, c_long};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const DEPTH: u32 = 9;
/// Trees that live at a time.
const LIVE: usize = 60;

struct Node {
    children: Option<(Box<Node>, Box<Node>)>,
}

fn build(depth: u32) -> Box<Node> {
    let children = (depth > 0).then(|| (build(depth - 1), build(depth - 1)));
    Box::new(Node { children })
}

fn count(node: &Node) -> u32 {
    match &node.children {
        Some((left, right)) => 1 + count(left) + count(right),
        None => 1,
    }
}

/// The hash of the trees' sizes; `times` gets the CPU time of each step.
fn churn(live: &mut [Option<Box<Node>>], times: &mut [Duration]) -> u32 {
    let mut hash = 0u32;
    let depth = black_box(DEPTH);
    for (i, time) in times.iter_mut().enumerate() {
        let start = thread_time();
        if i % LIVE == 0 {
            live.fill_with(|| None);
        }
        let tree = build(depth);
        hash = hash.wrapping_mul(31).wrapping_add(count(&tree));
        live[i % LIVE] = Some(tree);
        *time = thread_time() - start;
    }
    hash
}

/// By nearest rank, of times in ascending order.
fn quantile(ordered: &[Duration], permille: usize) -> Duration {
    ordered[(ordered.len() * permille).div_ceil(1000) - 1]
}

#[repr(C)]
struct Timespec {
    seconds: c_long,
    nanoseconds: c_long,
}

unsafe extern "C" {
    fn clock_gettime(clock: c_int, time: *mut Timespec) -> c_int;
}

/// The CPU time of this thread, for which the standard library has no clock.
fn thread_time() -> Duration {
    const CLOCK_THREAD_CPUTIME_ID: c_int = if cfg!(target_os = "macos") { 16 } else { 3 };
    let mut time = Timespec {
        seconds: 0,
        nanoseconds: 0,
    };
    // SAFETY: the pointer is valid for a write, and the struct is the C library's where `long` and
    // `time_t` are as wide as a pointer.
    let status = unsafe { clock_gettime(CLOCK_THREAD_CPUTIME_ID, &mut time) };
    assert_eq!(status, 0, "there is no clock of a thread's CPU time");
    Duration::new(time.seconds as u64, time.nanoseconds as u32)
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(steps) = size_argument() else {
        eprintln!("usage: allocation-pauses <steps>");
        return ExitCode::from(2);
    };
    let mut times = vec![Duration::ZERO; steps];
    let mut live: Vec<_> = (0..LIVE).map(|_| Some(build(DEPTH))).collect();
    let start = Instant::now();
    let hash = churn(&mut live, &mut times);
    let elapsed = start.elapsed();
    // As many nodes as live in the other programs: what was dropped is built again.
    let nodes: u32 = live
        .iter_mut()
        .map(|tree| count(tree.get_or_insert_with(|| build(DEPTH))))
        .sum();
    println!("{hash}\n{nodes}");
    times.sort_unstable();
    eprintln!("step_median_ns={}", quantile(&times, 500).as_nanos());
    eprintln!("step_tail_ns={}", quantile(&times, 999).as_nanos());
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
