use super::*;

const QUANTUM: u64 = 10;

fn spaces() -> Spaces {
    Spaces::new(Counting {
        quantum_bytes: QUANTUM,
        summed: true,
    })
}

fn usage(bytes: u64) -> UsagePeak {
    explained(bytes, 0)
}

fn explained(bytes: u64, explained: u64) -> UsagePeak {
    UsagePeak { bytes, explained }
}

fn reading(peak_bytes: u64, resident_bytes: u64) -> Reading {
    Reading {
        peak_bytes,
        resident_bytes,
        unmapped_bytes: 0,
    }
}

#[test]
fn what_was_never_freed_is_exact() {
    let mut spaces = spaces();
    let key = spaces.born();
    spaces.read_at_exit(key, reading(100, 100));
    spaces.ended(key, usage(95));
    let expected = Memory {
        peak_bytes: 100,
        quantum_bytes: 0,
        complete: true,
        tree_low_bytes: 100,
        tree_high_bytes: 100,
        processes: 1,
    };
    assert_eq!(spaces.memory(usage(95), 1), Some(expected));
}

#[test]
fn what_was_freed_is_known_up_to_the_quantum() {
    let mut spaces = spaces();
    let key = spaces.born();
    spaces.read_at_exit(key, reading(100, 40));
    spaces.ended(key, usage(100));
    let memory = spaces.memory(usage(100), 1).expect("known");
    assert_eq!((memory.peak_bytes, memory.quantum_bytes), (100, QUANTUM));
    assert!(memory.complete);
}

#[test]
fn an_old_kernel_is_never_exact() {
    let mut spaces = Spaces::new(Counting {
        quantum_bytes: QUANTUM,
        summed: false,
    });
    let key = spaces.born();
    spaces.read_at_exit(key, reading(100, 100));
    spaces.ended(key, usage(100));
    let memory = spaces.memory(usage(100), 1).expect("known");
    assert_eq!(memory.quantum_bytes, QUANTUM);
}

#[test]
fn a_second_one_that_may_have_been_larger_counts_for_the_quantum() {
    let mut spaces = spaces();
    for at_exit in [reading(100, 100), reading(95, 50)] {
        let key = spaces.born();
        spaces.read_at_exit(key, at_exit);
        spaces.ended(key, usage(100));
    }
    let memory = spaces.memory(usage(100), 2).expect("known");
    assert_eq!((memory.peak_bytes, memory.quantum_bytes), (100, 5));
}

#[test]
fn one_that_two_share_counts_once() {
    let mut spaces = spaces();
    let key = spaces.born();
    spaces.shared(key);
    spaces.look();
    spaces.count(key, 80);
    assert!(!spaces.is_to_count(key));
    // The second one leaves it by exec: what it then has is its own.
    spaces.replaced(key, usage(100));
    let own = spaces.born();
    spaces.read_at_exit(own, reading(30, 30));
    spaces.ended(own, usage(100));
    spaces.read_at_exit(key, reading(100, 100));
    spaces.ended(key, usage(100));
    let memory = spaces.memory(usage(100), 2).expect("known");
    assert_eq!((memory.peak_bytes, memory.quantum_bytes), (100, 0));
    assert_eq!(memory.tree_high_bytes, 130);
    assert!(memory.complete);
}

#[test]
fn an_image_that_exec_replaced_keeps_its_peak() {
    let mut spaces = spaces();
    let old = spaces.born();
    spaces.replaced(old, explained(300, 20));
    let new = spaces.born();
    spaces.read_at_exit(new, reading(100, 100));
    spaces.ended(new, explained(300, 300));
    let memory = spaces.memory(usage(300), 1).expect("known");
    assert_eq!((memory.peak_bytes, memory.quantum_bytes), (300, QUANTUM));
    assert_eq!(memory.tree_high_bytes, 300);
    assert!(memory.complete);
}

#[test]
fn a_large_child_is_no_peak_of_the_image_that_waited_for_it() {
    let mut spaces = spaces();
    let shell = spaces.born();
    spaces.read_before(shell, 8);
    let child = spaces.born();
    spaces.read_at_exit(child, reading(300, 300));
    spaces.ended(child, usage(290));
    spaces.replaced(shell, explained(290, 290));
    let new = spaces.born();
    spaces.read_at_exit(new, reading(50, 50));
    spaces.ended(new, explained(290, 290));
    let memory = spaces.memory(usage(290), 2).expect("known");
    assert_eq!((memory.peak_bytes, memory.quantum_bytes), (300, 0));
    assert_eq!(memory.tree_high_bytes, 308);
}

#[test]
fn one_that_was_never_read_makes_the_peak_partial() {
    let mut spaces = spaces();
    let key = spaces.born();
    spaces.ended(key, usage(70));
    let memory = spaces.memory(usage(70), 1).expect("known");
    assert_eq!((memory.peak_bytes, memory.quantum_bytes), (70, QUANTUM));
    assert!(!memory.complete);
}

#[test]
fn a_thread_that_ended_unseen_matters_when_the_size_has_grown_since() {
    for (bytes, complete) in [(100, true), (101, false)] {
        let mut spaces = spaces();
        let key = spaces.born();
        spaces.read_at_exit(key, reading(100, 100));
        spaces.thread_unseen(key);
        spaces.ended(key, usage(bytes));
        let memory = spaces.memory(usage(bytes), 1).expect("known");
        assert_eq!(memory.peak_bytes, bytes);
        assert_eq!(memory.quantum_bytes, QUANTUM);
        assert_eq!(memory.complete, complete);
    }
}

#[test]
fn a_child_that_escaped_the_trace_shows_in_the_usage() {
    let mut spaces = spaces();
    let key = spaces.born();
    spaces.read_at_exit(key, reading(100, 100));
    spaces.ended(key, usage(500));
    let memory = spaces.memory(usage(500), 1).expect("known");
    assert_eq!((memory.peak_bytes, memory.complete), (500, false));
    assert_eq!(memory.tree_high_bytes, 500);
}

#[test]
fn the_meters_own_size_is_nobodys_peak() {
    let mut spaces = spaces();
    let key = spaces.born();
    spaces.read_at_exit(key, reading(8, 8));
    spaces.ended(key, explained(300, 300));
    let memory = spaces.memory(explained(300, 300), 1).expect("known");
    assert_eq!((memory.peak_bytes, memory.complete), (8, true));
}

#[test]
fn nothing_read_is_nothing_known() {
    assert_eq!(spaces().memory(usage(0), 0), None);
}

#[test]
fn the_largest_sum_of_a_look_is_the_lower_bound() {
    let mut spaces = spaces();
    let keys = [spaces.born(), spaces.born()];
    for sizes in [[50, 60], [70, 30]] {
        spaces.look();
        for (key, size) in keys.into_iter().zip(sizes) {
            assert!(spaces.is_to_count(key));
            spaces.count(key, size);
        }
    }
    for key in keys {
        spaces.read_at_exit(key, reading(70, 70));
        spaces.ended(key, usage(70));
    }
    let memory = spaces.memory(usage(70), 2).expect("known");
    assert_eq!((memory.tree_low_bytes, memory.tree_high_bytes), (110, 140));
}
