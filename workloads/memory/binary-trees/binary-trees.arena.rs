//! Binary trees in arenas: the nodes of a tree lie in one vector and know their children by index.
use std::env;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

const DEPTH: u32 = 10;
/// One tree in so many lives to the end.
const KEEP: u64 = 8;

#[derive(Default)]
struct Tree {
    nodes: Vec<Node>,
}

struct Node {
    children: Option<(u32, u32)>,
}

impl Tree {
    fn full(depth: u32) -> Self {
        let mut tree = Tree::default();
        tree.build(depth);
        tree
    }

    /// The index of the new node, which lies behind its children.
    fn build(&mut self, depth: u32) -> u32 {
        let children = (depth > 0).then(|| (self.build(depth - 1), self.build(depth - 1)));
        self.nodes.push(Node { children });
        (self.nodes.len() - 1) as u32
    }

    fn count(&self) -> u32 {
        self.nodes.last().map_or(0, |root| self.count_from(root))
    }

    fn count_from(&self, node: &Node) -> u32 {
        match node.children {
            Some((left, right)) => {
                1 + self.count_from(&self.nodes[left as usize])
                    + self.count_from(&self.nodes[right as usize])
            }
            None => 1,
        }
    }
}

fn churn(trees: u64, depth: u32) -> u32 {
    let mut hash = 0u32;
    let mut kept = Vec::new();
    for i in 0..trees {
        let tree = Tree::full(depth);
        hash = hash.wrapping_mul(31).wrapping_add(tree.count());
        if i % KEEP == 0 {
            kept.push(tree);
        }
    }
    kept.iter().fold(hash, |hash, tree| {
        hash.wrapping_mul(31).wrapping_add(tree.count())
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
