use super::*;

/// A line as the kernel writes it: the fields from the state to the resident set and one more.
fn stat(name: &str, state: &str, threads: u64) -> String {
    format!(
        "42 ({name}) {state} 7 42 42 0 -1 4194304 5 6 0 1 30 4 200 1000 20 0 {threads} 0 9876 \
         1000000 321 18446744073709551615"
    )
}

fn process(pid: i32, parent: i32) -> Process {
    Process {
        pid,
        parent,
        alive: true,
        cpu_ticks: 1,
        started: 0,
        resident_pages: 1,
    }
}

#[test]
fn a_line_is_read_by_its_fields() {
    let expected = Process {
        pid: 42,
        parent: 7,
        alive: true,
        cpu_ticks: 1234,
        started: 9876,
        resident_pages: 321,
    };
    for name in ["sh", "a) S 1 (b", "", "x y"] {
        assert_eq!(parse(&stat(name, "S", 1)), Some(expected.clone()), "{name}");
    }
}

#[test]
fn a_zombie_is_not_alive_unless_threads_of_it_are() {
    assert!(!parse(&stat("sh", "Z", 1)).expect("well-formed").alive);
    assert!(parse(&stat("sh", "Z", 2)).expect("well-formed").alive);
    assert!(parse(&stat("sh", "T", 1)).expect("well-formed").alive);
}

#[test]
fn what_is_no_stat_line_is_left_out() {
    for text in ["", "42 (sh)", "42 (sh) S x", "42 (sh) S 1 2 3"] {
        assert_eq!(parse(text), None, "{text}");
    }
}

#[test]
fn a_tree_is_all_that_descends_from_its_root_parents_first() {
    let all = [(2, 1), (9, 3), (3, 20), (20, 10), (21, 10), (11, 2), (8, 9)];
    let all = all.map(|(pid, parent)| process(pid, parent)).to_vec();
    let tree = Tree::below(10, all);
    assert_eq!(tree.alive().collect::<Vec<_>>(), [20, 21, 3, 9, 8]);
    assert_eq!(tree.resident_bytes(), 5 * page_bytes());
    assert_eq!(tree.cpu_ns(), nanoseconds(5));
}

#[test]
fn the_test_itself_is_a_living_process_that_holds_memory() {
    let own = std::process::id() as i32;
    let processes = all_processes().expect("/proc");
    let found = processes.iter().find(|process| process.pid == own);
    assert!(found.is_some_and(|process| process.alive && process.parent > 0));
    assert!(found.is_some_and(|process| process.resident_pages > 0 && process.started > 0));
}

#[test]
fn a_process_shares_its_memory_with_itself_and_not_with_its_parent() {
    let own = std::process::id() as i32;
    let parent = std::os::unix::process::parent_id() as i32;
    assert_eq!(same_memory(own, own), Some(true));
    assert_eq!(same_memory(own, parent), Some(false));
}
