//! Objects that own themselves by way of a shared pointer, each forgotten at once: `rc-cycle <count>`.

use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;

struct Node {
    payload: [u8; 1024],
    next: RefCell<Option<Rc<Node>>>,
}

fn main() {
    let count: usize = std::env::args()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .expect("usage: rc-cycle <count>");
    let mut sum = 0;
    for _ in 0..count {
        let node = Rc::new(Node {
            payload: black_box([1; 1024]),
            next: RefCell::new(None),
        });
        node.next.replace(Some(Rc::clone(&node)));
        sum += usize::from(node.payload[0]);
    }
    println!("{sum}");
}
