//! A binary tree with a whole number in each node.

struct Node {
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
    value: i64,
}

fn make(first: i64, count: i64) -> Option<Box<Node>> {
    if count == 0 {
        return None;
    }
    let left = (count - 1) / 2;
    Some(Box::new(Node {
        left: make(first, left),
        right: make(first + left + 1, count - 1 - left),
        value: first + left,
    }))
}

fn length(tree: &Option<Box<Node>>) -> i64 {
    match tree {
        Some(node) => length(&node.left) + length(&node.right) + i64::from(node.value > 0),
        None => 0,
    }
}

fn main() {
    let count = std::env::args()
        .nth(1)
        .and_then(|word| word.parse().ok())
        .expect("a count");
    println!("{}", length(&make(1000, count)));
}
