use std::cell::RefCell;
use std::rc::Rc;

struct Node {
    other: RefCell<Option<Rc<Node>>>,
}

fn main() {
    let node = Rc::new(Node {
        other: RefCell::new(None),
    });
    *node.other.borrow_mut() = Some(Rc::clone(&node));
    let seen = Rc::downgrade(&node);
    drop(node);
    println!(
        "{}",
        if seen.strong_count() == 0 {
            "freed"
        } else {
            "not freed"
        }
    );
}
