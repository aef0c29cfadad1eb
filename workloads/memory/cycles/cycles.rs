//! Cycles: parents that own their children, and children that know their parent by a weak reference.
use std::env;
use std::process::ExitCode;
use std::rc::{Rc, Weak};
use std::time::Instant;

/// Children of a parent.
const CHILDREN: u32 = 8;
/// One family in so many lives on, until as many others as this have done so too.
const KEEP: u64 = 8;
const LIVE: usize = 250;

struct Parent {
    value: u32,
    children: Vec<Rc<Child>>,
}

struct Child {
    value: u32,
    parent: Weak<Parent>,
}

fn family(value: u32) -> Rc<Parent> {
    Rc::new_cyclic(|parent| Parent {
        value,
        children: (0..CHILDREN)
            .map(|k| {
                Rc::new(Child {
                    value: k,
                    parent: parent.clone(),
                })
            })
            .collect(),
    })
}

/// Adds up what the children and, seen from each of them, their parent say.
fn add_up(family: &Parent) -> u32 {
    family.children.iter().fold(0, |sum, child| {
        let parent = child.parent.upgrade().expect("the parent lives");
        sum.wrapping_add(child.value ^ parent.value)
    })
}

/// The hash of the families' sums, and the families that live at the end.
fn churn(families: u64) -> (u32, Vec<Rc<Parent>>) {
    let mut hash = 0u32;
    let mut live = Vec::new();
    for i in 0..families {
        let family = family(i as u32);
        hash = hash.wrapping_mul(31).wrapping_add(add_up(&family));
        if i % KEEP == 0 {
            if live.len() < LIVE {
                live.push(family);
            } else {
                live[(i / KEEP) as usize % LIVE] = family;
            }
        }
    }
    (hash, live)
}

fn digest(hash: u32, live: &[Rc<Parent>]) -> u32 {
    live.iter().fold(hash, |hash, family| {
        hash.wrapping_mul(31).wrapping_add(add_up(family))
    })
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(families) = size_argument() else {
        eprintln!("usage: cycles <families>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let (hash, live) = churn(families);
    let elapsed = start.elapsed();
    println!("{}", digest(hash, &live));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
