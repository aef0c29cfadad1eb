//! Binary trees: builds, counts and frees full trees, one allocation a node.
use std::env;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

const DEPTH: u32 = 10;
/// One tree in so many lives to the end.
const KEEP: u64 = 8;

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

fn churn(trees: u64, depth: u32) -> u32 {
    let mut hash = 0u32;
    let mut kept = Vec::new();
    for i in 0..trees {
        let tree = build(depth);
        hash = hash.wrapping_mul(31).wrapping_add(count(&tree));
        if i % KEEP == 0 {
            kept.push(tree);
        }
    }
    kept.iter().fold(hash, |hash, tree| {
        hash.wrapping_mul(31).wrapping_add(count(tree))
    })
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(trees) = size_argument() else {
        eprintln!("usage: binary-trees <trees>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let hash = churn(trees, black_box(DEPTH));
    let elapsed = start.elapsed();
    println!("{hash}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
